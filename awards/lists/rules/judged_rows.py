"""What one row beneath the headings is by itself: an honour, a section, a total, a signature. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from awards.catalogue.rules.recognise_terms import recognise_subject
from awards.lists.rules.apart import names_a_body
from awards.lists.rules.columns import COLUMN_NUMBER, SUB_HEADINGS, is_column_numbers, meaning_of
from awards.lists.rules.contents import is_mark, looks_like_person
from awards.lists.rules.counts_beneath import is_labelled_count
from awards.lists.rules.sections import A_LIST, AWARD, ROMAN, behind_its_number, is_enumerated
from awards.lists.rules.totals import MAY_ADD_UP, TotalWords, is_count, total_words
from awards.lists.rules.unlike import is_a_person
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.lines import RowKind
from emulation.core.text import accent_key, search_key

SIGNED = re.compile(
    r"^(?:noi nhan|nguoi lap(?: bieu| danh sach| bang)?|lap bieu|ky ten|ky ghi ro ho ten|ky ten dong dau"
    r"|(?:tm|kt|tl|q) (?:uy ban nhan dan|ubnd|chu tich|giam doc|hoi dong|thu truong|bo truong|ban)\b.*"
    r"|(?:\w+ )*ngay(?: \d+)? thang(?: \d+)? nam(?: \d+)?|thu truong (?:co quan|don vi)(?: .*)?)$"
)
COUNTED = re.compile(r"[\d.]+")
TITLED = re.compile(rf"^{A_LIST}|\bkem theo\b|cong hoa xa hoi|\b(?:quyet dinh|to trinh) so\b")
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
WORDS_OF_A_PERSON = 3
SURELY_A_TOTAL = re.compile(r"tổng (?:cộng|cọng|số)\W*")
DECORATION = "*=~<>_•-–— "
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class JudgedRow:
    kind: RowKind
    text: str = ""
    doubtful: bool = False


BLANK = JudgedRow(RowKind.BLANK)
HONOUR = JudgedRow(RowKind.HONOUR)


def judged(cells: Sequence, meanings: Meanings, ordinal: int | None) -> JudgedRow:
    counted = counted_in(cells, ordinal)
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
        adds_up[0] is TotalWords.STATED
        or not _says_of_itself(cells, meanings, ordinal, adds_up[1])
        or _adds_up_whoever_is_so_called(texts)
    ):
        return JudgedRow(RowKind.TOTAL, adds_up[1])
    names = [cells[place] for place in meanings.places.get(Field.NAME, ()) if place < len(cells)]
    name = next((str(cell) for cell in names if cell), "")
    if _is_repeated_heading(name, counted, texts):
        return JudgedRow(RowKind.HEADING, texts[0])
    says_facts = has_facts(cells, meanings, ordinal)
    if not says_facts and _is_signature(counted, texts) and not says_an_award(cells, meanings):
        return JudgedRow(RowKind.SIGNATURE, texts[0])
    is_several = any(text != texts[0] for text in texts)
    if is_several and says_facts:
        return HONOUR
    in_words = {text for text in texts if LETTER.search(text)}
    if not in_words and not any(any(map(str.isdigit, text)) for text in (counted, *texts)):
        return JudgedRow(RowKind.NOTE, texts[0])
    if not in_words and not counted and not says_facts:
        return JudgedRow(RowKind.ONLY_NUMBERS, texts[0])
    is_beside = not counted and _stands_beside_names(cells, meanings)
    if is_several and len(in_words) != 1:
        return JudgedRow(RowKind.NOTE, texts[0]) if is_beside else HONOUR
    found = _of_one_text(next((text for text in texts if text in in_words), texts[0]), name, counted, ordinal)
    if found.doubtful and is_beside and not names_a_body(found.text):
        return JudgedRow(RowKind.NOTE, found.text)
    return found


def _stands_beside_names(cells: Sequence, meanings: Meanings) -> bool:
    """Right of the names, in columns that are not read and nowhere else: it goes on with the row above."""
    names = meanings.places.get(Field.NAME, ())
    return bool(names) and all(
        place > names[0] and place not in meanings.of for place, cell in enumerate(cells) if cell
    )


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
    if is_enumerated(text) or AWARD.match(search_key(text)):
        rest = behind_its_number(text)
        of_a_person = len(rest.split()) >= WORDS_OF_A_PERSON and is_a_person(rest) and text != text.upper()
        return JudgedRow(RowKind.SECTION, text, doubtful=of_a_person)
    if ROMAN.match(counted):
        return JudgedRow(RowKind.SECTION, text, doubtful=looks_like_person(text) and text != text.upper())
    if name and ordinal is None:
        return HONOUR
    return JudgedRow(RowKind.SECTION, text, doubtful=True)


def first_text(cells: Sequence) -> str:
    return next((str(cell) for cell in cells if cell and LETTER.search(str(cell))), "")


def counted_in(cells: Sequence, ordinal: int | None) -> str:
    return str(cells[ordinal]) if ordinal is not None and ordinal < len(cells) else ""


def _adds_up_whoever_is_so_called(texts: Sequence[str]) -> bool:
    """In a numbered row: “Tổng cộng”, which nobody is called, or a shorter word beside “CSTĐCS: 2”."""
    surely = SURELY_A_TOTAL.fullmatch(accent_key(texts[0]))
    labelled = [text for text in texts[1:] if is_labelled_count(text)]
    return all(text in labelled or is_count(text) for text in texts[1:]) and bool(surely or labelled)


def _adding_up(first: str, counted: str) -> tuple[TotalWords, str] | None:
    for text in (first, counted):
        if words := total_words(text):
            return words, text
    return None


def names_nobody(cells: Sequence, meanings: Meanings, ordinal: int | None) -> bool:
    """Of a row over headings: a text that is no person's name, and where others stand beside it no body's and no award
    either."""
    texts = {str(cell) for place, cell in enumerate(cells) if cell and place != ordinal}
    names = [str(cells[place]) for place in meanings.places.get(Field.NAME, ()) if place < len(cells) and cells[place]]
    if not texts or has_facts(cells, meanings, ordinal) or any(map(is_a_person, names)):
        return False
    if len(texts) == 1:
        return True
    return len(texts) <= MOST_SIGNED and not any(map(names_a_body, names)) and not says_an_award(cells, meanings)


def has_facts(cells: Sequence, meanings: Meanings, ordinal: int | None) -> bool:
    """A number of its own, a day, a birth, an identity number or a decision's number."""
    if COUNTED.fullmatch(counted_in(cells, ordinal)):
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


def says_an_award(cells: Sequence, meanings: Meanings) -> bool:
    texts = (str(cells[place]) for place in meanings.places.get(Field.AWARD, ()) if place < len(cells) and cells[place])
    return any(is_mark(text) or AWARD.match(search_key(text)) for text in texts)
