"""One row of a list: typed values and all of its problems, not only the first. Pure."""

from awards.catalogue.rules.recognise_terms import recognise_subject
from awards.catalogue.rules.terms import SubjectKind
from awards.rows.rules.bodies import other_body_in
from awards.rows.rules.cells import OF_CELLS, RowCells
from awards.rows.rules.days import achievement_trouble, birth_in
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.fillers import is_ditto, says_nothing
from awards.rows.rules.identity_numbers import identity_digits, letters_for_digits, whole_number
from awards.rows.rules.lines import ListLine
from awards.rows.rules.person import AROUND_A_NAME, other_people_in, recipient_key_of, said_besides, without_number
from awards.rows.rules.reading import CheckedRow, Expectations, RowTrouble
from awards.rows.rules.said_alike import Alike, SaidAlike
from awards.rows.rules.texts import RowTexts
from emulation.core.text import name_keys
from emulation.core.text.honorifics import strip_honorific


class RowChecker:
    """Made once for a list: it remembers what it has recognised, for lists say the same thing thousands of times."""

    def __init__(self, expected: Expectations, meanings: Meanings):
        self.expected = expected
        self._cells = RowCells(meanings, expected.given)
        self._texts = RowTexts(meanings)
        self._cell, self._text, self._fitted = self._texts.cell, self._texts.text, self._texts.fitted
        self._alike = SaidAlike(expected, self._texts)

    def check(self, line: ListLine) -> CheckedRow:
        out = CheckedRow(line.number)
        line = self._cells.sound(out, line, says=self._cell)
        unsound = {problem.column for problem in out.problems if problem.trouble in OF_CELLS} if out.problems else None
        self._who(out, line)
        alike = self._alike.read(line, out.subject_kind)
        self._honoured(out, alike)
        if out.subject_kind == SubjectKind.INDIVIDUAL:
            self._person(out, line, alike)
        self._year(out, alike)
        if unsound:
            out.problems = [
                problem for problem in out.problems if problem.column not in unsound or problem.trouble in OF_CELLS
            ]
        return out

    def _who(self, out: CheckedRow, line: ListLine) -> None:
        name = without_number(self._text(line, Field.NAME))
        out.honorific = self._text(line, Field.HONORIFIC)[:40]
        out.subject_kind = self._subject(out, line, name)
        if out.subject_kind == SubjectKind.INDIVIDUAL:
            honorific, name = strip_honorific(name)
            out.honorific, name = out.honorific or honorific[:40], name.rstrip(AROUND_A_NAME)
        by_person = out.subject_kind == SubjectKind.INDIVIDUAL
        if not any(map(str.isalpha, name)) or is_ditto(name) or says_nothing(name):
            out.note(Field.NAME, RowTrouble.NAME_MISSING, name)
        elif unclear := line.unclear or ((other_people_in(name) or said_besides(name)) if by_person else ""):
            out.note(Field.NAME, RowTrouble.NAME_NOT_ALONE, unclear)
        elif not by_person and (other := other_body_in(name)):
            out.note(Field.NAME, RowTrouble.BODIES_SEVERAL, other)
        out.name = self._fitted(out, "name", name)
        keys = name_keys(out.name, of_person=by_person)
        out.name_key, out.sort_key = keys.search[:300], keys.sort[:700]
        out.position = self._fitted(out, "position", self._text(line, Field.POSITION))
        out.unit = self._fitted(out, "unit", self._text(line, Field.UNIT) or line.unit)
        out.unit_key = self._texts.key(out.unit)

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
        told = told or self.expected.kind_by_name(name, line.unit)
        if not told:
            out.note(Field.SUBJECT_KIND, RowTrouble.SUBJECT_MISSING)
        return told or ""

    def _only_subject_of(self, line: ListLine) -> str | None:
        """An award that only people, or only collectives, can get says who got it."""
        said = self._alike.writes_award(line)
        facts = self.expected.awards.get(self._alike.award_said(line) if said else self.expected.given_award)
        return next(iter(facts.subject_kinds)) if facts and len(facts.subject_kinds) == 1 else None

    @staticmethod
    def _honoured(out: CheckedRow, alike: Alike) -> None:
        out.decision_number = alike.decision_number
        out.decision_date = alike.decision_date
        out.signer_office = alike.signer_office
        out.award = alike.award
        out.way = alike.way
        out.campaign = alike.campaign
        out.problems += alike.of_honour

    def _person(self, out: CheckedRow, line: ListLine, alike: Alike) -> None:
        out.target_group = alike.target_group
        out.problems += alike.of_group
        self._birth(out, line)
        self._identity(out, line)
        out.recipient_key = recipient_key_of(out)

    def _birth(self, out: CheckedRow, line: ListLine) -> None:
        written = self._cell(line, Field.BIRTH)
        if not written:
            return
        if (
            Field.BIRTH not in line.said
            and len(self._texts.places.get(Field.BIRTH, ())) > 1
            and len(births := self._texts.several(line, Field.BIRTH)) > 1
        ):
            out.note(Field.BIRTH, RowTrouble.BIRTH_TWICE, " | ".join(births))
            return
        decided, today = out.decision_date, self.expected.on
        latest = decided if decided and decided < today else today
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
        if letters := letters_for_digits(written):
            out.note(Field.IDENTITY, RowTrouble.IDENTITY_LETTERS, ", ".join(letters), ", ".join(letters.values()))
        out.identity_digest, out.identity_tail = self.expected.digest(digits), digits[-4:]

    @staticmethod
    def _year(out: CheckedRow, alike: Alike) -> None:
        out.achievement_year = alike.achievement_year
        out.problems += alike.of_year
        if trouble := achievement_trouble(out):
            out.note(Field.ACHIEVEMENT_YEAR, trouble[0], alike.year_written or str(out.achievement_year), trouble[1])
