"""Certificates in sentences."""

from django.utils.translation import gettext as _

from awards.register.models.honour import Honour
from awards.register.rules.terms import HonourStatus
from emulation.core.dates import format_date


def refused_of(honour: Honour) -> str:
    """Why no certificate of it is printed or handed over; empty where it is in force."""
    match HonourStatus(honour.status):
        case HonourStatus.IN_FORCE:
            return ""
        case HonourStatus.SUSPENDED:
            said = _("%(name)s: the honour is suspended. Its certificate is not issued until a decision restores it.")
        case HonourStatus.REVOKED if honour.revoked_on:
            said = _("%(name)s: the honour was revoked on %(day)s. No certificate of it is issued.")
        case _other:
            said = _("%(name)s: the honour is no longer in force. No certificate of it is issued.")
    return said % {"name": honour, "day": format_date(honour.revoked_on) if honour.revoked_on else ""}
