"""Certificates before they have a file format. Pure and frozen; Vietnamese by law. Where their parts stand is in
millimetres from the upper left corner."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Printing(StrEnum):
    """What is printed: all of it on bare paper; on a blank what it lacks; a page that shows where that will stand."""

    WHOLE = "whole"
    BLANK = "blank"
    TEST = "test"


@dataclass(frozen=True)
class CertificateSheet:
    """`kind` and `conferrer` in capitals ("BẰNG KHEN", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …"); `beside`: post and unit;
    `signs_as`: lines in capitals; `picture`: the QR code as SVG, empty where none is printed; `says`: what the picture
    says, for who cannot see it."""

    kind: str
    conferrer: str
    name: str
    beside: str
    reason: str
    decision: str
    day: str
    signs_as: tuple[str, ...]
    signer: str
    code: str
    picture: str = ""
    says: str = ""


@dataclass(frozen=True)
class Certificates:
    """`at`: {part: its upper edge}; `scale`: how much larger than A4 the paper is; `right`, `down`: by how much the
    printing is moved, on blanks only. `as_of`: the only day a file carries as created."""

    title: str
    issuer: str
    identifier: str
    as_of: date
    printing: Printing
    width: float
    height: float
    right: float
    down: float
    scale: float
    at: dict[str, float]
    heights: dict[str, float]
    sheets: tuple[CertificateSheet, ...]
