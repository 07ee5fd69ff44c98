from emulation.core.models.audit import AuditEntry, AuditMention, AuditSeal
from emulation.core.models.ballot import (
    BallotEnvelope,
    BallotOption,
    BallotStep,
    BallotTeller,
    BallotVoter,
    SealedBallot,
)
from emulation.core.models.job import Job, JobState
from emulation.core.models.public_try import PublicTry
from emulation.core.models.quota import StorageQuota
from emulation.core.models.user import User

__all__ = [
    "AuditEntry",
    "AuditMention",
    "AuditSeal",
    "BallotEnvelope",
    "BallotOption",
    "BallotStep",
    "BallotTeller",
    "BallotVoter",
    "Job",
    "JobState",
    "PublicTry",
    "SealedBallot",
    "StorageQuota",
    "User",
]
