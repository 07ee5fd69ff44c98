"""Who may be a teller of a sealed ballot at a conference, and who beside whom."""

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from clusters.ballots.models import members_of_both, possible_tellers
from clusters.conferences.models.conference import Conference
from emulation.core.actions.ballots import Teller
from emulation.core.errors import Refusal


def teller_of(conference: Conference, user, *, field: str) -> Teller:
    found = possible_tellers(conference).filter(pk=user.pk).first() if isinstance(user, get_user_model()) else None
    if found is None:
        raise Refusal(_("A teller is a person of a member with an account. Choose one from the list."), field=field)
    return Teller(found.full_name, found.pk)


def refuse_of_one_member(conference: Conference, new: int | None, beside: int | None, *, field: str) -> None:
    """Two passphrases in one office are one secret. Accounts; None where votes are on paper. That both are one person
    is refused elsewhere."""
    if new is None or beside is None or new == beside:
        return
    shared = members_of_both(conference, new, beside)
    if shared:
        raise Refusal(
            _("The other teller is of %(member)s too. Choose as teller a person of another member.")
            % {"member": shared[0]},
            field=field,
        )
