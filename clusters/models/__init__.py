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
from clusters.models.mandate import Mandate, MandateRole
from clusters.models.organisation import Organisation, OrganisationKind, Succession, SuccessionKind

__all__ = [
    "Campaign",
    "CampaignAlias",
    "Cluster",
    "ClusterKind",
    "ClusterLevel",
    "ClusterYear",
    "Mandate",
    "MandateRole",
    "Membership",
    "Organisation",
    "OrganisationKind",
    "Post",
    "PostKind",
    "Succession",
    "SuccessionKind",
]
