"""Which rows beneath the headings are honours, and what the others are: each row is judged whole. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from awards.catalogue.rules.recognise_terms import recognise_subject
from awards.lists.rules.apart import is_post, names_a_body
from awards.lists.rules.columns import COLUMN_NUMBER, SUB_HEADINGS, is_column_numbers, meaning_of
from awards.lists.rules.contents import is_mark, looks_like_person
from awards.lists.rules.sections import AWARD, LEVELS, NAMES_A_LIST, ROMAN, Sections, rank_of
from awards.lists.rules.totals import MAY_ADD_UP, TotalWords, is_count, total_words
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.lines import ListLine, RowKind
from emulation.core.text import search_key

SIGNED = re.compile(
    r"^(?:noi nhan|nguoi lap(?: bieu| danh sach| bang)?|lap bieu|ky ten|ky ghi ro ho ten|ky ten dong dau"
    r"|(?:tm|kt|tl|q) (?:uy ban nhan dan|ubnd|chu tich|giam doc|hoi dong|thu truong|bo truong|ban)\b.*"
    r"|(?:\w+ )*ngay(?: \d+)? thang(?: \d+)? nam(?: \d+)?|thu truong (?:co quan|don vi)(?: .*)?)$"
)
COUNTED = re.compile(r"[\d.]+")
TITLED = re.compile(r"^danh sach\b|^phu luc\b|\bkem theo\b|cong hoa xa hoi|\b(?:quyet dinh|to trinh) so\b")
NOTE = re.compile(r"^(?:ghi chu|luu y|chu thich|chu y)\b|^trang \d{1,3}(?: \d{1,3})?$|^(?:het|da kiem tra|da duyet)$")
NOTED = ("*", "(*", "- Ghi chú")
A_BIRTH = re.compile(r"\b(?:19|20)\d\d\b")
IN_WORDS = (
    Field.UNIT,
    Field.POSITION,
    Field.AWARD,
    Field.SUBJECT_KIND,
    Field.TARGET_GROUP,
    Field.WAY,
    Field.HONORIFIC,
    Field.SIGNER_OFFICE,
    Field.CAMPAIGN,
)
MOST_SIGNED = 3
SIGNED_WITHIN = 8
DECORATION = "*=~<>_•-–— "
ENDS_OF_A_NOTE = (";", ":", ".")
LETTER = re.compile(r"[^\W\d_]")
NOTHING_STRUCK: frozenset[int] = frozenset()


@dataclass(frozen=True)
class TableRows:
    """The rows of one table beneath its headings. `rows` are the sheet's; `first` and `last` 0-based, `last` the one
    after; `ordinal` the place of STT; `hidden` rows that the workbook does not show; `struck`: {row: places};
    `award`: as the title writes it, where a column says its class; `titles`: keys of the lines above the headings."""

    rows: Sequence[Sequence]
    first: int
    last: int
    meanings: Meanings
    ordinal: int | None = None
    sheet: str = ""
    hidden: frozenset[int] = frozenset()
    struck: Mapping[int, frozenset[int]] = field(default_factory=dict)
    award: str = ""
    titles: tuple[str, ...] = ()

    def is_struck(self, number: int) -> bool:
        """The name is crossed out, or all that the row says."""
        places = self.struck.get(number)
        if not places:
            return False
        filled = {place for place, cell in enumerate(self.rows[number]) if cell and place != self.ordinal}
        names = filled & set(self.meanings.places.get(Field.NAME, ()))
        return bool(filled) and (filled <= places or bool(names and names <= places))


@dataclass(frozen=True)
class JudgedRow:
    kind: RowKind
    text: str = ""
    doubtful: bool = False


BLANK = JudgedRow(RowKind.BLANK)
HONOUR = JudgedRow(RowKind.HONOUR)


def lines(table: TableRows) -> Iterator[ListLine]:
    sections, signed = Sections(), False
    subject, unit, award = sections.said
    for number in range(table.first, table.last):
        cells = table.rows[number]
        judged, level, begins = _judged_in_place(table, number, signed), 0, False
        if judged.kind is RowKind.SECTION:
            level = sections.enter(judged.text, _counted(cells, table.ordinal))
            subject, unit, award = sections.said
        elif judged.kind is RowKind.TITLE and not search_key(judged.text).startswith(table.titles):
            level = rank_of(judged.text, _counted(cells, table.ordinal))
            if begins := bool(NAMES_A_LIST.match(search_key(judged.text))):
                subject, unit, award = (sections := Sections()).said
        signed = judged.kind is RowKind.SIGNATURE or (signed and judged.kind is not RowKind.HONOUR)
        yield ListLine(
            number + 1,
            judged.kind,
            cells,
            subject,
            unit,
            judged.text,
            judged.doubtful,
            award or table.award,
            table.sheet,
            level=level,
            struck=table.struck.get(number, NOTHING_STRUCK),
            begins=begins,
        )


def _judged_in_place(table: TableRows, number: int, signed: bool) -> JudgedRow:
    cells = table.rows[number]
    if not any(cells):
        return BLANK
    if number in table.hidden:
        return JudgedRow(RowKind.HIDDEN, _first_text(cells))
    if table.struck and table.is_struck(number):
        return JudgedRow(RowKind.STRUCK, _first_text(cells))
    if signed and not _speaks_as_honour(cells, table):
        text = _first_text(cells)
        if not (recognise_subject(text) or TITLED.search(search_key(text))):
            return JudgedRow(RowKind.SIGNATURE, text)
    found = judged(cells, table.meanings, table.ordinal)
    if found.doubtful and is_post(found.text) and _stands_over_a_name(table, number):
        return JudgedRow(RowKind.SIGNATURE, found.text)
    return found


def _stands_over_a_name(table: TableRows, number: int) -> bool:
    """The next row that holds anything holds a person's name and nothing more: who signs as what stands above."""
    below = table.rows[number + 1 : min(number + 1 + SIGNED_WITHIN, table.last)]
    texts = {str(cell) for cell in next(filter(any, below), ()) if cell}
    return len(texts) == 1 and all(map(looks_like_person, texts))


