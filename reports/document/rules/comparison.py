"""Two versions of one document: what differs, block by block, and one made of both. Pure.

Numbers of headings, tables and annexes are no difference, nor is the day up to which the two were counted: they follow
from what stands before them, and from what was taken.
"""

import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import count, groupby

from emulation.core.dates import format_document_date
from reports.document.rules.document import Annex, Block, BulletList, Chart, Document, Heading, Paragraph, Table
from reports.document.rules.sentences import KEY_LENGTH, NUMERAL, unnumbered, words_alone
from reports.document.rules.snapshot import freeze

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
TABLE = "Bảng "
ANNEX = "Phụ lục"
SUBJECT = "Trích yếu"


@dataclass(frozen=True)
class Piece:
    """A block, or one item of a list, with the headings above it, without their numbers."""

    part: tuple[str, ...]
    block: Block | Annex
    is_item: bool = False


@dataclass(frozen=True)
class Change:
    """What stands in one place of the old version and of the new one; empty where it is in one of them only. `key`
    names it by what it says, so that another change of the same place is another one."""

    key: str
    part: tuple[str, ...]
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


def is_of_the_same_hand(old: Document, new: Document) -> bool:
    """Whether both are issued, signed and sent alike; else one is not brought up to the other."""
    return _issued(old) == _issued(new)


def _issued(document: Document):
    return (document.kind, document.letterhead, document.symbol, document.signature.lines, document.recipients)


def changes(old: Document, new: Document) -> tuple[Change, ...]:
    return tuple(found for found in _compared(old, new) if isinstance(found, Change))


def merged(old: Document, new: Document, taken: Collection[str]) -> Document:
    """The old one, with those changes of the new one whose keys are `taken`."""
    subject, blocks, annexes = old.subject, [], []
    for found in _compared(old, new):
        pieces = (found.new if found.key in taken else found.old) if isinstance(found, Change) else (found,)
        for piece in pieces:
            if piece.part == (SUBJECT,) and isinstance(piece.block, Paragraph):
                subject = piece.block.text
            elif isinstance(piece.block, Annex):
                annexes.append(piece.block)
            else:
                blocks.append(piece)
    return replace(old, subject=subject, blocks=numbered(_joined(blocks)), annexes=_numbered_annexes(annexes))


def _compared(old: Document, new: Document) -> Iterator[Piece | Change]:
    """In the order of the text: what both say, as the old one has it, and what differs."""
    days = format_document_date(old.as_of), format_document_date(new.as_of)
    yield from _aligned([_subject(old)], [_subject(new)], days)
    yield from _aligned(list(_pieces(old.blocks)), list(_pieces(new.blocks)), days)
    before, after = ([Piece((ANNEX, annex.title), annex) for annex in each.annexes] for each in (old, new))
    yield from _aligned(before, after, days)


def _subject(document: Document) -> Piece:
    return Piece((SUBJECT,), Paragraph.of(document.subject))


def _pieces(blocks: tuple[Block, ...]) -> Iterator[Piece]:
    part: tuple[str, ...] = ()
    for block in blocks:
        if isinstance(block, Heading):
            part = (*part[: block.level - 1], unnumbered(block.text))
        if isinstance(block, BulletList):
            yield from (Piece(part, item, is_item=True) for item in block.items)
        else:
            yield Piece(part, block)


def _aligned(old: list[Piece], new: list[Piece], days: tuple[str, str]) -> Iterator[Piece | Change]:
    before, after = ([_name(piece, day) for piece in pieces] for pieces, day in zip((old, new), days, strict=True))
    for _tag, i, to_i, j, to_j in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if to_i - i == to_j - j:
            for was, now in zip(old[i:to_i], new[j:to_j], strict=True):
                yield was if _said(was, days[0]) == _said(now, days[1]) else _change((was,), (now,))
        else:
            yield _change(tuple(old[i:to_i]), tuple(new[j:to_j]))


def _change(old: tuple[Piece, ...], new: tuple[Piece, ...]) -> Change:
    said = json.dumps([[freeze(piece.block) for piece in each] for each in (old, new)], sort_keys=True)
    part = (old or new)[0].part
    return Change(hashlib.sha256(f"{part}{said}".encode()).hexdigest()[:KEY_LENGTH], part, old, new)


def _name(piece: Piece, day: str) -> tuple:
    """By what it is found again in the other version: its part, and its words without figures."""
    match piece.block:
        case Paragraph():
            words = words_alone(piece.block).replace(day, "") if piece.part != (SUBJECT,) else ""
        case Heading():
            words = unnumbered(piece.block.text)
        case Table():
            words = caption_alone(piece.block)
        case Chart():
            words = piece.block.unit
        case _:
            words = ""
    return piece.part, type(piece.block).__name__, piece.is_item, words


def _said(piece: Piece, day: str) -> str:
    block = piece.block
    match block:
        case Heading():
            block = replace(block, text=unnumbered(block.text))
        case Table():
            block = replace(block, caption=caption_alone(block))
        case Annex():
            block = replace(block, number="", attached_to="")
    return json.dumps(freeze(block), sort_keys=True, ensure_ascii=False).replace(day, "")


def caption_alone(table: Table) -> str:
    """Bảng 3. Khen thưởng theo cấp → Khen thưởng theo cấp."""
    first, parted, rest = table.caption.partition(". ")
    return rest if parted and first.startswith(TABLE) and first.removeprefix(TABLE).isdigit() else table.caption


def _joined(pieces: list[Piece]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for is_item, together in groupby(pieces, key=lambda piece: piece.is_item):
        if is_item:
            blocks.append(BulletList(tuple(one.block for one in together if isinstance(one.block, Paragraph))))
        else:
            blocks.extend(one.block for one in together if not isinstance(one.block, Annex))
    return tuple(blocks)


def numbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Headings and tables that bear a number, counted anew."""
    tables, found = count(1), []
    parts, titles = count(), count(1)
    for block in blocks:
        if isinstance(block, Heading) and NUMERAL.match(block.text):
            if block.level == 1:
                block, titles = replace(block, text=f"{ROMAN[next(parts)]}. {unnumbered(block.text)}"), count(1)
            elif block.level == 2:
                block = replace(block, text=f"{next(titles)}. {unnumbered(block.text)}")
        elif isinstance(block, Table) and caption_alone(block) != block.caption:
            block = replace(block, caption=f"{TABLE}{next(tables)}. {caption_alone(block)}")
        found.append(block)
    return tuple(found)


def _numbered_annexes(annexes: list[Annex]) -> tuple[Annex, ...]:
    if len(annexes) < 2:
        return tuple(replace(annex, number=ANNEX) for annex in annexes)
    return tuple(replace(annex, number=f"{ANNEX} {ROMAN[at]}") for at, annex in enumerate(annexes))
