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
from clusters.models.figure import Figure, FigureRemark, FigureSheet, SheetStep
from clusters.models.figure_table import FigureRow, FigureTable, Standing, figure_table, sat_in, standings
from clusters.models.indicator import Indicator
from clusters.models.mandate import Mandate, MandateRole
from clusters.models.organisation import Organisation, OrganisationKind, Succession, SuccessionKind

__all__ = [
    "Campaign",
    "CampaignAlias",
    "Cluster",
    "ClusterKind",
    "ClusterLevel",
    "ClusterYear",
    "Figure",
    "FigureRemark",
    "FigureRow",
    "FigureSheet",
    "FigureTable",
    "Indicator",
    "Mandate",
    "MandateRole",
    "Membership",
    "Organisation",
    "OrganisationKind",
    "Post",
    "PostKind",
    "SheetStep",
    "Standing",
    "Succession",
    "SuccessionKind",
    "figure_table",
    "sat_in",
    "standings",
]
