"""Points that members and appraisers give, cell by cell; and the word that they are done."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.organisations.models.organisation import Organisation
from clusters.regulation.models.criterion import Criterion
from clusters.regulation.models.pure import pure_line
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.terms import NEEDS_INDICATOR, FunctionKind
from clusters.regulation.words import points_in_words
from clusters.scores.actions.scoring import locked_scoring, refuse_unless_in
from clusters.scores.models.board import Board, board_of
from clusters.scores.models.score import LONGEST_NOTE, Score, ScoringFinish, ScoringRound
from clusters.scores.rules.entry import ScorePart, read_points
from clusters.scores.rules.terms import ScoreKind
from clusters.scores.words import listed, points_for_input, trouble_in_words
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import REASON_TOO_LONG, fitting
from emulation.core.actor import Actor
from emulation.core.errors import Overtaken, Refusal
from emulation.core.text import squash

FROM_FIGURES = NEEDS_INDICATOR | {FunctionKind.FROM_REGISTER}


@dataclass(frozen=True)
class WrittenScore:
    """`text`: what stands in the cell now."""

    score: Score
    text: str


@transaction.atomic
def write_score(
    scoring: ScoringRound,
    kind: ScoreKind,
    *,
    criterion: Criterion,
    scored: Organisation,
    scorer: Organisation | None,
    part: ScorePart,
    text: str,
    seen: str,
    actor: Actor,
) -> WrittenScore:
    """A self, cross or appraised score. `seen` is what stood in the cell when the person began; if something else
    stands there now, it stays and `Overtaken` says so. An empty text is no score, which is not 0."""
    if not actor.may("write", Score(scoring=scoring, kind=kind, scorer=scorer)):
        raise Refusal(_("These points are given by an officer of the office whose task it is."))
    scorer_id = None if scorer is None else scorer.pk
    scoring = locked_scoring(scoring)
    refuse_unless_in(scoring, kind)
    _refuse_finished(scoring, kind, scorer_id)
    refuse_unassigned(scoring, kind, scored.pk, scorer_id)
    refuse_other_line(scoring, kind, criterion)
    place = {"scoring": scoring, "kind": kind, "criterion": criterion, "scored": scored, "scorer": scorer}
    score = Score.objects.filter(**place).first() or Score(**place)
    before = text_of(score, part)
    text = squash(text)
    if part is ScorePart.REASON:
        score.reason = fitting(text, most=LONGEST_NOTE, sentence=REASON_TOO_LONG)
    else:
        line = pure_line(criterion)
        entry = read_points(text, line)
        if entry.trouble:
            raise Refusal(trouble_in_words(entry.trouble, text, line))
        score.points = entry.points
    after = text_of(score, part)
    if before == after:
        return WrittenScore(score, after)
    if before != squash(seen):
        raise Overtaken(
            _("Somebody else changed this cell in the meantime. Choose which of the two is to stand."), theirs=before
        )
    score.save()
    record(
        actor,
        "clusters.write_score",
        score,
        before={part.value: before},
        after={part.value: after},
        organisation_id=scorer_id,
    )
    return WrittenScore(score, after)


def text_of(score: Score | None, part: ScorePart) -> str:
    """As it stands in its cell."""
    if score is None:
        return ""
    return score.reason if part is ScorePart.REASON else points_for_input(score.points)


@transaction.atomic
def take_computed(scoring: ScoringRound, *, organisation: Organisation, actor: Actor) -> int:
    """Fills the empty lines of a member's self score with what the figures give; how many. One deed."""
    if not actor.may("write", organisation, subject="scores_own"):
        raise Refusal(_("These points are given by an officer of the office whose task it is."))
    scoring = locked_scoring(scoring)
    refuse_unless_in(scoring, ScoreKind.SELF)
    _refuse_finished(scoring, ScoreKind.SELF, organisation.pk)
    refuse_unassigned(scoring, ScoreKind.SELF, organisation.pk, organisation.pk)
    board = board_of(scoring, scores=Score.objects.filter(kind=ScoreKind.SELF, scorer=organisation), on=clock.today())
    made: list[Score] = []
    changed: list[Score] = []
    for criterion in board.criteria.values():
        told = board.reached(criterion.pk, organisation.pk).points
        kept = board.one(ScoreKind.SELF, criterion.pk, organisation.pk)
        if told is None or (kept and kept.points is not None):
            continue
        row = kept or Score(
            scoring=scoring, kind=ScoreKind.SELF, criterion=criterion, scored=organisation, scorer=organisation
        )
        row.points = told
        (changed if kept else made).append(row)
    if not (made or changed):
        raise Refusal(_("No empty line can be computed from the accepted figures. Enter its points yourself."))
    Score.objects.bulk_create(made)
    Score.objects.bulk_update(changed, ["points"])
    record(
        actor,
        "clusters.take_computed",
        scoring,
        after={"lines": len(made) + len(changed)},
        organisation_id=organisation.pk,
    )
    return len(made) + len(changed)


