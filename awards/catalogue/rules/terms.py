"""The fixed terms of the trade that code speaks about; their words stand in `awards.models.wording`."""

from enum import StrEnum


class SubjectKind(StrEnum):
    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"
    HOUSEHOLD = "household"


class TargetGroup(StrEnum):
    """The five groups of individuals, rows 10–14 of form 0602.N/BNV-TĐKT (Circular 02/2023/TT-BNV)."""

    SENIOR_EXECUTIVE = "senior_executive"
    DEPARTMENT_EXECUTIVE = "department_executive"
    ENTREPRENEUR = "entrepreneur"
    OTHER_EXECUTIVE = "other_executive"
    DIRECT_WORKER = "direct_worker"


class Way(StrEnum):
    """The seven ways of commendation, rows 15–21 of form 0602.N/BNV-TĐKT."""

    REGULAR = "regular"
    THEMATIC = "thematic"
    UNSCHEDULED = "unscheduled"
    DIPLOMATIC = "diplomatic"
    SERVICE = "service"
    TENURE = "tenure"
    RESISTANCE = "resistance"


class Family(StrEnum):
    """Emulation titles and forms of commendation are two families, never mixed."""

    TITLE = "title"
    FORM = "form"


class AwardGroup(StrEnum):
    EMULATION_TITLE = "emulation_title"
    ORDER = "order"
    MEDAL = "medal"
    STATE_HONORARY_TITLE = "state_honorary_title"
    PRIZE = "prize"
    COMMEMORATIVE_MEDAL = "commemorative_medal"
    CERTIFICATE_OF_MERIT = "certificate_of_merit"
    CERTIFICATE_OF_COMMENDATION = "certificate_of_commendation"


class Level(StrEnum):
    STATE = "state"
    PROVINCE = "province"
    GRASSROOTS = "grassroots"
    COMMUNE = "commune"


class Authority(StrEnum):
    PRESIDENT = "president"
    STANDING_COMMITTEE = "standing_committee"
    PRIME_MINISTER = "prime_minister"
    MINISTER = "minister"
    PROVINCE_CHAIR = "province_chair"
    DISTRICT_CHAIR = "district_chair"
    UNIT_HEAD = "unit_head"
    COMMUNE_CHAIR = "commune_chair"


class ProvinceKind(StrEnum):
    ANY = "any"
    PROVINCE = "province"
    CITY = "city"


SAME_RANK = {Authority.MINISTER: Authority.PROVINCE_CHAIR}
"""Authorities of one rank: whether a list means a minister's award or a province's is told by where it comes from."""
