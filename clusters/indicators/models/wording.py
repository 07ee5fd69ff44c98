"""The words of half-year figures, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clusters.indicators.rules.terms import Derivation, Direction, FigurePart, TargetKind, ValueKind
from clusters.membership.rules.half_years import WHOLE_YEAR, Days

VALUE_KINDS = {
    ValueKind.WHOLE: _("Whole number, such as 73"),
    ValueKind.DECIMAL: _("Number with decimals, such as 12,64"),
    ValueKind.PERCENT: _("Per cent, such as 3,5%"),
    ValueKind.RATIO: _("Part of a whole, such as 19/19"),
}
DIRECTIONS = {
    Direction.HIGHER: _("The higher the better"),
    Direction.LOWER: _("The lower the better"),
    Direction.WITHIN: _("Within a range"),
}
DERIVATIONS = {
    Derivation.SUM: _("Sum of the members' figures"),
    Derivation.RATIO: _("Sum of the parts over sum of the wholes"),
    Derivation.COMMON_BOUND: _("Bound that holds for every member"),
    Derivation.AVERAGE: _("Average of the members' figures"),
    Derivation.WEIGHTED: _("Average weighted by another indicator"),
    Derivation.BY_HEAD: _("Entered by the head of the cluster"),
}
TARGET_KINDS = {
    TargetKind.EXACT: _("Exactly, such as 8%"),
    TargetKind.RANGE: _("Between two bounds, such as 9,5% - 10%"),
    TargetKind.AT_LEAST: _("At least, such as từ 75% trở lên"),
    TargetKind.AT_MOST: _("At most, such as không quá 1%"),
    TargetKind.RATIO: _("Part of a whole, such as 19/19"),
    TargetKind.AMOUNT: _("Amount, such as 471.000 tỷ đồng"),
    TargetKind.SHARE: _("Share, such as 95%"),
}
PARTS = {
    FigurePart.VALUE: _("Result of six months"),
    FigurePart.PLAN_SHARE: _("Share of the annual plan"),
    FigurePart.SOURCE: _("Source"),
    FigurePart.NOTE: _("Note"),
}
DAYS = {
    Days.CALENDAR: _("By the calendar: 01/01, 30/6, 31/12"),
    Days.CUT_OFF: _("By the cut-off days of periodic reports: 15/12 of the year before, 14/6, 14/12"),
}


def half_in_words(half: int, year: int) -> str:
    words = {
        1: gettext("first six months of %(year)s"),
        2: gettext("last six months of %(year)s"),
        WHOLE_YEAR: gettext("whole year %(year)s"),
    }
    return words[half] % {"year": year}