@transaction.atomic
def finish_scores(scoring: ScoringRound, kind: ScoreKind, *, organisation: Organisation, actor: Actor) -> ScoringFinish:
    """The member says that its own points of the kind are done; from then on they stand."""
    if not actor.may("write", organisation, subject="scores_own"):
        raise Refusal(_("Only an officer of this organisation finishes its points."))
    scoring = locked_scoring(scoring)
    refuse_unless_in(scoring, kind)
    _refuse_finished(scoring, kind, organisation.pk)
    board = board_of(scoring, scores=Score.objects.filter(kind=kind, scorer=organisation), on=clock.today())
    scored = scored_by(board, kind, organisation.pk)
    if not scored:
        raise Refusal(_("Your organisation has nobody to score here."))
    unscored = missing_points(board, kind, scored)
    if unscored:
        raise Refusal(
            _("%(number)s lines have no points yet (0 is a score, an empty cell is not): %(lines)s.")
            % {"number": len(unscored), "lines": listed(unscored)}
        )
    unexplained = missing_reasons(board, organisation.pk) if kind is ScoreKind.SELF else []
    if unexplained:
        raise Refusal(
            _("Your points differ from the computed ones and no reason is given: %(lines)s.")
            % {"lines": listed(unexplained)}
        )
    try:
        with transaction.atomic():
            finish = ScoringFinish.objects.create(
                scoring=scoring,
                kind=kind,
                organisation=organisation,
                finished_by_name=actor.name,
                finished_at=clock.now(),
            )
    except IntegrityError as error:
        raise Refusal(_already_finished()) from error
    record(
        actor,
        "clusters.finish_scores",
        finish,
        after={"kind": kind.value, "lines": len(lines_of(board, kind)) * len(scored)},
        organisation_id=organisation.pk,
    )
    return finish


def lines_of(board: Board, kind: ScoreKind) -> list[Criterion]:
    """Lines that are given points of this kind."""
    asked = {ScoreKind.CROSS: "cross_scored", ScoreKind.APPRAISAL: "appraised"}.get(kind)
    return [one for one in board.criteria.values() if asked is None or getattr(one, asked)]


def scored_by(board: Board, kind: ScoreKind, scorer: int | None) -> list[Organisation]:
    """Members that this one scores: itself, those assigned to it, or all."""
    if kind is ScoreKind.SELF:
        return [one for one in board.members if one.pk == scorer]
    if kind is ScoreKind.CROSS:
        assigned = set(board.scoring.tasks.filter(scorer=scorer).values_list("scored", flat=True))
        return [one for one in board.members if one.pk in assigned]
    return list(board.members)


def missing_points(board: Board, kind: ScoreKind, scored: list[Organisation]) -> list[str]:
    """Names of the lines without points; with the member where there are several."""
    return [
        str(criterion) if kind is ScoreKind.SELF else f"{criterion} ({member})"
        for criterion in lines_of(board, kind)
        for member in scored
        if board.points(kind, criterion.pk, member.pk) is None
    ]


def missing_reasons(board: Board, member: int) -> list[str]:
    """Names of the lines whose self score differs from what the figures give, without a word why."""
    found = []
    for criterion in board.criteria.values():
        told = board.reached(criterion.pk, member).points
        score = board.one(ScoreKind.SELF, criterion.pk, member)
        if told is not None and score is not None and score.points not in (None, told) and not score.reason:
            found.append(_("%(line)s (computed %(points)s)") % {"line": criterion, "points": points_in_words(told)})
    return found


def is_finished(scoring: ScoringRound, kind: ScoreKind, organisation: int) -> bool:
    return scoring.finishes.filter(kind=kind, organisation=organisation).exists()


def _refuse_finished(scoring: ScoringRound, kind: ScoreKind, scorer: int | None) -> None:
    if scorer is not None and is_finished(scoring, kind, scorer):
        raise Refusal(_already_finished())


def _already_finished() -> str:
    return _("Your organisation has finished these points; they no longer change.")


def refuse_unassigned(scoring: ScoringRound, kind: ScoreKind, scored: int, scorer: int | None) -> None:
    """The same sentence whoever is not assigned: it does not tell a member who scores it."""
    if kind is ScoreKind.CROSS:
        if scored == scorer:
            raise Refusal(_("No member scores itself here; its own points are given as self score."))
        if not scoring.tasks.filter(scorer=scorer, scored=scored).exists():
            raise Refusal(_("This member was not assigned to you; score those on your list only."))
        return
    if kind is ScoreKind.SELF and scored != scorer:
        raise Refusal(_("A self score is of the member itself."))
    if not sat_in(scoring.cluster_year, WHOLE_YEAR).filter(pk=scored).exists():
        raise Refusal(_("This organisation is not a member of the cluster in this year."))


def refuse_other_line(scoring: ScoringRound, kind: ScoreKind, criterion: Criterion) -> None:
    if not Scheme.objects.filter(pk=criterion.scheme_id, cluster_year=scoring.cluster_year_id).exists():
        raise Refusal(_("This line is not in the regulation of this year. Open the page again."))
    if kind is ScoreKind.CROSS and not criterion.cross_scored:
        raise Refusal(_("By the regulation this line is not scored by other members."))
    if kind is ScoreKind.APPRAISAL and not criterion.appraised:
        raise Refusal(_("By the regulation this line is not appraised."))
