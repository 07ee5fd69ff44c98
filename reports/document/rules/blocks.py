"""Free text of an office as blocks of a document."""

from itertools import groupby

from reports.document.rules.document import BulletList, Paragraph


def blocks_of(text: str):
    for is_item, lines in groupby(text.splitlines(), key=_is_item):
        if is_item:
            yield BulletList.of(*(line.strip().lstrip("-–+•").strip() for line in lines))
        else:
            yield from (Paragraph.of(line.strip()) for line in lines if line.strip())


def _is_item(line: str) -> bool:
    return line.strip()[:1] in ("-", "–", "+", "•") and bool(line.strip().lstrip("-–+•").strip())
