"""What the proof of a publication says, read from the database into one frozen value."""

from dataclasses import dataclass
from datetime import date

from awards.publication.models.publication import Publication, PublicationLine
from awards.publication.models.shown import ShownLine
from reports.document.rules.issuer import Issuer, Paper
from reports.runs.models.issuers import issuer_of


@dataclass(frozen=True)
class ProofMaterial:
    """`comments`: how many came to the whole list; what they say and who wrote them stays with the body. `dossiers`:
    how many the list held, of which `line` is one."""

    id: int
    issuer: Issuer
    title: str
    days: int
    first: date
    last: date
    comments: int
    dossiers: int
    line: ShownLine


def proof_material(publication: Publication, line: PublicationLine) -> ProofMaterial:
    """Of a list whose days are over; `body__parent` is at hand."""
    assert publication.opens_on is not None
    assert publication.closes_on is not None
    assert publication.days is not None
    return ProofMaterial(
        id=publication.pk,
        issuer=issuer_of(Paper.REPORT, organisation=publication.body, on=publication.closes_on),
        title=publication.title,
        days=publication.days,
        first=publication.opens_on,
        last=publication.closes_on,
        comments=publication.comments.count(),
        dossiers=publication.lines.filter(stands=True).count(),
        line=ShownLine(line.pk, line.name, line.office, line.unit, line.award),
    )
