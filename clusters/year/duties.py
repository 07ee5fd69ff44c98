"""Years that wait to be closed by an administrator."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clusters.membership.duties import ADMINISTRATOR
from clusters.membership.models.cluster import ClusterYear
from clusters.results.models.result import YearResult
from emulation.core.actor import Actor
from emulation.core.duty import Duty, DutyKind, about

LAST_MONTH, LAST_DAY = 3, 31


class YearDuty(DutyKind):
    CLOSE = "year.close"


def years_to_close(actor: Actor, on: date) -> list[Duty]:
    """One for those whose result is frozen, one for those over by more than three months: these had their day."""
    results = YearResult.objects.frozen().values("cluster_year")
    waiting = ClusterYear.objects.open().select_related("cluster").order_by("year", "cluster__position", "cluster")
    ended = list(waiting.filter(pk__in=results))
    over = list(waiting.filter(year__lt=first_year_not_over(on)).exclude(pk__in=results))
    found = []
    if ended:
        found.append(_duty(actor, ended, _("Its result is frozen; once closed, the year is read only for everybody.")))
    if over:
        why = _("The year is over since more than three months.")
        found.append(_duty(actor, over, why, due=last_day(over[0].year)))
    return found


def last_day(year: int) -> date:
    """By when a year is usually closed: three months after its end."""
    return date(year + 1, LAST_MONTH, LAST_DAY)


def first_year_not_over(on: date) -> int:
    """All before it are over by more than three months."""
    return on.year if on > date(on.year, LAST_MONTH, LAST_DAY) else on.year - 1


def _duty(actor: Actor, waiting: list[ClusterYear], why: str, due: date | None = None) -> Duty:
    """About the year where one alone waits."""
    first, organisation = waiting[0], actor.body_of(ADMINISTRATOR)
    if len(waiting) == 1:
        url = reverse("clusters:year-close", args=[first.cluster.code, first.year])
        return Duty(
            kind=YearDuty.CLOSE,
            title=_("Close the year: %(year)s") % {"year": first},
            url=url,
            why=why,
            due=due,
            subject=about(first),
            organisation=organisation,
        )
    years = ", ".join(str(year) for year in sorted({one.year for one in waiting}))
    return Duty(
        kind=YearDuty.CLOSE,
        title=ngettext("Close %(number)s year of clusters", "Close %(number)s years of clusters", len(waiting))
        % {"number": len(waiting)},
        url=reverse("clusters:clusters") + f"?nam={first.year}",
        why=_("%(why)s Years: %(years)s.") % {"why": why, "years": years},
        due=due,
        organisation=organisation,
    )
