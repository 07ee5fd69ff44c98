"""PDF by typst: archival and accessible (PDF/A-2a, PDF/UA-1), the same bytes every time.

The document goes in as JSON and is shown as strings; no markup is ever built from it.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import typst

from emulation.core.paper import set_whole
from reports.document import render as page
from reports.document.render import charts
from reports.document.render.fonts import family, fonts
from reports.document.rules.document import Block, BulletList, Chart, Document, Heading, Paragraph, Table
from reports.document.rules.wording import printable

TEMPLATE = Path(__file__).with_name("report.typ")
STANDARDS = ["a-2a", "ua-1"]


def render(document: Document) -> bytes:
    moment = datetime(document.as_of.year, document.as_of.month, document.as_of.day, tzinfo=UTC)
    return compiled(TEMPLATE, _document(document), format="pdf", pdf_standards=STANDARDS, timestamp=moment)


def picture(chart: Chart, *, pixels_per_inch: int = 220) -> bytes:
    """The chart alone as PNG, for formats that cannot hold SVG."""
    return compiled(TEMPLATE, {"picture": _block(chart)}, format="png", ppi=pixels_per_inch)


def compiled(template: Path, content: dict, **options) -> bytes:
    """The content set by the template in the house's letters, on this machine's none."""
    inputs = {"content": json.dumps(_clean({"family": family(), **content}), ensure_ascii=False)}
    return typst.compile(str(template), font_paths=fonts(), ignore_system_fonts=True, sys_inputs=inputs, **options)


def _clean(value):
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return set_whole(printable(value)) if isinstance(value, str) else value


def _document(document: Document) -> dict:
    return {
        "title": document.title,
        "identifier": document.identifier,
        "created": [document.as_of.year, document.as_of.month, document.as_of.day],
        "nation": page.NATION,
        "motto": page.MOTTO,
        "superior": document.letterhead.superior,
        "issuer": document.letterhead.issuer,
        "number": document.number_line,
        "draft": document.draft,
        "day": document.day_line,
        "kind": document.kind,
        "subject": document.subject,
        "blocks": [_block(block) for block in document.body],
        "check": document.check_line,
        "recipients_heading": page.RECIPIENTS,
        "recipients": document.recipient_lines,
        "signature": document.signature.lines,
        "signer": document.signature.name,
        "signers": [
            {"lines": one.lines, "name": one.name, "by_hand": one.by_hand, "note": one.note} for one in document.signers
        ],
        "annexes": [
            {
                "number": annex.number,
                "title": annex.title,
                "attached": document.attachment_line(annex),
                "landscape": annex.landscape,
                "blocks": [_block(block) for block in annex.blocks],
            }
            for annex in document.annexes
        ],
    }


def _block(block: Block) -> dict:
    match block:
        case Heading():
            return {"is": "heading", "level": block.level, "text": block.text}
        case Paragraph():
            said = {"text": block.text, "introduces": block.introduces, "style": block.style, "lead": block.lead}
            return {"is": "paragraph"} | said
        case BulletList():
            return {"is": "list", "items": [item.text for item in block.items]}
        case Chart():
            picture = charts.svg(block, font_family=family())
            return {
                "is": "chart",
                "title": block.title,
                "unit": block.unit,
                "description": f"{block.title}. {block.description}",
                "svg": picture,
            }
        case Table():
            return {
                "is": "table",
                "caption": block.caption,
                "note": block.note,
                "number_row": block.number_row,
                "groups": block.groups,
                "columns": [
                    {
                        "heading": column.heading,
                        "weight": column.weight,
                        "align": column.alignment,
                        "grouped": bool(column.group),
                    }
                    for column in block.columns
                ],
                "rows": [
                    {
                        "style": row.style,
                        "cells": [column.text(cell) for column, cell in zip(block.columns, row.cells, strict=False)],
                    }
                    for row in block.rows
                ],
            }
    raise TypeError(f"not a block: {block!r}")
