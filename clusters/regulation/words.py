"""Scoring in sentences: why a line has its points or none yet, how it is scored, what is wrong with a scheme, what
hinders a step of it."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.regulation.models.ways import WAYS as WAYS
from clusters.regulation.models.ways import function_in_words as function_in_words
from clusters.regulation.models.ways import points_in_words as points_in_words
from clusters.regulation.rules.flow import SchemeCase, SchemeHindrance
from clusters.regulation.rules.scoring.faults import SchemeFault, Wrong
from clusters.regulation.rules.scoring.terms import CriterionLine, Scored, Why
from emulation.core.quantity import Quantity

SENTENCES = {
    Why.AT_SHARE_OF_TARGET: lambda: _("Reached %(share)s%% of the target (%(value)s against %(target)s)."),
    Why.TARGET_REACHED: lambda: _("The target is reached (%(value)s against %(target)s)."),
    Why.BELOW_FLOOR: lambda: _("Below %(floor)s%% of the target (%(value)s against %(target)s), so no points."),
    Why.IN_BAND: lambda: _("%(value)s lies in the band from %(limit)s."),
    Why.IN_NO_BAND: lambda: _("%(value)s lies in no band, so no points."),
    Why.AT_RANK: lambda: _("Place %(rank)s of %(of)s members."),
    Why.DONE: lambda: _("Done."),
    Why.NOT_DONE: lambda: _("Not done, so no points."),
    Why.WITHIN_LIMIT: lambda: _("%(value)s does not go over the target %(target)s."),
    Why.OVER_LIMIT: lambda: _("%(value)s goes over the target %(target)s; from %(zero_at)s there are no points."),
    Why.PART_OF_WHOLE: lambda: _("%(value)s of the whole."),
    Why.WITHIN_RANGE: lambda: _("%(value)s lies within the target %(target)s."),
    Why.OUTSIDE_RANGE: lambda: _("%(value)s lies outside the target %(target)s."),
    Why.COUNTED: lambda: _("%(cases)s cases, %(each)s points each."),
    Why.SHARE_OF_REGISTER: lambda: _("The share is %(share)s%%; full points from %(full_at)s%%."),
    Why.JUDGED: lambda: _("Judged."),
    Why.NO_VALUE: lambda: _("Cannot be told: the result is not entered yet. Enter it in the figures."),
    Why.NO_TARGET: lambda: _("Cannot be told: the pact in force has no target here for this member."),
    Why.NO_OTHERS: lambda: _("Cannot be told: %(missing)s other members have no accepted result yet."),
    Why.NO_SHARE: lambda: _("Cannot be told: there is nothing in the system yet to take this share of."),
    Why.NOT_JUDGED: lambda: _("Not scored yet."),
    Why.INEXACT_VALUE: lambda: _("Cannot be told from “%(value)s”: the exact result is missing. Enter it as a number."),
    Why.INEXACT_TARGET: lambda: _("Cannot be told: the target “%(target)s” is not exact. Set it right by an addendum."),
    Why.INEXACT_OTHERS: lambda: _("Cannot be told: the exact result of another member is missing for the ranking."),
    Why.TARGET_UNUSABLE: lambda: _("Cannot be told: the result cannot be held against the target “%(target)s”."),
    Why.NOT_A_SHARE: lambda: _("Cannot be told from “%(value)s”: a part and a whole are wanted, like 19/19."),
}
FAULTS = {
    Wrong.NO_GROUPS: lambda: _("There is no group of criteria yet. Add the first group."),
    Wrong.EMPTY_GROUP: lambda: _("“%(group)s” has no criterion yet. Add one, or take the group out."),
    Wrong.SCHEME_SUM: lambda: _(
        "The groups of criteria come to %(sum)s points, the regulation says %(maximum)s. Change one of the two."
    ),
    Wrong.GROUP_SUM: lambda: _(
        "The criteria of “%(group)s” come to %(sum)s points, the group has %(maximum)s. Change one of the two."
    ),
    Wrong.LINE_ABOVE_GROUP: lambda: _(
        "“%(line)s” may give more points than its group “%(group)s” as a whole. Lower it, or raise the group."
    ),
    Wrong.INDICATOR_TWICE: lambda: _("The indicator of “%(line)s” is scored in two lines. Take it out of one of them."),
    Wrong.TERM_MISSING: lambda: _("“%(line)s” does not say all that its way of scoring needs. Complete it."),
    Wrong.TERM_NEGATIVE: lambda: _("“%(line)s” has a number that must be above zero. Correct it."),
    Wrong.NO_BANDS: lambda: _("“%(line)s” has no bands yet. Enter at least one."),
    Wrong.BAND_ABOVE_MAXIMUM: lambda: _("A band of “%(line)s” gives more than its maximum. Lower it."),
    Wrong.BANDS_NOT_ASCENDING: lambda: _(
        "The bands of “%(line)s” do not rise: a better result must give more points. Put them in order."
    ),
    Wrong.SHARES_UPSIDE_DOWN: lambda: _(
        "In “%(line)s” the share without points must lie below the one with full points, both between 0 and 100%%."
    ),
    Wrong.ZERO_AT_TOO_LOW: lambda: _(
        "In “%(line)s” points end at or below the target itself. Write a share above 100%% of it."
    ),
}
HINDRANCES = {
    SchemeHindrance.FAULTY: gettext_lazy("The regulation does not add up yet. Mend what is named, then adopt it."),
    SchemeHindrance.SCORED: gettext_lazy("Members are already scored by this regulation, so it no longer changes."),
}


def why_in_words(scored: Scored, line: CriterionLine) -> str:
    """With the points, where there are any: "… Được 46,25 trên 50 điểm."."""
    facts = {name: _fact(fact) for name, fact in scored.facts.items()}
    words = SENTENCES[scored.why]()
    if scored.why is Why.IN_BAND and scored.facts.get("falls"):
        words = _("%(value)s lies in the band up to %(limit)s.")
    if scored.why is Why.PART_OF_WHOLE and "/" not in facts["value"]:
        words = _("%(value)s.")
    if scored.why is Why.AT_SHARE_OF_TARGET and scored.facts.get("share") is None:
        words = _("%(value)s against the target %(target)s.")
    said = words % facts
    if scored.points is None:
        return said
    return (
        said
        + " "
        + _("%(points)s of %(maximum)s points.")
        % {
            "points": points_in_words(scored.points),
            "maximum": points_in_words(line.maximum),
        }
    )


def fault_in_words(fault: SchemeFault, titles: Mapping[tuple[str, int], str]) -> str:
    """`titles`: headings by ("group", key) and ("line", key)."""
    facts = {name: _fact(fact) for name, fact in fault.facts.items()}
    facts["group"] = titles.get(("group", fault.group or 0), "")
    facts["line"] = titles.get(("line", fault.line or 0), "")
    return FAULTS[fault.wrong]() % facts


def titles_of(scheme) -> dict[tuple[str, int], str]:
    """For `fault_in_words`; `scheme` was asked for `with_lines()`."""
    groups = {("group", group.pk): str(group) for group in scheme.listed}
    return groups | {("line", line.pk): str(line) for group in scheme.listed for line in group.lines}


def hindrance_in_words(reason: SchemeHindrance, case: SchemeCase) -> str:
    named = case.fault if reason is SchemeHindrance.FAULTY else ""
    return f"{HINDRANCES[reason]} {named}".strip()


def _fact(fact) -> str:
    if isinstance(fact, Quantity):
        return fact.said
    if isinstance(fact, Decimal):
        return points_in_words(fact)
    return "" if fact is None else str(fact)
