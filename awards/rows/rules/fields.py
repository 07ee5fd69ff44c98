"""What a row may say."""

from enum import StrEnum


class Field(StrEnum):
    """What a column of a list may say of an honour."""

    NAME = "name"
    HONORIFIC = "honorific"
    SUBJECT_KIND = "subject_kind"
    POSITION = "position"
    UNIT = "unit"
    TARGET_GROUP = "target_group"
    BIRTH = "birth"
    IDENTITY = "identity"
    AWARD = "award"
    AWARD_CLASS = "award_class"
    WAY = "way"
    ACHIEVEMENT_YEAR = "achievement_year"
    DECISION_NUMBER = "decision_number"
    DECISION_DATE = "decision_date"
    SIGNER_OFFICE = "signer_office"
    CAMPAIGN = "campaign"
