"""The fixed terms of a dossier; their words stand in `models.wording`."""

from enum import StrEnum


class NominationState(StrEnum):
    """From the draft to the award. Who holds it is a column of its own: a province's desk and the central board's are
    in the same states one after the other."""

    DRAFT = "draft"
    PRESENTED = "presented"
    SUBMITTED = "submitted"
    REVIEW = "review"
    COUNCIL = "council"
    AWARDED = "awarded"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


S = NominationState
WRITABLE = (S.DRAFT,)
ENDED = (S.AWARDED, S.DECLINED, S.WITHDRAWN)
ON_ITS_WAY = tuple(state for state in S if state not in ENDED)


class DossierPlace(StrEnum):
    """Where on the page a comment is pinned; a paper is a place of its own."""

    SUBJECT = "subject"
    AWARD = "award"
    PERIOD = "period"
    ACHIEVEMENTS = "achievements"
    SUMMARY = "summary"
    PAPERS = "papers"
    WHOLE = "whole"


class DossierField(StrEnum):
    """What is saved by itself as it is left."""

    NAME = "name"
    BIRTH = "birth"
    POSITION = "position"
    UNIT = "unit"
    TARGET_GROUP = "target_group"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    SUMMARY = "summary"
    CAMPAIGN = "campaign"


class AchievementPart(StrEnum):
    TEXT = "text"
    TARGET = "target"
    RESULT = "result"
    SOURCE = "source"


class AchievementOrigin(StrEnum):
    """`PACT`: taken over from the figures of a cluster's year, and not to be changed here."""

    OWN = "own"
    PACT = "pact"


OF_PEOPLE = frozenset({DossierField.BIRTH, DossierField.POSITION, DossierField.TARGET_GROUP})
LONGEST_SUMMARY = 12_000
MOST_PAPERS = 60
MOST_ACHIEVEMENTS = 40
UNDOING = ("undo_forward", "undo_council", "undo_return")
"""Steps of deeds over many dossiers (`awards.review.rules.flow`): each undoes the step right before it."""
