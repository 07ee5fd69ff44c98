"""Papers that all dossiers of a list share, as the submission letter and the minutes of the Council: filed once, they
lie in each dossier that is still in preparation."""

import hashlib
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from awards.nominations.actions.papers import named
from awards.nominations.models.contents import NominationPaper
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.standing import papers_asked, procedure_of
from awards.nominations.rules.paper_guess import guessed_kind
from awards.nominations.rules.terms import MOST_PAPERS, NominationState
from awards.procedures.rules.terms import PaperKind
from awards.submissions.actions.course import SUBMISSION
from awards.submissions.actions.judge import dossiers_of
from awards.submissions.models.submission import Submission
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.quotas import require_room
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.intake.papers import kind_of_paper
from emulation.core.text import squash


@dataclass(frozen=True)
class SharedPapers:
    """`filed`: into how many dossiers each of the good files went; `refused`: (file name, sentence)."""

    filed: tuple[tuple[str, int], ...]
    refused: tuple[tuple[str, str], ...]


def file_shared_papers(submission: Submission, uploads: list[UploadedFile], *, actor: Actor) -> SharedPapers:
    """Each by itself: one that is refused leaves the others standing."""
    filed, refused = [], []
    for upload in uploads:
        name = squash(str(upload.name))
        try:
            filed.append((name, file_shared_paper(submission, upload, actor=actor)))
        except Refusal as refusal:
            refused.append((name, str(refusal)))
    return SharedPapers(tuple(filed), tuple(refused))


@transaction.atomic
def file_shared_paper(submission: Submission, upload: UploadedFile, *, actor: Actor) -> int:
    """Into how many dossiers it went: not into one that holds the very file already, nor into a full one. The bytes are
    kept once."""
    if not actor.may("write", submission):
        raise Refusal(SUBMISSION.not_yours(submission))
    content = upload.read()
    found = kind_of_paper(content, limit=settings.DOSSIER_PAPER_LIMIT, field="file")
    checksum = hashlib.sha256(content).hexdigest()
    drafts = _drafts(submission)
    if not drafts:
        raise Refusal(_("No dossier of this list is in preparation any more, so nothing is filed into them."))
    standing = NominationPaper.objects.standing().filter(nomination__in=drafts)
    there = set(standing.filter(checksum=checksum, on_paper_only=False).values_list("nomination", flat=True))
    filled = dict(standing.order_by().values_list("nomination").annotate(Count("pk")))
    lacking = [one for one in drafts if one.pk not in there and filled.get(one.pk, 0) < MOST_PAPERS]
    name = named(str(upload.name), found.name)
    procedure = procedure_of(drafts[0], on=clock.today()).procedure
    unlike = {(one.subject_kind, one.target_group): one for one in drafts}.values()
    asked = {paper.kind for one in unlike for paper in papers_asked(procedure, one)}
    if lacking:
        require_room(submission.organisation_id, len(content), field="file")
        kept = default_storage.save(f"nominations/{uuid.uuid4().hex}.{found.name}", ContentFile(content))
        NominationPaper.objects.bulk_create(
            NominationPaper(
                nomination=one,
                kind=guessed_kind(name, asked=asked or set(PaperKind)) or "",
                file=kept,
                name=name,
                size=len(content),
                checksum=checksum,
                content_type=found.content_type,
                body=submission.organisation,
                filed_by_name=actor.name,
                filed_at=clock.now(),
            )
            for one in lacking
        )
    record(
        actor,
        "awards.file_shared_paper",
        submission,
        after={"file": name, "bytes": len(content), "checksum": checksum, "added": len(lacking)},
        organisation_id=submission.organisation_id,
    )
    return len(lacking)


def _drafts(submission: Submission) -> list[Nomination]:
    pks = submission.rows.filter(nomination__state=NominationState.DRAFT).values_list("nomination", flat=True)
    return [one for one in dossiers_of(pks, locked=True).values() if one.state == NominationState.DRAFT]
