"""A file comes in: its bytes are judged and kept. What stands in it is read afterwards, by a worker."""

from io import BufferedReader, BytesIO
from typing import TypeAlias

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _

from awards.lists.actions.read import order_reading
from awards.lists.actions.rights import BATCH, is_working, refuse_stranger
from awards.lists.actions.sent_file import fingerprint, keep_file
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.terms import BatchState
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.walk import keep_beginning
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.intake.inspect import first_sight
from emulation.core.text import squash

FileSent: TypeAlias = BytesIO | BufferedReader | UploadedFile


class AlreadyTaken(Refusal):
    """The very same bytes are in the register; `batch` says as which list."""

    def __init__(self, batch: HonourBatch):
        super().__init__(
            _("This file is already in the register, as list no. %(number)s of %(day)s. Nothing was changed.")
            % {"number": batch.pk, "day": format_date(timezone.localtime(batch.accepted_at))},
            field="file",
        )
        self.batch = batch


def send_list(stream: FileSent, *, organisation: Organisation, file_name: str, actor: Actor) -> HonourBatch:
    """Receives the file and hands its reading to a worker, where that is not done or under way."""
    batch = receive_list(stream, organisation=organisation, file_name=file_name, actor=actor)
    if batch.state == BatchState.RECEIVED and not is_working(batch):
        batch = order_reading(batch, actor=actor)
    return batch


def receive_list(stream: FileSent, *, organisation: Organisation, file_name: str, actor: Actor) -> HonourBatch:
    """`stream` is seekable. The same file still in work gives the list that there is."""
    refuse_stranger(actor, organisation)
    kind = first_sight(stream, limit=settings.LIST_UPLOAD_LIMIT)
    checksum, size = fingerprint(stream)
    earlier = HonourBatch.objects.of_same_file(organisation.pk, checksum)
    if taken := earlier.accepted().first():
        raise AlreadyTaken(taken)
    if waiting := earlier.in_work().first():
        return waiting
    batch = HonourBatch(
        organisation=organisation,
        file_name=squash(file_name)[-255:] or f"danh-sach.{kind}",
        file_size=size,
        checksum=checksum,
        created_by_id=actor.user_id,
        created_at=clock.now(),
    )

    def begun() -> None:
        keep_beginning(BATCH, batch, "receive", actor=actor)
        record(
            actor,
            "awards.receive_list",
            batch,
            after={"file": batch.file_name, "bytes": size, "checksum": checksum},
        )

    keep_file(batch, stream, ending=str(kind), kept=begun)
    return batch
