"""What the closing of a cluster's year meets: what is done, what is left undone, what still moves and hinders it. Pure.

What moves waits for somebody who could no longer do it, so it is brought to an end first. What is left undone is the
cluster's own business: the year is closed with a reason, and what was left is kept with the closing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from clusters.membership.rules.half_years import SPANS, WHOLE_YEAR
from clusters.pacts.rules.terms import PactState
from clusters.regulation.rules.terms import SchemeState
from clusters.scores.rules.terms import RoundState


class Matter(StrEnum):
    """In the order of the year; each has its page."""

    REGULATION = "regulation"
    PACT = "pact"
    MID_YEAR = "mid_year"
    SECOND_HALF = "second_half"
    YEAR = "year"
    SCORING = "scoring"
    RESULT = "result"
    ELECTED = "elected"
    CONFERENCES = "conferences"
    REPORTS = "reports"


class Loose(StrEnum):
    """A loose end. Keys are kept in the journal; the words for them stand in `clusters.year.words`."""

    PACT_ASKED = "pact_asked"
    PACT_SIGNING = "pact_signing"
    FIGURES_SENT = "figures_sent"
    SCORING_RUNS = "scoring_runs"
    RESULT_DRAFTED = "result_drafted"
    CONFERENCE_OPEN = "conference_open"
    NO_REGULATION = "no_regulation"
    NO_PACT = "no_pact"
    ADDENDUM_DRAFTED = "addendum_drafted"
    FIGURES_MISSING = "figures_missing"
    NOT_SCORED = "not_scored"
    NO_RESULT = "no_result"
    CONFERENCE_NOT_HELD = "conference_not_held"
    REPORT_UNSIGNED = "report_unsigned"
    POST_NOT_TAKEN = "post_not_taken"


class MatterStanding(StrEnum):
    DONE = "done"
    NOTED = "noted"
    UNDONE = "undone"
    HINDERS = "hinders"


HINDERING = frozenset(
    {
        Loose.PACT_ASKED,
        Loose.PACT_SIGNING,
        Loose.FIGURES_SENT,
        Loose.SCORING_RUNS,
        Loose.RESULT_DRAFTED,
        Loose.CONFERENCE_OPEN,
    }
)
NOTED = frozenset({Loose.POST_NOT_TAKEN})


@dataclass(frozen=True)
class SpanFacts:
    """The figures of one span. `sent`: whose figures wait for the approver or the head; `missing`: members of the span
    without accepted ones."""

    sent: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClosingFacts:
    """`pacts`: states of the pact and its addenda, by number. `elected`: who was elected for the next year and could
    take the post now. `signed_reports`: halves of the year, 0 for the whole; None where nobody knows of reports."""

    scheme: SchemeState | None = None
    pacts: tuple[PactState, ...] = ()
    mid_year: SpanFacts = SpanFacts()
    second_half: SpanFacts = SpanFacts()
    year: SpanFacts = SpanFacts()
    scoring: RoundState | None = None
    has_result: bool = False
    result_drafted: bool = False
    elected: tuple[str, ...] = ()
    open_conferences: tuple[str, ...] = ()
    planned_conferences: tuple[str, ...] = ()
    has_conferences: bool = False
    signed_reports: frozenset[int] | None = None


@dataclass(frozen=True)
class Finding:
    """`loose` is None where the matter is done. `names`: of members or conferences; `halves`: of reports."""

    matter: Matter
    loose: Loose | None = None
    names: tuple[str, ...] = ()
    halves: tuple[int, ...] = ()

    @property
    def standing(self) -> MatterStanding:
        if self.loose is None:
            return MatterStanding.DONE
        if self.loose in HINDERING:
            return MatterStanding.HINDERS
        return MatterStanding.NOTED if self.loose in NOTED else MatterStanding.UNDONE


def checklist(facts: ClosingFacts) -> tuple[Finding, ...]:
    """In the order of the matters; a matter with several loose ends has a finding for each, a done one has one."""
    loose: dict[Matter, list[Finding]] = {}
    for finding in _loose_ends(facts):
        loose.setdefault(finding.matter, []).append(finding)
    return tuple(
        finding
        for matter in Matter
        if matter in loose or _is_asked(matter, facts)
        for finding in loose.get(matter, [Finding(matter)])
    )


def hindering(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in found if one.standing is MatterStanding.HINDERS)


def undone(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in found if one.standing is MatterStanding.UNDONE)


def never_reported(found: Iterable[Finding]) -> bool:
    """Whether the year would be closed without a signed year-end report: nobody can make one afterwards."""
    return any(one.loose is Loose.REPORT_UNSIGNED and WHOLE_YEAR in one.halves for one in found)


def _is_asked(matter: Matter, facts: ClosingFacts) -> bool:
    """The second half is part of the year's figures; the others are told where there is something to say."""
    if matter is Matter.CONFERENCES:
        return facts.has_conferences
    if matter is Matter.REPORTS:
        return facts.signed_reports is not None
    return matter not in (Matter.SECOND_HALF, Matter.ELECTED)


def _loose_ends(facts: ClosingFacts) -> Iterator[Finding]:
    if facts.scheme is not SchemeState.ADOPTED:
        yield Finding(Matter.REGULATION, Loose.NO_REGULATION)
    yield from _of_pacts(facts.pacts)
    for matter, span in (
        (Matter.MID_YEAR, facts.mid_year),
        (Matter.SECOND_HALF, facts.second_half),
        (Matter.YEAR, facts.year),
    ):
        if span.sent:
            yield Finding(matter, Loose.FIGURES_SENT, span.sent)
        if span.missing and matter is not Matter.SECOND_HALF:
            yield Finding(matter, Loose.FIGURES_MISSING, span.missing)
    if facts.scoring is None:
        yield Finding(Matter.SCORING, Loose.NOT_SCORED)
    elif facts.scoring is not RoundState.FROZEN:
        yield Finding(Matter.SCORING, Loose.SCORING_RUNS)
    if facts.result_drafted:
        yield Finding(Matter.RESULT, Loose.RESULT_DRAFTED)
    elif not facts.has_result:
        yield Finding(Matter.RESULT, Loose.NO_RESULT)
    if facts.elected:
        yield Finding(Matter.ELECTED, Loose.POST_NOT_TAKEN, facts.elected)
    if facts.open_conferences:
        yield Finding(Matter.CONFERENCES, Loose.CONFERENCE_OPEN, facts.open_conferences)
    if facts.planned_conferences:
        yield Finding(Matter.CONFERENCES, Loose.CONFERENCE_NOT_HELD, facts.planned_conferences)
    if facts.signed_reports is not None and (unsigned := tuple(h for h in SPANS if h not in facts.signed_reports)):
        yield Finding(Matter.REPORTS, Loose.REPORT_UNSIGNED, halves=unsigned)


def _of_pacts(states: tuple[PactState, ...]) -> Iterator[Finding]:
    if PactState.CONSULTED in states:
        yield Finding(Matter.PACT, Loose.PACT_ASKED)
    if PactState.SIGNING in states:
        yield Finding(Matter.PACT, Loose.PACT_SIGNING)
    if not states or states[0] is not PactState.IN_FORCE:
        yield Finding(Matter.PACT, Loose.NO_PACT)
    elif PactState.DRAFT in states:
        yield Finding(Matter.PACT, Loose.ADDENDUM_DRAFTED)
