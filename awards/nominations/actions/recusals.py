"""A person of a desk leaves a dossier to colleagues; who decides there lets in again whom nothing else keeps out."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from awards.conflicts.models.conflict import FACTS, Conflict
from awards.conflicts.models.kin import Namesake
from awards.conflicts.models.parts import Recusal
from awards.conflicts.rules.terms import BY_NAME
from awards.nominations.actions.course import locked_nomination
from awards.nominations.models.desks import desk_of
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.terms import ENDED
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import reason_of, refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models import User

ROW = "nomination_recusal"
Follower = Callable[[Recusal], None]
FOLLOWERS: list[Follower] = []


def recusals_followed_by(follower: Follower) -> None:
    """A room above takes what it had given the person to somebody else, in the same transaction."""
    if follower not in FOLLOWERS:
        FOLLOWERS.append(follower)


def desk_to_leave(nomination: Nomination, actor: Actor) -> int | None:
    """The body at whose desk the person may be asked to judge it; None where there is none, as for the nominator's own
    people while it is prepared."""
    if nomination.state in ENDED or not actor.may("recuse", nomination, subject=ROW):
        return None
    received = [body for body in (nomination.board_id, nomination.province_id) if body in actor.bodies]
    if received:
        return received[0]
    return nomination.holder_id if desk_of(nomination) is not None else None


@transaction.atomic
def recuse(nomination: Nomination, *, actor: Actor) -> Recusal:
    """At once and without a reason: from this moment on the dossier is not there for the person."""
    nomination = locked_nomination(nomination)
    body = desk_to_leave(nomination, actor)
    if body is None:
        raise Refusal(_("There is nothing here for you to judge, so there is nothing to leave to others."))
    with refusing_conflicts():
        recusal = Recusal.objects.create(
            nomination=nomination, user_id=actor.user_id, body_id=body, asked_at=clock.now()
        )
    actor.forget(FACTS)
    for follower in FOLLOWERS:
        follower(recusal)
    record(actor, "awards.recuse", nomination, organisation_id=body)
    return recusal


@transaction.atomic
def lift_recusal(recusal: Recusal, *, why: str, actor: Actor) -> Recusal:
    """By who decides at that desk, where the person clicked in error, or the reason is gone."""
    nomination = _decided(recusal.nomination, actor)
    said = reason_of(why, needed=True)
    recusal = Recusal.objects.select_for_update(of=("self",)).select_related("user").get(pk=recusal.pk)
    if recusal.lifted_at is not None:
        raise Refusal(_("%(name)s was let in again already.") % {"name": recusal.user})
    recusal.lifted_at, recusal.lifted_by_name, recusal.lifted_why = clock.now(), actor.name, said
    recusal.save(update_fields=["lifted_at", "lifted_by_name", "lifted_why"])
    record(
        actor,
        "awards.lift_recusal",
        nomination,
        after={"account": str(recusal.user)},
        why=said,
        organisation_id=recusal.body_id,
    )
    return recusal


@transaction.atomic
def call_namesake(nomination: Nomination, user: User, *, why: str, actor: Actor) -> Namesake:
    """The nominee only bears the name of the person, or of the person's kin."""
    nomination = _decided(nomination, actor)
    said = reason_of(why, needed=True)
    grounds = Conflict.objects.filter(matter=nomination, desk=nomination.holder_id, user=user)
    if not grounds.filter(ground__in=list(BY_NAME)).exists():
        raise Refusal(_("Nobody of this name keeps %(name)s out of the dossier.") % {"name": user})
    with refusing_conflicts():
        namesake = Namesake.objects.create(
            nomination=nomination,
            user=user,
            body_id=nomination.holder_id,
            why=said,
            said_by_name=actor.name,
            said_at=clock.now(),
        )
    record(
        actor,
        "awards.call_namesake",
        nomination,
        after={"account": str(user)},
        why=said,
        organisation_id=nomination.holder_id,
    )
    return namesake


def _decided(nomination: Nomination, actor: Actor) -> Nomination:
    nomination = locked_nomination(nomination)
    if nomination.state in ENDED or desk_of(nomination) is None or not actor.may("lift", nomination, subject=ROW):
        raise Refusal(_("Only who decides on the dossier at this desk lets people in again."))
    return nomination
