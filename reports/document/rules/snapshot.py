"""A Document as JSON and back, without loss: what a report said stays said, whatever the register says later. Pure."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

from reports.document.rules import document as paper

KINDS = {
    kind.__name__: kind
    for kind in (
        paper.Annex,
        paper.BulletList,
        paper.Chart,
        paper.Column,
        paper.Document,
        paper.Figure,
        paper.Heading,
        paper.Letterhead,
        paper.Paragraph,
        paper.Row,
        paper.Signature,
        paper.Table,
    )
}


def freeze(value):
    """Dataclasses as {"is": name, field: …}, tuples as lists, Decimal and date marked."""
    if is_dataclass(value):
        return {"is": type(value).__name__} | {
            field.name: freeze(getattr(value, field.name))
            for field in fields(value)
            if not (field.metadata.get("later") and getattr(value, field.name) == field.default)
        }
    if isinstance(value, tuple | list):
        return [freeze(each) for each in value]
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return value


def thaw(value):
    if isinstance(value, list):
        return tuple(thaw(each) for each in value)
    if isinstance(value, dict):
        if "decimal" in value:
            return Decimal(value["decimal"])
        if "date" in value:
            return date.fromisoformat(value["date"])
        kind = KINDS[value["is"]]
        return kind(**{name: thaw(each) for name, each in value.items() if name != "is"})
    return value


def checksum(frozen) -> str:
    return hashlib.sha256(json.dumps(frozen, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
