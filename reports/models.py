from reports.runs.models.kinds import FileFormat, ReportKind
from reports.runs.models.passage import Passage
from reports.runs.models.report import Report, ReportFile, ReportState, ReportStep

__all__ = ["FileFormat", "Passage", "Report", "ReportFile", "ReportKind", "ReportState", "ReportStep"]
