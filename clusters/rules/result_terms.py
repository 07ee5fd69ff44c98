"""The fixed terms of a year's result. Keys are permanent; the words for them stand in `clusters.models`."""

from enum import StrEnum


class ResultState(StrEnum):
    DRAFT = "draft"
    FROZEN = "frozen"
    WITHDRAWN = "withdrawn"


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


class ElectedPost(StrEnum):
    """By the kinds of posts of a cluster year."""

    HEAD = "head"
    DEPUTY = "deputy"
