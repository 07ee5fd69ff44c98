"""Where a cluster's year is: its stages in order, how far each is, what is late and what comes next. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from clusters.figures.rules.terms import SheetState
from clusters.pacts.rules.terms import PactState
from clusters.regulation.rules.terms import SchemeState
from clusters.results.rules.terms import ResultState
from clusters.scores.rules.terms import RoundState, ScoreKind


class StageName(StrEnum):
    """In the order of the year (DOMAIN.md 6.3)."""

    REGULATION = "regulation"
    PACT = "pact"
    MID_YEAR = "mid_year"
    YEAR = "year"
    SELF = "self"
    CROSS = "cross"
    APPRAISAL = "appraisal"
    FINAL = "final"
    RESULT = "result"
    CLOSING = "closing"


class StageProgress(StrEnum):
    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    LATE = "late"
    DONE = "done"


@dataclass(frozen=True)
class Sheets:
    """The members' figures of one span. `late`: members that have not sent although the day, with their own extension,
    is over; `is_asked`: the span is over or nearly so."""

    states: tuple[SheetState, ...] = ()
    due_on: date | None = None
    late: tuple[str, ...] = ()
    is_asked: bool = False

    @property
    def sent(self) -> int:
        return sum(state in (SheetState.APPROVED, SheetState.ACCEPTED) for state in self.states)

    @property
    def accepted(self) -> int:
        return sum(state is SheetState.ACCEPTED for state in self.states)


@dataclass(frozen=True)
class MemberFacts:
    """What is known of one member of a year. `sheets`: {half for which it sat: how far its figures
    are, None where not begun}; `scores_others`: it was assigned somebody to score."""

    id: int
    name: str
    has_signed: bool = False
    sheets: Mapping[int, SheetState | None] = field(default_factory=dict)
    finished: frozenset[ScoreKind] = frozenset()
    scores_others: bool = False


@dataclass(frozen=True)
class YearFacts:
    """What is known of a cluster year; None: not begun. `finished`: members done with their own scores of that kind;
    `who`: the members, in the order of names."""

    members: int
    scheme: SchemeState | None = None
    pact: PactState | None = None
    signed: int = 0
    mid_year: Sheets = Sheets()
    year: Sheets = Sheets()
    scoring: RoundState | None = None
    finished_self: int = 0
    finished_cross: int = 0
    result: ResultState | None = None
    closed: bool = False
    who: tuple[MemberFacts, ...] = ()


@dataclass(frozen=True)
class Stage:
    """`done` of `of` members, where the stage is theirs; both 0 where it is the head's alone."""

    name: StageName
    progress: StageProgress
    done: int = 0
    of: int = 0
    due_on: date | None = None
    late: tuple[str, ...] = ()


def stages(facts: YearFacts) -> tuple[Stage, ...]:
    return (
        Stage(StageName.REGULATION, _of(facts.scheme, SchemeState.ADOPTED)),
        Stage(StageName.PACT, _of(facts.pact, PactState.IN_FORCE), facts.signed, facts.members),
        _figures(StageName.MID_YEAR, facts.mid_year, facts.members),
        _figures(StageName.YEAR, facts.year, facts.members),
        *_scores(facts),
        Stage(StageName.RESULT, _of(facts.result, ResultState.FROZEN)),
        Stage(StageName.CLOSING, StageProgress.DONE if facts.closed else StageProgress.NOT_BEGUN),
    )


def next_stage(found: tuple[Stage, ...]) -> Stage | None:
    """The first that is not done; nothing is left once the year is closed."""
    return next((stage for stage in found if stage.progress is not StageProgress.DONE), None)


def _of(state, last) -> StageProgress:
    if state is None:
        return StageProgress.NOT_BEGUN
    return StageProgress.DONE if state is last else StageProgress.UNDER_WAY


def _figures(name: StageName, sheets: Sheets, members: int) -> Stage:
    if members and sheets.accepted == members:
        progress = StageProgress.DONE
    elif sheets.late:
        progress = StageProgress.LATE
    else:
        progress = StageProgress.UNDER_WAY if sheets.sent else StageProgress.NOT_BEGUN
    return Stage(name, progress, sheets.sent, members, sheets.due_on, sheets.late)


def _scores(facts: YearFacts) -> tuple[Stage, ...]:
    order = (RoundState.SELF, RoundState.CROSS, RoundState.APPRAISAL, RoundState.FINAL, RoundState.FROZEN)
    reached = -1 if facts.scoring is None else order.index(facts.scoring)
    counts = {RoundState.SELF: facts.finished_self, RoundState.CROSS: facts.finished_cross}

    def stage(state: RoundState) -> Stage:
        place = order.index(state)
        progress = (
            StageProgress.DONE
            if reached > place
            else StageProgress.UNDER_WAY
            if reached == place
            else StageProgress.NOT_BEGUN
        )
        return Stage(StageName(state.value), progress, counts.get(state, 0), facts.members if state in counts else 0)

    return tuple(stage(state) for state in order[:-1])
