"""The two tellers of a sealed ballot: their passphrases, and the ways on when one forgets or leaves."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from emulation.core.actions.ballots import Teller, locked_ballot, wrong_passphrase
from emulation.core.actor import Actor
from emulation.core.ballot_box import WrongPassphrase, fits, handed_over, new_teller_key
from emulation.core.ballot_flow import BallotState
from emulation.core.errors import Refusal
from emulation.core.models import BallotTeller, SealedBallot

SHORTEST_PASSPHRASE = 12


@transaction.atomic
def set_passphrase(ballot: SealedBallot, *, passphrase: str, actor: Actor) -> BallotTeller:
    """By the teller, before the ballot opens; set again where it was forgotten."""
    ballot = locked_ballot(ballot)
    if ballot.state != BallotState.PREPARED:
        raise Refusal(_("Passphrases are set before the ballot opens. Now one can only be handed over."))
    tellers = list(ballot.tellers.select_for_update())
    own = _teller_of(tellers, actor)
    other = next(one for one in tellers if one.pk != own.pk)
    require_strong(passphrase, field="passphrase")
    if other.is_ready and fits(passphrase, other.key):
        raise Refusal(_("The other teller has this passphrase already. Choose one of your own."), field="passphrase")
    _keep_key(own, passphrase)
    own.save()
    return own


@transaction.atomic
def replace_teller(ballot: SealedBallot, *, position: int, by: Teller) -> BallotTeller:
    """Before the ballot opens: the new one sets a passphrase of their own."""
    ballot = locked_ballot(ballot)
    if ballot.state != BallotState.PREPARED:
        raise Refusal(_("The ballot is open: the teller who leaves hands over to another, or the ballot is annulled."))
    leaving, staying = _parted(ballot, position)
    _refuse_the_same(staying, by)
    leaving.name, leaving.user_id = by.name, by.user_id
    leaving.public_key = leaving.salt = leaving.locked_key = leaving.part = None
    leaving.save()
    return leaving


@transaction.atomic
def hand_over(ballot: SealedBallot, *, to: Teller, passphrase: str, new_passphrase: str, actor: Actor) -> BallotTeller:
    """While votes are cast, a teller who leaves gives the part to another: the one types the passphrase held until now,
    the other a new one. No vote is opened, the other teller need not be there."""
    ballot = locked_ballot(ballot)
    if ballot.state != BallotState.OPEN:
        raise Refusal(_("There is something to hand over only while the ballot is open."))
    position = _teller_of(list(ballot.tellers.all()), actor).position
    leaving, staying = _parted(ballot, position)
    _refuse_the_same(staying, to)
    if to.user_id == leaving.user_id:
        raise Refusal(_("You are this teller yourself. Choose who takes over."), field="to")
    require_strong(new_passphrase, field="new_passphrase")
    if fits(new_passphrase, staying.key):
        raise Refusal(
            _("The other teller has this passphrase already. Choose one of your own."), field="new_passphrase"
        )
    held, part = leaving.key, bytes(leaving.part)
    _keep_key(leaving, new_passphrase)
    try:
        leaving.part = handed_over(part, held, passphrase, to=bytes(leaving.public_key), position=position)
    except WrongPassphrase:
        raise wrong_passphrase(leaving, field="passphrase") from None
    leaving.name, leaving.user_id = to.name, to.user_id
    leaving.save()
    return leaving


def require_strong(passphrase: str, *, field: str) -> None:
    if len(passphrase) < SHORTEST_PASSPHRASE or len(set(passphrase)) < SHORTEST_PASSPHRASE // 2:
        raise Refusal(
            _("A passphrase has at least %(least)s characters, half of them different. Take a short sentence.")
            % {"least": SHORTEST_PASSPHRASE},
            field=field,
        )


def _keep_key(teller: BallotTeller, passphrase: str) -> None:
    made = new_teller_key(passphrase, settings.PASSPHRASE_STRETCHING)
    teller.public_key, teller.salt, teller.locked_key = made.public, made.salt, made.locked


def _teller_of(tellers: list[BallotTeller], actor: Actor) -> BallotTeller:
    own = next((one for one in tellers if one.user_id is not None and one.user_id == actor.user_id), None)
    if own is None:
        raise Refusal(_("Only a teller of this ballot may do this."))
    return own


def _parted(ballot: SealedBallot, position: int) -> tuple[BallotTeller, BallotTeller]:
    """(the one at the place, the other)"""
    tellers = {one.position: one for one in ballot.tellers.select_for_update()}
    leaving = tellers.pop(position)
    return leaving, tellers.popitem()[1]


def _refuse_the_same(staying: BallotTeller, by: Teller) -> None:
    if by.user_id is not None and by.user_id == staying.user_id:
        raise Refusal(_("This person is the other teller already. Choose somebody else."), field="to")
