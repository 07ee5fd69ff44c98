"""What a line of the register says, field by field, in words."""

from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from awards.catalogue.models import wording
from awards.register.forms.honours import CorrectionForm
from awards.register.models.honour import Honour
from awards.register.models.wording import HONOUR_STATUSES
from emulation.core.dates import format_date

TERMS = {
    "subject_kind": wording.SUBJECT_KINDS,
    "target_group": wording.TARGET_GROUPS,
    "way": wording.WAYS,
    "status": HONOUR_STATUSES,
}
ISO_DAY = 10


def label_of(name: str) -> str:
    field = CorrectionForm.base_fields.get(name)
    return capfirst(str(field.label if field else Honour._meta.get_field(name).verbose_name))


def in_words(name: str, value) -> str:
    """`value` as `awards.actions.honours.lines` keeps it."""
    if value in ("", None):
        return _("nothing")
    if name in TERMS:
        return str(TERMS[name].get(value, value))
    if name == "identity":
        return _("ends in %(tail)s") % {"tail": value}
    if name in ("birth", "decision_date", "revoked_on") and len(value) == ISO_DAY:
        return format_date(date.fromisoformat(value))
    return str(value)


def changes_in_words(before: dict, after: dict) -> list[dict]:
    return [
        {"label": label_of(name), "before": in_words(name, before.get(name)), "after": in_words(name, after.get(name))}
        for name in dict.fromkeys([*before, *after])
    ]
