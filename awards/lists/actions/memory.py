"""What an office said the columns mean is kept for its next list with the same headings."""

import hashlib
from collections.abc import Iterable

from awards.lists.models.batch import ColumnMemory, HonourBatch
from awards.lists.rules.table import ListHeading
from emulation.core import clock
from emulation.core.text import search_key


def recalled(organisation_id: int, headings: Iterable[ListHeading]) -> ColumnMemory | None:
    return ColumnMemory.objects.filter(organisation_id=organisation_id, headings_key=headings_key(headings)).first()


def keep_columns(batch: HonourBatch) -> None:
    ColumnMemory.objects.update_or_create(
        organisation_id=batch.organisation_id,
        headings_key=headings_key(batch.table.headings),
        defaults={"mapping": batch.table.meanings.as_json(), "kept_at": clock.now()},
    )


def headings_key(headings: Iterable[ListHeading]) -> str:
    """The same for the same headings at the same places, whatever their case and accents."""
    said = "\n".join(f"{heading.place}\t{search_key(heading.text)}" for heading in headings)
    return hashlib.sha256(said.encode()).hexdigest()
