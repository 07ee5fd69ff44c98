from reports.runs.models.passage import Passage
from reports.runs.models.report import FileFormat, Report, ReportFile, ReportKind, ReportState, ReportStep

__all__ = ["FileFormat", "Passage", "Report", "ReportFile", "ReportKind", "ReportState", "ReportStep"]
