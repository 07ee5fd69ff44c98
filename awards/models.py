from awards.catalogue.models.award import Award, AwardAlias, AwardAuthority, AwardName, LawVersion, ReportLine
from awards.conflicts.models.conflict import Conflict
from awards.conflicts.models.kin import DeclaredKin, Namesake
from awards.conflicts.models.parts import NominationHand, Recusal
from awards.eligibility.models.shares import TitleShare
from awards.lists.models.batch import BatchStep, ColumnMemory, HonourBatch, ImportProblem, ImportRow
from awards.nominations.models.contents import Achievement, NominationComment, NominationPaper
from awards.nominations.models.nomination import Nomination, NominationStep
from awards.nominations.models.overrides import RuleOverride
from awards.procedures.models.calendar import CalendarDay, CalendarYear
from awards.procedures.models.changes import ProcedureChange
from awards.procedures.models.parts import (
    ProcedureMeasure,
    ProcedurePaper,
    ProcedureRule,
    ProcedureStage,
    ProcedureTransition,
)
from awards.procedures.models.procedure import Procedure
from awards.records.models.declared import DeclaredHonour, DeclaredStep
from awards.records.models.subject import Subject, SubjectMove
from awards.records.models.year import YearRecord
from awards.register.models.honour import Honour
from awards.register.models.register import ExportFormat, HonourCorrection, RegisterExport
from awards.register.models.tally import HonourTally
from awards.totals.models.source import TotalsSource
from awards.totals.models.total import DeclaredTotal, TotalStep

__all__ = [
    "Achievement",
    "Award",
    "AwardAlias",
    "AwardAuthority",
    "AwardName",
    "BatchStep",
    "CalendarDay",
    "CalendarYear",
    "ColumnMemory",
    "Conflict",
    "DeclaredTotal",
    "DeclaredHonour",
    "DeclaredKin",
    "DeclaredStep",
    "ExportFormat",
    "Honour",
    "HonourBatch",
    "HonourCorrection",
    "HonourTally",
    "ImportProblem",
    "ImportRow",
    "LawVersion",
    "Namesake",
    "Nomination",
    "NominationComment",
    "NominationHand",
    "NominationPaper",
    "NominationStep",
    "Procedure",
    "ProcedureChange",
    "ProcedureMeasure",
    "ProcedurePaper",
    "ProcedureRule",
    "ProcedureStage",
    "ProcedureTransition",
    "Recusal",
    "RegisterExport",
    "ReportLine",
    "TotalStep",
    "TotalsSource",
    "RuleOverride",
    "Subject",
    "SubjectMove",
    "TitleShare",
    "YearRecord",
]
