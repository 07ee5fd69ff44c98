from awards.catalogue.models.award import Award, AwardAlias, AwardName, LawVersion, ReportLine
from awards.lists.models.batch import BatchStep, ColumnMemory, HonourBatch, ImportProblem, ImportRow
from awards.register.models.honour import Honour
from awards.register.models.register import ExportFormat, HonourCorrection, RegisterExport
from awards.register.models.tally import HonourTally
from awards.totals.models.source import TotalsSource
from awards.totals.models.total import DeclaredTotal, TotalStep

__all__ = [
    "Award",
    "AwardAlias",
    "AwardName",
    "BatchStep",
    "ColumnMemory",
    "DeclaredTotal",
    "ExportFormat",
    "Honour",
    "HonourBatch",
    "HonourCorrection",
    "HonourTally",
    "ImportProblem",
    "ImportRow",
    "LawVersion",
    "RegisterExport",
    "ReportLine",
    "TotalStep",
    "TotalsSource",
]
