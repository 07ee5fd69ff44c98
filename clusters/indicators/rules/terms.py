"""The fixed terms of half-year figures. Keys are permanent; the words for them stand in `clusters.models`."""

from enum import StrEnum


class ValueKind(StrEnum):
    """How a figure is written: 73; 12,64; 3,5%; 19/19."""

    WHOLE = "whole"
    DECIMAL = "decimal"
    PERCENT = "percent"
    RATIO = "ratio"


class Direction(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"
    WITHIN = "within"


class Derivation(StrEnum):
    """How a cluster's figure comes from those of its members."""

    SUM = "sum"
    RATIO = "ratio"
    COMMON_BOUND = "common_bound"
    AVERAGE = "average"
    WEIGHTED = "weighted"
    BY_HEAD = "by_head"


AVERAGES = (Derivation.AVERAGE, Derivation.WEIGHTED)


class TargetKind(StrEnum):
    """How a target is written: 8%; 9,5% - 10%; từ 75% trở lên; không quá 1%; 19/19; 471.000 tỷ đồng; 95%."""

    EXACT = "exact"
    RANGE = "range"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RATIO = "ratio"
    AMOUNT = "amount"
    SHARE = "share"


class FigurePart(StrEnum):
    """What can be written of one indicator."""

    VALUE = "value"
    PLAN_SHARE = "plan_share"
    SOURCE = "source"
    NOTE = "note"


LONGEST = {FigurePart.VALUE: 200, FigurePart.PLAN_SHARE: 200, FigurePart.SOURCE: 300, FigurePart.NOTE: 500}
READ_AS_QUANTITY = frozenset({FigurePart.VALUE, FigurePart.PLAN_SHARE})
