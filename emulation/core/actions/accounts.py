"""Named accounts: one person each. What the person may do stands in mandates."""

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from emulation.core.actions.audit import record
from emulation.core.actions.refusals import require_administrator
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def create_account(*, username: str, full_name: str, password: str, encoded="", email="", is_staff=False, actor: Actor):
    """The password is a first one, told to the person by hand; it never reaches the journal. `encoded`: as it is kept,
    where that is at hand: many accounts that begin with one password need not wait for each."""
    require_administrator(actor, "account")
    User = get_user_model()
    user = User(username=username, full_name=full_name, email=email, is_staff=is_staff)
    _refuse_invalid(user)
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refusal(" ".join(error.messages), field="password") from error
    user.password = encoded or make_password(password)
    user.save()
    record(actor, "core.create_account", user, after={"username": username, "full_name": full_name, "email": email})
    return user


@transaction.atomic
def change_password(user, password: str, *, actor: Actor):
    """By the person in question; the password itself is never told to the journal."""
    user.set_password(password)
    user.save(update_fields=["password"])
    record(actor, "core.change_password", user)


@transaction.atomic
def suspend_account(user, *, why: str, actor: Actor):
    """The person may no longer log in; name and deeds stay. Whether an administrator is left is asked by those who
    know the mandates, before."""
    require_administrator(actor, "account")
    if user.pk == actor.user_id:
        raise Refusal(_("You cannot suspend your own account; ask another administrator."))
    return _admit(user, False, "core.suspend_account", why=why, actor=actor)


@transaction.atomic
def restore_account(user, *, why: str, actor: Actor):
    require_administrator(actor, "account")
    return _admit(user, True, "core.restore_account", why=why, actor=actor)


def _admit(user, active, verb, *, why, actor: Actor):
    if not why.strip():
        raise Refusal(_("Say why: the journal keeps the reason of every change."), field="why")
    user = get_user_model().objects.select_for_update().get(pk=user.pk)
    if user.is_active == active:
        return user
    user.is_active = active
    user.save(update_fields=["is_active"])
    record(actor, verb, user, before={"is_active": not active}, after={"is_active": active}, why=why)
    return user


def _refuse_invalid(user):
    try:
        user.full_clean(exclude=["password"])
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise Refusal(" ".join(messages), field=field) from error
