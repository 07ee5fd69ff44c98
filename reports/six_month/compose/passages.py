"""Parts in the head's own words: blank lines part paragraphs, lines that begin with a dash are a list."""

from itertools import count

from reports.document.rules.blocks import blocks_of
from reports.document.rules.document import Heading
from reports.runs.rules.passages import PassagePlace
from reports.six_month.material.collect import Material

ROMAN = dict(enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), 1))


def situation(material: Material):
    """Stands within part I, after what the figures count."""
    if text := material.passages.get(PassagePlace.SITUATION):
        yield Heading(2, "Tình hình chung")
        yield from blocks_of(text)


def closing(material: Material, *, first: int):
    """Problems, then tasks, numbered from `first`; a part without words has no heading on paper."""
    numbers = count(first)
    for place, title in (
        (PassagePlace.PROBLEMS, "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN"),
        (PassagePlace.TASKS, f"PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM {_next_period(material)}"),
    ):
        if text := material.passages.get(place):
            yield Heading(1, f"{ROMAN[next(numbers)]}. {title}")
            yield from blocks_of(text)


def _next_period(material: Material) -> str:
    return f"6 THÁNG CUỐI NĂM {material.year}" if material.half == 1 else f"NĂM {material.year + 1}"
