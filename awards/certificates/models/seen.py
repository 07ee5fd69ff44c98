"""What a stranger with a code is told: these columns and no others."""

from dataclasses import dataclass
from datetime import date

from awards.certificates.models.certificate import Certificate
from awards.nominations.models.names import award_name
from awards.register.rules.terms import HonourStatus


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
    """`with_names` and the decision with its body are at hand."""
    honour, decision = certificate.line.honour, certificate.line.decision
    return SeenByAnybody(
        name=honour.name,
        award=award_name(certificate.line.nomination, on=decision.day),
        decision=decision.full_number,
        decided_on=decision.day,
        issuer=decision.body.on_paper.full_name,
        status=HonourStatus(honour.status),
        revoked_on=honour.revoked_on if honour.status == HonourStatus.REVOKED else None,
    )
