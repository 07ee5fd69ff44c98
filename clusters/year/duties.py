"""Years that wait to be closed by an administrator."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from operator import attrgetter

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clusters.figures.duties import FigureDuty
from clusters.membership.duties import ADMINISTRATOR
from clusters.membership.models.cluster import ClusterYear
from clusters.pacts.duties import PactDuty
from clusters.pacts.models.pact import Pact
from clusters.results.models.result import YearResult
from clusters.scores.duties import ScoreDuty
from clusters.year.models.reminder import Reminder
from clusters.year.rules.cycle import StageName
from clusters.year.rules.parts import HALVES, SCORES
from emulation.core.actor import Actor
from emulation.core.duty import Duty, DutyKind, Reminded, about
from emulation.core.numbers import format_integer

LAST_MONTH, LAST_DAY = 3, 31


class YearDuty(DutyKind):
    CLOSE = "year.close"


def years_to_close(actor: Actor, on: date) -> list[Duty]:
    """Of each year one for those whose result is frozen, one for those over by more than three months, which had their
    day; for the list of clusters shows one year."""
    results = YearResult.objects.frozen().values("cluster_year")
    waiting = ClusterYear.objects.open().select_related("cluster").order_by("year", "cluster__position", "cluster")
    ended = list(waiting.filter(pk__in=results))
    over = list(waiting.filter(year__lt=first_year_not_over(on)).exclude(pk__in=results))
    frozen_why = _("Its result is frozen; once closed, the year is read only for everybody.")
    over_why = _("The year is over since more than three months.")
    return [
        *(_duty(actor, of_one, frozen_why) for _year, of_one in _by_year(ended)),
        *(_duty(actor, of_one, over_why, due=last_day(year)) for year, of_one in _by_year(over)),
    ]


def _by_year(waiting: list[ClusterYear]) -> Iterator[tuple[int, list[ClusterYear]]]:
    """Of years in their order."""
    for year, rows in groupby(waiting, key=attrgetter("year")):
        yield year, list(rows)


OF_FIGURES = frozenset({FigureDuty.ENTER, FigureDuty.MEND, FigureDuty.APPROVE})
KINDS = {
    StageName.PACT: frozenset({PactDuty.SIGN}),
    StageName.MID_YEAR: OF_FIGURES,
    StageName.YEAR: OF_FIGURES,
    StageName.SELF: frozenset({ScoreDuty.SELF}),
    StageName.CROSS: frozenset({ScoreDuty.CROSS}),
}


def with_reminders(found: list[Duty], actor: Actor) -> list[Duty]:
    """Duties of which the person's office was reminded say so; a reminder ends with its duty. One question, none where
    no duty is of a kind that is reminded of."""
    if not any(duty.kind in kinds for duty in found for kinds in KINDS.values()):
        return found
    rows = Reminder.objects.filter(organisation__in=actor.own, cluster_year__closed_on__isnull=True).order_by("pk")
    last: dict[tuple[DutyKind, int, str], Reminded] = {}
    for row in rows:
        stage = StageName(row.stage)
        for kind in KINDS[stage]:
            place = _place(stage, row.cluster_year_id, row.organisation_id)
            last[kind, row.organisation_id, place] = Reminded(row.on, row.sent_by_name)
    return [
        replace(duty, reminded=last.get((duty.kind, duty.organisation, duty.url))) if duty.organisation else duty
        for duty in found
    ]


def _place(stage: StageName, year: int, member: int) -> str:
    """Where the duty of that stage leads to."""
    if stage in HALVES:
        return reverse("clusters:figure-sheet", args=[year, HALVES[stage], member])
    if stage is StageName.PACT:
        return Pact(cluster_year_id=year, number=0).get_absolute_url()
    return reverse(f"clusters:scoring-{SCORES[stage].value}", args=[year, member])


def last_day(year: int) -> date:
    """By when a year is usually closed: three months after its end."""
    return date(year + 1, LAST_MONTH, LAST_DAY)


def first_year_not_over(on: date) -> int:
    """All before it are over by more than three months."""
    return on.year if on > date(on.year, LAST_MONTH, LAST_DAY) else on.year - 1


def _duty(actor: Actor, waiting: list[ClusterYear], why: str, due: date | None = None) -> Duty:
    """Of one year; about the cluster's where one alone waits."""
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
    return Duty(
        kind=YearDuty.CLOSE,
        title=ngettext(
            "Close the year %(year)s of %(number)s cluster",
            "Close the year %(year)s of %(number)s clusters",
            len(waiting),
        )
        % {"year": first.year, "number": format_integer(len(waiting))},
        url=reverse("clusters:clusters") + f"?nam={first.year}",
        why=why,
        due=due,
        organisation=organisation,
    )
