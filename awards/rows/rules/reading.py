"""What a list of honours is read with, and what reading one row gives. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Self

from awards.catalogue.rules.recognise import AliasTable
from emulation.core.period import Period

LONGEST = {"name": 300, "position": 300, "unit": 300, "decision_number": 60, "signer_office": 200}


def no_kind(name: str, section: str) -> str | None:
    return None


class RowTrouble(StrEnum):
    """Kinds of problem; their sentences stand in `awards.rows.words`."""

    NAME_MISSING = "name_missing"
    NAME_NOT_ALONE = "name_not_alone"
    NAME_PART_MISSING = "name_part_missing"
    BODIES_SEVERAL = "bodies_several"
    NAME_AND_UNIT_SWAPPED = "name_and_unit_swapped"
    BODY_AS_PERSON = "body_as_person"
    PERSON_AS_BODY = "person_as_body"
    TOO_LONG = "too_long"
    NOT_ON_PAPER = "not_on_paper"
    SUBJECT_MISSING = "subject_missing"
    SUBJECT_UNKNOWN = "subject_unknown"
    AWARD_MISSING = "award_missing"
    AWARD_UNKNOWN = "award_unknown"
    AWARD_SEVERAL = "award_several"
    AWARD_BY_TITLE = "award_by_title"
    AWARD_CLASS_MISSING = "award_class_missing"
    AWARD_CLASS_WRONG = "award_class_wrong"
    AWARD_OF_OTHER_BODY = "award_of_other_body"
    AWARD_NOT_FOR_SUBJECT = "award_not_for_subject"
    AWARD_NOT_GIVEN_THEN = "award_not_given_then"
    AWARD_NOT_OF_SECTION = "award_not_of_section"
    AWARD_FAMILY_MIXED = "award_family_mixed"
    DENIED = "denied"
    REMARK_UNSURE = "remark_unsure"
    SIGNER_OF_OTHER_BODY = "signer_of_other_body"
    DATE_MISSING = "date_missing"
    DATE_ONLY_A_YEAR = "date_only_a_year"
    DATE_NOT_A_DATE = "date_not_a_date"
    DATE_WHICH_DAY = "date_which_day"
    DATES_DIFFER = "dates_differ"
    DATE_TOO_EARLY = "date_too_early"
    DATE_IN_FUTURE = "date_in_future"
    OFFICE_NOT_ALIVE = "office_not_alive"
    YEAR_UNKNOWN = "year_unknown"
    YEAR_AFTER_DECISION = "year_after_decision"
    YEAR_TOO_EARLY = "year_too_early"
    YEAR_BEFORE_BIRTH = "year_before_birth"
    YEAR_LONG_AGO = "year_long_ago"
    YEAR_AS_DAY = "year_as_day"
    YEAR_OF_SPAN = "year_of_span"
    YEAR_SEVERAL = "year_several"
    YEAR_OR_MONTH = "year_or_month"
    YEAR_DIFFERS = "year_differs"
    WAY_MISSING = "way_missing"
    WAY_UNKNOWN = "way_unknown"
    BIRTH_NOT_A_DATE = "birth_not_a_date"
    BIRTH_IMPOSSIBLE = "birth_impossible"
    BIRTH_TOO_LATE = "birth_too_late"
    BIRTH_UNLIKELY = "birth_unlikely"
    BIRTH_YEAR_AS_DAY = "birth_year_as_day"
    BIRTH_TWICE = "birth_twice"
    GROUP_MISSING = "group_missing"
    GROUP_UNKNOWN = "group_unknown"
    CAMPAIGN_UNKNOWN = "campaign_unknown"
    CAMPAIGN_SHARED = "campaign_shared"
    CAMPAIGN_NOT_BEGUN = "campaign_not_begun"
    CAMPAIGN_NOT_THEN = "campaign_not_then"
    CAMPAIGN_LONG_OVER = "campaign_long_over"
    IDENTITY_MALFORMED = "identity_malformed"
    IDENTITY_LETTERS = "identity_letters"
    IDENTITY_SHARED = "identity_shared"
    CELL_ERROR = "cell_error"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    LETTERS_LOST = "letters_lost"
    LETTERS_MENDED = "letters_mended"
    PARTLY_STRUCK = "partly_struck"
    CELL_STRUCK = "cell_struck"
    SHOWN_OTHERWISE = "shown_otherwise"
    DITTO_FILLED = "ditto_filled"
    DITTO_OF_NOTHING = "ditto_of_nothing"
    DITTO_ELSEWHERE = "ditto_elsewhere"
    DATE_IN_TEXT = "date_in_text"
    UNIT_ABOVE_ONLY = "unit_above_only"
    NUMBER_IS_A_DATE = "number_is_a_date"
    NUMBER_OF_PROPOSAL = "number_of_proposal"
    NUMBER_IS_NONE = "number_is_none"
    NUMBERS_SEVERAL = "numbers_several"
    DECISIONS_MIXED = "decisions_mixed"
    OTHER_DECISION = "other_decision"
    HEADINGS_UNKNOWN = "headings_unknown"
    READ_AS_SECTION = "read_as_section"
    COUNT_DIFFERS = "count_differs"
    HIDDEN_COLUMN_READ = "hidden_column_read"
    HIDDEN_COLUMN_UNREAD = "hidden_column_unread"
    NAMES_UNREAD = "names_unread"
    COLUMN_GUESSED = "column_guessed"
    BESIDE_NAMES_UNREAD = "beside_names_unread"
    AWARD_UNREAD = "award_unread"
    RESULT_MISSING = "result_missing"
    RESULT_DIFFERS = "result_differs"
    COMMENT_UNREAD = "comment_unread"
    TEXT_BOX_UNREAD = "text_box_unread"
    CHART_UNREAD = "chart_unread"
    DRAWING_UNREAD = "drawing_unread"
    LOOKS_UNREAD = "looks_unread"
    UNSEEN_READ = "unseen_read"
    REPEATED = "repeated"


WARNINGS = frozenset(
    {
        RowTrouble.AWARD_BY_TITLE,
        RowTrouble.AWARD_NOT_OF_SECTION,
        RowTrouble.AWARD_FAMILY_MIXED,
        RowTrouble.YEAR_LONG_AGO,
        RowTrouble.YEAR_AS_DAY,
        RowTrouble.YEAR_OF_SPAN,
        RowTrouble.BIRTH_UNLIKELY,
        RowTrouble.GROUP_MISSING,
        RowTrouble.GROUP_UNKNOWN,
        RowTrouble.CAMPAIGN_UNKNOWN,
        RowTrouble.CAMPAIGN_SHARED,
        RowTrouble.IDENTITY_MALFORMED,
        RowTrouble.IDENTITY_LETTERS,
        RowTrouble.IDENTITY_SHARED,
        RowTrouble.LETTERS_MENDED,
        RowTrouble.PARTLY_STRUCK,
        RowTrouble.SHOWN_OTHERWISE,
        RowTrouble.DITTO_FILLED,
        RowTrouble.UNIT_ABOVE_ONLY,
        RowTrouble.BODY_AS_PERSON,
        RowTrouble.PERSON_AS_BODY,
        RowTrouble.NAMES_UNREAD,
        RowTrouble.COLUMN_GUESSED,
        RowTrouble.BESIDE_NAMES_UNREAD,
        RowTrouble.AWARD_UNREAD,
        RowTrouble.COMMENT_UNREAD,
        RowTrouble.TEXT_BOX_UNREAD,
        RowTrouble.CHART_UNREAD,
        RowTrouble.DRAWING_UNREAD,
        RowTrouble.LOOKS_UNREAD,
        RowTrouble.UNSEEN_READ,
        RowTrouble.REMARK_UNSURE,
        RowTrouble.READ_AS_SECTION,
        RowTrouble.COUNT_DIFFERS,
        RowTrouble.HIDDEN_COLUMN_READ,
        RowTrouble.HIDDEN_COLUMN_UNREAD,
        RowTrouble.REPEATED,
    }
)


@dataclass(frozen=True)
class Problem:
    """`column` is a `Field`, `detail` what the sentence of its kind needs to name (award names, a day, a number);
    `place`: of the one cell that it speaks of, from 0, where several columns say that field."""

    column: str
    trouble: RowTrouble
    seen: str = ""
    detail: str = ""
    place: int | None = None

    @property
    def refuses(self) -> bool:
        return self.trouble not in WARNINGS


@dataclass(frozen=True)
class GivenForList:
    """Said once for the whole list; a cell of the row's own comes first. `award` and `campaign` by their ids."""

    award: int | None = None
    way: str = ""
    subject_kind: str = ""
    target_group: str = ""
    achievement_year: int | None = None
    decision_number: str = ""
    decision_date: date | None = None
    signer_office: str = ""
    campaign: int | None = None

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        day = kept.get("decision_date")
        return cls(**{**kept, "decision_date": date.fromisoformat(day) if day else None})

    def as_json(self) -> dict[str, Any]:
        """What is said and nothing else; the day in ISO."""
        said = {name: value for name, value in asdict(self).items() if value}
        return said | ({"decision_date": self.decision_date.isoformat()} if self.decision_date else {})

    def but(self, other: Self) -> Self:
        """What the other one says, and of the rest what this one does."""
        return type(self).from_json(self.as_json() | other.as_json())


