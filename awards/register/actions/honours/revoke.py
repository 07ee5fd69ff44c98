from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.register.actions.honours.correct import keep_change, refuse_without_reason
from awards.register.actions.honours.rights import NotNewest, locked, refuse_but_approver, refuse_unless_open
from awards.register.models.honour import Honour
from awards.register.rules.terms import HonourStatus
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal

COLUMNS = ("status", "revoked_on", "revocation_basis")


@transaction.atomic
def revoke_honour(honour: Honour, *, version: int, day: date, basis: str, why: str, on: date, actor: Actor) -> Honour:
    """Out of every total from now on, never deleted. `basis` is the document, `day` its day; reports that were signed
    before keep what they counted."""
    refuse_but_approver(actor, honour.organisation_id)
    refuse_without_reason(why)
    kept = locked(honour)
    target = refuse_unless_open("revoke", kept)
    _refuse_other_version(kept, version)
    if not basis.strip():
        raise Refusal(_("Say by which document the honour is revoked: its number and day."), field="basis")
    if day > on:
        raise Refusal(_("The day of the revocation lies after today, %(day)s.") % {"day": format_date(on)}, field="day")
    if day < kept.decision_date:
        raise Refusal(
            _("The day of the revocation lies before the decision of %(day)s.")
            % {"day": format_date(kept.decision_date)},
            field="day",
        )
    return _walk(kept, "awards.revoke_honour", target, day, basis.strip(), why, actor)


@transaction.atomic
def restore_honour(honour: Honour, *, version: int, why: str, actor: Actor) -> Honour:
    """Back into force; its history keeps that it was revoked."""
    refuse_but_approver(actor, honour.organisation_id)
    refuse_without_reason(why)
    kept = locked(honour)
    target = refuse_unless_open("restore", kept)
    _refuse_other_version(kept, version)
    return _walk(kept, "awards.restore_honour", target, None, "", why, actor)


def _refuse_other_version(honour: Honour, version: int) -> None:
    if honour.version != version:
        raise NotNewest


def _walk(
    honour: Honour, verb: str, status: HonourStatus, day: date | None, basis: str, why: str, actor: Actor
) -> Honour:
    before = _standing(honour)
    honour.status, honour.revoked_on, honour.revocation_basis = status, day, basis
    after = _standing(honour)
    keep_change(honour, before, after, why=why, actor=actor, columns=COLUMNS)
    record(actor, verb, honour, before=before, after=after, why=why)
    return honour


def _standing(honour: Honour) -> dict:
    return {
        "status": str(honour.status),
        "revoked_on": honour.revoked_on.isoformat() if honour.revoked_on else "",
        "revocation_basis": honour.revocation_basis,
    }
