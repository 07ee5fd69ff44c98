"""Columns beside each other of which each row fills one: “Tập thể” | “Cá nhân” | “Hộ gia đình”. Pure."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from awards.catalogue.rules.recognise_terms import recognise_subject, recognise_target_group
from awards.catalogue.rules.terms import SubjectKind
from emulation.core.text import accent_key, search_key

SUBJECT = re.compile(
    r"(?P<over>.*?) ?(?:(?:(?:ho (?:va )?)?ten )?(?P<kind>tap the|ca nhan|ho gia dinh)(?: (?:ho (?:va )?)?ten)?"
    r"|ho (?:va )?ten)"
)
KINDS = {
    "tap the": SubjectKind.COLLECTIVE,
    "ca nhan": SubjectKind.INDIVIDUAL,
    "ho gia dinh": SubjectKind.HOUSEHOLD,
    None: SubjectKind.INDIVIDUAL,
}
MOTHERS = re.compile(
    r"ho (?:va )?ten|(?:ho (?:va )?ten |ten )?(?:ba )?(?:me|bmvnah)(?: viet nam anh hung| vnah| vn anh hung)?"
)
MARTYRS = re.compile(r"\bliet s[iy]\b")
A_WORD = re.compile(r"[^\W\d_]{2}")


def subjects_headed(headings: Mapping[int, str]) -> dict[int, SubjectKind]:
    """{place: kind} of columns under one heading, or under none, that speak of different kinds of recipients."""
    found: dict[str, dict[int, SubjectKind]] = defaultdict(dict)
    for place, heading in headings.items():
        if headed := SUBJECT.fullmatch(search_key(heading)):
            found[headed["over"]][place] = KINDS[headed["kind"]]
    several = (places for places in found.values() if len(set(places.values())) > 1)
    return next(several, {})


def named_by_kind(headings: Mapping[int, str], rows: Sequence[Sequence]) -> dict[int, SubjectKind]:
    """Those that hold names; a column with nothing in it may still be one."""
    places = subjects_headed(headings)
    texts = {place: [str(row[place]) for row in rows if place < len(row) and row[place]] for place in places}
    named = {place: kind for place, kind in places.items() if not texts[place] or any(map(_is_a_name, texts[place]))}
    return named if len(set(named.values())) > 1 else {}


def mothers_beside_martyrs(headings: Sequence[str]) -> tuple[int, list[int]] | None:
    """The column of the mothers, who are honoured where they stand left of their martyrs, and those of the martyrs."""
    keys = [search_key(heading) for heading in headings]
    mothers = next((place for place, key in enumerate(keys) if MOTHERS.fullmatch(key)), None)
    martyrs = [place for place, key in enumerate(keys) if MARTYRS.search(key)]
    return (mothers, martyrs) if mothers is not None and martyrs and mothers < martyrs[0] else None


def most_fill_one(rows: Sequence[Sequence], places: Collection[int]) -> bool:
    """Where most fill several, “Tập thể” says the unit of whoever stands under “Cá nhân”."""
    filled = [sum(place < len(row) and bool(row[place]) for place in places) for row in rows]
    return filled.count(1) * 2 >= sum(map(bool, filled))


def holds_counts(rows: Sequence[Sequence], place: int) -> bool:
    """Numbers and nothing else: how many were honoured, not who."""
    texts = [str(row[place]) for row in rows if place < len(row) and row[place]]
    return bool(texts) and all(map(str.isdigit, texts))


def holds_kinds(rows: Sequence[Sequence], place: int) -> bool:
    """Kinds of recipients or their groups, and nothing else: not who was honoured."""
    texts = [str(row[place]) for row in rows if place < len(row) and row[place]]
    return bool(texts) and all(recognise_subject(text) or recognise_target_group(text) for text in texts)


def _is_a_name(text: str) -> bool:
    return bool(A_WORD.search(text)) and accent_key(text) not in ("có", "đạt", "không")
