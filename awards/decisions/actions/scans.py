"""Scans of decisions come in, judged by their bytes. The file is written before its row."""

import hashlib
import uuid

from django.conf import settings
from django.core.files.base import ContentFile

from awards.decisions.models.decision import Decision, DecisionScan, LaterDecision
from awards.nominations.models.nomination import Nomination
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.quotas import require_room
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.intake.papers import kind_of_paper, too_large_a_paper
from emulation.core.models.fields import longest
from emulation.core.text import squash


def keep_scan(decision: Decision, upload, *, later: LaterDecision | None = None, actor: Actor) -> DecisionScan:
    """`upload`: a file of the request. Within the deed that asks for more rights than this."""
    limit = settings.PAPER_UPLOAD_LIMIT
    if upload.size > limit:
        raise Refusal(too_large_a_paper(limit), field="file")
    content = upload.read()
    kind = kind_of_paper(content, limit=limit, field="file")
    require_room(decision.body_id, len(content), field="file")
    stem = squash(upload.name).rsplit("/", 1)[-1].rsplit("\\", 1)[-1].rsplit(".", 1)[0]
    scan = DecisionScan(
        decision=decision,
        later=later,
        name=f"{stem[: longest(DecisionScan, 'name') - 10] or 'quyet-dinh'}.{kind.name}",
        size=len(content),
        checksum=hashlib.sha256(content).hexdigest(),
        content_type=kind.content_type,
        filed_by_name=actor.name,
        filed_at=clock.now(),
    )
    scan.file.save(f"{uuid.uuid4().hex}.{kind.name}", ContentFile(content), save=False)
    scan.save()
    return scan


def note_scan_taken(scan: DecisionScan, *, actor: Actor) -> None:
    """Names leave the house in it, as in every other file of the decision."""
    decision = scan.decision
    record(
        actor,
        "awards.take_scan",
        decision,
        after={"file": scan.name},
        organisation_id=decision.body_id,
        tells_of=Nomination.objects.filter(decision_lines__decision=decision).only("pk").order_by("pk"),
    )
