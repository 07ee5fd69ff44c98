"""Scoring by people in sentences: what is wrong with points that were typed, where computed points come from."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.regulation.rules.scoring.terms import CriterionLine, to_points
from clusters.regulation.words import points_in_words, why_in_words
from clusters.scores.rules.entry import PointsTrouble
from clusters.scores.rules.final_points import Computed, Concern, GivenByScorers, Source
from clusters.scores.rules.flow import ScoringHindrance
from emulation.core.numbers import format_for_input

TROUBLES = {
    PointsTrouble.NOT_A_NUMBER: lambda: _("“%(text)s” is no number of points. Write digits, such as 4,5."),
    PointsTrouble.TOO_FINE: lambda: _("“%(text)s” is finer than 0,01 points. Write at most two decimals."),
    PointsTrouble.BELOW_ZERO: lambda: _(
        "Points are never below 0; a penalty is written as points taken off. Write a number from 0 to %(maximum)s."
    ),
    PointsTrouble.ABOVE_MAXIMUM: lambda: _(
        "%(text)s is above the maximum of this line. Write a number from 0 to %(maximum)s."
    ),
    PointsTrouble.ALL_OR_NOTHING: lambda: _(
        "This line is done or not done. Write %(maximum)s points for done, 0 for not done."
    ),
    PointsTrouble.NOT_A_MULTIPLE: lambda: _(
        "Each case gives %(each)s points here. Write a multiple of %(each)s, at most %(maximum)s."
    ),
}
CONCERNS = {
    Concern.SPREAD: gettext_lazy("The scorers are far apart."),
    Concern.SELF_DIFFERS: gettext_lazy("The self score is far from the computed points."),
    Concern.NOT_TOLD: gettext_lazy("The points cannot be computed."),
}
HINDRANCES = {
    ScoringHindrance.HEAD_UNFINISHED: gettext_lazy(
        "The head of the cluster has not finished its own scores. Finish them first."
    ),
    ScoringHindrance.LEFT_BEHIND: gettext_lazy(
        "Some members have not finished. Wait for them, or say why you go on without."
    ),
    ScoringHindrance.UNAPPRAISED: gettext_lazy(
        "Some lines are not appraised yet. Wait for them, or say why you go on without."
    ),
    ScoringHindrance.WITHOUT_FINAL: gettext_lazy("Some lines have no final points yet. Set them on the score table."),
    ScoringHindrance.NO_REASON: gettext_lazy("Say why the scoring is taken back a step."),
    ScoringHindrance.ALREADY_SEEN: gettext_lazy(
        "All points have been seen already, so members give none any more. Set the final points right instead."
    ),
}


def trouble_in_words(trouble: PointsTrouble, text: str, line: CriterionLine) -> str:
    facts = {
        "text": text.strip(),
        "maximum": points_in_words(line.maximum),
        "each": str(line.terms.get("each", "")).replace(".", ","),
    }
    return TROUBLES[trouble]() % facts


def computed_in_words(found: Computed, given: GivenByScorers, line: CriterionLine) -> str:
    """Where the points come from, or why there are none."""
    if found.source in (Source.FUNCTION, Source.NOTHING):
        return why_in_words(given.function, line)
    facts = {"number": len(given.cross), "maximum": points_in_words(line.maximum)}
    facts["points"] = points_in_words(found.points)
    sentences = {
        Source.APPRAISAL: _("As appraised: %(points)s of %(maximum)s points."),
        Source.CROSS_MEAN: _("Mean of %(number)s cross scores: %(points)s of %(maximum)s points."),
        Source.MAJORITY: _("By the majority of %(number)s cross scores: %(points)s of %(maximum)s points."),
        Source.TIED: _(
            "Cannot be told: the %(number)s cross scores are split evenly. Set the points after discussion."
        ),
    }
    return sentences[found.source] % facts


def points_for_input(points: Decimal | None) -> str:
    """4,5; empty where nothing was scored. `read_points` reads it back."""
    return "" if points is None else format_for_input(to_points(points).normalize() + 0)


def concerns_in_words(found: Iterable[Concern]) -> str:
    return " ".join(str(CONCERNS[one]) for one in found)


def listed(names: list[str], most: int = 5) -> str:
    """The first few, and how many more."""
    shown = "; ".join(names[:most])
    more = len(names) - most
    return _("%(names)s; and %(more)s more") % {"names": shown, "more": more} if more > 0 else shown
