from awards.catalogue.models.award import Award, AwardAlias, AwardName, LawVersion, ReportLine
from awards.lists.models.batch import BatchStep, ColumnMemory, HonourBatch, ImportProblem, ImportRow
from awards.register.models.honour import Honour, HonourTotal
from awards.register.models.register import ExportFormat, HonourCorrection, RegisterExport
from awards.register.models.tally import HonourTally

__all__ = [
    "Award",
    "AwardAlias",
    "AwardName",
    "BatchStep",
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
