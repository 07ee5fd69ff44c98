"""Sentences of a document as a person words them: figures stand in brackets, the words around them are free. Pure.

A sentence is found again in a document made of newer data, or of the next period, by its part of the report and by its
words without figures and years.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from emulation.core.paper import for_paper
from emulation.core.text import squash
from reports.document.rules.document import Block, BulletList, Document, Heading, Paragraph
from reports.document.rules.tables import Figure, Run

NUMERAL = re.compile(r"^(?:[IVX]+|\d+)\. ")
PIECE = re.compile(r"\[\[|\]\]|\[([^\[\]]*)\]|\[|\]")
KEY_LENGTH = 16

Address = tuple[int, int | None]  # of a block of the body, and of an item within a list


@dataclass(frozen=True)
class InTable:
    """Of a table, and of a cell of it. `annex`: None in the body."""

    annex: int | None
    block: int
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True)
class Limits:
    """Of the figures of a column: `unit` that stands in its heading; counts are whole."""

    unit: str = ""
    is_whole: bool = False
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class Sentence:
    """`part`: the headings above it, without their numbers. `key`: the same in each document that says the same of
    other numbers. A cell of a table is one figure and no words; `limits`: of its column."""

    key: str
    part: tuple[str, ...]
    at: Address | InTable
    paragraph: Paragraph
    limits: Limits = Limits()

    @property
    def is_cell(self) -> bool:
        return isinstance(self.at, InTable)

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(run for run in self.paragraph.runs if isinstance(run, Figure))


def unnumbered(heading: str) -> str:
    return NUMERAL.sub("", heading)


def sentences_of(document: Document, *, year: int) -> Iterator[Sentence]:
    """Of the body, in their order. `year`: of the report, so that those of another year are found again."""
    seen: dict[tuple, int] = {}
    for part, at, paragraph in _paragraphs(document.blocks):
        same = (tuple(of_any_year(title, year) for title in part), of_any_year(words_alone(paragraph), year))
        seen[same] = seen.get(same, 0) + 1
        written = "\n".join([*same[0], same[1], str(seen[same])])
        yield Sentence(hashlib.sha256(written.encode()).hexdigest()[:KEY_LENGTH], part, at, paragraph)


def words_alone(paragraph: Paragraph) -> str:
    return "".join(run if isinstance(run, str) else "\0" for run in paragraph.runs)


def of_any_year(text: str, year: int) -> str:
    for step in (-1, 0, 1):
        text = re.sub(rf"\b{year + step}\b", f"{{{step}}}", text)
    return text


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[tuple[tuple[str, ...], Address, Paragraph]]:
    part: tuple[str, ...] = ()
    for number, block in enumerate(blocks):
        match block:
            case Heading():
                part = (*part[: block.level - 1], unnumbered(block.text))
            case Paragraph():
                yield part, (number, None), block
            case BulletList():
                yield from ((part, (number, place), item) for place, item in enumerate(block.items))


def with_paragraphs(document: Document, changed: Mapping[Address, Paragraph]) -> Document:
    blocks = [
        BulletList(tuple(changed.get((number, place), item) for place, item in enumerate(block.items)))
        if isinstance(block, BulletList)
        else changed.get((number, None), block)
        for number, block in enumerate(document.blocks)
    ]
    return replace(document, blocks=tuple(blocks))


@dataclass(frozen=True)
class HandFigure:
    """One figure of a sentence as the office prints it; empty where it leaves it out. `why` is never empty."""

    written: str
    why: str


@dataclass(frozen=True)
class Wording:
    """A sentence in the office's words. `runs`: words, and figures by their places in the computed sentence; `by_hand`:
    those printed otherwise than computed; `why`: the reason for other numbers among the words."""

    runs: tuple[str | int, ...]
    by_hand: Mapping[int, HandFigure]
    why: str = ""

    def of(self, paragraph: Paragraph) -> Paragraph:
        """The computed sentence in these words, with its own newest figures."""
        figures = [run for run in paragraph.runs if isinstance(run, Figure)]
        return Paragraph(
            tuple(
                run if isinstance(run, str) else self._figure(figures[run], self.by_hand.get(run))
                for run in self.runs
                if isinstance(run, str) or run not in self.by_hand or self.by_hand[run].written
            )
        )

    def fits(self, paragraph: Paragraph) -> bool:
        """Whether the sentence has all figures that the wording speaks of."""
        count = sum(isinstance(run, Figure) for run in paragraph.runs)
        return all(place < count for place in (*self.by_hand, *(run for run in self.runs if isinstance(run, int))))

    @property
    def leaves_out(self) -> bool:
        """Whether a figure of the computed sentence is not printed at all."""
        return any(not hand.written for hand in self.by_hand.values())

    @property
    def is_of_its_own_time(self) -> bool:
        """Whether a reason that was given for it holds for no other period."""
        return self.leaves_out or bool(self.why)

    def carried(self, *, year: int, to: int) -> "Wording":
        """The words alone, said of another year; every figure is printed as it is computed there."""
        years = re.compile(rf"\b(?:{year - 1}|{year}|{year + 1})\b")

        def moved(run: str) -> str:
            return years.sub(lambda found: str(int(found.group()) + to - year), run)

        return Wording(tuple(moved(run) if isinstance(run, str) else run for run in self.runs), {})

    @staticmethod
    def _figure(figure: Figure, hand: HandFigure | None) -> Figure:
        if hand is None or hand.written == plain(figure.text):
            return figure
        return replace(figure, printed=hand.written, unit="", computed=figure.text, why=hand.why)


def plain(text: str) -> str:
    """As it is compared with what a person typed."""
    return squash(for_paper(text))


def in_brackets(runs: tuple[Run, ...]) -> str:
    """As a person is given it to word: each figure in brackets; brackets that are words are doubled."""
    return "".join(
        run.replace("[", "[[").replace("]", "]]") if isinstance(run, str) else f"[{plain(run.text)}]" for run in runs
    )


class WordingFault(StrEnum):
    EMPTY = "empty"
    BRACKET = "bracket"
    UNKNOWN = "unknown"
    WITHOUT_REASON = "without_reason"
    NUMBERS_WITHOUT_REASON = "numbers_without_reason"
    NOT_A_FIGURE = "not_a_figure"
    NOT_A_COUNT = "not_a_count"
    NOT_A_SHARE = "not_a_share"
    NO_NUMBER = "no_number"
    NO_COUNT = "no_count"


class NotWorded(Exception):
    """Why what was typed is no wording of the sentence; `said`: the figure or the words it is about; `place`: that of
    the figure."""

    def __init__(self, fault: WordingFault, said: str = "", place: int | None = None):
        super().__init__(fault)
        self.fault, self.said, self.place = fault, said, place


@dataclass(frozen=True)
class _Typed:
    """What stands in brackets."""

    text: str


def worded(
    text: str, paragraph: Paragraph, *, whys: Mapping[int, str], known: Mapping[int, HandFigure] | None = None
) -> Wording:
    """What was typed, with each figure found again by what it says, or said since it was changed by hand (`known`, by
    place). What stands in brackets and is none of them is one of those that are gone, changed by hand, in their order;
    one that is gone without another is left out. `whys`: the reasons given, by place; raises `NotWorded` where one
    lacks."""
    figures = [plain(run.text) for run in paragraph.runs if isinstance(run, Figure)]
    pieces = list(_pieces(text))
    if not "".join(piece if isinstance(piece, str) else piece.text for piece in pieces).strip():
        raise NotWorded(WordingFault.EMPTY)
    written = {place: hand.written for place, hand in (known or {}).items()}
    free = list(range(len(figures)))
    places: dict[int, int] = {}
    for says in (dict(enumerate(figures)), written):
        for at, piece in enumerate(pieces):
            if isinstance(piece, _Typed) and at not in places:
                found = next((place for place in free if says.get(place) == piece.text), None)
                if found is not None:
                    free.remove(found)
                    places[at] = found
    for at, piece in enumerate(pieces):
        if isinstance(piece, _Typed) and at not in places:
            if not free:
                raise NotWorded(WordingFault.UNKNOWN, piece.text)
            places[at] = free.pop(0)
    by_hand = {
        place: HandFigure(piece.text, whys.get(place, "").strip())
        for at, place in places.items()
        if isinstance(piece := pieces[at], _Typed) and piece.text != figures[place]
    }
    by_hand |= {place: HandFigure("", whys.get(place, "").strip()) for place in free}
    for place in sorted(by_hand):
        if not by_hand[place].why:
            raise NotWorded(WordingFault.WITHOUT_REASON, figures[place], place)
    runs = (places[at] if isinstance(piece, _Typed) else piece for at, piece in enumerate(pieces))
    return Wording(tuple(run for run in runs if run != ""), by_hand)


def _pieces(text: str) -> Iterator[str | _Typed]:
    """Words and what stands in brackets, in turn; the ends carry no blanks."""
    text = squash(for_paper(text))
    words, end = "", 0
    for found in PIECE.finditer(text):
        words += text[end : found.start()]
        end = found.end()
        if found.group() in ("[[", "]]"):
            words += found.group()[0]
        elif found.group(1) is None:
            raise NotWorded(WordingFault.BRACKET, text[max(0, found.start() - 20) : found.end() + 20])
        else:
            yield words
            yield _Typed(found.group(1).strip())
            words = ""
    yield words + text[end:]
