from awards.catalogue.models.award import Award, AwardAlias, AwardAuthority, AwardName, LawVersion, ReportLine
from awards.eligibility.models.shares import TitleShare
from awards.lists.models.batch import BatchStep, ColumnMemory, HonourBatch, ImportProblem, ImportRow
from awards.nominations.models.consultation import Consultation, ConsultationStep
from awards.nominations.models.contents import Achievement, NominationComment, NominationPaper
from awards.nominations.models.nomination import Nomination, NominationStep
from awards.nominations.models.overrides import RuleOverride
from awards.procedures.models.calendar import CalendarDay, CalendarYear
from awards.procedures.models.changes import ProcedureChange
from awards.procedures.models.parts import (
    ProcedureConsultation,
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
from awards.submissions.models.submission import Submission, SubmissionRow, SubmissionStep
from awards.totals.models.source import TotalsSource
from awards.totals.models.total import DeclaredTotal, TotalStep
from awards.year_lists.models.year_list import YearList, YearListRow, YearListStep

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
    "Consultation",
    "ConsultationStep",
    "DeclaredTotal",
    "DeclaredHonour",
    "DeclaredStep",
    "ExportFormat",
    "Honour",
    "HonourBatch",
    "HonourCorrection",
    "HonourTally",
    "ImportProblem",
    "ImportRow",
    "LawVersion",
    "Nomination",
    "NominationComment",
    "NominationPaper",
    "NominationStep",
    "Procedure",
    "ProcedureChange",
    "ProcedureConsultation",
    "ProcedureMeasure",
    "ProcedurePaper",
    "ProcedureRule",
    "ProcedureStage",
    "ProcedureTransition",
    "RegisterExport",
    "ReportLine",
    "TotalStep",
    "TotalsSource",
    "RuleOverride",
    "Subject",
    "SubjectMove",
    "Submission",
    "SubmissionRow",
    "SubmissionStep",
    "TitleShare",
    "YearList",
    "YearListRow",
    "YearListStep",
    "YearRecord",
]
