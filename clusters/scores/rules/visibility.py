"""Whose points a person may see while a cluster year is scored. Pure.

Nobody sees another's points of a kind before its own of that kind are finished; unfinished points of others are never
seen. Points that others gave a member are shown to it once all are frozen.
"""

from dataclasses import dataclass

from clusters.scores.rules.terms import RoundState, ScoreKind


@dataclass(frozen=True)
class Viewer:
    """`own`: the person's organisations. `oversees`: the central board, or who keeps the cluster. `appraises`: it is
    this person's office that appraises."""

    own: frozenset[int] = frozenset()
    is_member: bool = False
    is_head: bool = False
    oversees: bool = False
    appraises: bool = False


@dataclass(frozen=True)
class ScorerProgress:
    """`finished`: (kind, member). `tasks`: (scorer, scored)."""

    state: RoundState
    finished: frozenset[tuple[ScoreKind, int]] = frozenset()
    tasks: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class Sight:
    """`given_by`: whose points of every kind; `own_scores_of`: members whose self scores; `cross`: (scorer, scored)."""

    everything: bool = False
    given_by: frozenset[int] = frozenset()
    own_scores_of: frozenset[int] = frozenset()
    cross: frozenset[tuple[int, int]] = frozenset()
    appraisal: bool = False

    def shows(self, kind: ScoreKind, *, scored: int, scorer: int | None) -> bool:
        if self.everything or scorer in self.given_by:
            return True
        if kind is ScoreKind.SELF:
            return scored in self.own_scores_of
        if kind is ScoreKind.CROSS:
            return (scorer, scored) in self.cross
        return kind is ScoreKind.APPRAISAL and self.appraisal


def sight(viewer: Viewer, progress: ScorerProgress) -> Sight:
    looks_on = viewer.is_head or viewer.oversees
    if progress.state is RoundState.FROZEN and (looks_on or viewer.is_member):
        return Sight(everything=True)
    if progress.state is RoundState.FINAL and looks_on:
        return Sight(everything=True)
    compared = _compared(viewer, progress)
    return Sight(
        given_by=viewer.own,
        own_scores_of=compared,
        cross=frozenset(
            (scorer, scored)
            for scorer, scored in progress.tasks
            if scored in compared and (ScoreKind.CROSS, scorer) in progress.finished
        ),
        appraisal=viewer.appraises and progress.state is RoundState.APPRAISAL,
    )


def _compared(viewer: Viewer, progress: ScorerProgress) -> frozenset[int]:
    """Those one was assigned to score, once one's own points of both kinds are done."""
    if progress.state is RoundState.SELF:
        return frozenset()
    done = {
        member
        for member in viewer.own
        if (ScoreKind.SELF, member) in progress.finished and (ScoreKind.CROSS, member) in progress.finished
    }
    return frozenset(scored for scorer, scored in progress.tasks if scorer in done)