@dataclass(frozen=True)
class AwardFacts:
    pk: int
    code: str
    name: str
    family: str
    subject_kinds: frozenset[str]
    during: Period


@dataclass(frozen=True)
class Expectations:
    """Everything a row is judged by. `on` is today; `alive` the life of the office; `digest` seals identity numbers;
    `home`: the key of the bare name of a province; `campaigns` maps search keys of names to the ids of all that are so
    called, `campaign_days` ids to the days they ran; `family` is what the heading of the award column promises,
    `kind_by_name` the kind of a recipient that its name, its section and the heading say."""

    table: AliasTable
    awards: Mapping[str, AwardFacts]
    on: date
    digest: Callable[[str], str]
    given: GivenForList = GivenForList()
    alive: Period = Period()
    province_kind: str = "any"
    home: str = ""
    campaigns: Mapping[str, frozenset[int]] = field(default_factory=dict)
    campaign_days: Mapping[int, Period] = field(default_factory=dict)
    family: str = ""
    kind_by_name: Callable[[str, str], str | None] = no_kind

    @cached_property
    def given_award(self) -> str:
        """The code of the award that is said once, "" where none is."""
        return next((facts.code for facts in self.awards.values() if facts.pk == self.given.award), "")


@dataclass(slots=True)
class CheckedRow:
    """What could be read of a row, whether it can be taken or not; award and campaign as code and id."""

    row: int
    subject_kind: str = ""
    honorific: str = ""
    name: str = ""
    name_key: str = ""
    sort_key: str = ""
    birth_date: date | None = None
    birth_year: int | None = None
    identity_digest: str = ""
    identity_tail: str = ""
    position: str = ""
    unit: str = ""
    unit_key: str = ""
    target_group: str = ""
    award: str = ""
    way: str = ""
    achievement_year: int | None = None
    decision_number: str = ""
    decision_date: date | None = None
    signer_office: str = ""
    campaign: int | None = None
    recipient_key: str = ""
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return not self.problems or not any(problem.refuses for problem in self.problems)

    def note(
        self, column: str, trouble: RowTrouble, seen: str = "", detail: str = "", place: int | None = None
    ) -> None:
        self.problems.append(Problem(column, trouble, seen[:300], detail[:400], place))
