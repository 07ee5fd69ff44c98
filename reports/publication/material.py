"""What the proof of a publication says, read from the database into one frozen value."""

from dataclasses import dataclass
from datetime import date

from awards.publication.models.publication import Publication
from awards.publication.models.shown import ShownLine, shown_lines
from reports.document.rules.issuer import Issuer, Paper
from reports.runs.models.issuers import issuer_of


@dataclass(frozen=True)
class ProofMaterial:
    """`comments`: how many came; what they say and who wrote them stays with the body."""

    id: int
    issuer: Issuer
    title: str
    days: int
    first: date
    last: date
    comments: int
    lines: tuple[ShownLine, ...]


def proof_material(publication: Publication) -> ProofMaterial:
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
        lines=tuple(shown_lines(publication)),
    )
