from reports.batches.models import BatchPart, ReportBatch
from reports.runs.models.kinds import FileFormat, ReportKind
from reports.runs.models.passage import Passage
from reports.runs.models.report import Report, ReportFile, ReportState, ReportStep

__all__ = [
    "BatchPart",
    "FileFormat",
    "Passage",
    "Report",
    "ReportBatch",
    "ReportFile",
    "ReportKind",
    "ReportState",
    "ReportStep",
]
