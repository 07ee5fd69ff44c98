"""The workbook of refused rows beside its list: there when the check is committed, gone when the next one begins."""

import hashlib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.files import File
from django.db import transaction

from awards.lists.models.batch import HonourBatch

STORED = HonourBatch._meta.get_field("refused_file")


@contextmanager
def kept_when_committed(written: Path | None) -> Iterator[tuple[str, str]]:
    """(name, checksum) of the workbook in the storage, both empty without one; it goes again when the block fails."""
    if written is None:
        yield "", ""
        return
    with written.open("rb") as content:
        checksum = hashlib.file_digest(content, "sha256").hexdigest()
        content.seek(0)
        name = STORED.storage.save(
            STORED.generate_filename(None, f"{uuid.uuid4().hex}.xlsx"), File(content), max_length=STORED.max_length
        )
    try:
        yield name, checksum
    except BaseException:  # an interrupt too: no file without its row stays behind
        STORED.storage.delete(name)
        raise


def forget_refused(batch: HonourBatch) -> None:
    """The caller saves; the file itself goes once that is committed."""
    if batch.refused_file:
        name = batch.refused_file.name
        transaction.on_commit(lambda: STORED.storage.delete(name), robust=True)
    batch.refused_file, batch.refused_checksum = "", ""
