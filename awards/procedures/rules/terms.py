"""The fixed lists that a procedure chooses from; their words stand in `models.wording`."""

from enum import StrEnum

from awards.catalogue.rules.terms import Level


class Stage(StrEnum):
    """What is done with a dossier, in no order of its own: a procedure orders them."""

    ACCLAIM = "acclaim"
    CONSIDER = "consider"
    APPRAISE = "appraise"
    PUBLISH = "publish"
    CONSULT = "consult"
    SUBMIT = "submit"
    DECIDE = "decide"


class Body(StrEnum):
    CLUSTER = "cluster"
    UNIT = "unit"
    UNIT_COUNCIL = "unit_council"
    UNIT_HEAD = "unit_head"
    PROVINCE_OFFICE = "province_office"
    PROVINCE_COUNCIL = "province_council"
    PROVINCE_CHAIR = "province_chair"
    CONSULTED_BODY = "consulted_body"
    CENTRAL_BOARD = "central_board"
    CENTRAL_COUNCIL = "central_council"
    HOME_AFFAIRS = "home_affairs"
    PRIME_MINISTER = "prime_minister"
    PRESIDENT = "president"


BODIES_OF = {
    Stage.ACCLAIM: (Body.CLUSTER,),
    Stage.CONSIDER: (Body.UNIT_COUNCIL, Body.PROVINCE_COUNCIL, Body.CENTRAL_COUNCIL),
    Stage.APPRAISE: (Body.PROVINCE_OFFICE, Body.CENTRAL_BOARD),
    Stage.PUBLISH: (Body.PROVINCE_OFFICE, Body.CENTRAL_BOARD),
    Stage.CONSULT: (Body.CONSULTED_BODY,),
    Stage.SUBMIT: (Body.UNIT, Body.PROVINCE_CHAIR, Body.HOME_AFFAIRS, Body.PRIME_MINISTER),
    Stage.DECIDE: (Body.UNIT_HEAD, Body.PROVINCE_CHAIR, Body.PRIME_MINISTER, Body.PRESIDENT),
}


def councils_on_the_way(level: str) -> tuple[Body, ...]:
    """Councils that a dossier of an award of that level may come to: the Central Council has those of the State."""
    councils = BODIES_OF[Stage.CONSIDER]
    return councils if level == Level.STATE else tuple(one for one in councils if one is not Body.CENTRAL_COUNCIL)


class DayKind(StrEnum):
    """Which day of a case is meant. `ACHIEVEMENT_END`: the last day of the time the achievement was made in."""

    RECEIPT = "receipt"
    DECISION = "decision"
    ACHIEVEMENT_END = "achievement_end"


class DaysCounted(StrEnum):
    WORKING = "working"
    CALENDAR = "calendar"


class Effect(StrEnum):
    BLOCKS = "blocks"
    WARNS = "warns"


class PaperKind(StrEnum):
    SUBMISSION_LETTER = "submission_letter"
    SUMMARY_LIST = "summary_list"
    ACHIEVEMENT_REPORT = "achievement_report"
    COUNCIL_MINUTES = "council_minutes"
    CLUSTER_MINUTES = "cluster_minutes"
    VOTE_RESULT = "vote_result"
    INITIATIVE_CERTIFICATE = "initiative_certificate"
    EARLIER_DECISIONS = "earlier_decisions"
    CONSULTED_OPINION = "consulted_opinion"
    PARTY_OPINION = "party_opinion"
    TAX_CONFIRMATION = "tax_confirmation"
    PUBLICATION_PROOF = "publication_proof"
    OTHER_DOCUMENTS = "other_documents"


class Consulted(StrEnum):
    """Whose opinion is asked before a dossier goes on."""

    SUPERIOR = "superior"
    TAX = "tax"
    POLICE = "police"
    INSPECTORATE = "inspectorate"
    ENVIRONMENT = "environment"
    INSURANCE = "insurance"
    PARTY_COMMITTEE = "party_committee"
    LOCALITY = "locality"
    OTHER = "other"


class MeasureKind(StrEnum):
    """Numbers that a procedure sets once. Shares in per cent of `Base`; days are working days; factors are multiples of
    the base salary."""

    VOTE_SHARE = "vote_share"
    QUOTA_SHARE = "quota_share"
    PUBLICATION_DAYS = "publication_days"
    DOSSIER_SETS = "dossier_sets"
    BONUS_INDIVIDUAL = "bonus_individual"
    BONUS_COLLECTIVE = "bonus_collective"


class Base(StrEnum):
    COUNCIL_MEMBERS = "council_members"
    COUNCIL_PRESENT = "council_present"
    VALID_VOTES = "valid_votes"
    CLUSTER_LEADERS = "cluster_leaders"
    LDTT_HOLDERS = "ldtt_holders"
    HEADCOUNT = "headcount"


BASES_OF = {
    MeasureKind.VOTE_SHARE: (Base.COUNCIL_MEMBERS, Base.COUNCIL_PRESENT, Base.VALID_VOTES),
    MeasureKind.QUOTA_SHARE: (Base.CLUSTER_LEADERS, Base.LDTT_HOLDERS, Base.HEADCOUNT),
}
FLAG_SHARED = "CO_CP"


def fits_share(award: str, base: str) -> bool:
    """Whether a share of the award is taken of that base: the Government flag's of leaders of clusters, others' of
    people."""
    return (base == Base.CLUSTER_LEADERS) is (award == FLAG_SHARED)


WHOLE_MEASURES = (MeasureKind.PUBLICATION_DAYS, MeasureKind.DOSSIER_SETS)


class CriterionKind(StrEnum):
    """What an appraiser judges by. A procedure names those of its award, and which of them are given points."""

    STANDARD = "standard"
    TASKS = "tasks"
    MEASURED = "measured"
    INITIATIVE = "initiative"
    CAMPAIGNS = "campaigns"
    INFLUENCE = "influence"
    OBSERVANCE = "observance"
    CONSISTENT = "consistent"
