"""What a revocation and a restoration make of a line."""

from datetime import date

from django.utils.translation import gettext as _

from awards.register.actions.honours.standing import NotNewest
from awards.register.models.honour import Honour
from emulation.core.actions.walk import Told, Walked
from emulation.core.dates import format_date
from emulation.core.errors import Refusal


def revoked(honour: Honour, source: str, walked: Walked) -> Told:
    """By a document: `basis` names it, `day` is its day; `on` is today."""
    asked = walked.context
    _refuse_other_version(honour, asked["version"])
    basis, day, on = asked["basis"].strip(), asked["day"], asked["on"]
    if not basis:
        raise Refusal(_("Say by which document the honour is revoked: its number and day."), field="basis")
    if day > on:
        raise Refusal(_("The day of the revocation lies after today, %(day)s.") % {"day": format_date(on)}, field="day")
    if day < honour.decision_date:
        raise Refusal(
            _("The day of the revocation lies before the decision of %(day)s.")
            % {"day": format_date(honour.decision_date)},
            field="day",
        )
    return _changed(honour, source, day, basis)


def restored(honour: Honour, source: str, walked: Walked) -> Told:
    _refuse_other_version(honour, walked.context["version"])
    return _changed(honour, source, None, "")


def _refuse_other_version(honour: Honour, version: int) -> None:
    if honour.version != version:
        raise NotNewest


def _changed(honour: Honour, source: str, day: date | None, basis: str) -> Told:
    before = {**_standing(honour), "status": source}
    honour.revoked_on, honour.revocation_basis = day, basis
    honour.version += 1
    after = _standing(honour)
    return Told(before=before, after=after, columns={"before": before, "after": after})


def _standing(honour: Honour) -> dict:
    return {
        "status": str(honour.status),
        "revoked_on": honour.revoked_on.isoformat() if honour.revoked_on else "",
        "revocation_basis": honour.revocation_basis,
    }