def _speaks_as_honour(cells: Sequence, table: TableRows) -> bool:
    """Beneath the signatures only a row with a number, a birth, an award, a unit that is a body or several columns of
    its own is an honour again: what stands beside a name there is mostly the name or the post of another who signs."""
    filled = [place for place in table.meanings.of if place < len(cells) and cells[place]]
    named = any(place in filled for place in table.meanings.places.get(Field.NAME, ()))
    if not named:
        return False
    if has_facts(cells, table.meanings, table.ordinal) or len(filled) > MOST_SIGNED:
        return True
    names = [str(cells[place]) for place in table.meanings.places[Field.NAME] if place in filled]
    if _says_an_award(cells, table.meanings):
        return True
    of_a_person = all(looks_like_person(name) and not is_post(name) for name in names)
    for place in filled:
        meaning, text = table.meanings.of[place], str(cells[place])
        if meaning == Field.UNIT and names_a_body(text) and (of_a_person or all(map(_is_a_body, (*names, text)))):
            return True
    return False


def _says_an_award(cells: Sequence, meanings: Meanings) -> bool:
    texts = (str(cells[place]) for place in meanings.places.get(Field.AWARD, ()) if place < len(cells) and cells[place])
    return any(is_mark(text) or AWARD.match(search_key(text)) for text in texts)


def _is_a_body(text: str) -> bool:
    """A name as rows have it, not as offices stand among the recipients of a paper or above those who sign."""
    return names_a_body(text) and not text.endswith(ENDS_OF_A_NOTE) and text != text.upper()


def judged(cells: Sequence, meanings: Meanings, ordinal: int | None) -> JudgedRow:
    counted = _counted(cells, ordinal)
    if COUNTED.fullmatch(counted) and _is_plainly_an_honour(cells, ordinal):
        return HONOUR
    texts = [str(cell) for place, cell in enumerate(cells) if cell and place != ordinal]
    if not texts:
        if not counted:
            return BLANK
        if COUNTED.fullmatch(counted):
            return JudgedRow(RowKind.ONLY_NUMBERS, counted)
        texts = [counted]
    if (adds_up := _adding_up(texts[0], counted)) and (
        adds_up[0] is TotalWords.STATED or not _says_of_itself(cells, meanings, ordinal, adds_up[1])
    ):
        return JudgedRow(RowKind.TOTAL, adds_up[1])
    names = [cells[place] for place in meanings.places.get(Field.NAME, ()) if place < len(cells)]
    name = next((str(cell) for cell in names if cell), "")
    if _is_repeated_heading(name, counted, texts):
        return JudgedRow(RowKind.HEADING, texts[0])
    says_facts = has_facts(cells, meanings, ordinal)
    if not says_facts and _is_signature(counted, texts) and not _says_an_award(cells, meanings):
        return JudgedRow(RowKind.SIGNATURE, texts[0])
    is_several = any(text != texts[0] for text in texts)
    if is_several and says_facts:
        return HONOUR
    in_words = {text for text in texts if LETTER.search(text)}
    if not in_words and not any(any(map(str.isdigit, text)) for text in (counted, *texts)):
        return JudgedRow(RowKind.NOTE, texts[0])
    if not in_words and not counted and not says_facts:
        return JudgedRow(RowKind.ONLY_NUMBERS, texts[0])
    if is_several and len(in_words) != 1:
        return HONOUR
    return _of_one_text(next((text for text in texts if text in in_words), texts[0]), name, counted, ordinal)


