"""What an office said the columns mean is kept for its next list with the same headings."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime

from awards.lists.models.batch import ColumnMemory, HonourBatch
from awards.lists.rules.table import ListHeading, ListTable, leaders
from emulation.core import clock
from emulation.core.text import search_key


def recalled(organisation_id: int, tables: Sequence[ListTable]) -> tuple[tuple[ListTable, ...], datetime | None]:
    """The tables as the office said it before, and when; None where it said nothing of any of them."""
    keys = [headings_key(table.headings) for table in tables]
    kept = {
        memory.headings_key: memory
        for memory in ColumnMemory.objects.filter(organisation_id=organisation_id, headings_key__in=set(keys))
    }
    known = tuple(
        table.meaning(kept[key].meanings) if key in kept else table for table, key in zip(tables, keys, strict=True)
    )
    return known, max((memory.kept_at for memory in kept.values()), default=None)


def keep_columns(batch: HonourBatch) -> None:
    tables = batch.tables
    for table in (tables[leader] for leader in sorted(set(leaders(tables)))):
        ColumnMemory.objects.update_or_create(
            organisation_id=batch.organisation_id,
            headings_key=headings_key(table.headings),
            defaults={"mapping": table.meanings.as_json(), "kept_at": clock.now()},
        )


def headings_key(headings: Iterable[ListHeading]) -> str:
    """The same for the same headings at the same places, whatever their case and accents."""
    said = "\n".join(f"{heading.place}\t{search_key(heading.text)}" for heading in headings)
    return hashlib.sha256(said.encode()).hexdigest()
