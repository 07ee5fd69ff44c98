from awards.catalogue.models.award import Award, AwardAlias, AwardName, LawVersion, ReportLine
from awards.lists.models.batch import BatchStep, ColumnMemory, HonourBatch, ImportProblem, ImportRow
from awards.records.models.declared import DeclaredHonour, DeclaredStep
from awards.records.models.subject import Subject, SubjectMove
from awards.records.models.year import YearRecord
from awards.register.models.honour import Honour, HonourTotal
from awards.register.models.register import ExportFormat, HonourCorrection, RegisterExport
from awards.register.models.tally import HonourTally

__all__ = [
    "Award",
    "AwardAlias",
    "AwardName",
    "BatchStep",
    "ColumnMemory",
    "DeclaredHonour",
    "DeclaredStep",
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
    "Subject",
    "SubjectMove",
    "YearRecord",
]
