"""What stands beside an officer's figures: the target, the periods before, the share reached, points, what is odd."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext as _

from clusters.figures.models.before import Before, is_unexplained, jump_percent, year_before
from clusters.figures.models.figure import Figure, FigureSheet
from clusters.figures.models.results import results_of
from clusters.figures.rules.jump import jumps
from clusters.figures.rules.plan_share import reckoned_share
from clusters.figures.rules.terms import SheetState
from clusters.figures.rules.warnings import is_other_share
from clusters.figures.views.places import AskedSheet
from clusters.indicators.rules.terms import FigurePart
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.pacts.models.pact import PactTarget
from clusters.regulation.models.pure import pure_line
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.scoring.functions import points_of
from clusters.regulation.rules.scoring.terms import Scored
from clusters.regulation.words import points_in_words, why_in_words
from emulation.core.numbers import format_decimal

FIRST_HALF = 1


@dataclass(frozen=True)
class Insight:
    """Words for one indicator's line. `points` is empty where the regulation does not score it."""

    target: str = ""
    origin: str = ""
    before: str = ""
    first_half: str = ""
    share: str = ""
    points: str = ""
    why: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Insights:
    """`total`: points of the indicators that could be told, of `most`; `open`: those that could not. `unexplained`:
    indicators whose figures are far from the period before without a note."""

    lines: dict[int, Insight] = field(default_factory=dict)
    is_scored: bool = False
    total: str = ""
    most: str = ""
    open: int = 0
    unexplained: frozenset[int] = frozenset()


def insights_of(place: AskedSheet, figures: Iterable[Figure], indicators: Iterable[int], *, scored=False) -> Insights:
    """The same number of queries whatever the number of indicators; none of others' figures but accepted ones.
    `scored`: with points, which only the office itself is shown."""
    found = {one.indicator_id: one for one in figures}
    organisation_id = place.organisation and place.organisation.pk
    before = year_before(place.cluster_year, place.half, organisation_id)
    percent = jump_percent(place.cluster_year)
    first_half = _first_half(place)
    targets = _targets(place)
    reached = _points(place) if scored else {}
    lines = {}
    for pk in indicators:
        figure, target = found.get(pk), targets.get(pk)
        share = reckoned_share(figure and figure.value, target and target.value)
        line, points = reached.get(pk, (None, None))
        lines[pk] = Insight(
            target=target.value.said if target else "",
            origin=target.origin_paper if target else "",
            before=before.get(pk, ("", None))[0],
            first_half=first_half.get(pk, ""),
            share="" if share is None else f"{format_decimal(share.normalize() + 0)}%",
            points=points_in_words(points.points) if points else "",
            why=why_in_words(points, line) if points else "",
            warnings=tuple(_warnings(figure, before, target, percent)),
        )
    told = [points.points for _line, points in reached.values() if points.points is not None]
    return Insights(
        lines,
        is_scored=bool(reached),
        total=points_in_words(sum(told, Decimal(0))),
        most=points_in_words(sum((line.maximum for line, _points in reached.values()), Decimal(0))),
        open=len(reached) - len(told),
        unexplained=frozenset(pk for pk, figure in found.items() if is_unexplained(figure, before, percent)),
    )


def _warnings(figure: Figure | None, before: Before, target: PactTarget | None, percent: int) -> Iterable[str]:
    if figure is None:
        return
    if jumps(figure.value, before.get(figure.indicator_id, ("", None))[1], percent):
        yield (
            _("More than %(percent)s%% away from the period before; the note says why.") % {"percent": percent}
            if figure.note
            else _("More than %(percent)s%% away from the period before. Say why in the note.") % {"percent": percent}
        )
    if is_other_share(figure.plan_share, figure.value, target and target.value):
        yield _("The share you wrote is not what the result makes of the target.")


def _first_half(place: AskedSheet) -> dict[int, str]:
    """On the year's page, what was accepted for its first six months."""
    if place.half != WHOLE_YEAR:
        return {}
    sheets = FigureSheet.objects.of_half(place.cluster_year, FIRST_HALF).filter(
        organisation=place.organisation, state=SheetState.ACCEPTED
    )
    return {one.indicator_id: one.said_of(FigurePart.VALUE) for one in Figure.objects.filter(sheet__in=sheets)}


def _targets(place: AskedSheet) -> dict[int, PactTarget]:
    if place.organisation is None:
        return {}
    standing = PactTarget.objects.standing(place.cluster_year).filter(organisation=place.organisation)
    return {one.indicator_id: one for one in standing}


def _points(place: AskedSheet) -> dict[int, tuple[object, Scored]]:
    """{indicator: (its line of the adopted regulation, its points so far)} of the member itself."""
    if place.organisation is None:
        return {}
    scheme = Scheme.objects.adopted().with_lines().filter(cluster_year=place.cluster_year).first()
    if scheme is None:
        return {}
    members = [one.pk for one in sat_in(place.cluster_year, place.half)]
    counted = FigureSheet.objects.filter(Q(organisation=place.organisation) | Q(state=SheetState.ACCEPTED))
    results = results_of(place.cluster_year, place.half, scheme=scheme, members=members, sheets=counted, shares_on=None)
    evidence = results.get(place.organisation.pk, {})
    found = {}
    for group in scheme.listed:
        for criterion in group.lines:
            if criterion.indicator_id and criterion.pk in evidence:
                line = pure_line(criterion)
                found[criterion.indicator_id] = (line, points_of(line, evidence[criterion.pk]))
    return found
