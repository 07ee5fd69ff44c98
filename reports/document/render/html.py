"""The same document as a fragment of a page: headings, tables with caption and scope, charts as inline SVG.

Everything is escaped by the template. A figure that knows its query is a link where `link_for` gives an address.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from reports.document import render as page
from reports.document.render import charts
from reports.document.rules.differences import column_title, row_name
from reports.document.rules.document import (
    Block,
    BulletList,
    Cell,
    Chart,
    Column,
    Document,
    Figure,
    Heading,
    Paragraph,
    Table,
)
from reports.document.rules.sentences import Address, InTable

Link = Callable[[str], str | None]


@dataclass(frozen=True)
class Way:
    """Beside a sentence, to where it is worded. `key`: names the sentence on the page; `mark`: what was done to it by
    hand, in words."""

    key: str
    url: str
    label: str
    mark: str = ""
    is_in_place: bool = True


Place = Address | InTable
Ways = Mapping[Place, Way]
HEADING, ANNEX = "muc-%d", "phu-luc-%d"


def render(
    document: Document,
    *,
    link_for: Link = lambda source: None,
    top_level: int = 2,
    ways: Ways | None = None,
) -> SafeString:
    """`link_for(source)`: the address of the rows behind a figure, or None. `top_level`: the heading of the title.
    `ways`: beside sentences of the body, beneath tables and beside their figures."""
    shown = _Shown(link_for, top_level, ways or {})
    context = {
        "document": document,
        "nation": page.NATION,
        "motto": page.MOTTO,
        "recipients_heading": page.RECIPIENTS,
        "title_tag": f"h{top_level}",
        "annex_tag": f"h{top_level + 1}",
        "blocks": shown.body(document.body),
        "annexes": [
            {
                "annex": annex,
                "attached": document.attachment_line(annex),
                "blocks": shown.blocks(annex.blocks, number),
                "id": ANNEX % (number + 1),
            }
            for number, annex in enumerate(document.annexes)
        ],
    }
    return render_to_string("reports/document/document.html", context)


@dataclass(frozen=True)
class Part:
    """A line of the contents beside a document: a heading of its body, or an annex."""

    text: str
    anchor: str
    level: int = 1


def contents(document: Document, *, deepest: int = 2) -> list[Part]:
    """To the anchors that `render` gives them."""
    headings = [block for block in document.body if isinstance(block, Heading)]
    parts = [Part(one.text, HEADING % number, one.level) for number, one in enumerate(headings, start=1)]
    annexes = [Part(f"{one.number}. {one.title}", ANNEX % n) for n, one in enumerate(document.annexes, start=1)]
    return [one for one in parts if one.level <= deepest] + annexes


class _Shown:
    """Blocks as the template takes them; counts charts and headings, because their ids must differ on one page."""

    def __init__(self, link_for: Link, top_level: int, ways: Ways):
        self.link_for = link_for
        self.top_level = top_level
        self.ways = ways
        self.charts = 0
        self.headings = 0

    def body(self, blocks: tuple[Block, ...]) -> list[dict]:
        shown = self.blocks(blocks)
        for number, each in enumerate(shown):
            each["way"] = self.ways.get((number, None))
            for place, item in enumerate(each.get("items", ())):
                item["way"] = self.ways.get((number, place))
        return shown

    def blocks(self, blocks: tuple[Block, ...], annex: int | None = None) -> list[dict]:
        return [self._block(block, InTable(annex, number)) for number, block in enumerate(blocks)]

    def _block(self, block: Block, at: InTable) -> dict:
        match block:
            case Heading():
                self.headings += 1
                tag = f"h{min(self.top_level + block.level, 6)}"
                return {"is": "heading", "tag": tag, "text": block.text, "id": HEADING % self.headings}
            case Paragraph():
                return {"is": "paragraph", "runs": self._runs(block)}
            case BulletList():
                return {"is": "list", "items": [{"runs": self._runs(item)} for item in block.items]}
            case Chart():
                self.charts += 1
                # charts.svg escapes every text it is given
                picture = mark_safe(charts.svg(block, name=f"chart-{self.charts}"))
                return {"is": "chart", "chart": block, "svg": picture}
            case Table():
                return {
                    "is": "table",
                    "table": block,
                    "heads": _heads(block),
                    "rows": self._rows(block, at),
                    "edit": self.ways.get(at),
                    "by_hand": _by_hand(block),
                }
        raise TypeError(f"not a block: {block!r}")

    def _runs(self, paragraph: Paragraph) -> list[dict]:
        runs: list[dict] = [
            {"text": run} if isinstance(run, str) else self._figure(run, run.text) for run in paragraph.runs
        ]
        if paragraph.computed:
            runs.append({"text": "", "computed": paragraph.computed, "why": paragraph.why, "sentence": True})
        return runs

    def _figure(self, figure: Figure, text: str) -> dict:
        return {
            "text": text,
            "figure": True,
            "link": self.link_for(figure.source) if figure.source else None,
            "computed": figure.computed,
            "why": figure.why,
        }

    def _rows(self, table: Table, place: InTable) -> list[dict]:
        names = table.row_heading
        rows: list[dict] = []
        for number, row in enumerate(table.rows):
            if row.style == "section":
                rows.append({"style": "section", "text": row.cells[0]})
                continue
            cells = [
                {
                    **self._cell(column, cell),
                    "align": column.alignment,
                    "heading": at == names,
                    "way": self.ways.get(replace(place, row=number, column=at)),
                }
                for at, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True))
            ]
            rows.append({"style": row.style, "cells": cells})
        return rows

    def _cell(self, column: Column, cell: Cell) -> dict:
        text = column.text(cell)
        return self._figure(cell, text) if isinstance(cell, Figure) else {"text": text}


def _by_hand(table: Table) -> list[dict]:
    """Figures that the office prints otherwise than computed; beneath the table, for its columns are narrow."""
    return [
        {"row": row_name(table, row), "column": column_title(column), "cell": cell}
        for row in table.rows
        if row.style != "section"
        for column, cell in zip(table.columns, row.cells, strict=True)
        if isinstance(cell, Figure) and cell.computed
    ]


def _heads(table: Table) -> dict:
    """`upper` and `lower` rows of headings: {text, columns, rows, group}; `lower` is empty without groups."""
    upper, lower, at = [], [], 0
    for group, span in table.groups or tuple(("", 1) for _ in table.columns):
        leaves = [{"text": column.heading, "columns": 1, "rows": 1} for column in table.columns[at : at + span]]
        if group:
            upper.append({"text": group, "columns": span, "rows": 1, "group": True})
            lower += leaves
        else:
            upper += [{**leaf, "rows": 2 if table.groups else 1} for leaf in leaves]
        at += span
    return {"upper": upper, "lower": lower}
