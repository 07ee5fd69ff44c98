"""The fixed terms of a list under public consultation; their words stand in `models.wording`."""

from enum import StrEnum


class PublicationState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
