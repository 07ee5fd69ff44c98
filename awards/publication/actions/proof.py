"""The proof of a publication, filed into its dossiers. Papers are printed by a higher app: the roof says by which."""

import hashlib
import uuid
from collections.abc import Callable

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from awards.nominations.models.contents import NominationPaper
from awards.procedures.rules.terms import PaperKind
from awards.publication.models.publication import Publication
from emulation.core import clock
from emulation.core.actor import Actor

Printer = Callable[[Publication], bytes]
_printers: list[Printer] = []


def printed_by(printer: Printer) -> None:
    """`printer`: a closed list as PDF."""
    _printers[:] = [printer]


def file_proof(publication: Publication, *, actor: Actor) -> int:
    """Into each dossier of the list, as a paper whose kind is sure; the bytes are kept once. How many."""
    [printer] = _printers
    content = printer(publication)
    kept = default_storage.save(f"nominations/{uuid.uuid4().hex}.pdf", ContentFile(content))
    made = NominationPaper.objects.bulk_create(
        NominationPaper(
            nomination_id=nomination,
            kind=PaperKind.PUBLICATION_PROOF,
            is_confirmed=True,
            file=kept,
            name="chung-minh-cong-khai.pdf",
            size=len(content),
            checksum=hashlib.sha256(content).hexdigest(),
            content_type="application/pdf",
            body_id=publication.body_id,
            filed_by_name=actor.name,
            filed_at=clock.now(),
        )
        for nomination in publication.lines.filter(stands=True).values_list("nomination", flat=True)
    )
    return len(made)
