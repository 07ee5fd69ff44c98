"""The fixed terms of a pact. Keys are permanent; the words for them stand in `clusters.models`."""

from enum import StrEnum


class PactState(StrEnum):
    DRAFT = "draft"
    CONSULTED = "consulted"
    SIGNING = "signing"
    IN_FORCE = "in_force"


class PactSection(StrEnum):
    """The contents of a pact, in their order on paper (DOMAIN.md 6.7)."""

    LEADERSHIP = "leadership"
    SOCIO_ECONOMY = "socio_economy"
    NATIONAL_CAMPAIGNS = "national_campaigns"
    LOCAL_CAMPAIGNS = "local_campaigns"
    EXEMPLARS = "exemplars"
    INSPECTION = "inspection"


class TargetOrigin(StrEnum):
    """Where a target comes from."""

    DIRECTIVE = "directive"
    RESOLUTION = "resolution"
    OWN = "own"
