"""Whether a column right of the names completes them, says their ends again to sort by, or says another thing. Pure."""

import re
from collections.abc import Mapping, Sequence

from emulation.core.text import accent_key, search_key

WORD_OF_A_NAME = re.compile(r"[^\W\d_]+")
NEARLY_ALL, MOST = 0.85, 0.6
FEW, LONGEST_FAMILY_PART = 3, 2
MIDDLES = frozenset({"van", "thi"})
NO_GIVEN_NAMES = frozenset(
    {"nam", "nu", "kinh", "khmer", "khome", "hoa", "tay", "thai", "muong", "nung", "cham", "dao", "mong", "dang vien"}
    | {"doan vien", "quan chung", "giao vien", "can bo", "cong chuc", "vien chuc", "tot", "kha", "gioi", "dat", "co"}
)
FAMILY_PART = re.compile(r"^(?:ho|dem|lot)$|\b(?:dem|lot)\b")
OF_THE_GIVEN = re.compile(r"^ten(?: rieng| goi)?$")


def is_given_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 2 and all(WORD_OF_A_NAME.fullmatch(word) for word in words)


def completes(body: Sequence[Sequence], place: int, heading: str) -> bool:
    """Whether the cells at `place` are what the names left of them, headed `heading`, lack: never where these are whole
    names, nor where few values stand again and again beside any that are."""
    pairs = _pairs(body, place)
    if not pairs or sum(is_given_name(given) for _left, given in pairs) < len(pairs) * NEARLY_ALL:
        return False
    if FAMILY_PART.search(search_key(heading)):
        return True
    given = [search_key(given) for _left, given in pairs]
    lacking = sum(_lacks_given_name(left) for left, _given in pairs)
    few = len(set(given)) * 2 <= len(given) and len(given) > 1
    if (few and lacking < len(pairs)) or NO_GIVEN_NAMES.issuperset(given) or repeats_ends(body, place):
        return False
    return lacking >= len(pairs) * MOST


def repeats_ends(body: Sequence[Sequence], place: int) -> bool:
    """“An” beside “Ngô Minh An”: a key to sort by."""
    pairs = _pairs(body, place)
    return bool(pairs) and sum(ends_with(left, given) for left, given in pairs) >= len(pairs) * NEARLY_ALL


def ends_with(name: str, given: str) -> bool:
    words, end = accent_key(name).split(), accent_key(given).split()
    return len(words) > len(end) > 0 and words[-len(end) :] == end


def in_order(headings: Mapping[int, str]) -> tuple[int, ...]:
    """The columns of one name as a name is written: family, middle, given, wherever they stand."""

    def rank(place: int) -> int:
        key = search_key(headings[place])
        last = key.removeprefix("ho va ten ").removeprefix("ho ten ")
        return 2 if OF_THE_GIVEN.match(last) else 1 if last in ("dem", "lot", "ten dem", "ten lot") else 0

    return tuple(sorted(headings, key=lambda place: (rank(place), place)))


def _lacks_given_name(left: str) -> bool:
    words = search_key(left).split()
    return len(words) <= LONGEST_FAMILY_PART or words[-1] in MIDDLES


def _pairs(body: Sequence[Sequence], place: int) -> list[tuple[str, str]]:
    rows = (row for row in body if place < len(row) and row[place - 1] and row[place])
    return [(str(row[place - 1]), str(row[place])) for row in rows]
