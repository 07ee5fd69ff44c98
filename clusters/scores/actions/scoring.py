"""The scoring of a cluster year: opened on the adopted regulation, taken on step by step, frozen."""

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.models.heads import head_on
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.organisations.models.organisation import Organisation
from clusters.regulation.models.scheme import Scheme
from clusters.scores.models.board import Board, board_of
from clusters.scores.models.score import Score, ScoringRound, ScoringStep, ScoringTask
from clusters.scores.models.wording import OFFERS, ROUND_STATES
from clusters.scores.rules.assignment import Assignment, assign
from clusters.scores.rules.flow import FLOW, ScoringCase, ScoringHindrance
from clusters.scores.rules.terms import RoundState, ScoreKind
from clusters.scores.words import HINDRANCES
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.walk import Course, keep_beginning, walk
from emulation.core.actor import Actor
from emulation.core.block_words import words_of
from emulation.core.errors import Refusal

FEWEST_MEMBERS = 2
SCORED_BY_MEMBERS = {RoundState.SELF: ScoreKind.SELF, RoundState.CROSS: ScoreKind.CROSS}


@transaction.atomic
def open_scoring(cluster_year: ClusterYear, *, actor: Actor) -> ScoringRound:
    """By the head's officer. Who scores whom is drawn at once; the number drawn with is kept."""
    if not actor.may("write", cluster_year, subject="scores_panel"):
        raise Refusal(_("Only an officer of the head of the cluster opens its scoring."))
    cluster_year = locked_open_year(cluster_year)
    if ScoringRound.objects.filter(cluster_year=cluster_year).exists():
        raise Refusal(_("The scoring of this year is open already. Open the page again."))
    scheme = Scheme.objects.adopted().filter(cluster_year=cluster_year).first()
    if scheme is None:
        raise Refusal(_("Members are scored by an adopted regulation. Have the regulation of this year adopted first."))
    members = list(sat_in(cluster_year, WHOLE_YEAR))
    if len(members) < FEWEST_MEMBERS:
        raise Refusal(_("A scoring needs at least two members. Record the members of the cluster first."))
    seed = secrets.token_hex(16)
    drawn = assign([member.pk for member in members], scheme.cross_scorers, seed)
    with words_of(is_block=cluster_year.cluster.is_block):
        exception = _exception(drawn, len(members))
    scoring = ScoringRound.objects.create(
        cluster_year=cluster_year, cross_scorers=drawn.k, exception=exception, seed=seed
    )
    ScoringTask.objects.bulk_create(
        ScoringTask(scoring=scoring, scorer_id=scorer, scored_id=scored) for scorer, scored in sorted(drawn.pairs)
    )
    keep_beginning(SCORING, scoring, "open_self", actor=actor, why=scoring.exception)
    record(
        actor,
        "clusters.open_scoring",
        scoring,
        after={"members": len(members), "cross_scorers": drawn.k, "exception": scoring.exception},
        organisation_id=cluster_year.cluster.owner_id,
    )
    return scoring


def _exception(drawn: Assignment, members: int) -> str:
    if not drawn.is_reduced:
        return ""
    facts = {"members": members, "wanted": drawn.wanted, "k": drawn.k}
    if not drawn.k:
        return (
            _("With %(members)s members any two would score each other, so nobody is scored by other members here.")
            % facts
        )
    return (
        _(
            "With %(members)s members and %(wanted)s cross-scorers each, some would score their own scorer; so each is "
            "scored by %(k)s."
        )
        % facts
    )


def take_step(scoring: ScoringRound, name: str, *, why: str = "", actor: Actor) -> ScoringRound:
    """As `clusters.scores.rules.flow` says; `why` is wanted where something is left behind or taken back."""
    return walk(SCORING, scoring, name, actor=actor, why=why)


def locked_scoring(scoring: ScoringRound) -> ScoringRound:
    """Under the lock of its year: whoever writes points, takes a step or closes the year waits for the others."""
    cluster_year = locked_open_year(scoring.cluster_year)
    scoring = ScoringRound.objects.get(pk=scoring.pk)
    scoring.cluster_year = cluster_year
    return scoring


def case_of(scoring: ScoringRound, *, why: str = "") -> ScoringCase:
    waiting = [member.pk for member in unfinished_members(scoring)]
    head = head_on(scoring.cluster_year, clock.today())
    unappraised = without_final = 0
    if scoring.state in (RoundState.APPRAISAL, RoundState.FINAL):
        board = board_of(scoring, scores=Score.objects.all(), on=clock.today())
        unappraised = len(unappraised_lines(board))
        without_final = len(board.without_final())
    return ScoringCase(
        unfinished=len(waiting),
        head_unfinished=head is not None and head.pk in waiting,
        unappraised=unappraised,
        without_final=without_final,
        is_explained=bool(why),
        was_final=scoring.steps.filter(target=RoundState.FINAL).exists(),
    )


def unfinished_members(scoring: ScoringRound) -> list[Organisation]:
    """Members that have not finished the present kind of points, by name; nobody while members give none."""
    kind = SCORED_BY_MEMBERS.get(RoundState(scoring.state))
    if kind is None:
        return []
    members = sat_in(scoring.cluster_year, WHOLE_YEAR)
    if kind is ScoreKind.CROSS:
        members = members.filter(pk__in=scoring.tasks.values("scorer"))
    return list(members.exclude(pk__in=scoring.finishes.filter(kind=kind).values("organisation")))


def unappraised_lines(board: Board) -> list[tuple[int, int]]:
    """(line, member) of those that are to be appraised and have no points yet."""
    return [
        (criterion.pk, member.pk)
        for criterion in board.criteria.values()
        if criterion.appraised
        for member in board.members
        if board.points(ScoreKind.APPRAISAL, criterion.pk, member.pk) is None
    ]


def refuse_unless_in(scoring: ScoringRound, kind: ScoreKind) -> None:
    if scoring.state != kind.value:
        raise Refusal(
            _("The scoring is in the state “%(state)s”; these points are given in the state “%(wanted)s”.")
            % {"state": scoring.get_state_display(), "wanted": ROUND_STATES[RoundState(kind.value)]}
        )


def _state_refusal(scoring: ScoringRound) -> str:
    return _("The scoring is in the state “%(state)s”, so this is no longer possible. Look at it again.") % {
        "state": scoring.get_state_display()
    }


SCORING = Course[ScoringRound](
    flow=FLOW,
    steps=ScoringStep,
    thing="scoring",
    verb="clusters.{}_scoring",
    locked=locked_scoring,
    in_state=_state_refusal,
    in_words=lambda hindrance, case, scoring: str(HINDRANCES[ScoringHindrance(hindrance)]),
    case_of=case_of,
    field_of_hindrance="why",
    overcome_by_reason=(ScoringHindrance.LEFT_BEHIND, ScoringHindrance.UNAPPRAISED, ScoringHindrance.NO_REASON),
    labels=OFFERS,
    organisation_of=lambda scoring: scoring.cluster_year.cluster.owner_id,
)
