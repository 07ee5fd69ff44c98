"""Papers come in: judged by their bytes, kept with their checksum. The same bytes of the same office are one paper."""

import hashlib
import uuid

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from clusters.attachments.models import ROW, Paper
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.quotas import require_room
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.intake.papers import kind_of_paper, too_large_a_paper
from emulation.core.text import squash


@transaction.atomic
def file_paper(
    upload, *, organisation: Organisation, actor: Actor, field="file", takes_office_files=False, row=ROW
) -> Paper:
    """`upload`: a file of the request. For an office of the actor's own, or by `row` for the central board;
    whoever calls asks for more rights than that.
    The file is written before the row: a deed that fails afterwards leaves bytes that no page shows."""
    if not actor.may("write", organisation, subject=row):
        raise Refusal(_("Papers are filed by the organisation itself; this one is not yours."), field=field)
    limit = settings.PAPER_UPLOAD_LIMIT
    if upload.size > limit:
        raise Refusal(too_large_a_paper(limit), field=field)
    content = upload.read()
    kind = kind_of_paper(content, limit=limit, field=field, takes_office_files=takes_office_files)
    checksum = hashlib.sha256(content).hexdigest()
    filed = Paper.objects.filter(organisation=organisation, checksum=checksum).first()
    if filed is not None:
        return filed
    require_room(organisation.pk, len(content), field=field)
    paper = Paper(
        organisation=organisation,
        name=_named(upload.name, kind.name),
        size=len(content),
        checksum=checksum,
        content_type=kind.content_type,
        filed_by_id=actor.user_id,
        filed_at=clock.now(),
    )
    paper.file.save(f"{uuid.uuid4().hex}.{kind.name}", ContentFile(content), save=False)
    paper.save()
    record(
        actor,
        "clusters.file_paper",
        paper,
        after={"file": paper.name, "bytes": paper.size, "checksum": checksum},
        organisation_id=organisation.pk,
    )
    return paper


def _named(name: str, ending: str) -> str:
    """As the office called it, with the ending of what it really is."""
    stem = squash(name).rsplit("/", 1)[-1].rsplit("\\", 1)[-1]
    stem = stem.rsplit(".", 1)[0] if "." in stem else stem
    return f"{stem[-200:] or 'van-ban'}.{ending}"
