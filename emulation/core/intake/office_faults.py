"""What a Word or Excel file is refused for."""

from enum import StrEnum


class OfficeFault(StrEnum):
    """What keeps a Word or Excel file from being a paper; the first of several is told."""

    BROKEN = "broken"
    ACTIVE = "active"
    LINKED = "linked"
    LEADS_INSIDE = "leads_inside"
    ANOTHER_KIND = "another_kind"
    TOO_MUCH = "too_much"
