"""The document of a draft as its data give it, in the office's words: what was changed by hand is told at the end,
where the report says what its figures count. Pure; Vietnamese by law."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from emulation.core.dates import format_document_date
from reports.document.rules.cells import with_figures, worded_places
from reports.document.rules.document import Block, BulletList, Document, Heading, Paragraph
from reports.document.rules.hand_figures import said_beside
from reports.document.rules.numbers import is_of_other_numbers
from reports.document.rules.sentences import (
    HandFigure,
    InTable,
    Sentence,
    Wording,
    plain,
    unnumbered,
    with_paragraphs,
)

NOTES = "GHI CHÚ VỀ SỐ LIỆU"
BY_HAND = "Số do cơ quan lập báo cáo ghi khác số tính từ dữ liệu:"
NO_REASON = "không nêu (câu sửa từ trước khi phải nêu lý do)"
UPDATED = "Lấy theo số liệu mới hơn số liệu của các phần khác:"


@dataclass(frozen=True)
class Update:
    """A place brought up to newer data, while the rest of the draft stands as of its own day. `at`: in Viet Nam, said
    where the newer data are of that same day."""

    part: str
    told: str
    day: date
    at: time | None = None


def dressed(
    document: Document, wordings: Mapping[str, Wording], *, year: int, updates: Sequence[Update] = ()
) -> Document:
    """`wordings`: by the keys of sentences and cells; one whose place the document no longer has is not in it."""
    found = worded_in(document, wordings, year=year)
    said = [(sentence.at, _said(sentence, wording, year)) for sentence, wording in found]
    worded = with_paragraphs(document, {at: paragraph for at, paragraph in said if not isinstance(at, InTable)})
    worded = with_figures(worded, {at: paragraph for at, paragraph in said if isinstance(at, InTable)})
    notes = [*_by_hand(found, year), *_updated(updates)]
    return _with_notes(worded, notes) if notes else worded


def worded_in(document: Document, wordings: Mapping[str, Wording], *, year: int) -> list[tuple[Sentence, Wording]]:
    return [
        (sentence, wordings[sentence.key])
        for sentence in worded_places(document, year=year)
        if sentence.key in wordings and wordings[sentence.key].fits(sentence.paragraph)
    ]


def _said(sentence: Sentence, wording: Wording, year: int) -> Paragraph:
    """As it is printed; one whose words hold other numbers than computed keeps how it was computed, and why."""
    said = wording.of(sentence.paragraph)
    if not is_of_other_numbers(wording, sentence.paragraph, year=year):
        return said
    return replace(said, computed=sentence.paragraph.text, why=wording.why or NO_REASON)


def _by_hand(found: Sequence[tuple[Sentence, Wording]], year: int) -> list[Block]:
    items = [
        _changed(sentence, plain(sentence.figures[place].text), hand)
        for sentence, wording in found
        for place, hand in sorted(wording.by_hand.items())
        if hand.written != plain(sentence.figures[place].text)
    ]
    items += [
        f"{named_part(sentence.part)}: ghi “{plain(said.text)}”, câu tính từ dữ liệu là “{plain(said.computed)}”; "
        f"lý do: {said.why.rstrip('.')}."
        for sentence, wording in found
        if (said := _said(sentence, wording, year)).computed
    ]
    return [Paragraph.of(BY_HAND), BulletList.of(*items)] if items else []


def _changed(sentence: Sentence, computed: str, hand: HandFigure) -> str:
    return f"{named_part(sentence.part)}: {said_beside(hand.written, computed, hand.why)}"


def named_part(part: Sequence[str]) -> str:
    """By the innermost heading, in the case of a sentence."""
    title = part[-1] if part else "Phần đầu báo cáo"
    return f"{title[:1]}{title[1:].lower()}" if title == title.upper() else title


def _updated(updates: Sequence[Update]) -> list[Block]:
    items = [f"{one.part}: số liệu đến {_moment(one)} ({one.told})." for one in updates]
    return [Paragraph.of(UPDATED), BulletList.of(*items)] if items else []


def _moment(update: Update) -> str:
    day = f"ngày {format_document_date(update.day)}"
    return f"{update.at.hour} giờ {update.at.minute:02d} {day}" if update.at else day


def _with_notes(document: Document, notes: list[Block]) -> Document:
    """Before the last words, which end the report."""
    *before, last = document.blocks
    if not any(isinstance(block, Heading) and unnumbered(block.text) == NOTES for block in before):
        notes = [Heading(1, NOTES), *notes]
    return replace(document, blocks=(*before, *notes, last))
