"""How a dossier walks its flow, and who is told of each step."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from awards.nominations.actions.hands import desk_of_step, keep_hands
from awards.nominations.models import wording
from awards.nominations.models.bodies import with_bodies
from awards.nominations.models.consultation import Consultation
from awards.nominations.models.contents import Achievement, NominationComment
from awards.nominations.models.desks import body_at, desk_of, heirs_of, route
from awards.nominations.models.names import award_name
from awards.nominations.models.nomination import Nomination, NominationStep
from awards.nominations.models.standing import DossierStanding, standing_of, who_is_sent
from awards.nominations.rules.flow import FLOW, NominationCase, NominationHindrance
from awards.nominations.rules.route import Desk, desk_after
from awards.nominations.words import award_words, findings_in_words, hindrance_in_words, state_refusal
from awards.procedures.models.wording import PAPERS
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actions.walk import Course, Told, Walked
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.flow import Step


@dataclass(frozen=True)
class Held:
    """Why a dossier of the desk is left to a colleague, in words. `is_apart`: the person gives an independent opinion
    on it, and reads nothing that colleagues note meanwhile."""

    said: str
    is_apart: bool = False


NO_BODY = gettext_lazy("No body is recorded that this dossier could be sent to. Tell the system administrator.")
Holding = Callable[[Nomination, Actor], Held | None]
HELD_BACK_BY: list[Holding] = []
Follower = Callable[[Sequence[tuple[Nomination, NominationStep]], Walked], None]
FOLLOWERS: list[Follower] = []
OF_THE_AWARD = (NominationHindrance.AWARD_OUT_OF_FORCE, NominationHindrance.NO_PROCEDURE)
BACK_TO_THE_NOMINATOR = ("recall", "return")


def locked_nomination(nomination: Nomination) -> Nomination:
    rows = Nomination.objects.select_for_update(of=("self",)).select_related("award", "subject")
    return with_bodies([rows.get(pk=nomination.pk)])[0]


def case_of(
    nomination: Nomination,
    *,
    standing: DossierStanding | None = None,
    case: NominationCase | None = None,
    by: Actor | None = None,
    **context: Any,
) -> NominationCase:
    """`standing`, or the `case` itself: where it is at hand already. `by`: who is about to take a step."""
    if case is not None:
        return case
    found = standing or standing_of(nomination, on=clock.today(), reader=by)
    return case_with(
        nomination,
        found,
        has_achievement=bool(nomination.summary) or nomination.achievements.exclude(text="").exists(),
        unanswered=NominationComment.objects.unanswered().filter(nomination=nomination).count(),
        held_by_another=held_back(nomination, by) if by is not None else "",
    )


def cases_of(nominations: Iterable[Nomination], standings: Mapping[int, DossierStanding]) -> dict[int, NominationCase]:
    """Of many at once. Three queries."""
    listed = list(nominations)
    pks = [one.pk for one in listed]
    achieved = set(Achievement.objects.filter(nomination__in=pks).exclude(text="").values_list("nomination", flat=True))
    comments = NominationComment.objects.unanswered().filter(nomination__in=pks).order_by()
    unanswered = dict(comments.values_list("nomination").annotate(Count("pk")))
    names = award_words(on=clock.today())
    return {
        one.pk: case_with(
            one,
            standings[one.pk],
            has_achievement=bool(one.summary) or one.pk in achieved,
            unanswered=unanswered.get(one.pk, 0),
            names=names,
        )
        for one in listed
    }


def case_with(
    nomination: Nomination,
    found: DossierStanding,
    *,
    has_achievement: bool,
    unanswered: int,
    names: Mapping[str, str] | None = None,
    held_by_another: str = "",
) -> NominationCase:
    today, due = clock.today(), found.send_by
    stands = nomination.organisation.during.contains(today)
    if names is None:
        names = award_words(on=today) if found.hindering else {}
    waited = [
        one for one in found.consultations if one.is_open and one.due_on >= today and _is_asked_here(one, nomination)
    ]
    return NominationCase(
        has_subject=bool(nomination.name),
        has_period=nomination.achieved_from is not None and nomination.achieved_to is not None,
        period_ended=nomination.achieved_to is None or nomination.achieved_to <= today,
        has_achievement=has_achievement,
        nominator_exists=stands,
        award_in_force=nomination.award.during.contains(today),
        has_procedure=found.held.procedure is not None,
        missing=tuple(str(PAPERS[line.asked.kind]) for line in found.missing),
        broken=findings_in_words(found.hindering, names),
        unanswered=unanswered,
        due=due.day if due else None,
        is_late=due is not None and due.is_verified and due.day < today,
        was_for_another=due is not None and due.was_for_another,
        is_at_its_first=found.desk is None or found.desk is found.route[0],
        has_next_desk=found.desk is not None and desk_after(found.route, found.desk) is not None,
        waited_for=tuple(one.name for one in waited),
        waited_until=max((one.due_on for one in waited), default=None),
        halted=nomination.halted_why,
        has_heir=not stands and bool(heirs_of(nomination.organisation, on=today)),
        held_by_another=held_by_another,
    )


def held_by(nomination: Nomination, actor: Actor) -> Held | None:
    return next((held for holding in HELD_BACK_BY if (held := holding(nomination, actor))), None)


def held_back(nomination: Nomination, actor: Actor) -> str:
    """Why it is a colleague's of the desk to go on with; empty where it is not."""
    held = held_by(nomination, actor)
    return held.said if held else ""


