from awards.catalogue.models.award import Award, AwardAlias, AwardAuthority, AwardName, LawVersion, ReportLine
from awards.certificates.models.certificate import Certificate, CertificateLayout, CertificateList
from awards.conflicts.models.conflict import Conflict, Interest
from awards.conflicts.models.kin import DeclaredKin, Namesake
from awards.conflicts.models.parts import NominationHand, Recusal
from awards.councils.models.council import Council, CouncilMember
from awards.decisions.models.decision import Decision, DecisionLine, DecisionScan, DecisionStep, LaterDecision
from awards.eligibility.models.shares import TitleShare
from awards.lists.models.batch import BatchStep, ColumnMemory, HonourBatch, ImportProblem, ImportRow
from awards.nominations.models.consultation import Consultation, ConsultationStep
from awards.nominations.models.contents import Achievement, NominationComment, NominationPaper
from awards.nominations.models.nomination import Nomination, NominationStep
from awards.nominations.models.overrides import RuleOverride
from awards.procedures.models.calendar import CalendarDay, CalendarYear
from awards.procedures.models.changes import ProcedureChange
from awards.procedures.models.criteria import ProcedureCriterion
from awards.procedures.models.measures import ProcedureMeasure
from awards.procedures.models.parts import (
    ProcedureConsultation,
    ProcedurePaper,
    ProcedureRule,
    ProcedureStage,
    ProcedureTransition,
)
from awards.procedures.models.procedure import Procedure
from awards.procedures.models.salary import BaseSalary
from awards.publication.models.publication import (
    DecisionRelease,
    Publication,
    PublicationLine,
    PublicationStep,
    PublicComment,
)
from awards.records.models.declared import DeclaredHonour, DeclaredStep
from awards.records.models.subject import Subject, SubjectMove
from awards.records.models.year import YearRecord
from awards.register.models.honour import Honour
from awards.register.models.register import ExportFormat, HonourCorrection, RegisterExport
from awards.register.models.tally import HonourTally
from awards.review.models.appraisals import Appraisal, AppraisalMark, FileNote, ModeratedMark
from awards.review.models.bulk import BulkDeed, BulkLine
from awards.review.models.feedback import Feedback
from awards.review.models.review import Review
from awards.sittings.models.agenda import SittingBallot, SittingItem
from awards.sittings.models.sitting import Sitting, SittingSeat, SittingStep
from awards.submissions.models.submission import Submission, SubmissionRow, SubmissionStep
from awards.totals.models.source import TotalsSource
from awards.totals.models.total import DeclaredTotal, TotalStep
from awards.year_lists.models.year_list import YearList, YearListRow, YearListStep

__all__ = [
    "Achievement",
    "Appraisal",
    "AppraisalMark",
    "Award",
    "AwardAlias",
    "AwardAuthority",
    "AwardName",
    "BaseSalary",
    "BatchStep",
    "BulkDeed",
    "BulkLine",
    "CalendarDay",
    "CalendarYear",
    "Certificate",
    "CertificateLayout",
    "CertificateList",
    "ColumnMemory",
    "Conflict",
    "Consultation",
    "ConsultationStep",
    "Council",
    "CouncilMember",
    "Decision",
    "DecisionLine",
    "DecisionRelease",
    "DecisionScan",
    "DecisionStep",
    "DeclaredTotal",
    "DeclaredHonour",
    "DeclaredKin",
    "DeclaredStep",
    "ExportFormat",
    "Feedback",
    "FileNote",
    "Honour",
    "HonourBatch",
    "HonourCorrection",
    "HonourTally",
    "ImportProblem",
    "ImportRow",
    "Interest",
    "LaterDecision",
    "LawVersion",
    "ModeratedMark",
    "Namesake",
    "Nomination",
    "NominationComment",
    "NominationHand",
    "NominationPaper",
    "NominationStep",
    "Procedure",
    "ProcedureChange",
    "ProcedureConsultation",
    "ProcedureCriterion",
    "ProcedureMeasure",
    "ProcedurePaper",
    "ProcedureRule",
    "ProcedureStage",
    "ProcedureTransition",
    "PublicComment",
    "Publication",
    "PublicationLine",
    "PublicationStep",
    "Recusal",
    "RegisterExport",
    "ReportLine",
    "Review",
    "TotalStep",
    "TotalsSource",
    "RuleOverride",
    "Sitting",
    "SittingBallot",
    "SittingItem",
    "SittingSeat",
    "SittingStep",
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
