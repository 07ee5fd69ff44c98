"""The file of a list is read once, by the worker: its sheets are kept beside it for the questions that follow."""

import tempfile
from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import IO

from django.conf import settings
from django.core.files import File

from awards.lists.intake.expectations import award_names_for
from awards.lists.intake.list_file import plain_sheets
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.award_names import AwardNames
from emulation.core.intake.inspect import kind_of_list
from emulation.core.intake.kept_sheets import keep_sheets
from emulation.core.intake.sheet import Sheet
from emulation.core.storage import BESIDE


@contextmanager
def read_once(batch: HonourBatch, names: AwardNames) -> Iterator[Iterator[Sheet]]:
    """Its sheets one after the other, kept once all of them were read without a refusal. Refuses in words what is no
    list of harmless size."""
    forget_sheets(batch)
    with batch.file.open("rb") as stream, tempfile.TemporaryFile() as kept:
        kind_of_list(stream, limit=settings.LIST_UPLOAD_LIMIT)
        with closing(keep_sheets(plain_sheets(stream, names), kept)) as sheets:
            yield sheets
            deque(sheets, maxlen=0)
        kept.seek(0)
        batch.file.storage.save(_name(batch), File(kept))


@contextmanager
def opened(batch: HonourBatch) -> Iterator[IO[bytes]]:
    """What `read_all_sheets` reads of the list: its sheets as they were read, or else its file read now."""
    if not batch.file.storage.exists(_name(batch)):
        with read_once(batch, award_names_for(batch.organisation)):
            pass
    with batch.file.storage.open(_name(batch)) as stream:
        yield stream


def forget_sheets(batch: HonourBatch) -> None:
    batch.file.storage.delete(_name(batch))


def _name(batch: HonourBatch) -> str:
    return f"{batch.file.name}{BESIDE}"
