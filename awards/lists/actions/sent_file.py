"""The file of a table is kept beside its row, and work on it is handed to a worker: one work at a time."""

import hashlib
import os
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from typing import Any, TypeAlias

from django.conf import settings
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from awards.lists.models.batch import HonourBatch
from awards.lists.models.sent_file import SentFile
from emulation.core import clock
from emulation.core.actions import jobs
from emulation.core.actions.audit import record
from emulation.core.actions.quotas import require_room
from emulation.core.actions.walk import Course, keep_beginning
from emulation.core.actor import Actor
from emulation.core.intake.inspect import first_sight
from emulation.core.text import squash

FileSent: TypeAlias = BytesIO | BufferedReader | UploadedFile
"""Seekable."""


@dataclass(frozen=True)
class SeenFile:
    """A table as it came, before it is kept. `ending`: of what it really is; `size` in bytes."""

    stream: FileSent
    name: str
    ending: str
    checksum: str
    size: int


def seen_file(stream: FileSent, file_name: str) -> SeenFile:
    """Refuses what is no table, or is too large. The stream stands at its beginning again."""
    ending = str(first_sight(stream, limit=settings.LIST_UPLOAD_LIMIT))
    checksum, size = _fingerprint(stream)
    return SeenFile(stream, squash(file_name)[-255:] or f"danh-sach.{ending}", ending, checksum, size)


def keep_sent(sent: SentFile | HonourBatch, file: SeenFile, *, course: Course[Any], actor: Actor) -> None:
    """The row with its file, its beginning and the journal's line; or nothing of them."""
    sent.file_name, sent.file_size, sent.checksum = file.name, file.size, file.checksum
    sent.created_by_id, sent.created_at = actor.user_id, clock.now()

    def begun() -> None:
        keep_beginning(course, sent, "receive", actor=actor)
        after = {"file": file.name, "bytes": file.size, "checksum": file.checksum}
        record(actor, course.verb.format("receive"), sent, after=after)

    _keep_file(sent, file, kept=begun)


def _fingerprint(stream: FileSent) -> tuple[str, int]:
    """(checksum, bytes)"""
    stream.seek(0)
    checksum = hashlib.file_digest(stream, "sha256").hexdigest()
    stream.seek(0, os.SEEK_END)
    size = stream.tell()
    stream.seek(0)
    return checksum, size


def _keep_file(sent: SentFile | HonourBatch, file: SeenFile, *, kept: Callable[[], None]) -> None:
    """`kept`: what else is written in the row's transaction."""
    require_room(sent.organisation_id, sent.file_size, field="file")
    sent.file.save(f"{uuid.uuid4().hex}.{file.ending}", File(file.stream), save=False)
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
