from awards.models.award import Award, AwardAlias, AwardName, LawVersion, ReportLine
from awards.models.batch import HonourBatch, ImportProblem, ImportRow
from awards.models.honour import Honour, HonourTotal

__all__ = [
    "Award",
    "AwardAlias",
    "AwardName",
    "Honour",
    "HonourBatch",
    "HonourTotal",
    "ImportProblem",
    "ImportRow",
    "LawVersion",
    "ReportLine",
]
