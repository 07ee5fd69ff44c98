"""The document behind totals, found or filed; its scan is judged by its bytes."""

import hashlib
import uuid
from datetime import date

from django.conf import settings
from django.core.files.base import ContentFile

from awards.rows.actions import fitting_number
from awards.totals.models.source import TotalsSource
from clusters.models import Organisation
from emulation.core.actions.audit import record
from emulation.core.actions.quotas import require_room
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.intake.papers import kind_of_paper, too_large_a_paper
from emulation.core.models.fields import longest
from emulation.core.text import squash

LONGEST_STEM = 200


def source_of(organisation: Organisation, *, number: str, day: date, upload, actor: Actor) -> TotalsSource:
    """The same number of the same day is the same document; its first scan stays."""
    number = fitting_number(number, most=longest(TotalsSource, "number"), field="number")
    found = TotalsSource.objects.numbered(organisation, number, day).select_for_update().first()
    source = found or TotalsSource.objects.create(organisation=organisation, number=number, day=day)
    if upload is not None and not source.file:
        _file(source, upload, actor)
    return source


def _file(source: TotalsSource, upload, actor: Actor) -> None:
    """The file is written before the row: a deed that fails afterwards leaves bytes that no page shows."""
    limit = settings.PAPER_UPLOAD_LIMIT
    if upload.size > limit:
        raise Refusal(too_large_a_paper(limit), field="file")
    content = upload.read()
    kind = kind_of_paper(content, limit=limit)
    require_room(source.organisation_id, len(content), field="file")
    stem = squash(upload.name).rsplit("/", 1)[-1].rsplit("\\", 1)[-1].rsplit(".", 1)[0]
    source.file_name = f"{stem[-LONGEST_STEM:] or 'van-ban'}.{kind.name}"
    source.size, source.content_type = len(content), kind.content_type
    source.checksum = hashlib.sha256(content).hexdigest()
    source.file.save(f"{uuid.uuid4().hex}.{kind.name}", ContentFile(content), save=False)
    source.save()
    record(
        actor,
        "awards.file_totals_source",
        source,
        after={"file": source.file_name, "bytes": source.size, "checksum": source.checksum},
    )
