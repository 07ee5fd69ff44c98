"""The number of a decision beside what the register holds under it already."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from awards.catalogue.models.award import AwardAuthority
from awards.decisions.models.decision import Decision, rank_of
from awards.decisions.rules.terms import DECIDES
from awards.register.models.decision_key import DecisionKey
from awards.register.models.honour import Honour, HonourQuerySet
from awards.register.rules.register import decision_key
from awards.register.rules.terms import HonourStatus
from clusters.organisations.models.lineage import with_units_beneath
from emulation.core.dates import format_date
from emulation.core.errors import Refusal


def refuse_number_of_the_register(decision: Decision, number: int, symbol: str, day: date) -> None:
    """A number of the body is given once a year. Lines of another day under it are of another decision; so are lines
    that a list brought under the same day where none of them names whom this one does."""
    lines = _lines_under(decision, number, symbol, day)
    other = lines.exclude(decision_date=day).first()
    if other is None:
        of_lists = lines.filter(decision_date=day, from_dossier=False)
        own = decision.lines.order_by().values("nomination__name_key")
        other = None if of_lists.filter(name_key__in=own).exists() else of_lists.first()
    if other is not None:
        raise Refusal(
            _(
                "The number %(number)s of %(year)s stands in the register already, of a decision of %(day)s: %(name)s, "
                "from the list of %(organisation)s. Take another number, or have that line corrected if it is wrong."
            )
            % {
                "number": other.decision_number,
                "year": day.year,
                "day": format_date(other.decision_date),
                "name": other.name,
                "organisation": other.organisation,
            },
            field="number",
        )


def _lines_under(decision: Decision, number: int, symbol: str, day: date) -> HonourQuerySet:
    """Of the body's own lists, and on those of its units what it decides on."""
    keys = [decision_key(f"{written}/{symbol}") for written in (f"{number}", f"{number:02d}")]
    own = AwardAuthority.objects.on(day).filter(authority__in=DECIDES[rank_of(decision.body)]).order_by()
    whose = Q(organisation=decision.body) | Q(
        organisation__in=with_units_beneath(decision.body_id), award__in=own.values("award")
    )
    return (
        Honour.objects.alias(decision_key=DecisionKey("decision_number"))
        .filter(whose, decision_key__in=keys, decision_date__year=day.year)
        .exclude(status=HonourStatus.UNDONE)
        .select_related("organisation")
        .order_by("pk")
    )
