from reports.models.passage import Passage
from reports.models.report import FileFormat, Report, ReportFile, ReportKind, ReportState

__all__ = ["FileFormat", "Passage", "Report", "ReportFile", "ReportKind", "ReportState"]
