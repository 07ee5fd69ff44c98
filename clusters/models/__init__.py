from clusters.models.activity import Activity
from clusters.models.campaign import Campaign, CampaignAlias
from clusters.models.cluster import (
    Cluster,
    ClusterKind,
    ClusterLevel,
    ClusterYear,
    Membership,
    Post,
    PostKind,
)
from clusters.models.conference import (
    Attendance,
    Conference,
    ConferenceItem,
    ConferencePaper,
    ConferenceStep,
)
from clusters.models.conference_ballot import ConferenceBallot
from clusters.models.criterion import Criterion, KnockOut
from clusters.models.figure import Figure, FigureEvidence, FigureRemark, FigureSheet, SheetStep
from clusters.models.figure_dates import SheetExtension, SheetTerm
from clusters.models.figure_table import FigureRow, FigureTable, Standing, figure_table, sat_in, standings
from clusters.models.indicator import Indicator
from clusters.models.mandate import Mandate, MandateRole
from clusters.models.merger import MergedOrganisation, Merger, recorded_mergers
from clusters.models.organisation import Organisation, OrganisationKind, Succession, SuccessionKind
from clusters.models.pact import (
    Pact,
    PactAnswer,
    PactCampaign,
    PactCommitment,
    PactSignature,
    PactStep,
    PactTarget,
)
from clusters.models.paper import Paper
from clusters.models.proposal_rule import ProposalRule
from clusters.models.scheme import CriterionGroup, Scheme
from clusters.models.score import (
    KnockOutFinding,
    Score,
    ScoreEvidence,
    ScoringFinish,
    ScoringRound,
    ScoringStep,
    ScoringTask,
)
from clusters.models.year_result import ResultStep, YearElection, YearPlace, YearProposal, YearResult

__all__ = [
    "Activity",
    "Attendance",
    "Campaign",
    "CampaignAlias",
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
    "Figure",
    "FigureEvidence",
    "FigureRemark",
    "FigureRow",
    "FigureSheet",
    "FigureTable",
    "Indicator",
    "KnockOut",
    "KnockOutFinding",
    "Mandate",
    "MandateRole",
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
    "Post",
    "PostKind",
    "ProposalRule",
    "ResultStep",
    "Scheme",
    "Score",
    "ScoreEvidence",
    "ScoringFinish",
    "ScoringRound",
    "ScoringStep",
    "ScoringTask",
    "SheetExtension",
    "SheetStep",
    "SheetTerm",
    "Standing",
    "Succession",
    "SuccessionKind",
    "YearElection",
    "YearPlace",
    "YearProposal",
    "YearResult",
    "figure_table",
    "recorded_mergers",
    "sat_in",
    "standings",
]
