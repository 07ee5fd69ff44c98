"""What a column means by what it holds, beside what its heading says: awards, days, kinds of subject, units. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from awards.catalogue.rules.recognise_terms import is_organisation_kind, recognise_subject, recognise_way
from awards.catalogue.rules.terms import SubjectKind
from awards.lists.rules.columns import (
    NOTHING,
    OF_A_DECISION,
    Guess,
    ListColumn,
    NamesAward,
    may_stand_beside,
    meaning_of,
)
from awards.lists.rules.denials import denies_as_result
from awards.lists.rules.given_names import WORD_OF_A_NAME, completes
from awards.lists.rules.name_words import stands_in_for_a_name
from awards.lists.rules.stages import DECIDED, overtaken, stages_of
from awards.lists.rules.subject_columns import most_fill_one, named_by_kind, subjects_headed
from awards.rows.rules.days import says_a_birth
from awards.rows.rules.fields import Field
from emulation.core.dates import DateError, parse_date
from emulation.core.text import accent_key, search_key

MARKS = frozenset({"x", "xx", "+", "v", "✓", "✔", "√", "☑", "☒", "✕", "✖", "×", "●", "•", "■", "1", "có", "đạt"})
NO_MARKS = frozenset({"-", "–", "0", "không", "ko"})
MARKED = "marked"
ADDRESSES = frozenset({"ong", "ba", "anh", "chi", "dong chi", "d c"})
MOST, NEARLY_ALL = 0.6, 0.85
FEW_GROUPS = 8
SURE = 3
CLASS = re.compile(r"(?:hang )?(?:nhat|nhi|ba|i{1,3}|[123])")
DECISION = re.compile(r"(?:số:?\s*)?\d[\w.]*\s*/\s*[\w./-]*q[đd]", re.IGNORECASE)
GROUP = re.compile(
    r"\btruc tiep\b|\bkhong giu chuc vu\b|\blanh dao\b|^doanh nhan$|\bcap (?:vu|phong|so|tinh|bo)\b|^nguoi lao dong$"
)
YEAR = re.compile(r"(?:năm )?((?:19|20)\d\d)", re.IGNORECASE)
LONG_NUMBER = re.compile(r"\d{11,12}")
FIRST_DECISION_YEAR, LAST_BIRTH_YEAR, YEARS_OF_A_LIST = 2003, 2005, 3
SETTLED = frozenset(
    {
        Field.AWARD,
        Field.AWARD_CLASS,
        Field.SUBJECT_KIND,
        Field.TARGET_GROUP,
        Field.WAY,
        Field.DECISION_NUMBER,
        Field.DECISION_DATE,
    }
)
YIELDING = SETTLED | {Field.ACHIEVEMENT_YEAR, Field.UNIT, Field.HONORIFIC}
KEPT_GROUPS = frozenset({Field.UNIT, Field.POSITION, Field.AWARD})
OF_THE_SEXES = frozenset({"nam", "nu", "ong", "ba"})
NO_RECIPIENT = re.compile(
    r"\b(?:dai dien|lien he|lien lac|phu trach|dung dau|thu truong|phu huynh|cha|me|vo|chong|ky|lap|nop|gioi thieu)\b"
)


def held_by(values: Sequence, knows_award: NamesAward) -> str | None:
    """A `Field`, `MARKED` for a column of nothing but marks, None where it cannot be told. `values`: filled cells."""
    texts = [value for value in values if isinstance(value, str)]
    if values and len(texts) == len(values) and all(accent_key(text) in MARKS | NO_MARKS for text in set(texts)):
        return MARKED
    if _share(values, _is_day) >= NEARLY_ALL:
        return _which_day([_day(value) for value in values if _is_day(value)])
    if len(texts) < len(values) * MOST:
        return None
    years = [int(year[1]) for text in texts if (year := YEAR.fullmatch(text))]
    if years and len(years) >= len(texts) * NEARLY_ALL:
        return Field.ACHIEVEMENT_YEAR if max(years) - min(years) <= YEARS_OF_A_LIST else Field.BIRTH
    texts_count = all(text.isdigit() for text in texts)
    checks: tuple[tuple[str, float, Callable[[str], bool]], ...] = (
        (Field.HONORIFIC, NEARLY_ALL, lambda text: search_key(text) in ADDRESSES),
        (Field.SUBJECT_KIND, NEARLY_ALL, lambda text: recognise_subject(text) is not None),
        (Field.WAY, NEARLY_ALL, lambda text: recognise_way(text) is not None),
        (Field.AWARD_CLASS, NEARLY_ALL, lambda text: bool(CLASS.fullmatch(search_key(text))) and not texts_count),
        (Field.AWARD, MOST, knows_award),
        (Field.DECISION_NUMBER, MOST, lambda text: bool(DECISION.match(text))),
        (Field.BIRTH, NEARLY_ALL, says_a_birth),
        (Field.IDENTITY, NEARLY_ALL, lambda text: bool(LONG_NUMBER.fullmatch(text.replace(" ", "")))),
    )
    found = next((field for field, least, check in checks if _share(texts, check) >= least), None)
    if found is not None:
        return found
    if len(set(texts)) <= FEW_GROUPS and _share(texts, lambda text: bool(GROUP.search(search_key(text)))) >= MOST:
        return Field.TARGET_GROUP
    if _share(texts, is_organisation_kind) >= MOST:
        return Field.UNIT
    return Field.NAME if _share(texts, looks_like_person) >= NEARLY_ALL else None


def refined(guess: Guess, body: Sequence[Sequence], knows_award: NamesAward) -> Guess:
    """The same columns, with those that no heading names and that hold something; `body`: the first rows beneath."""
    body = _full_rows(body)
    width = max([len(row) for row in body] + [column.place + 1 for column in guess.columns], default=0)
    headed = {column.place: column for column in guess.columns}
    values = {place: _values(body, place, headed[place].heading if place in headed else "") for place in range(width)}
    columns = {
        place: headed.get(place) or ListColumn(place, "", None)
        for place in range(width)
        if place in headed or values[place]
    }
    stages = stages_of({place: column.heading for place, column in columns.items()})
    held = {place: _held(stages[place], values[place], knows_award) for place in columns}
    meant = {place: _meant(column, held[place]) for place, column in columns.items()}
    _drop_unlike_awards(meant, columns, values, knows_award)
    for place in subjects_headed({place: column.heading for place, column in columns.items()}):
        if held[place] == MARKED:
            meant[place] = None
    people = _take_people(meant, columns, held, body)
    by_heading = [
        place
        for place, column in columns.items()
        if place in people or (meant[place] and meant[place] == column.meaning)
    ]
    taken: dict[int, str] = {}
    for place in [*by_heading, *(place for place in columns if place not in by_heading)]:
        meaning = meant[place]
        if meaning is None or (meaning == Field.NAME and place not in by_heading and Field.NAME in taken.values()):
            continue
        others = [other for other, said in taken.items() if said == meaning]
        if meaning == NOTHING or all(may_stand_beside(place, other, meant) for other in others):
            taken[place] = meaning
    _take_given_names(columns, taken, body)
    score = guess.score + sum(place not in by_heading for place in taken)
    return replace(
        guess,
        columns=tuple(replace(column, meaning=taken.get(place)) for place, column in columns.items()),
        score=score,
    )


def _full_rows(body: Sequence[Sequence]) -> list[Sequence]:
    """Without sections, totals and signatures, which say little: at least half as much as the fullest row."""
    filled = [sum(map(bool, row)) for row in body]
    most = max(filled, default=0)
    return [row for row, many in zip(body, filled, strict=True) if many * 2 >= most]


def _values(body: Sequence[Sequence], place: int, heading: str) -> list:
    """Without the heading where it is printed again on a later page."""
    return [row[place] for row in body if place < len(row) and row[place] and row[place] != heading]


def _held(stage: int, values: Sequence, knows_award: NamesAward) -> str | None:
    """Beneath a heading of results a no says nothing of what the others hold."""
    if stage == DECIDED:
        values = [value for value in values if not (isinstance(value, str) and denies_as_result(value))]
    return held_by(values, knows_award) if values else None


def _meant(column: ListColumn, held: str | None) -> str | None:
    said = column.meaning
    if said is None and (headed := meaning_of(column.heading)[0]) in OF_A_DECISION:
        said = headed  # that of another award
    if held == MARKED:
        return None if said == Field.ACHIEVEMENT_YEAR else said
    if said is None or held is None:
        return said or held
    if held == Field.TARGET_GROUP and said in KEPT_GROUPS:
        return said
    if held == Field.DECISION_DATE and (said == Field.UNIT or "so" in search_key(column.heading).split()):
        return said  # what a spreadsheet made a day is refused row by row, not taken for another column
    if said in YIELDING and held in SETTLED:
        return held
    return said


def _drop_unlike_awards(meant: dict, columns: dict[int, ListColumn], values: dict, knows_award: NamesAward) -> None:
    """Of several columns headed as awards, those headed in part only that hold no award and no mark say nothing of this
    list's awards; nor do those that a later stage overtakes. A column that is headed just so is kept, whatever it
    holds: its rows are refused rather than lost."""
    awards = [place for place, column in columns.items() if meant[place] == column.meaning == Field.AWARD]
    unlike = [
        place
        for place in awards
        if values[place]
        and meaning_of(columns[place].heading)[1] < SURE
        and not _ends_with_an_award(columns[place].heading, knows_award)
        and not any(isinstance(text, str) and (knows_award(text) or is_mark(text)) for text in set(values[place]))
    ]
    holding = {place: column.heading for place, column in columns.items() if meant[place] == Field.AWARD}
    earlier = overtaken(holding, awards_by_heading=awards)
    for place in earlier or (unlike if len(unlike) < len(awards) else ()):
        meant[place] = None


def _take_people(
    meant: dict, columns: dict[int, ListColumn], held: dict[int, str | None], body: Sequence[Sequence]
) -> list[int]:
    """Where no heading surely names who got it, the columns that hold people do: one, or several of which a row fills
    one (“Ông” | “Bà”, “Tập thể” | “Cá nhân”). A heading that only stood in for a name (“Đơn vị”) then says the unit."""
    headings = {place: column.heading for place, column in columns.items() if meant[place] in (None, Field.NAME)}
    by_kind = named_by_kind(headings, body)
    holds_people = any(held[place] == Field.NAME for place, kind in by_kind.items() if kind == SubjectKind.INDIVIDUAL)
    if by_kind and (most_fill_one(body, by_kind) or not holds_people):
        meant |= dict.fromkeys(by_kind, Field.NAME)
        return list(by_kind)
    named = [place for place, column in columns.items() if meant[place] == column.meaning == Field.NAME]
    stands_in = [place for place in named if stands_in_for_a_name(search_key(columns[place].heading))]
    if len(stands_in) < len(named):
        return []
    found: list[int] = []
    for place, column in columns.items():
        if held[place] == Field.NAME and place not in stands_in and _may_head_people(column.heading):
            meant[place] = None
            if not _stand_together(body, place, found):
                found.append(place)
    for place in found:
        meant[place] = Field.NAME
    for place in stands_in if found else ():
        meant[place] = Field.UNIT if _stand_together(body, place, found) else Field.NAME
    return found


def _may_head_people(heading: str) -> bool:
    key = search_key(heading)
    meaning = meaning_of(heading)[0]
    return key in OF_THE_SEXES or (meaning in (None, Field.NAME, Field.HONORIFIC) and not NO_RECIPIENT.search(key))


def _stand_together(body: Sequence[Sequence], place: int, others: Sequence[int]) -> bool:
    """Some row fills the column at `place` and one of the others."""
    return any(
        place < len(row) and row[place] and any(other < len(row) and row[other] for other in others) for row in body
    )


def _ends_with_an_award(heading: str, knows_award: NamesAward) -> bool:
    words = heading.split()
    return any(knows_award(" ".join(words[first:])) for first in range(len(words)))


def _take_given_names(columns: dict[int, ListColumn], taken: dict[int, str], body: Sequence[Sequence]) -> None:
    """The column right of the family name: “An” beside “Ngô Minh”; without a heading, or headed “Tên”."""
    for place in sorted(columns):
        left, key = columns.get(place - 1), search_key(columns[place].heading)
        if left is None or taken.get(place - 1) != Field.NAME or taken.get(place) not in (None, Field.NAME):
            continue
        if key and key.split()[-1] != "ten" or (taken.get(place) and key != "ten"):
            continue
        if completes(body, place, left.heading):
            taken[place] = Field.NAME
        else:
            taken.pop(place, None)


def looks_like_person(text: str) -> bool:
    """Two to six words of letters only, each with a capital, that name no body."""
    words = text.split()
    return (
        2 <= len(words) <= 6
        and all(WORD_OF_A_NAME.fullmatch(word) and word[0].isupper() for word in words)
        and not is_organisation_kind(text)
    )


def is_mark(text: str) -> bool:
    return accent_key(text).strip(" .") in MARKS


def _share(values: Sequence, check: Callable) -> float:
    known = {value: check(value) for value in set(values)}
    return sum(known[value] for value in values) / len(values) if values else 0.0


def _is_day(value) -> bool:
    return _day(value) is not None


def _day(value) -> date | None:
    try:
        return parse_date(value)
    except DateError:
        return None


def _which_day(days: Sequence[date | None]) -> str | None:
    """Decisions of one list lie close together and not long ago; births lie further back."""
    years = [day.year for day in days if day is not None]
    if max(years) - min(years) <= YEARS_OF_A_LIST and min(years) >= FIRST_DECISION_YEAR:
        return Field.DECISION_DATE
    return Field.BIRTH if max(years) <= LAST_BIRTH_YEAR or max(years) - min(years) > YEARS_OF_A_LIST else None
