"""The kinds of file that a list may come in, and how much of one is read. Pure."""

from enum import StrEnum

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_CELLS = 4_000_000
MOST_TEXT = 96 * 1024 * 1024
ABSURD = 100_000_000


class Kind(StrEnum):
    """The value is the ending that such a file is kept under."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    TEXT = "csv"


def kind_by_start(start: bytes) -> Kind:
    """Of a file that was inspected before; .ods goes by the same reader as .xlsx."""
    if start.startswith(ZIP):
        return Kind.XLSX
    return Kind.XLS if start.startswith(OLE) else Kind.TEXT
