"""A complaint halts a dossier at the desk that holds it, until it is settled: it goes nowhere and is not decided on."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from awards.nominations.actions.course import locked_nomination
from awards.nominations.actions.hands import keep_hand
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.terms import NominationState
from awards.nominations.words import state_refusal
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import reason_of
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal


@transaction.atomic
def halt_nomination(nomination: Nomination, *, why: str, actor: Actor) -> Nomination:
    """`why`: what is complained of, without who complains."""
    nomination = _at_the_desk(nomination, actor)
    said = reason_of(why, needed=True)
    if nomination.halted_at is not None:
        raise Refusal(
            _("A complaint has halted the dossier since %(day)s. Settle that one first.")
            % {"day": format_date(localtime(nomination.halted_at).date())}
        )
    nomination.halted_why, nomination.halted_at = said, clock.now()
    return _kept(nomination, "awards.halt_nomination", said, actor)


@transaction.atomic
def let_go_on(nomination: Nomination, *, why: str, actor: Actor) -> Nomination:
    """`why`: how the complaint was settled."""
    nomination = _at_the_desk(nomination, actor)
    said = reason_of(why, needed=True)
    if nomination.halted_at is None:
        raise Refusal(_("No complaint halts the dossier."))
    nomination.halted_why, nomination.halted_at = "", None
    return _kept(nomination, "awards.let_nomination_go_on", said, actor)


def refuse_halted(nominations: Iterable[Nomination]) -> None:
    """No decision is made on them."""
    halted = [f"{one} ({one.halted_why.rstrip('.')})" for one in nominations if one.halted_at is not None]
    if halted:
        raise Refusal(
            _("Complaints halt dossiers, so nothing is decided on them: %(names)s.") % {"names": "; ".join(halted)}
        )


def _kept(nomination: Nomination, verb: str, why: str, actor: Actor) -> Nomination:
    nomination.save(update_fields=["halted_why", "halted_at"])
    keep_hand(nomination, actor)
    record(actor, verb, nomination, why=why, organisation_id=nomination.holder_id)
    return nomination


def _at_the_desk(nomination: Nomination, actor: Actor) -> Nomination:
    nomination = locked_nomination(nomination)
    if nomination.state not in (NominationState.REVIEW, NominationState.COUNCIL):
        raise Refusal(state_refusal(nomination))
    if not actor.may("decide", nomination, subject="nomination_review"):
        raise Refusal(_("A dossier is halted, and let go on, by the leader of the body that holds it."))
    return nomination
