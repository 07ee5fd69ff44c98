"""A cluster's year is closed when its review is over."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.figures.models.figure import FigureSheet
from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear
from clusters.year.models.closing import CLOSING, as_kept, closing_facts
from clusters.year.rules.closing import checklist, hindering, undone
from clusters.year.words import named
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import require_administrator
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal


@transaction.atomic
def close_cluster_year(cluster_year: ClusterYear, *, on: date, why: str = "", actor: Actor) -> ClusterYear:
    """For ever: there is no opening again. Refused while something moves; what is left undone wants a reason, and is
    kept with the closing."""
    require_administrator(actor, "cluster")
    cluster_year = locked_open_year(cluster_year)
    if on < date(cluster_year.year, 1, 1):
        raise Refusal(
            _("The year %(year)s has not begun on that day; close it on a later day.") % {"year": cluster_year.year},
            field="on",
        )
    if on > clock.today():
        raise Refusal(_("%(day)s is still to come; close the year on that day.") % {"day": format_date(on)}, field="on")
    # who writes in its sheets ends first
    list(FigureSheet.objects.select_for_update(of=("self",)).filter(cluster_year=cluster_year))
    found = checklist(closing_facts(cluster_year))
    if moving := hindering(found):
        raise Refusal(named(moving[0], cluster_year))
    left = undone(found)
    if left and not why.strip():
        raise Refusal(_("Say why the year is closed with something left undone; the reason is kept."), field="why")
    cluster_year.closed_on = on
    cluster_year.save(update_fields=["closed_on"])
    record(
        actor,
        CLOSING,
        cluster_year,
        before={"closed_on": None},
        after={
            "closed_on": on,
            "left_undone": as_kept(left),
            "left_open": [named(one, cluster_year) for one in left],
        },
        why=why,
        organisation_id=cluster_year.cluster.owner_id,
    )
    return cluster_year