def _is_plainly_an_honour(cells: Sequence, ordinal: int | None) -> bool:
    """Of a numbered row: it begins with a text that no total, no heading and no number of a column could be, and says
    something else besides."""
    first = ""
    for place, cell in enumerate(cells):
        if not cell or place == ordinal:
            continue
        text = str(cell)
        if first:
            if text != first:
                return True
            continue
        if MAY_ADD_UP.match(text) or COLUMN_NUMBER.fullmatch(text.strip().casefold()):
            return False
        first = text
    return False


def _of_one_text(text: str, name: str, counted: str, ordinal: int | None) -> JudgedRow:
    if recognise_subject(text):
        return JudgedRow(RowKind.SECTION, text)
    if COUNTED.fullmatch(counted):
        return HONOUR
    if text[0] in DECORATION and text[-1] in DECORATION:
        text = text.strip(DECORATION)
    if NOTE.match(search_key(text)) or text.startswith(NOTED):
        return JudgedRow(RowKind.NOTE, text)
    if TITLED.search(search_key(text)):
        return JudgedRow(RowKind.TITLE, text)
    if any(pattern.match(text) for _level, pattern in LEVELS):
        return JudgedRow(RowKind.SECTION, text)
    if ROMAN.match(counted):
        return JudgedRow(RowKind.SECTION, text, doubtful=looks_like_person(text) and text != text.upper())
    if name and ordinal is None:
        return HONOUR
    return JudgedRow(RowKind.SECTION, text, doubtful=True)


def _first_text(cells: Sequence) -> str:
    return next((str(cell) for cell in cells if cell and LETTER.search(str(cell))), "")


def _counted(cells: Sequence, ordinal: int | None) -> str:
    return str(cells[ordinal]) if ordinal is not None and ordinal < len(cells) else ""


def _adding_up(first: str, counted: str) -> tuple[TotalWords, str] | None:
    for text in (first, counted):
        if words := total_words(text):
            return words, text
    return None


def has_facts(cells: Sequence, meanings: Meanings, ordinal: int | None) -> bool:
    """A number of its own, a day, a birth, an identity number or a decision's number."""
    if COUNTED.fullmatch(_counted(cells, ordinal)):
        return True
    for place, meaning in meanings.of.items():
        cell = cells[place] if place < len(cells) else ""
        if isinstance(cell, date):
            return True
        text = str(cell)
        if (
            (meaning == Field.BIRTH and A_BIRTH.search(text))
            or (meaning == Field.IDENTITY and sum(map(str.isdigit, text)) >= 8)
            or (meaning == Field.DECISION_NUMBER and "/" in text)
        ):
            return True
    return False


def _says_of_itself(cells: Sequence, meanings: Meanings, ordinal: int | None, beside: str) -> bool:
    """Facts, or words in a column that tells of a recipient; `beside` the text under judgement itself."""
    if has_facts(cells, meanings, ordinal):
        return True
    for place, meaning in meanings.of.items():
        text = str(cells[place]) if place < len(cells) else ""
        if meaning in IN_WORDS and text and text != beside and LETTER.search(text) and not is_count(text):
            return True
    return False


def _is_repeated_heading(name: str, counted: str, texts: Sequence[str]) -> bool:
    """The table's head printed again on a later page: its headings, the finer ones beneath, the numbers of columns."""
    if is_column_numbers([text for text in (counted, *texts) if text]):
        return True
    if COUNTED.fullmatch(counted):
        return False
    if name:
        return meaning_of(name)[0] == Field.NAME
    return len(texts) > 1 and all(search_key(text) in SUB_HEADINGS for text in texts)


def _is_signature(counted: str, texts: Sequence[str]) -> bool:
    """Who made and who signed the list, beneath its rows."""
    return not counted.isdigit() and len(texts) <= MOST_SIGNED and bool(SIGNED.match(search_key(texts[0])))
