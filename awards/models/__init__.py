from awards.models.award import Award, AwardAlias, AwardName, LawVersion, ReportLine
from awards.models.batch import ColumnMemory, HonourBatch, ImportProblem, ImportRow
from awards.models.honour import Honour, HonourTotal
from awards.models.register import ExportFormat, HonourCorrection, RegisterExport
from awards.models.tally import HonourTally

__all__ = [
    "Award",
    "AwardAlias",
    "AwardName",
    "ColumnMemory",
    "ExportFormat",
    "Honour",
    "HonourBatch",
    "HonourCorrection",
    "HonourTally",
    "HonourTotal",
    "ImportProblem",
    "ImportRow",
    "LawVersion",
    "RegisterExport",
    "ReportLine",
]
