"""The checklist of a dossier: which papers are asked for, which are there, which are wanted now. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from awards.catalogue.rules.terms import SubjectKind, TargetGroup
from awards.nominations.rules.route import Desk
from awards.procedures.rules.terms import Consulted, PaperKind

OF_WHO_SUBMITS = frozenset(
    {
        PaperKind.SUBMISSION_LETTER,
        PaperKind.SUMMARY_LIST,
        PaperKind.COUNCIL_MINUTES,
        PaperKind.VOTE_RESULT,
        PaperKind.PUBLICATION_PROOF,
        PaperKind.CONSULTED_OPINION,
        PaperKind.PARTY_OPINION,
    }
)
"""Papers of the level that submits to the one that decides: where a province passes a unit's dossier on, the province
adds them, not the unit."""


TOLD_BY_OPINION = {
    PaperKind.CONSULTED_OPINION: frozenset(Consulted),
    PaperKind.TAX_CONFIRMATION: frozenset({Consulted.TAX}),
    PaperKind.PARTY_OPINION: frozenset({Consulted.PARTY_COMMITTEE}),
}
"""Papers in whose stead the answer of a consulted body stands."""


@dataclass(frozen=True)
class PaperAsked:
    """A row of the procedure. `blocks`: without it the dossier goes no further; else it is only warned of."""

    kind: PaperKind
    blocks: bool
    form_number: str = ""
    provision: str = ""
    is_verified: bool = True


@dataclass(frozen=True)
class PaperGiven:
    key: int
    kind: str
    on_paper_only: bool = False


@dataclass(frozen=True)
class ChecklistLine:
    """`given`: keys of papers of the kind; `opinions`: answers of consulted bodies that stand in its stead;
    `is_wanted_now`: whoever holds the dossier has to see to it."""

    asked: PaperAsked
    given: tuple[int, ...]
    on_paper_only: bool
    is_wanted_now: bool
    opinions: int = 0

    @property
    def is_there(self) -> bool:
        return bool(self.given) or self.opinions > 0

    @property
    def hinders(self) -> bool:
        return self.asked.blocks and self.is_wanted_now and not self.is_there


def is_asked_of(kind: PaperKind, subject_kind: str, target_group: str) -> bool:
    """An enterprise confirms its taxes: as a collective, or by who leads it; no other person and no household does."""
    if kind is not PaperKind.TAX_CONFIRMATION:
        return True
    return subject_kind == SubjectKind.COLLECTIVE or target_group == TargetGroup.ENTREPRENEUR


def wanted_at(kind: PaperKind, *, desk: Desk | None, route: tuple[Desk, ...]) -> bool:
    """Whether the paper must be there before the dossier leaves that desk, None being the nominator."""
    passed_on = len(route) > 1
    return desk is not None or not passed_on or kind not in OF_WHO_SUBMITS


def checklist(
    asked: Iterable[PaperAsked],
    given: Iterable[PaperGiven],
    *,
    desk: Desk | None,
    route: tuple[Desk, ...],
    opinions: Iterable[str] = (),
) -> tuple[ChecklistLine, ...]:
    """A line for each paper that the procedure asks for, in its order. `opinions`: kinds of bodies that answered."""
    papers, answered = tuple(given), [Consulted(kind) for kind in opinions]
    lines = []
    for one in asked:
        of_kind = [paper for paper in papers if paper.kind == one.kind]
        lines.append(
            ChecklistLine(
                one,
                tuple(paper.key for paper in of_kind),
                bool(of_kind) and all(paper.on_paper_only for paper in of_kind),
                wanted_at(one.kind, desk=desk, route=route),
                sum(kind in TOLD_BY_OPINION.get(one.kind, ()) for kind in answered),
            )
        )
    return tuple(lines)


def beside_the_checklist(asked: Iterable[PaperAsked], given: Iterable[PaperGiven]) -> tuple[PaperGiven, ...]:
    """Papers that no line asks for, those of no kind among them."""
    kinds = {one.kind for one in asked}
    return tuple(paper for paper in given if paper.kind not in kinds)
