"""A list that stood in public, as its dossiers keep it."""

from django.utils.translation import override

from awards.publication.models.publication import Publication, PublicationLine
from reports.document.render import pdf
from reports.document.rules.wording import VIETNAMESE
from reports.publication.compose import compose_proof
from reports.publication.material import proof_material


def proof_as_pdf(publication: Publication, line: PublicationLine) -> bytes:
    with override(VIETNAMESE):
        return pdf.render(compose_proof(proof_material(publication, line)))
