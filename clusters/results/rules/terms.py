"""The fixed terms of a year's result. Keys are permanent; the words for them stand in `clusters.models`."""

from enum import StrEnum


class ResultState(StrEnum):
    DRAFT = "draft"
    FROZEN = "frozen"
    WITHDRAWN = "withdrawn"


class ElectedPost(StrEnum):
    """By the kinds of posts of a cluster year."""

    HEAD = "head"
    DEPUTY = "deputy"
