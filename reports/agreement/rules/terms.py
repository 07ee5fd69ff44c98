"""What is compared before a report is signed ("tổng khớp"), and what came of it. Pure; it hinders nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Check(StrEnum):
    """In the order in which they are told."""

    PRINTED = "printed"
    PARTS = "parts"
    PEOPLE = "people"
    KINDS = "kinds"
    DECLARED = "declared"
    LAST = "last"
    MEMBERS = "members"


class Verdict(StrEnum):
    """TO_LOOK_AT: no contradiction, but a person should know before signing."""

    DIFFERS = "differs"
    TO_LOOK_AT = "to_look_at"
    CANNOT_TELL = "cannot_tell"
    AGREES = "agrees"


class About(StrEnum):
    """What is laid beside what; each has one sentence in `reports.agreement.words`."""

    OLDER = "older"
    BY_HAND = "by_hand"
    BY_HAND_ALONE = "by_hand_alone"
    SENTENCE_BY_HAND = "sentence_by_hand"
    PRINTED_TWICE = "printed_twice"
    PRINTED_COLUMN = "printed_column"
    PRINTED_ROW = "printed_row"
    PRINTED_DIFFERENCE = "printed_difference"
    PRINTED_INEXACT = "printed_inexact"
    PRINTED_SUMS = "printed_sums"
    BY_LINE = "by_line"
    BY_WAY = "by_way"
    BY_MEMBER = "by_member"
    BY_LEVEL = "by_level"
    BY_UNIT = "by_unit"
    REGISTER_LIST = "register_list"
    DRAFT = "draft"
    PEOPLE = "people"
    PEOPLE_UNKNOWN = "people_unknown"
    PEOPLE_TOO_LONG = "people_too_long"
    KINDS_COUNTED = "kinds_counted"
    KINDS_DECLARED = "kinds_declared"
    NAMED = "named"
    NAMELESS = "nameless"
    NAMED_WITH_UNITS = "named_with_units"
    SHARE = "share"
    SHARE_UNKNOWN = "share_unknown"
    LEVEL_AND_AWARDS = "level_and_awards"
    WHOLE_AND_PARTS = "whole_and_parts"
    WHOLE_AND_PARTS_UNKNOWN = "whole_and_parts_unknown"
    CAMPAIGNS = "campaigns"
    HALVES = "halves"
    HANDED_OVER = "handed_over"
    LAST_TOTAL = "last_total"
    LAST_CORRECTED = "last_corrected"
    SAME_PERIOD = "same_period"
    SIGNED_HALVES = "signed_halves"
    NO_HONOURS = "no_honours"
    NO_FIGURES = "no_figures"
    NOT_OPENED = "not_opened"
    NO_RESULT = "no_result"


class Opens(StrEnum):
    """Where the rows behind are opened, by the reader's own rights."""

    REGISTER = "register"
    LAST_REGISTER = "last_register"
    TOTAL = "total"
    REPORT = "report"
    FIGURES = "figures"
    CLUSTER = "cluster"
    CLUSTER_YEAR = "cluster_year"
    SOURCE = "source"
    CHANGES = "changes"


@dataclass(frozen=True)
class Rows:
    """`key`: of a total, a report, a cluster or a cluster year; `filters`: of the register, beside the report's bodies
    and days; `source`: of a figure of the report."""

    opens: Opens
    key: int | None = None
    filters: tuple[tuple[str, str | int], ...] = ()
    source: str = ""


REGISTER = Rows(Opens.REGISTER)
Number = int | Decimal


@dataclass(frozen=True)
class Compared:
    """`left` beside `right`, in words where they are as printed; `name`: whose, or of what."""

    check: Check
    about: About
    verdict: Verdict
    left: Number | str = 0
    right: Number | str = 0
    name: str = ""
    rows: Rows | None = None


def equal(check: Check, about: About, left: Number, right: Number, *, name: str = "", rows: Rows) -> Compared:
    return Compared(check, about, Verdict.AGREES if left == right else Verdict.DIFFERS, left, right, name, rows)


def verdict_of(found: Iterable[Compared]) -> Verdict:
    """The gravest of them, in the order of `Verdict`; that they agree where there are none."""
    seen = {one.verdict for one in found}
    return next((each for each in Verdict if each in seen), Verdict.AGREES)
