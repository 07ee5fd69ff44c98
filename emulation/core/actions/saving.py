"""Many things of one kind changed by one deed, saved together."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models


def columns_of(thing: models.Model) -> dict[str, Any]:
    """As they were read; what was not read is left out."""
    return {field.attname: thing.__dict__[field.attname] for field in _read(thing)}


def save_what_changed(things: Sequence[models.Model], before: Sequence[Mapping[str, Any]]) -> None:
    """`before`: `columns_of` each. Most change alike: those are written by one statement."""
    alike: dict[str, tuple[dict[str, Any], list[Any]]] = {}
    for thing, was in zip(things, before, strict=True):
        changed = {name: value for name, value in columns_of(thing).items() if name not in was or value != was[name]}
        alike.setdefault(repr(changed), (changed, []))[1].append(thing.pk)
    for changed, keys in alike.values():
        if changed:
            type(things[0])._base_manager.filter(pk__in=keys).update(**changed)


def _read(thing: models.Model) -> list[models.Field]:
    return [field for field in thing._meta.concrete_fields if field.attname in thing.__dict__]
