"""The file of a table is kept beside its row, and work on it is handed to a worker: one work at a time."""

import hashlib
import os
import uuid
from collections.abc import Callable
from typing import Any

from django.core.files import File
from django.db import transaction

from awards.lists.models.batch import HonourBatch
from awards.lists.models.sent_file import SentFile
from emulation.core.actions import jobs
from emulation.core.actions.quotas import require_room
from emulation.core.actor import Actor


def fingerprint(stream) -> tuple[str, int]:
    """(checksum, bytes); `stream` is seekable and stands at its beginning again."""
    stream.seek(0)
    checksum = hashlib.file_digest(stream, "sha256").hexdigest()
    stream.seek(0, os.SEEK_END)
    size = stream.tell()
    stream.seek(0)
    return checksum, size


def keep_file(sent: SentFile | HonourBatch, stream, *, ending: str, kept: Callable[[], None]) -> None:
    """The bytes and the row, or neither. `kept`: what else is written in the row's transaction."""
    require_room(sent.organisation_id, sent.file_size, field="file")
    sent.file.save(f"{uuid.uuid4().hex}.{ending}", File(stream), save=False)
    try:
        with transaction.atomic():
            sent.save()
            kept()
    except BaseException:  # an interrupt too: no file without its row stays behind
        sent.file.delete(save=False)
        raise


def hand_over(sent: SentFile, kind: str, *, title: str, actor: Actor, **parameters: Any) -> None:
    """`title` has a place for the file's name; `parameters` go to the job beside the number of what was sent in."""
    sent.job = jobs.enqueue(
        kind,
        actor=actor,
        parameters={"sent": sent.pk, **parameters},
        title=title % {"file": sent.file_name},
        key=f"awards.{sent._meta.model_name}.{sent.pk}",
        organisation_id=sent.organisation_id,
        return_url=sent.get_absolute_url(),
    )
    sent.save(update_fields=["job"])
