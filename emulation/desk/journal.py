"""An audit entry as a person reads it: the deed, the fields and their values in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext as _

from clusters.models import ClusterKind
from emulation.core.actor import Actor
from emulation.core.block_words import words_of
from emulation.core.dates import format_date
from emulation.core.models import AuditEntry
from emulation.core.numbers import format_decimal, format_integer
from emulation.desk.wording import (
    DEEDS,
    FOR_MACHINES,
    HALVES,
    IN_CONFIDENCE,
    NAMES_THE_HEAD,
    OF_ANOTHER_KIND,
    PARTICULARS,
    YEARS,
)

DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
KEY = re.compile(r"[a-z][a-z0-9_]*")
NOTHING: tuple[Any, ...] = (None, "", [], {})


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
        why="" if shut else entry.why,
    )


def told_each(entries: list[AuditEntry], *, reader: Actor) -> list[Told]:
    """In the words of a block where the record is one's."""
    blocks = _of_blocks(entries)
    found = []
    for entry in entries:
        with words_of(is_block=entry.pk in blocks):
            found.append(told(entry, reader=reader))
    return found


def _of_blocks(entries: list[AuditEntry]) -> set[int]:
    found: set[int] = set()
    for kind in NAMES_THE_HEAD:
        entries_of = {entry.pk: entry.subject_id for entry in entries if entry.subject_kind == kind}
        if entries_of:
            rows = apps.get_model(kind)._base_manager.filter(pk__in=entries_of.values())
            blocks = rows.filter(cluster_year__cluster__kind=ClusterKind.KHOI).values_list("pk", flat=True)
            found |= {pk for pk, subject in entries_of.items() if int(subject) in set(blocks)}
    return found


def _changes(entry: AuditEntry) -> Iterator[str]:
    kind = OF_ANOTHER_KIND.get(entry.verb, entry.subject_kind)
    before, after = entry.before or {}, entry.after or {}
    for name in dict.fromkeys([*before, *after]):
        label = _label(kind, name)
        if label is not None and not _is_a_number_of_a_record(kind, name, before.get(name), after.get(name)):
            yield from _change(kind, name, label, before.get(name), after.get(name))


def _change(kind: str, name: str, label: str, old: Any, new: Any) -> Iterator[str]:
    """What is told by names (of members, of parts) is told for each name that changed."""
    if _is_by_name(old) or _is_by_name(new):
        old, new = old or {}, new or {}
        for each in dict.fromkeys([*old, *new]):
            yield from _change(kind, each, f"{label}, {each}", old.get(each), new.get(each))
    elif old in NOTHING:
        if new not in NOTHING:
            yield f"{label}: {_said(kind, name, new)}"
    elif old != new:
        yield f"{label}: {_said(kind, name, old)} → {_said(kind, name, new)}"


def _is_by_name(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and not any(KEY.fullmatch(each) for each in value)


def _is_a_number_of_a_record(kind: str, name: str, *values: Any) -> bool:
    """Older entries hold keys of rows, which say nothing to a reader."""
    field = _field(kind, name)
    return field is not None and field.is_relation and any(type(value) is int for value in values)


def _label(kind: str, name: str) -> str | None:
    if name in FOR_MACHINES:
        return None
    if name in PARTICULARS:
        return str(PARTICULARS[name])
    field = _field(kind, name)
    return None if field is None else str(field.verbose_name)


def _field(kind: str, name: str) -> models.Field | None:
    try:
        found = apps.get_model(kind)._meta.get_field(name)
    except (LookupError, ValueError, FieldDoesNotExist):
        return None
    return found if isinstance(found, models.Field) else None


def _said(kind: str, name: str, value: Any) -> str:
    if value in NOTHING:
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name == "half" and value in HALVES:
        return str(HALVES[value])
    if name in YEARS:
        return str(value)
    if isinstance(value, int):
        return format_integer(value)
    if isinstance(value, list):
        return ", ".join(_said(kind, name, each) for each in value)
    if isinstance(value, dict):
        return _parts_said(kind, value)
    return _text_said(_field(kind, name), str(value))


def _parts_said(kind: str, parts: dict[str, Any]) -> str:
    """Each part under its word; counts of several kinds are added up."""
    if all(type(value) is int for value in parts.values()):
        return format_integer(sum(parts.values()))
    labels = {name: _label(kind, name) for name in parts}
    said = {name: value for name, value in parts.items() if labels[name] and value not in NOTHING}
    return "; ".join(f"{labels[name]}: {_said(kind, name, value)}" for name, value in said.items()) or "–"


def _text_said(field: models.Field | None, text: str) -> str:
    if DAY.fullmatch(text):
        return format_date(date.fromisoformat(text))
    if isinstance(field, models.DecimalField) and NUMBER.fullmatch(text):
        return format_decimal(Decimal(text))
    words = dict(field.flatchoices or ()) if field is not None else {}
    return str(words.get(text, text))
