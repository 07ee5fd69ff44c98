"""What a row may say, and which of its cells says it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Self


class Field(StrEnum):
    """What a column of a list may say of an honour."""

    NAME = "name"
    HONORIFIC = "honorific"
    SUBJECT_KIND = "subject_kind"
    POSITION = "position"
    UNIT = "unit"
    POSITION_AND_UNIT = "position_and_unit"
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


@dataclass(frozen=True)
class Meanings:
    """What each column means, by its place from 0; a place that is not here is not read."""

    of: Mapping[int, str]

    @classmethod
    def from_json(cls, kept: Mapping[str, str]) -> Self:
        return cls({int(place): field for place, field in kept.items()})

    def as_json(self) -> dict[str, str]:
        return {str(place): str(field) for place, field in sorted(self.of.items())}

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Of each field that some column says, from left to right."""
        found: dict[str, tuple[int, ...]] = {}
        for place, field in sorted(self.of.items()):
            found[field] = (*found.get(field, ()), place)
        return found