def refuse_held_back(nomination: Nomination, actor: Actor) -> None:
    if said := held_back(nomination, actor):
        raise Refusal(said)


def _is_asked_here(consultation: Consultation, nomination: Nomination) -> bool:
    return consultation.asker_id == nomination.holder_id


def in_words(hindrance: str, case: NominationCase, nomination: Nomination) -> str:
    award = award_name(nomination, on=clock.today()) if hindrance in OF_THE_AWARD else ""
    return hindrance_in_words(NominationHindrance(hindrance), case, nomination, award=award)


def _entered(nomination: Nomination, step: Step, walked: Walked) -> Told:
    """Who holds it next, to whom it was sent, by which decision it ended; at whose desk."""
    told: dict[str, Any] = {}
    columns: dict[str, Any] = {"desk_id": desk_of_step(nomination, step)}
    if step.name in ("submit", "forward"):
        _send(nomination, step.name)
        columns["sent_for"] = who_is_sent(nomination)
    elif step.name in BACK_TO_THE_NOMINATOR:
        nomination.holder = nomination.organisation
        if nomination.received_on is None:
            nomination.province = nomination.board = None
    elif step.name == "fetch_back":
        _fetch_back(nomination)
    elif step.name == "take_over":
        told = {"heir": str(_take_over(nomination, walked))}
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
        {"holder_name": holder, "taken_by_id": walked.actor.user_id, **columns},
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


def _fetch_back(nomination: Nomination) -> None:
    """To the province, which passed it on; a board that never took it up no longer sees it."""
    board = nomination.board
    if nomination.province is None:
        raise Refusal(str(NO_BODY))
    nomination.holder = nomination.province
    if board is not None and not nomination.steps.filter(name="take_up", holder_name=str(board)).exists():
        nomination.board = None


def _take_over(nomination: Nomination, walked: Walked) -> Organisation:
    """What stands in the ended nominator's place; after a split, the part of which the person is."""
    heirs = heirs_of(nomination.organisation, on=clock.today())
    own = [one for one in heirs if one.pk in walked.actor.own]
    if not own and len(heirs) > 1:
        raise Refusal(
            _("Only the organisation in its place takes the dossier over: %(heirs)s.")
            % {"heirs": ", ".join(map(str, heirs))}
        )
    [heir, *_others] = own or heirs
    nomination.organisation = nomination.holder = heir
    return heir


def desk_before(nomination: Nomination, way: tuple[Desk, ...]) -> Desk:
    return desk_of(nomination) or way[0]


def held_back_by(holding: Holding) -> None:
    """A room above keeps a dossier of the desk from a person's steps; None where it does not."""
    if holding not in HELD_BACK_BY:
        HELD_BACK_BY.append(holding)


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
