"""An audit entry as a person reads it: the deed in words, the fields by their names."""

import re
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.models import AuditEntry
from emulation.core.numbers import format_integer
from emulation.desk.wording import DEEDS, FOR_MACHINES, IN_CONFIDENCE, PARTICULARS

DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Told:
    at: object
    actor_name: str
    deed: str
    subject_name: str
    changes: tuple[str, ...]
    why: str


def told(entry: AuditEntry, *, reader: Actor) -> Told:
    """What was given in confidence is told to its own office only; others read that it was given."""
    shut = entry.verb in IN_CONFIDENCE and not reader.may("read", entry, subject="audit_in_confidence")
    return Told(
        at=entry.at,
        actor_name=entry.actor_name,
        deed=str(DEEDS.get(entry.verb, _("Changed a record"))),
        subject_name=entry.subject_name,
        changes=() if shut else tuple(_changes(entry)),
        why=entry.why,
    )


def _changes(entry: AuditEntry):
    before, after = entry.before or {}, entry.after or {}
    for name in dict.fromkeys([*before, *after]):
        label = _label(entry.subject_kind, name)
        if label is None:
            continue
        old, new = before.get(name), after.get(name)
        words = _choices(entry.subject_kind, name)
        if old in (None, "") and new not in (None, ""):
            yield f"{label}: {_shown(new, words)}"
        elif old != new:
            yield f"{label}: {_shown(old, words)} → {_shown(new, words)}"


def _label(kind: str, name: str) -> str | None:
    if name in FOR_MACHINES:
        return None
    if name in PARTICULARS:
        return str(PARTICULARS[name])
    try:
        return str(apps.get_model(kind)._meta.get_field(name).verbose_name)
    except (LookupError, FieldDoesNotExist):
        return None


def _choices(kind: str, name: str) -> dict:
    """Words for the keys of a field that has a closed list."""
    try:
        return dict(apps.get_model(kind)._meta.get_field(name).flatchoices or ())
    except (LookupError, FieldDoesNotExist, AttributeError):
        return {}


def _shown(value, words=None) -> str:
    if value in (None, ""):
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return format_integer(value)
    if isinstance(value, str) and value in (words or {}):
        return str(words[value])
    if isinstance(value, str) and DAY.fullmatch(value):
        return format_date(date.fromisoformat(value))
    if isinstance(value, dict):
        inner = [each for each in value.values() if isinstance(each, int)]
        return format_integer(sum(inner)) if inner else "–"
    if isinstance(value, list):
        return ", ".join(_shown(inner) for inner in value)
    return str(value)
