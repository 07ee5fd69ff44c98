"""One row of a list: typed values and all of its problems, not only the first. Pure."""

import hashlib
import re
from collections.abc import Sequence
from datetime import date, timedelta

from awards.catalogue.rules.recognise import Reason, Recognition, recognise_award
from awards.catalogue.rules.recognise_terms import recognise_subject, recognise_target_group, recognise_way
from awards.catalogue.rules.terms import SubjectKind
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.lines import ListLine
from awards.rows.rules.nearest import NearestNames
from awards.rows.rules.reading import LONGEST, CheckedRow, Expectations, RowTrouble
from emulation.core.dates import DateError, format_date, parse_date
from emulation.core.text import accent_key, person_sort_key, search_key, sort_key

OLDEST_BIRTH = 1850
YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SERIAL = re.compile(r"[2-6]\d{4}")
SERIAL_START = date(1899, 12, 30)
HONORIFIC = re.compile(
    r"^((?:ông|bà|cụ|anh|chị|em|đ/c|đồng chí|thiếu tướng|trung tướng|thượng tướng|đại tướng|(?:đại|thượng|trung|thiếu)"
    r" (?:tá|úy|uý)|liệt sĩ|linh mục|hòa thượng|hoà thượng|thượng tọa|mẹ việt nam anh hùng)(?:\s*[:.]\s*|\s+))(?=\S)",
    re.I,
)
LONGEST_KEY = 400
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
        self._awards: dict[tuple[str, str, str], Recognition] = {}
        self._keys: dict[str, str] = {}
        self._nearest = NearestNames(facts.name for facts in expected.awards.values())
        self._groups: dict[str, str] = {}

    def check(self, line: ListLine) -> CheckedRow:
        out = CheckedRow(line.number)
        self._who(out, line)
        self._when(out, line)
        self._what(out, line)
        self._how(out, line)
        self._person(out, line)
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
        longest = LONGEST[field]
        if len(text) > longest:
            out.note(field, RowTrouble.TOO_LONG, text, str(longest))
            return text[:longest]
        return text

    def _key(self, text: str) -> str:
        if text not in self._keys:
            self._keys[text] = search_key(text)[:300]
        return self._keys[text]

    def _who(self, out: CheckedRow, line: ListLine) -> None:
        name = self._text(line, Field.NAME)
        out.honorific = self._text(line, Field.HONORIFIC)[:40]
        out.subject_kind = self._subject(out, line, name)
        if out.subject_kind == SubjectKind.INDIVIDUAL and not out.honorific and (found := HONORIFIC.match(name)):
            out.honorific, name = found[1].strip(" :."), name[found.end() :]
        if not name:
            out.note(Field.NAME, RowTrouble.NAME_MISSING)
        if line.unclear:
            out.note(Field.NAME, RowTrouble.NAME_NOT_ALONE, line.unclear)
        out.name = self._fitted(out, "name", name)
        out.name_key = search_key(out.name)[:300]
        by_person = out.subject_kind == SubjectKind.INDIVIDUAL
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
        if told is None and HONORIFIC.match(name):
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
            out, "decision_number", self._text(line, Field.DECISION_NUMBER) or given.decision_number
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
            elif not self.expected.alive.contains(out.decision_date):
                out.note(Field.DECISION_DATE, RowTrouble.OFFICE_NOT_ALIVE, shown)
        self._year(out, line)

    def _day(self, out: CheckedRow, written) -> date | None:
        try:
            return _parsed(written)
        except DateError as error:
            only_year = error.reason == "only_a_year"
            trouble = RowTrouble.DATE_ONLY_A_YEAR if only_year else RowTrouble.DATE_NOT_A_DATE
            out.note(Field.DECISION_DATE, trouble, error.seen)
            return None

    def _year(self, out: CheckedRow, line: ListLine) -> None:
        written = self._text(line, Field.ACHIEVEMENT_YEAR)
        found = YEARS.findall(written)
        if written and not found:
            out.note(Field.ACHIEVEMENT_YEAR, RowTrouble.YEAR_UNKNOWN, written)
            return
        out.achievement_year = int(found[-1]) if found else self.expected.given.achievement_year
        if out.achievement_year and out.decision_date and out.achievement_year > out.decision_date.year:
            out.note(
                Field.ACHIEVEMENT_YEAR,
                RowTrouble.YEAR_AFTER_DECISION,
                written or str(out.achievement_year),
                str(out.decision_date.year),
            )

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
        seen = self._text(line, Field.BIRTH)
        try:
            out.birth_date = _parsed(written)
        except DateError as error:
            if error.year is None:
                out.note(Field.BIRTH, RowTrouble.BIRTH_NOT_A_DATE, error.seen)
                return
            out.birth_year = error.year
        else:
            out.birth_year = out.birth_date.year
        latest = min(filter(None, (out.decision_date, self.expected.on)))
        late = out.birth_date >= latest if out.birth_date else out.birth_year > latest.year
        if late or out.birth_year < OLDEST_BIRTH:
            out.note(Field.BIRTH, RowTrouble.BIRTH_IMPOSSIBLE, seen)
            out.birth_date = out.birth_year = None

    def _identity(self, out: CheckedRow, line: ListLine) -> None:
        """Spreadsheets eat the leading zero; the number itself is neither kept nor shown."""
        digits = re.sub(r"[\s.'-]", "", self._text(line, Field.IDENTITY))
        if not digits:
            return
        if not re.fullmatch(r"\d{8,9}|\d{11,12}", digits):
            out.note(Field.IDENTITY, RowTrouble.IDENTITY_MALFORMED, f"… ({len(digits)})")
            return
        digits = digits.zfill(9 if len(digits) < 10 else 12)
        out.identity_digest, out.identity_tail = self.expected.digest(digits), digits[-4:]


def recipient_key_of(row: CheckedRow) -> str:
    """The identity number tells people apart by itself; without it name, birth date and unit do; "" is nobody known."""
    if row.identity_digest:
        return f"cccd:{row.identity_digest}"
    if row.birth_date and row.unit_key and row.name:
        return person_key(row.name, row.birth_date, row.unit_key)
    return ""


def person_key(name: str, birth: date, unit_key: str) -> str:
    """Name, birth date and unit together make one person; accents of the name tell people apart."""
    key = f"nbu:{accent_key(name)}|{birth.isoformat()}|{unit_key}"
    return key if len(key) <= LONGEST_KEY else "nbu:" + hashlib.sha256(key.encode()).hexdigest()


def _parsed(written) -> date:
    if isinstance(written, str) and SERIAL.fullmatch(written):
        return SERIAL_START + timedelta(days=int(written))
    return parse_date(written)
