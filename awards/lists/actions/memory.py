"""What an office said the columns mean is kept for its next list with the same headings."""

import hashlib

from awards.lists.models.batch import ColumnMemory, HonourBatch
from emulation.core import clock
from emulation.core.text import search_key


def recalled(organisation_id: int, headings: list[dict]) -> ColumnMemory | None:
    return ColumnMemory.objects.filter(organisation_id=organisation_id, headings_key=headings_key(headings)).first()


def keep_columns(batch: HonourBatch) -> None:
    ColumnMemory.objects.update_or_create(
        organisation_id=batch.organisation_id,
        headings_key=headings_key(batch.headings),
        defaults={"mapping": batch.mapping, "kept_at": clock.now()},
    )


def headings_key(headings: list[dict]) -> str:
    """The same for the same headings at the same places, whatever their case and accents."""
    said = "\n".join(f"{column['place']}\t{search_key(column['heading'])}" for column in headings)
    return hashlib.sha256(said.encode()).hexdigest()
