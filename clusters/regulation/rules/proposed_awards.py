"""Awards that a cluster may propose its members for."""

from enum import StrEnum


class ProposedAward(StrEnum):
    """By the codes of the catalogue of awards, which belongs to a higher app."""

    GOVERNMENT_FLAG = "CO_CP"
    PRIME_MINISTER_CERTIFICATE = "BK_TTG"
    MINISTRY_FLAG = "CO_BO"
    MINISTRY_CERTIFICATE = "BK_BO"
    PROVINCE_FLAG = "CO_TINH"
    PROVINCE_CERTIFICATE = "BK_TINH"


STATE_LEVEL = (ProposedAward.GOVERNMENT_FLAG, ProposedAward.PRIME_MINISTER_CERTIFICATE)


OFFERED = {
    "central": STATE_LEVEL,
    "ministry": (*STATE_LEVEL, ProposedAward.MINISTRY_FLAG, ProposedAward.MINISTRY_CERTIFICATE),
    "province": (*STATE_LEVEL, ProposedAward.PROVINCE_FLAG, ProposedAward.PROVINCE_CERTIFICATE),
}
