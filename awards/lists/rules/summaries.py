"""Tables that say how many were honoured, above the list of who was. Pure."""

from collections.abc import Sequence

from awards.lists.rules.columns import COUNTS
from awards.lists.rules.name_words import may_name
from awards.lists.rules.totals import total_words
from emulation.core.text import search_key

LONGEST_HEADING = 60
FEW = 2


def summaries_in(rows: Sequence[Sequence], first: int, end: int) -> frozenset[int]:
    """The 0-based rows from `first` to before `end` of such tables: their headings, “Danh hiệu | Số lượng”, and the
    rows beneath them that count."""
    found: set[int] = set()
    number = first
    while number < end:
        places, beneath = _places_of_counts(rows[number]), number + 1
        if places and beneath < end and (finer := _places_of_counts(rows[beneath])):
            places, beneath = [*places, *finer], beneath + 1
        headed = beneath
        while places and beneath < end and _counts(rows[beneath], places):
            beneath += 1
        if beneath > headed:
            found.update(range(number, beneath))
        number = beneath if beneath > headed else number + 1
    return frozenset(found)


def title_rows(rows: Sequence[Sequence], first: int, end: int) -> list[Sequence]:
    """The other rows."""
    counts = summaries_in(rows, first, end)
    return [rows[number] for number in range(first, end) if number not in counts]


def _places_of_counts(cells: Sequence) -> list[int]:
    """Of headings that promise counts, none where this is no row of headings."""
    texts = {place: str(cell) for place, cell in enumerate(cells) if cell}
    if len(texts) < FEW or any(text.isdigit() or len(text) > LONGEST_HEADING for text in texts.values()):
        return []
    keys = {place: search_key(text) for place, text in texts.items()}
    return [place for place, key in keys.items() if COUNTS.search(key) or may_name(key)]


def _counts(cells: Sequence, places: Sequence[int]) -> bool:
    """A row with a number in one of the columns, or the words of a total."""
    if any(place < len(cells) and str(cells[place]).isdigit() for place in places):
        return True
    texts = [str(cell) for cell in cells if cell]
    return len(texts) == 1 and total_words(texts[0]) is not None
