"""An audit entry as a person reads it: the deed in words, the fields by their names."""

from dataclasses import dataclass

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from emulation.core.models import AuditEntry
from emulation.desk.wording import DEEDS, PARTICULARS


@dataclass(frozen=True)
class Told:
    at: object
    actor_name: str
    deed: str
    subject_name: str
    changes: tuple[str, ...]
    why: str


def told(entry: AuditEntry) -> Told:
    return Told(
        at=entry.at,
        actor_name=entry.actor_name,
        deed=str(DEEDS.get(entry.verb, _("Changed a record"))),
        subject_name=entry.subject_name,
        changes=tuple(_changes(entry)),
        why=entry.why,
    )


def _changes(entry: AuditEntry):
    before, after = entry.before or {}, entry.after or {}
    for name in dict.fromkeys([*before, *after]):
        label = _label(entry.subject_kind, name)
        if label is None:
            continue
        old, new = before.get(name), after.get(name)
        if old in (None, "") and new not in (None, ""):
            yield f"{label}: {_shown(new)}"
        elif old != new:
            yield f"{label}: {_shown(old)} → {_shown(new)}"


def _label(kind: str, name: str) -> str | None:
    if name in PARTICULARS:
        return str(PARTICULARS[name])
    try:
        return str(apps.get_model(kind)._meta.get_field(name).verbose_name)
    except (LookupError, FieldDoesNotExist):
        return None


def _shown(value) -> str:
    if value in (None, ""):
        return "–"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(_shown(inner) for inner in value)
    return str(value)
