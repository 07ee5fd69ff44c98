from reports.models.report import FileFormat, Report, ReportFile, ReportKind, ReportState

__all__ = ["FileFormat", "Report", "ReportFile", "ReportKind", "ReportState"]
