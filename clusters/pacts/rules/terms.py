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


class TargetKind(StrEnum):
    """How a target is written: 8%; 9,5% - 10%; từ 75% trở lên; không quá 1%; 19/19; 471.000 tỷ đồng; 95%."""

    EXACT = "exact"
    RANGE = "range"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RATIO = "ratio"
    AMOUNT = "amount"
    SHARE = "share"


class TargetOrigin(StrEnum):
    """Where a target comes from."""

    DIRECTIVE = "directive"
    RESOLUTION = "resolution"
    OWN = "own"
