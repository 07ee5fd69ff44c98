"""Parts in the head's own words: blank lines part paragraphs, lines that begin with a dash are a list."""

from collections.abc import Iterator

from reports.document.rules.blocks import blocks_of
from reports.document.rules.document import Block
from reports.runs.rules.passages import PassagePlace
from reports.six_month.material.collect import Material

ROMAN = dict(enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), 1))


def closing(material: Material) -> Iterator[tuple[str, list[Block]]]:
    """(title, blocks) of problems, then of tasks."""
    for place, title in (
        (PassagePlace.PROBLEMS, "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN"),
        (PassagePlace.TASKS, f"PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM {_next_period(material)}"),
    ):
        yield title, list(blocks_of(material.passages.get(place, "")))


def _next_period(material: Material) -> str:
    return f"6 THÁNG CUỐI NĂM {material.year}" if material.half == 1 else f"NĂM {material.year + 1}"
