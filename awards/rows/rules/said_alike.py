"""What rows say of their honour and not of who got it: decision, award, way, campaign, target group and year. Thousands
of rows of a list say it in the very same cells, so each different saying is read once. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Any

from awards.catalogue.rules import recognise
from awards.catalogue.rules.recognise import Recognition, names_another_province, recognise_award
from awards.catalogue.rules.recognise_terms import recognise_target_group, recognise_way
from awards.catalogue.rules.terms import SubjectKind
from awards.rows.rules.award_troubles import AWARD_TROUBLES
from awards.rows.rules.campaign_days import out_of_its_days
from awards.rows.rules.days import FIRST_DECISION, achievement_in, decision_in
from awards.rows.rules.decision_numbers import decision_number, no_number_has, other_day, other_decision_in
from awards.rows.rules.fields import Field
from awards.rows.rules.lines import ListLine
from awards.rows.rules.nearest import NearestNames
from awards.rows.rules.reading import CheckedRow, Expectations, GivenForList, Problem, RowTrouble
from awards.rows.rules.texts import RowTexts
from emulation.core.dates import format_date
from emulation.core.text import search_key

FIELDS = (
    Field.DECISION_NUMBER,
    Field.SIGNER_OFFICE,
    Field.DECISION_DATE,
    Field.AWARD,
    Field.AWARD_CLASS,
    Field.WAY,
    Field.CAMPAIGN,
    Field.TARGET_GROUP,
    Field.ACHIEVEMENT_YEAR,
)
YEAR_OF_AWARD = re.compile(
    r"(?<!ngày )(?<!kỷ niệm )((?<!\w)năm (?:(?:học|công tác) )?(?:19|20)\d\d.*"
    r"|(?<=[\s(])(?<!tháng )(?:(?:19|20)\d\d\s?[-–]\s?)?(?:19|20)\d\d(?=\)?$))",
    re.IGNORECASE,
)
MOST_SAYINGS = 5_000


@dataclass(frozen=True, slots=True)
class Alike:
    """`of_honour`: what is wrong with decision, award, way and campaign; `year_written`: as the row writes it."""

    decision_number: str
    decision_date: date | None
    signer_office: str
    award: str
    way: str
    campaign: int | None
    target_group: str
    achievement_year: int | None
    year_written: str
    of_honour: Sequence[Problem]
    of_group: Sequence[Problem]
    of_year: Sequence[Problem]


class SaidAlike:
    """Made once for a table."""

    def __init__(self, expected: Expectations, texts: RowTexts):
        self.expected = expected
        self._texts = texts
        self._cell, self._text, self._fitted = texts.cell, texts.text, texts.fitted
        places = sorted(place for field in FIELDS for place in texts.places.get(field, ()))
        self._cells: Callable[[Sequence], Any] = itemgetter(*places) if places else lambda cells: ()
        self._width = max(places, default=-1) + 1
        self._known: dict[Any, Alike] = {}
        self._awards: dict[tuple[str, str, str], Recognition] = {}
        self._nearest = NearestNames(facts.name for facts in expected.awards.values())

    def read(self, line: ListLine, subject: str) -> Alike:
        if len(line.cells) < self._width:
            return self._read(line, subject)
        said = line.said and tuple((field, line.said[field], line.place) for field in FIELDS if field in line.said)
        asked = (subject, line.award, self._cells(line.cells), said or (), line.headed_year)
        found = self._known.get(asked)
        if found is None:
            if len(self._known) >= MOST_SAYINGS:
                self._known.clear()
            found = self._known[asked] = self._read(line, subject)
        return found

    def award_said(self, line: ListLine) -> str:
        """The code of the one award that the row, or else its section, writes; "" where it is no such one."""
        return (self._award_text(line) and self._recognised(line, "").award_code) or ""

    def writes_award(self, line: ListLine) -> bool:
        return bool(self._award_text(line))

    def _read(self, line: ListLine, subject: str) -> Alike:
        out = CheckedRow(line.number, subject_kind=subject)
        self._when(out, line)
        self._what(out, line)
        self._how(out, line)
        of_honour, out.problems = out.problems, []
        if subject == SubjectKind.INDIVIDUAL:
            self._target_group(out, line)
        of_group, out.problems = out.problems, []
        year_written = self._year(out, line)
        days = self.expected.campaign_days.get(out.campaign or 0)
        if days and (found := out_of_its_days(out, days)):
            field, trouble, detail = found
            out.note(field, trouble, self._text(line, field) if field == Field.CAMPAIGN else "", detail)
        return Alike(
            out.decision_number,
            out.decision_date,
            out.signer_office,
            out.award,
            out.way,
            out.campaign,
            out.target_group,
            out.achievement_year,
            year_written,
            of_honour,
            of_group,
            out.problems,
        )

    def _when(self, out: CheckedRow, line: ListLine) -> None:
        given = self._given_beside(out, line)
        own = self._text(line, Field.DECISION_NUMBER)
        number = decision_number(own or given.decision_number)
        out.decision_number = self._fitted(out, "decision_number", number)
        if foreign := no_number_has(number):
            out.note(Field.DECISION_NUMBER, RowTrouble.NOT_ON_PAPER, number, ", ".join(f"“{one}”" for one in foreign))
        signer = self._text(line, Field.SIGNER_OFFICE) or given.signer_office
        out.signer_office = self._fitted(out, "signer_office", signer)
        written = self._cell(line, Field.DECISION_DATE)
        out.decision_date = self._day(out, written) if written else given.decision_date
        if out.decision_date is None:
            if not written:
                out.note(Field.DECISION_DATE, RowTrouble.DATE_MISSING)
        else:
            shown = self._text(line, Field.DECISION_DATE) or format_date(out.decision_date)
            if other := other_day(own, out.decision_date, self.expected.given):
                out.note(Field.DECISION_DATE, RowTrouble.DATES_DIFFER, shown, format_date(other))
            if out.decision_date > self.expected.on:
                out.note(Field.DECISION_DATE, RowTrouble.DATE_IN_FUTURE, shown, format_date(self.expected.on))
            elif out.decision_date < FIRST_DECISION:
                out.note(Field.DECISION_DATE, RowTrouble.DATE_TOO_EARLY, shown, format_date(FIRST_DECISION))
            elif not self.expected.alive.contains(out.decision_date):
                out.note(Field.DECISION_DATE, RowTrouble.OFFICE_NOT_ALIVE, shown)

    def _given_beside(self, out: CheckedRow, line: ListLine) -> GivenForList:
        """What is said once, without the parts of a decision that is another than the row's own."""
        given, number = self.expected.given, decision_number(self._text(line, Field.DECISION_NUMBER))
        if (
            number
            and given.decision_number
            and search_key(number) != search_key(decision_number(given.decision_number))
        ):
            return replace(given, decision_number="", decision_date=None, signer_office="")
        written = "" if number else self._cell(line, Field.DECISION_DATE)
        day = decision_in(written).day if written else None
        if day and given.decision_number and given.decision_date and day != given.decision_date:
            shown, other = format_date(day), format_date(given.decision_date)
            out.note(Field.DECISION_DATE, RowTrouble.DECISIONS_MIXED, shown, other)
            return replace(given, decision_number="", decision_date=None, signer_office="")
        return given

    @staticmethod
    def _day(out: CheckedRow, written) -> date | None:
        read = decision_in(written)
        if read.trouble:
            out.note(Field.DECISION_DATE, read.trouble, read.seen)
        return read.day

    def _award_text(self, line: ListLine) -> str:
        """Of the row itself, else of the section that it stands under."""
        return self._text(line, Field.AWARD) or line.award

    def _recognised(self, line: ListLine, subject: str) -> Recognition:
        return self._recognition(self._award_text(line), self._text(line, Field.AWARD_CLASS), subject)

    def _recognition(self, text: str, rank: str, kind: str) -> Recognition:
        asked = (text, rank, kind)
        if asked not in self._awards:
            self._awards[asked] = recognise_award(
                self.expected.table,
                text,
                class_text=rank,
                province_kind=self.expected.province_kind,
                subject_kind=kind or None,
                home=self.expected.home,
            )
        return self._awards[asked]

    def _what(self, out: CheckedRow, line: ListLine) -> None:
        if recognise.names_several_classes(self._text(line, Field.AWARD_CLASS)):
            out.note(Field.AWARD_CLASS, RowTrouble.AWARD_SEVERAL, self._text(line, Field.AWARD_CLASS))
            return
        written = " ".join(filter(None, (self._award_text(line), self._text(line, Field.AWARD_CLASS))))
        if self._award_text(line):
            recognition = self._recognised(line, out.subject_kind)
            out.award = recognition.award_code or self._decided_above(line, recognition.award_codes)
            if not out.award:
                detail = self._names(recognition.award_codes) or self._nearest.like(written)
                out.note(Field.AWARD, AWARD_TROUBLES.get(recognition.reason, RowTrouble.AWARD_UNKNOWN), written, detail)
                return
            if recognition.award_code is None:
                out.note(Field.AWARD, RowTrouble.AWARD_BY_TITLE, written, self.expected.awards[out.award].name)
            if found := other_decision_in(self._award_text(line), out.decision_number):
                out.note(Field.AWARD, RowTrouble.OTHER_DECISION, found)
            self._beside_its_section(out, line)
        elif self.expected.given_award:
            out.award = self.expected.given_award
        else:
            out.note(Field.AWARD, RowTrouble.AWARD_MISSING)
            return
        facts = self.expected.awards[out.award]
        seen = written or facts.name
        if out.subject_kind and out.subject_kind not in facts.subject_kinds:
            out.note(Field.AWARD, RowTrouble.AWARD_NOT_FOR_SUBJECT, seen, out.subject_kind)
        if out.decision_date and not facts.during.contains(out.decision_date):
            out.note(Field.AWARD, RowTrouble.AWARD_NOT_GIVEN_THEN, seen, format_date(out.decision_date))
        signer = out.signer_office
        if out.award in self.expected.table.provincial and names_another_province(signer, self.expected.home):
            out.note(Field.SIGNER_OFFICE, RowTrouble.SIGNER_OF_OTHER_BODY, signer)
        if written and self.expected.family and facts.family != self.expected.family:
            out.note(Field.AWARD, RowTrouble.AWARD_FAMILY_MIXED, seen, facts.family)

    def _decided_above(self, line: ListLine, possible: Sequence[str]) -> str:
        """Of several that the row may mean (“Bằng khen”) the one that its section names, else the title."""
        above = self._recognition(line.award, "", "").award_code if line.award else None
        return next((code for code in (above, self.expected.given_award) if code in possible), "") or ""

    def _beside_its_section(self, out: CheckedRow, line: ListLine) -> None:
        """The row's own award comes first; a section that names another is told."""
        own = self._text(line, Field.AWARD)
        if not own or not line.award:
            return
        above = self._recognition(line.award, "", out.subject_kind)
        named = (above.award_code,) if above.award_code else above.award_codes
        if named and out.award not in named:
            out.note(Field.AWARD, RowTrouble.AWARD_NOT_OF_SECTION, own, line.award)

    def _names(self, codes: Sequence[str]) -> str:
        return "; ".join(self.expected.awards[code].name for code in codes[:4] if code in self.expected.awards)

    def _how(self, out: CheckedRow, line: ListLine) -> None:
        given = self.expected.given
        written = self._text(line, Field.WAY)
        if written:
            out.way = recognise_way(written) or ""
            if not out.way:
                out.note(Field.WAY, RowTrouble.WAY_UNKNOWN, written)
        elif given.way:
            out.way = given.way
        else:
            out.note(Field.WAY, RowTrouble.WAY_MISSING)
        named = self._text(line, Field.CAMPAIGN)
        out.campaign = self._campaign(out, named) if named else given.campaign

    def _campaign(self, out: CheckedRow, named: str) -> int | None:
        """Of several campaigns so called the one that is said once for the list; otherwise the person is asked."""
        so_called = self.expected.campaigns.get(self._texts.key(named), frozenset())
        if len(so_called) == 1:
            return next(iter(so_called))
        if self.expected.given.campaign in so_called:
            return self.expected.given.campaign
        out.note(Field.CAMPAIGN, RowTrouble.CAMPAIGN_SHARED if so_called else RowTrouble.CAMPAIGN_UNKNOWN, named)
        return None

    def _target_group(self, out: CheckedRow, line: ListLine) -> None:
        written = self._text(line, Field.TARGET_GROUP)
        out.target_group = (recognise_target_group(written) or "") if written else self.expected.given.target_group
        if out.target_group or Field.TARGET_GROUP not in self._texts.places:
            return
        out.note(Field.TARGET_GROUP, RowTrouble.GROUP_UNKNOWN if written else RowTrouble.GROUP_MISSING, written)

    def _year_of_award(self, line: ListLine, award: str) -> str:
        """ "năm 2019" of "CSTĐCS năm 2019", "2019" of "CSTĐCS (2019)", "" where the award is called so, or no year is
        said."""
        found = YEAR_OF_AWARD.search(self._award_text(line))
        return found[1] if found and found[1] not in self.expected.awards[award].name else ""

    def _year(self, out: CheckedRow, line: ListLine) -> str:
        written = self._text(line, Field.ACHIEVEMENT_YEAR)
        out.achievement_year = self.expected.given.achievement_year
        cell = self._cell(line, Field.ACHIEVEMENT_YEAR)
        of_award = self._year_of_award(line, out.award) if out.award else ""
        others = ((self._award_text(line), of_award), (line.headed_year, line.headed_year)) if written else ()
        if not written:
            written = cell = of_award
        if written:
            read = achievement_in(cell)
            out.achievement_year = read.year
            if read.trouble:
                place = line.place if Field.ACHIEVEMENT_YEAR in line.said else None
                out.note(Field.ACHIEVEMENT_YEAR, read.trouble, written, read.detail, place)
            differing = (seen for seen, year in others if year and read.year not in (None, achievement_in(year).year))
            if seen := next(differing, ""):
                out.note(Field.AWARD, RowTrouble.YEAR_DIFFERS, seen, written, line.place)
        return written
