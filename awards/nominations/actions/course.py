"""How a dossier walks its flow, and who is told of each step."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from awards.nominations.actions.hands import desk_of_step, keep_hands
from awards.nominations.models import wording
from awards.nominations.models.contents import NominationComment
from awards.nominations.models.desks import body_at, desk_of, route
from awards.nominations.models.names import award_name
from awards.nominations.models.nomination import Nomination, NominationStep
from awards.nominations.models.standing import DossierStanding, standing_of
from awards.nominations.rules.flow import FLOW, NominationCase, NominationHindrance
from awards.nominations.rules.route import Desk, desk_after
from awards.nominations.words import finding_in_words, hindrance_in_words, state_refusal
from awards.procedures.models.wording import PAPERS
from emulation.core import clock
from emulation.core.actions.walk import Course, Told, Walked
from emulation.core.errors import Refusal
from emulation.core.flow import Step

NO_BODY = gettext_lazy("No body is recorded that this dossier could be sent to. Tell the system administrator.")
Follower = Callable[[Sequence[tuple[Nomination, NominationStep]], Walked], None]
FOLLOWERS: list[Follower] = []
BACK_TO_THE_NOMINATOR = ("recall", "return")


def locked_nomination(nomination: Nomination) -> Nomination:
    related = ("organisation__parent", "holder", "province", "board", "award", "subject")
    return Nomination.objects.select_for_update(of=("self",)).select_related(*related).get(pk=nomination.pk)


def case_of(nomination: Nomination, *, standing: DossierStanding | None = None, **context: Any) -> NominationCase:
    """`standing`: where it is at hand already."""
    today = clock.today()
    found = standing or standing_of(nomination, on=today)
    due = found.send_by
    return NominationCase(
        has_subject=bool(nomination.name),
        has_period=nomination.achieved_from is not None and nomination.achieved_to is not None,
        period_ended=nomination.achieved_to is None or nomination.achieved_to <= today,
        has_achievement=bool(nomination.summary) or nomination.achievements.exclude(text="").exists(),
        nominator_exists=nomination.organisation.during.contains(today),
        award_in_force=nomination.award.during.contains(today),
        has_procedure=found.held.procedure is not None,
        missing=tuple(str(PAPERS[line.asked.kind]) for line in found.missing),
        broken=tuple(finding_in_words(one) for one in found.hindering),
        unanswered=NominationComment.objects.unanswered().filter(nomination=nomination).count(),
        due=due.day if due else None,
        is_late=due is not None and due.is_verified and due.day < today,
        is_at_its_first=found.desk is None or found.desk is found.route[0],
        has_next_desk=found.desk is not None and desk_after(found.route, found.desk) is not None,
    )


def in_words(hindrance: str, case: NominationCase, nomination: Nomination) -> str:
    return hindrance_in_words(
        NominationHindrance(hindrance), case, nomination, award=award_name(nomination, on=clock.today())
    )


def _entered(nomination: Nomination, step: Step, walked: Walked) -> Told:
    """Who holds it next, to whom it was sent, by which decision it ended; at whose desk."""
    told: dict[str, Any] = {}
    desk = desk_of_step(nomination, step)
    if step.name in ("submit", "forward"):
        _send(nomination, step.name)
    elif step.name in BACK_TO_THE_NOMINATOR:
        nomination.holder = nomination.organisation
        if nomination.received_on is None:
            nomination.province = nomination.board = None
    elif step.name == "take_up" and nomination.received_on is None:
        nomination.received_on = clock.today()
    elif step.name == "award":
        nomination.decision_number = walked.context["decision_number"]
        nomination.decision_date = walked.context["decision_date"]
        told = {"decision_number": nomination.decision_number, "decision_date": nomination.decision_date}
    nomination.held_since = walked.at
    holder = str(nomination.holder)
    return Told(
        {"state": walked.source},
        {"state": nomination.state, "holder": holder, **told},
        {"holder_name": holder, "taken_by_id": walked.actor.user_id, "desk_id": desk},
    )


def _send(nomination: Nomination, name: str) -> None:
    way = route(nomination)
    desk = way[0] if name == "submit" else desk_after(way, desk_before(nomination, way))
    body = None if desk is None else body_at(desk, nomination, on=clock.today())
    if body is None:
        raise Refusal(str(NO_BODY))
    nomination.holder = body
    if desk is Desk.PROVINCE:
        nomination.province = body
    if desk is Desk.BOARD:
        nomination.board = body


def desk_before(nomination: Nomination, way: tuple[Desk, ...]) -> Desk:
    return desk_of(nomination) or way[0]


def followed_by(follower: Follower) -> None:
    """A room above keeps something of its own beside each dossier, in the same transaction as the step."""
    if follower not in FOLLOWERS:
        FOLLOWERS.append(follower)


def tell_followers(pairs: Sequence[tuple[Nomination, NominationStep]], walked: Walked) -> None:
    keep_hands(step for _nomination, step in pairs)
    for follower in FOLLOWERS:
        follower(pairs, walked)


NOMINATION = Course[Nomination](
    flow=FLOW,
    steps=NominationStep,
    thing="nomination",
    verb="awards.{}_nomination",
    locked=locked_nomination,
    in_state=state_refusal,
    in_words=in_words,
    case_of=case_of,
    effect=_entered,
    afterwards=lambda nomination, taken, walked: tell_followers([(nomination, taken)], walked),
    afterwards_together=tell_followers,
    labels=wording.OFFERS,
    organisation_of=lambda nomination: nomination.organisation_id,
)
