"""Who counts the votes of a sitting: two people, each with a passphrase."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext as _

from awards.sittings.models.sitting import Sitting
from clusters.models import Mandate, MandateRole, Organisation
from emulation.core.actions.ballots import Teller
from emulation.core.errors import Refusal
from emulation.core.models import User


def possible_tellers(sitting: Sitting):
    """Members called to it, and people of the body and its Council."""
    body = sitting.council.body_id
    staff = Mandate.objects.on(sitting.held_on).filter(organisation=body).order_by().values("user")
    called = sitting.seats.filter(user__isnull=False).order_by().values("user")
    return get_user_model().objects.filter(Q(pk__in=staff) | Q(pk__in=called), is_active=True)


def tellers_of(sitting: Sitting, first: User, second: User) -> tuple[Teller, Teller]:
    tellers = (_teller(sitting, first, "first_teller"), _teller(sitting, second, "second_teller"))
    _refuse_of_one_office(sitting, first, second)
    return tellers


def _teller(sitting: Sitting, user: User, field: str) -> Teller:
    found = possible_tellers(sitting).filter(pk=user.pk).first()
    if found is None:
        raise Refusal(
            _("A teller is a member called to the sitting, or of the body. Choose from the list."), field=field
        )
    return Teller(found.full_name, found.pk)


def _refuse_of_one_office(sitting: Sitting, first: User, second: User) -> None:
    """Two passphrases in one office are one secret. A seat in the Council says nothing of where a member works. That
    both are one person is refused elsewhere."""
    if first == second:
        return
    works = Mandate.objects.on(sitting.held_on).exclude(role=MandateRole.COUNCIL_MEMBER).order_by()
    of_first, of_second = (works.filter(user=one).values("organisation") for one in (first, second))
    shared = Organisation.objects.filter(pk__in=of_first).filter(pk__in=of_second).first()
    if shared is not None:
        raise Refusal(
            _("The other teller works for %(office)s too. Choose tellers who do not come from one office.")
            % {"office": shared},
            field="second_teller",
        )
