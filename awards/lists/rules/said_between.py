"""What titles and headings of sections between the rows of a table say for the rows beneath them. Pure."""

import re
from dataclasses import replace

from awards.lists.rules.award_names import AwardNames
from awards.lists.rules.said_above import SaidAbove, read_above
from awards.lists.rules.sections import names_an_award
from awards.rows.rules.lines import ListLine, RowKind
from awards.rows.rules.reading import Expectations, GivenForList
from emulation.core.dates import format_date
from emulation.core.text import search_key

NAMES_AN_AWARD = re.compile(
    r"\b(?:bang khen|giay khen|danh hieu|huan chuong|huy chuong|ky niem chuong|co thi dua|chien si|lao dong|de nghi)\b"
)
SURELY_AN_AWARD = re.compile(r"\b(?:bang khen|giay khen|huan chuong|huy chuong|ky niem chuong|co thi dua)\b")
OF_ALL = 0


class SaidBetween:
    """Told of every title and heading in their order: each ends what others of its rank or lower said. A line without
    a rank of its own goes on with the one above it."""

    def __init__(self, expected: Expectations, names: AwardNames, titles: tuple[str, ...] = ()) -> None:
        """`expected`: what holds where nothing between the rows says otherwise; `titles`: keys of the lines above the
        headings, which say nothing new where a later page has them again. `day_alone`: the day of a decision that is
        said without its number where a decision of another day was said before, and that other day."""
        self._expected, self._names, self._titles = expected, names, titles
        self._said: dict[int, SaidAbove] = {}
        self._level = OF_ALL
        self._without_award: frozenset[int] = frozenset()
        self.day_alone: tuple[str, str] | None = None

    def hear(self, line: ListLine) -> bool:
        """Whether anything else holds beneath the line than above it."""
        if line.kind is RowKind.TITLE and search_key(line.text).startswith(self._titles):
            return False
        before, key = (self._said, self._without_award), search_key(line.text)
        said, is_award = read_above([line.text], self._names), names_an_award(line.text)
        if line.kind is RowKind.SECTION or line.level or line.begins:
            self._level = line.level
            self._said = {level: kept for level, kept in self._said.items() if level < line.level}
            names_one = (NAMES_AN_AWARD if line.begins else SURELY_AN_AWARD).search(key) and not is_award
            self._without_award = frozenset(level for level in self._without_award if level < line.level)
            self._without_award |= {line.level} if names_one and not said.award else set()
        if line.kind is RowKind.SECTION:
            said = replace(said, award="" if is_award else said.award, subject_kind="", denied="")
        if said != SaidAbove():
            self._said = self._said | {self._level: _added(self._said.get(self._level, SaidAbove()), said)}
        self.day_alone = self._day_alone()
        return before != (self._said, self._without_award)

    @property
    def denied(self) -> str:
        return next((said.denied for said in self._said.values() if said.denied), "")

    def _day_alone(self) -> tuple[str, str] | None:
        given, found = self._expected.given, None
        for _level, said in sorted(self._said.items()):
            if _is_of_another(said, given) and said.decision_date and given.decision_date:
                found = format_date(said.decision_date), format_date(given.decision_date)
            elif said.decision_number:
                found = None
            if said.decision_number or said.decision_date:
                given = replace(given, decision_number=said.decision_number, decision_date=said.decision_date)
        return found

    @property
    def expected(self) -> Expectations:
        """For the rows beneath. A number of a decision takes no day and no signer from another decision."""
        given = self._expected.given
        if self._without_award:
            given = replace(given, award=None)
        for _level, said in sorted(self._said.items()):
            if said.decision_number or _is_of_another(said, given):
                given = replace(given, decision_number="", decision_date=None, signer_office="")
            facts = self._expected.awards.get(said.award)
            given = replace(
                given,
                award=facts.pk if facts else given.award,
                way=said.way or given.way,
                subject_kind=said.subject_kind or given.subject_kind,
                achievement_year=given.achievement_year
                if said.achievement_year is None
                else said.achievement_year or None,
                decision_number=said.decision_number or given.decision_number,
                decision_date=said.decision_date or given.decision_date,
                signer_office=said.signer_office or given.signer_office,
            )
        return replace(self._expected, given=given)


def _is_of_another(said: SaidAbove, given: GivenForList) -> bool:
    """It says the day of a decision alone, and what holds so far is one of another day."""
    alone = said.decision_date is not None and not said.decision_number
    return alone and bool(given.decision_number) and given.decision_date not in (None, said.decision_date)


def _added(said: SaidAbove, more: SaidAbove) -> SaidAbove:
    """What the second says, and of the rest what the first does."""
    told = ((getattr(more, name), getattr(said, name)) for name in SaidAbove.__dataclass_fields__)
    return SaidAbove(*(later if later not in ("", None) else earlier for later, earlier in told))
