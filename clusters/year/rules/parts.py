"""Whose part in a stage of the year is done, and whom the stage waits for now. Pure."""

from dataclasses import dataclass

from clusters.figures.rules.terms import SheetState
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.pacts.rules.terms import PactState
from clusters.scores.rules.terms import RoundState, ScoreKind
from clusters.year.rules.cycle import MemberFacts, Sheets, StageName, StageProgress, YearFacts

MID_YEAR = 1
HALVES = {StageName.MID_YEAR: MID_YEAR, StageName.YEAR: WHOLE_YEAR}
SCORES = {StageName.SELF: ScoreKind.SELF, StageName.CROSS: ScoreKind.CROSS}
STAGES_OF_MEMBERS = (StageName.PACT, StageName.MID_YEAR, StageName.YEAR, StageName.SELF, StageName.CROSS)
UNSENT = (None, SheetState.DRAFT, SheetState.SUBMITTED, SheetState.RETURNED)


@dataclass(frozen=True)
class Part:
    """A member's part in a stage. `progress` is None where nothing is asked of it; `sheet`: how far its figures are,
    None where they are not begun; `is_awaited`: the stage waits for this member now."""

    progress: StageProgress | None
    sheet: SheetState | None = None
    is_awaited: bool = False


def part_of(member: MemberFacts, stage: StageName, facts: YearFacts) -> Part:
    if stage is StageName.PACT:
        return _of_the_pact(member, facts)
    if stage in HALVES:
        return _of_figures(member, HALVES[stage], facts.mid_year if stage is StageName.MID_YEAR else facts.year)
    return _of_scores(member, SCORES[stage], facts.scoring)


def awaited(facts: YearFacts, stage: StageName) -> tuple[MemberFacts, ...]:
    """Whom the stage waits for, in the order of names; nobody where it is the head's alone."""
    if stage not in STAGES_OF_MEMBERS:
        return ()
    return tuple(one for one in facts.who if part_of(one, stage, facts).is_awaited)


def stages_awaited(facts: YearFacts, *, but: frozenset[int] = frozenset()) -> dict[StageName, tuple[MemberFacts, ...]]:
    """The stages that wait for members other than `but`, with those, in the order of the year."""
    others = {stage: tuple(one for one in awaited(facts, stage) if one.id not in but) for stage in STAGES_OF_MEMBERS}
    return {stage: members for stage, members in others.items() if members}


def _of_the_pact(member: MemberFacts, facts: YearFacts) -> Part:
    """The head signs first: before it has, the others cannot."""
    if member.has_signed:
        return Part(StageProgress.DONE)
    if facts.pact is not PactState.SIGNING:
        return Part(StageProgress.NOT_BEGUN)
    return Part(StageProgress.UNDER_WAY, is_awaited=facts.signed > 0)


def _of_figures(member: MemberFacts, half: int, sheets: Sheets) -> Part:
    if half not in member.sheets:
        return Part(None)
    state = member.sheets[half]
    if state is SheetState.ACCEPTED:
        return Part(StageProgress.DONE, state)
    if state not in UNSENT:
        return Part(StageProgress.UNDER_WAY, state)
    if member.name in sheets.late:
        return Part(StageProgress.LATE, state, is_awaited=True)
    return Part(StageProgress.UNDER_WAY if state else StageProgress.NOT_BEGUN, state, is_awaited=sheets.is_asked)


def _of_scores(member: MemberFacts, kind: ScoreKind, scoring: RoundState | None) -> Part:
    order = tuple(RoundState)
    own = RoundState(kind.value)
    if kind in member.finished:
        return Part(StageProgress.DONE)
    if kind is ScoreKind.CROSS and not member.scores_others:
        return Part(StageProgress.NOT_BEGUN if scoring in (None, RoundState.SELF) else None)
    if scoring is None or order.index(scoring) < order.index(own):
        return Part(StageProgress.NOT_BEGUN)
    return Part(StageProgress.UNDER_WAY, is_awaited=True) if scoring is own else Part(StageProgress.LATE)
