"""The second factor of a sign-in: codes of an application on the person's own telephone (TOTP, RFC 6238), and recovery
codes for when that is lost. Devices, throttling and what makes a code good once only are django-otp's.

`docs/adr/0038-second-factor-and-sessions.md` says for whom it is required, and what is not covered.
"""

import base64
from datetime import timedelta
from secrets import choice, token_hex

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import reason_of, require_administrator
from emulation.core.actor import Actor, Role
from emulation.core.errors import Refusal
from emulation.core.models import User

RECOVERY_CODES = 10
RECOVERY_LENGTH = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is read as another
KEY_BYTES = 20
REQUIRED_OF = frozenset({Role.APPROVER, Role.CENTRAL_LEADER, Role.COUNCIL_SECRETARY, Role.SYSTEM_ADMINISTRATOR})


def is_required_of(user: User, actor: Actor) -> bool:
    """Of who signs, decides or administers, where the installation says so."""
    return settings.SECOND_FACTOR_REQUIRED and (user.is_staff or not REQUIRED_OF.isdisjoint(actor.roles))


def new_key() -> str:
    return token_hex(KEY_BYTES)


def key_to_type(key: str) -> str:
    """As applications take it by hand: letters and digits in groups of four."""
    text = base64.b32encode(bytes.fromhex(key)).decode()
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def address_of(key: str, user: User) -> str:
    """What the picture to be scanned says."""
    return TOTPDevice(user=user, key=key).config_url


def has_second_factor(user: User) -> bool:
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def recovery_codes_left(user: User) -> int:
    device = _recovery_of(user)
    return 0 if device is None else device.token_set.count()


@transaction.atomic
def set_up(user: User, *, key: str, code: str, actor: Actor) -> tuple[TOTPDevice, list[str]]:
    """(the device, recovery codes to be noted down now). The first code proves that the application has the key."""
    user = _locked(user)
    if has_second_factor(user):
        raise Refusal(_("This account has a second factor already. Turn it off before you set up another one."))
    device = TOTPDevice(user=user, name="totp", key=key, confirmed=True)
    written = _digits(code)
    if not written or not _fits(device, written):
        raise Refusal(
            _("The code does not fit. Check that the clock of the telephone is right, and type the code it shows now."),
            field="code",
        )
    device.save()
    device.verify_token(written)
    codes = _new_recovery_codes(user)
    record(actor, "core.set_up_second_factor", user)
    return device, codes


@transaction.atomic
def renew_recovery_codes(user: User, *, actor: Actor) -> list[str]:
    """The earlier ones no longer open anything."""
    user = _locked(user)
    if not has_second_factor(user):
        raise Refusal(_("Recovery codes belong to a second factor. Set one up first."))
    codes = _new_recovery_codes(user)
    record(actor, "core.renew_recovery_codes", user)
    return codes


def verify(user: User, code: str) -> Device:
    """The device whose code it is, used up by this. A refusal tells a code that is used from one that is wrong; wrong
    ones make the next try wait, longer each time."""
    digits = _digits(code)
    with transaction.atomic():
        if digits:
            found = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True).first()
        else:
            found = _recovery_of(user, under_lock=True)
        wait = None if found is None else _seconds_to_wait(found)
        used = found is not None and wait is None and digits and _fits(found, digits) and not _is_new(found, digits)
        accepted = (
            found is not None and wait is None and not used and found.verify_token(digits or _kept(_letters(code)))
        )
        if accepted and not digits:
            record(Actor(user.pk, user.full_name), "core.use_recovery_code", user)
    if accepted:
        return found
    if wait is not None:
        raise Refusal(
            _("After several wrong codes you must wait %(seconds)s seconds. Then type a new code.") % {"seconds": wait},
            field="code",
        )
    if used:
        raise Refusal(_("This code has been used already. Wait until the application shows a new one."), field="code")
    raise Refusal(
        _("The code is wrong. Type the six digits that the application shows now, or an unused recovery code."),
        field="code",
    )


@transaction.atomic
def turn_off(user: User, *, actor: Actor) -> None:
    """By the person in question."""
    if is_required_of(user, actor):
        raise Refusal(
            _("Your role requires a second factor, so it is not turned off. Ask an administrator to reset it.")
        )
    _forget(_locked(user))
    record(actor, "core.turn_off_second_factor", user)


@transaction.atomic
def reset(user: User, *, why: str, actor: Actor) -> None:
    """By an administrator, for who lost telephone and recovery codes; the person sets up another one at the next
    sign-in where one is required."""
    require_administrator(actor, "account")
    why = reason_of(why, needed=True)
    user = _locked(user)
    if not has_second_factor(user):
        raise Refusal(_("This account has no second factor."))
    _forget(user)
    record(actor, "core.reset_second_factor", user, why=why)


def _locked(user: User) -> User:
    return User.objects.select_for_update().get(pk=user.pk)


def _forget(user: User) -> None:
    for devices in (TOTPDevice, StaticDevice):
        devices.objects.filter(user=user).delete()


def _recovery_of(user: User, *, under_lock=False) -> StaticDevice | None:
    found = StaticDevice.objects.filter(user=user, confirmed=True)
    return (found.select_for_update() if under_lock else found).first()


def _new_recovery_codes(user: User) -> list[str]:
    """Kept as digests only."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery", confirmed=True)
    codes = ["".join(choice(LETTERS) for _ in range(RECOVERY_LENGTH)) for _ in range(RECOVERY_CODES)]
    for code in codes:
        device.token_set.create(token=_kept(code))
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def _kept(code: str) -> str:
    """As long as django-otp's column: 64 bits."""
    return salted_hmac("recovery code", code, algorithm="sha256").hexdigest()[:16]


def _digits(code: str) -> str:
    """The six digits of an application; empty where it is no such code."""
    written = "".join(code.split())
    return written if written.isascii() and written.isdigit() and len(written) == 6 else ""


def _letters(code: str) -> str:
    return "".join(each for each in code.lower() if each in LETTERS)


def _fits(device: TOTPDevice, digits: str) -> bool:
    """Whether the application shows the code about now, used or not."""
    return _timely(device, digits, least=None)


def _is_new(device: TOTPDevice, digits: str) -> bool:
    return _timely(device, digits, least=device.last_t + 1)


def _timely(device: TOTPDevice, digits: str, *, least: int | None) -> bool:
    asked = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    return asked.verify(int(digits), device.tolerance, least)


def _seconds_to_wait(device: TOTPDevice | StaticDevice) -> int | None:
    allowed, told = device.verify_is_allowed()
    if allowed:
        return None
    left = told["locked_until"] - clock.real_now()
    return max(1, -(-left // timedelta(seconds=1)))
