"""One row of a list: typed values and all of its problems, not only the first. Pure."""

from collections.abc import Sequence
from datetime import date

from awards.catalogue.rules.recognise import Reason, Recognition, recognise_award
from awards.catalogue.rules.recognise_terms import recognise_subject, recognise_target_group, recognise_way
from awards.catalogue.rules.terms import SubjectKind
from awards.rows.rules.cells import MOST_REMEMBERED, OF_CELLS, RowCells
from awards.rows.rules.days import (
    FIRST_DECISION,
    DayRead,
    achievement_in,
    achievement_trouble,
    birth_in,
    decision_in,
)
from awards.rows.rules.decision_numbers import decision_number
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.identity_numbers import identity_digits, whole_number
from awards.rows.rules.lines import ListLine
from awards.rows.rules.nearest import NearestNames
from awards.rows.rules.person import other_people_in, recipient_key_of, without_number
from awards.rows.rules.reading import LONGEST, CheckedRow, Expectations, RowTrouble
from emulation.core.dates import format_date
from emulation.core.paper import HELD, for_paper, lacking
from emulation.core.text import person_sort_key, search_key, sort_key
from emulation.core.text.honorifics import strip_honorific

AWARD_TROUBLES = {
    Reason.SEVERAL: RowTrouble.AWARD_SEVERAL,
    Reason.CLASS_MISSING: RowTrouble.AWARD_CLASS_MISSING,
    Reason.NO_SUCH_CLASS: RowTrouble.AWARD_CLASS_WRONG,
    Reason.UNKNOWN: RowTrouble.AWARD_UNKNOWN,
}


