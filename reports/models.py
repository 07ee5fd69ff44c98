from reports.batches.models import BatchPart, ReportBatch
from reports.runs.models.drafts import ChangedFigure, DraftDecision, SentenceWording
from reports.runs.models.kept import ReportFile, ReportStep
from reports.runs.models.kinds import FileFormat, ReportKind
from reports.runs.models.passage import Passage
from reports.runs.models.report import Report, ReportState
from reports.schedule.models import DraftingDay, ScheduledDraft
from reports.signing.models import PaperSignatory, SignedFile, SignedOriginal, SignedPaper

__all__ = [
    "BatchPart",
    "ChangedFigure",
    "DraftDecision",
    "DraftingDay",
    "FileFormat",
    "PaperSignatory",
    "Passage",
    "Report",
    "ReportBatch",
    "ReportFile",
    "ReportKind",
    "ReportState",
    "ReportStep",
    "ScheduledDraft",
    "SentenceWording",
    "SignedFile",
    "SignedOriginal",
    "SignedPaper",
]
