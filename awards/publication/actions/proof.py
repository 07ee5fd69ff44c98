"""The proof of a publication, filed into its dossiers. Papers are printed by a higher app: the roof says by which."""

import hashlib
import uuid
from collections.abc import Callable

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from awards.nominations.models.contents import NominationPaper
from awards.procedures.rules.terms import PaperKind
from awards.publication.models.publication import Publication, PublicationLine
from emulation.core import clock
from emulation.core.actor import Actor

Printer = Callable[[Publication, PublicationLine], bytes]
Progress = Callable[[int, int], None]
_printers: list[Printer] = []


def printed_by(printer: Printer) -> None:
    """`printer`: of a closed list what it said of one dossier, as PDF."""
    _printers[:] = [printer]


def file_proof(publication: Publication, *, actor: Actor, progress: Progress) -> int:
    """Into each dossier of the list, as a paper whose kind is sure. It names no other dossier: who reads this one may
    have a conflict of interest with that. How many."""
    lines = list(publication.lines.filter(stands=True).order_by("pk"))
    papers = []
    for done, line in enumerate(lines):
        progress(done, len(lines))
        papers.append(_proof(publication, line, actor))
    return len(NominationPaper.objects.bulk_create(papers))


def _proof(publication: Publication, line: PublicationLine, actor: Actor) -> NominationPaper:
    [printer] = _printers
    content = printer(publication, line)
    return NominationPaper(
        nomination_id=line.nomination_id,
        kind=PaperKind.PUBLICATION_PROOF,
        is_confirmed=True,
        file=default_storage.save(f"nominations/{uuid.uuid4().hex}.pdf", ContentFile(content)),
        name="chung-minh-cong-khai.pdf",
        size=len(content),
        checksum=hashlib.sha256(content).hexdigest(),
        content_type="application/pdf",
        body_id=publication.body_id,
        filed_by_name=actor.name,
        filed_at=clock.now(),
    )
