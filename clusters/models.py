from clusters.attachments.models import Paper
from clusters.campaigns.models.campaign import Campaign, CampaignAlias, CampaignStep
from clusters.campaigns.models.participation import CampaignReview, Inspection, Participation, ProgressEntry
from clusters.campaigns.models.parts import CampaignGoal, CampaignPhase
from clusters.conferences.models.activity import Activity
from clusters.conferences.models.ballot import ConferenceBallot
from clusters.conferences.models.conference import (
    Attendance,
    Conference,
    ConferenceItem,
    ConferencePaper,
    ConferenceStep,
)
from clusters.conferences.models.province_conference import ProvinceConference
from clusters.directives.models import Directive, DirectiveTarget
from clusters.exemplars.models import Adoption, Exemplar
from clusters.figures.models.dates import SheetExtension, SheetTerm
from clusters.figures.models.figure import Figure, FigureEvidence, FigureRemark, FigureSheet, SheetStep
from clusters.figures.models.table import FigureRow, FigureTable, MemberSheetState, figure_table, standings
from clusters.indicators.models.indicator import Indicator
from clusters.membership.models.cluster import (
    Cluster,
    ClusterKind,
    ClusterLevel,
    ClusterYear,
    Membership,
    Post,
    PostKind,
)
from clusters.membership.models.members import sat_in
from clusters.organisations.models.lineage import lineage_of
from clusters.organisations.models.merger import MergedOrganisation, Merger, recorded_mergers
from clusters.organisations.models.organisation import Organisation, OrganisationKind, Succession, SuccessionKind
from clusters.pacts.models.pact import (
    Pact,
    PactAnswer,
    PactCampaign,
    PactCommitment,
    PactSignature,
    PactStep,
    PactTarget,
)
from clusters.people.models.mandate import Mandate, MandateRole
from clusters.regulation.models.criterion import Criterion, KnockOut
from clusters.regulation.models.proposal_rule import ProposalRule
from clusters.regulation.models.scheme import CriterionGroup, Scheme, SchemeStep
from clusters.results.models.result import ResultStep, YearElection, YearPlace, YearProposal, YearResult
from clusters.scores.models.finding import KnockOutFinding
from clusters.scores.models.score import Score, ScoreEvidence, ScoringFinish, ScoringRound, ScoringStep, ScoringTask
from clusters.tasks.models import Assignment, AssignmentStep, Task
from clusters.year.models.reminder import Reminder, ReminderMail

__all__ = [
    "Activity",
    "Adoption",
    "Assignment",
    "AssignmentStep",
    "Attendance",
    "Campaign",
    "CampaignAlias",
    "CampaignGoal",
    "CampaignPhase",
    "CampaignReview",
    "CampaignStep",
    "Cluster",
    "ClusterKind",
    "ClusterLevel",
    "ClusterYear",
    "Conference",
    "ConferenceBallot",
    "ConferenceItem",
    "ConferencePaper",
    "ConferenceStep",
    "Criterion",
    "CriterionGroup",
    "Directive",
    "DirectiveTarget",
    "Exemplar",
    "Figure",
    "FigureEvidence",
    "FigureRemark",
    "FigureRow",
    "FigureSheet",
    "FigureTable",
    "Indicator",
    "Inspection",
    "KnockOut",
    "KnockOutFinding",
    "Mandate",
    "MandateRole",
    "MemberSheetState",
    "Membership",
    "MergedOrganisation",
    "Merger",
    "Organisation",
    "OrganisationKind",
    "Pact",
    "PactAnswer",
    "PactCampaign",
    "PactCommitment",
    "PactSignature",
    "PactStep",
    "PactTarget",
    "Paper",
    "Participation",
    "Post",
    "PostKind",
    "ProgressEntry",
    "ProposalRule",
    "ProvinceConference",
    "Reminder",
    "ReminderMail",
    "ResultStep",
    "Scheme",
    "SchemeStep",
    "Score",
    "ScoreEvidence",
    "ScoringFinish",
    "ScoringRound",
    "ScoringStep",
    "ScoringTask",
    "SheetExtension",
    "SheetStep",
    "SheetTerm",
    "Succession",
    "SuccessionKind",
    "Task",
    "YearElection",
    "YearPlace",
    "YearProposal",
    "YearResult",
    "figure_table",
    "lineage_of",
    "recorded_mergers",
    "sat_in",
    "standings",
]
