"""Parts in the head's own words: blank lines part paragraphs, lines that begin with a dash are a list."""

from itertools import count, groupby

from reports.collect import Material
from reports.document import BulletList, Heading, Paragraph
from reports.rules.passages import Place

ROMAN = {4: "IV", 5: "V", 6: "VI"}


def situation(material: Material):
    """Stands within part I, after what the figures count."""
    if text := material.passages.get(Place.SITUATION):
        yield Heading(2, "Tình hình chung")
        yield from blocks_of(text)


def closing(material: Material, *, first: int):
    """Problems, then tasks, numbered from `first`; a part without words has no heading on paper."""
    numbers = count(first)
    for place, title in (
        (Place.PROBLEMS, "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN"),
        (Place.TASKS, f"PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM {_next_period(material)}"),
    ):
        if text := material.passages.get(place):
            yield Heading(1, f"{ROMAN[next(numbers)]}. {title}")
            yield from blocks_of(text)


def _next_period(material: Material) -> str:
    return f"6 THÁNG CUỐI NĂM {material.year}" if material.half == 1 else f"NĂM {material.year + 1}"


def blocks_of(text: str):
    for is_item, lines in groupby(text.splitlines(), key=_is_item):
        if is_item:
            yield BulletList.of(*(line.strip().lstrip("-–+•").strip() for line in lines))
        else:
            yield from (Paragraph.of(line.strip()) for line in lines if line.strip())


def _is_item(line: str) -> bool:
    return line.strip()[:1] in ("-", "–", "+", "•") and bool(line.strip().lstrip("-–+•").strip())
