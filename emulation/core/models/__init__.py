from emulation.core.models.audit import AuditEntry, AuditSeal
from emulation.core.models.job import Job, JobState
from emulation.core.models.user import User

__all__ = ["AuditEntry", "AuditSeal", "Job", "JobState", "User"]
