"""Numbers that stand among the words of a sentence, in no brackets. Pure."""

import re
from dataclasses import replace

from emulation.core.paper import for_paper
from reports.document.rules.document import Paragraph
from reports.document.rules.sentences import NotWorded, Wording, WordingFault

NUMBER = re.compile(r"(?:(?<!\w)[-−])?\d+(?:[.,/]\d+)*|[%‰¼-¾⅐-⅞]")


def numbers_in_words(paragraph: Paragraph, *, year: int) -> list[str]:
    """In their order. The year of the report itself is none: with it or without it a sentence says the same."""
    words = "".join(for_paper(run) if isinstance(run, str) else "\0" for run in paragraph.runs)
    return [found for found in NUMBER.findall(words) if found != str(year)]


def is_of_other_numbers(wording: Wording, paragraph: Paragraph, *, year: int) -> bool:
    """Whether the words hold other numbers than those of the computed sentence."""
    return numbers_in_words(wording.of(paragraph), year=year) != numbers_in_words(paragraph, year=year)


def with_reason(wording: Wording, paragraph: Paragraph, why: str, *, year: int) -> Wording:
    """The wording, with the reason where it needs one; raises `NotWorded` where that lacks."""
    if not is_of_other_numbers(wording, paragraph, year=year):
        return wording
    if not why:
        raise NotWorded(WordingFault.NUMBERS_WITHOUT_REASON)
    return replace(wording, why=why)
