"""Which record a page speaks of; for who may not do the page's deed on it, it is not there."""

from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from emulation.core.actor import Actor


def record_or_404(rows: QuerySet, actor: Actor, deed: str = "read", *, subject: str = "", **lookup: Any) -> Model:
    """`subject`: the row of the table that the page stands behind, where it is another than the record's own."""
    record = get_object_or_404(rows, **lookup)
    if not actor.may(deed, record, subject=subject):
        raise Http404
    return record
