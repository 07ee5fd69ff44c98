"""A file comes in: it is looked at, kept, and its columns are guessed."""

import hashlib
import uuid

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from awards.actions.imports.rights import refuse_stranger
from awards.intake.list_file import ListReading, read_list
from awards.models import HonourBatch
from awards.rules.terms import BatchState
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.intake.inspect import refuse_unless_workbook
from emulation.core.text import squash


class AlreadyTaken(Refusal):
    """The very same bytes are in the register; `batch` says as which list."""

    def __init__(self, batch: HonourBatch):
        super().__init__(
            _("This file is already in the register, as list no. %(number)s of %(day)s. Nothing was changed.")
            % {"number": batch.pk, "day": format_date(timezone.localtime(batch.accepted_at))},
            field="file",
        )
        self.batch = batch


def receive_list(stream, *, organisation, file_name: str, actor) -> HonourBatch:
    """`stream` is seekable. The same file still in work gives the list that there is."""
    refuse_stranger(actor, organisation.pk)
    refuse_unless_workbook(stream, limit=settings.LIST_UPLOAD_LIMIT)
    checksum, size = _fingerprint(stream)
    earlier = HonourBatch.objects.of_same_file(organisation.pk, checksum)
    if taken := earlier.accepted().first():
        raise AlreadyTaken(taken)
    if waiting := earlier.filter(state__in=[BatchState.UPLOADED, BatchState.CHECKED]).first():
        return waiting
    reading = read_list(stream)
    batch = HonourBatch(
        organisation=organisation,
        file_name=squash(file_name)[-255:] or "danh-sach.xlsx",
        file_size=size,
        checksum=checksum,
        sheet=reading.sheet[:120],
        header_row=reading.guess.header + 1,
        headings=reading.headings,
        mapping={str(place): str(field) for place, field in reading.guess.mapping.items()},
        given=_said_above(reading),
        created_by_id=actor.user_id,
        created_at=clock.now(),
    )
    stream.seek(0)
    batch.file.save(f"{uuid.uuid4().hex}.xlsx", File(stream), save=False)
    try:
        with transaction.atomic():
            batch.save()
            record(
                actor,
                "awards.receive_list",
                batch,
                after={"file": batch.file_name, "bytes": size, "checksum": checksum, "rows": reading.height},
            )
    except BaseException:
        batch.file.delete(save=False)
        raise
    return batch


def _fingerprint(stream) -> tuple[str, int]:
    stream.seek(0)
    checksum = hashlib.file_digest(stream, "sha256").hexdigest()
    size = stream.tell()
    stream.seek(0)
    return checksum, size


def _said_above(reading: ListReading) -> dict:
    above = reading.above
    said = {
        "decision_number": above.decision_number,
        "decision_date": above.decision_date.isoformat() if above.decision_date else None,
        "achievement_year": above.achievement_year,
        "signer_office": above.signer_office,
    }
    return {name: value for name, value in said.items() if value}