class RowChecker:
    """Made once for a list: it remembers what it has recognised, for lists say the same thing thousands of times."""

    def __init__(self, expected: Expectations, meanings: Meanings):
        self.expected = expected
        self.places = meanings.places
        self._cells = RowCells(meanings, expected.given)
        self._awards: dict[tuple[str, str, str], Recognition] = {}
        self._keys: dict[str, str] = {}
        self._nearest = NearestNames(facts.name for facts in expected.awards.values())
        self._groups: dict[str, str] = {}
        self._days: dict[date | str, DayRead] = {}
        self._fitting: set[tuple[str, str]] = set()

    def check(self, line: ListLine) -> CheckedRow:
        out = CheckedRow(line.number)
        line = self._cells.sound(out, line, says=self._cell)
        unsound = {problem.column for problem in out.problems if problem.trouble in OF_CELLS}
        self._who(out, line)
        self._when(out, line)
        self._what(out, line)
        self._how(out, line)
        self._person(out, line)
        self._year(out, line)
        if unsound:
            out.problems = [
                problem for problem in out.problems if problem.column not in unsound or problem.trouble in OF_CELLS
            ]
        return out

    def _cell(self, line: ListLine, field: str):
        if field in line.said:
            return line.said[field]
        for place in self.places.get(field, ()):
            if place < len(line.cells) and line.cells[place]:
                return line.cells[place]
        return ""

    def _text(self, line: ListLine, field: str) -> str:
        cell = self._cell(line, field)
        return format_date(cell) if isinstance(cell, date) else cell

    def _fitted(self, out: CheckedRow, field: str, text: str) -> str:
        if (field, text) in self._fitting:
            return text
        seen = text
        if not HELD.issuperset(text):
            text = for_paper(text)
            if lost := lacking(text):
                out.note(field, RowTrouble.NOT_ON_PAPER, text, ", ".join(f"“{sign}”" for sign in lost[:10]))
        longest = LONGEST[field]
        if len(text) > longest:
            out.note(field, RowTrouble.TOO_LONG, text, str(longest))
            return text[:longest]
        if text is seen and field != "name" and len(self._fitting) < MOST_REMEMBERED:
            self._fitting.add((field, text))
        return text

    def _key(self, text: str) -> str:
        if text not in self._keys:
            self._keys[text] = search_key(text)[:300]
        return self._keys[text]

    def _who(self, out: CheckedRow, line: ListLine) -> None:
        name = without_number(self._text(line, Field.NAME))
        out.honorific = self._text(line, Field.HONORIFIC)[:40]
        out.subject_kind = self._subject(out, line, name)
        if out.subject_kind == SubjectKind.INDIVIDUAL:
            honorific, name = strip_honorific(name)
            out.honorific = out.honorific or honorific[:40]
        if not any(map(str.isalpha, name)):
            out.note(Field.NAME, RowTrouble.NAME_MISSING, name)
        by_person = out.subject_kind == SubjectKind.INDIVIDUAL
        if unclear := line.unclear or (other_people_in(name) if by_person else ""):
            out.note(Field.NAME, RowTrouble.NAME_NOT_ALONE, unclear)
        out.name = self._fitted(out, "name", name)
        out.name_key = search_key(out.name)[:300]
        out.sort_key = (person_sort_key(out.name) if by_person else sort_key(out.name))[:700]
        out.position = self._fitted(out, "position", self._text(line, Field.POSITION))
        out.unit = self._fitted(out, "unit", self._text(line, Field.UNIT) or line.unit)
        out.unit_key = self._key(out.unit)

    def _subject(self, out: CheckedRow, line: ListLine, name: str) -> str:
        written = self._text(line, Field.SUBJECT_KIND)
        if written:
            found = recognise_subject(written)
            if found is None:
                out.note(Field.SUBJECT_KIND, RowTrouble.SUBJECT_UNKNOWN, written)
            return found or ""
        if line.subject:
            return line.subject
        told: str | None = recognise_subject(out.honorific) if out.honorific else None
        if told is None and any(self._cell(line, field) for field in (Field.BIRTH, Field.IDENTITY)):
            told = SubjectKind.INDIVIDUAL
        if told is None:
            told = self.expected.given.subject_kind or self._only_subject_of(line)
        if told is None and strip_honorific(name)[0]:
            told = SubjectKind.INDIVIDUAL
        if not told:
            out.note(Field.SUBJECT_KIND, RowTrouble.SUBJECT_MISSING)
        return told or ""

    def _only_subject_of(self, line: ListLine) -> str | None:
        """An award that only people, or only collectives, can get says who got it."""
        code = self._recognised(line, "").award_code if self._award_text(line) else self.expected.given_award
        facts = self.expected.awards.get(code) if code else None
        return next(iter(facts.subject_kinds)) if facts and len(facts.subject_kinds) == 1 else None

    def _when(self, out: CheckedRow, line: ListLine) -> None:
        given = self.expected.given
        out.decision_number = self._fitted(
            out,
            "decision_number",
            decision_number(self._text(line, Field.DECISION_NUMBER) or given.decision_number),
        )
        out.signer_office = self._fitted(
            out, "signer_office", self._text(line, Field.SIGNER_OFFICE) or given.signer_office
        )
        written = self._cell(line, Field.DECISION_DATE)
        out.decision_date = self._day(out, written) if written else given.decision_date
        seen = self._text(line, Field.DECISION_DATE)
        if out.decision_date is None:
            if not written:
                out.note(Field.DECISION_DATE, RowTrouble.DATE_MISSING)
        else:
            shown = seen or format_date(out.decision_date)
            if out.decision_date > self.expected.on:
                out.note(Field.DECISION_DATE, RowTrouble.DATE_IN_FUTURE, shown, format_date(self.expected.on))
            elif out.decision_date < FIRST_DECISION:
                out.note(Field.DECISION_DATE, RowTrouble.DATE_TOO_EARLY, shown, format_date(FIRST_DECISION))
            elif not self.expected.alive.contains(out.decision_date):
                out.note(Field.DECISION_DATE, RowTrouble.OFFICE_NOT_ALIVE, shown)

    def _day(self, out: CheckedRow, written) -> date | None:
        read = self._days.get(written)
        if read is None:
            read = decision_in(written)
            if len(self._days) < MOST_REMEMBERED:
                self._days[written] = read
        if read.trouble:
            out.note(Field.DECISION_DATE, read.trouble, read.seen)
        return read.day

    def _year(self, out: CheckedRow, line: ListLine) -> None:
        written = self._text(line, Field.ACHIEVEMENT_YEAR)
        out.achievement_year = self.expected.given.achievement_year
        if written:
            read = achievement_in(self._cell(line, Field.ACHIEVEMENT_YEAR))
            out.achievement_year = read.year
            if read.trouble:
                out.note(Field.ACHIEVEMENT_YEAR, read.trouble, written, read.detail)
        if trouble := achievement_trouble(out):
            out.note(Field.ACHIEVEMENT_YEAR, trouble[0], written or str(out.achievement_year), trouble[1])

    def _award_text(self, line: ListLine) -> str:
        """Of the row itself, else of the section that it stands under."""
        return self._text(line, Field.AWARD) or line.award

    def _recognised(self, line: ListLine, subject: str) -> Recognition:
        asked = (self._award_text(line), self._text(line, Field.AWARD_CLASS), subject)
        if asked not in self._awards:
            text, rank, kind = asked
            self._awards[asked] = recognise_award(
                self.expected.table,
                text,
                class_text=rank,
                province_kind=self.expected.province_kind,
                subject_kind=kind or None,
            )
        return self._awards[asked]

    def _what(self, out: CheckedRow, line: ListLine) -> None:
        written = " ".join(filter(None, (self._award_text(line), self._text(line, Field.AWARD_CLASS))))
        if self._award_text(line):
            recognition = self._recognised(line, out.subject_kind)
            if recognition.award_code is None:
                detail = self._names(recognition.award_codes) or self._nearest.like(written)
                out.note(Field.AWARD, AWARD_TROUBLES.get(recognition.reason, RowTrouble.AWARD_UNKNOWN), written, detail)
                return
            out.award = recognition.award_code
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
        if written and self.expected.family and facts.family != self.expected.family:
            out.note(Field.AWARD, RowTrouble.AWARD_FAMILY_MIXED, seen, facts.family)

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
        out.campaign = self.expected.campaigns.get(self._key(named)) if named else given.campaign
        if named and out.campaign is None:
            out.note(Field.CAMPAIGN, RowTrouble.CAMPAIGN_UNKNOWN, named)

    def _person(self, out: CheckedRow, line: ListLine) -> None:
        if out.subject_kind != SubjectKind.INDIVIDUAL:
            return
        self._target_group(out, line)
        self._birth(out, line)
        self._identity(out, line)
        out.recipient_key = recipient_key_of(out)

    def _target_group(self, out: CheckedRow, line: ListLine) -> None:
        written = self._text(line, Field.TARGET_GROUP)
        if written not in self._groups:
            self._groups[written] = (recognise_target_group(written) if written else None) or ""
        out.target_group = self._groups[written] if written else self.expected.given.target_group
        if out.target_group or Field.TARGET_GROUP not in self.places:
            return
        out.note(Field.TARGET_GROUP, RowTrouble.GROUP_UNKNOWN if written else RowTrouble.GROUP_MISSING, written)

    def _birth(self, out: CheckedRow, line: ListLine) -> None:
        written = self._cell(line, Field.BIRTH)
        if not written:
            return
        latest = min(filter(None, (out.decision_date, self.expected.on)))
        read = birth_in(written, by=latest)
        out.birth_date, out.birth_year = read.day, read.year
        if read.trouble:
            out.note(Field.BIRTH, read.trouble, read.seen, read.detail)

    def _identity(self, out: CheckedRow, line: ListLine) -> None:
        """The number itself is neither kept nor shown."""
        written = self._text(line, Field.IDENTITY)
        if not written:
            return
        digits = whole_number(identity_digits(written))
        if not digits:
            out.note(Field.IDENTITY, RowTrouble.IDENTITY_MALFORMED, f"… ({sum(sign.isdigit() for sign in written)})")
            return
        out.identity_digest, out.identity_tail = self.expected.digest(digits), digits[-4:]
