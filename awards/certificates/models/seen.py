"""What a stranger with a code is told: these columns and no others."""

from dataclasses import dataclass
from datetime import date

from awards.certificates.models.certificate import Certificate
from awards.nominations.models.names import award_name
from awards.register.rules.terms import HonourStatus
from clusters.models import Organisation


@dataclass(frozen=True)
class SeenByAnybody:
    """`issuer`: whose decision it is. `revoked_on`: of a revoked one."""

    name: str
    award: str
    decision: str
    decided_on: date
    issuer: str
    status: HonourStatus
    revoked_on: date | None


def seen_by_anybody(certificate: Certificate) -> SeenByAnybody:
    """The certificate's line is at hand with its honour, its decision and its dossier; their bodies are read here."""
    line = certificate.line
    honour, decision, nomination = line.honour, line.decision, line.nomination
    bodies = Organisation.objects.select_related("parent").in_bulk({decision.body_id, nomination.organisation_id})
    nomination.organisation = bodies[nomination.organisation_id]
    return SeenByAnybody(
        name=honour.name,
        award=award_name(nomination, on=decision.day),
        decision=decision.full_number,
        decided_on=decision.day,
        issuer=bodies[decision.body_id].on_paper.full_name,
        status=HonourStatus(honour.status),
        revoked_on=honour.revoked_on if honour.status == HonourStatus.REVOKED else None,
    )
