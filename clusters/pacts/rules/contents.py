"""What is signed, as one text that always comes out the same, and its checksum. Pure."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date


@dataclass(frozen=True)
class Contents:
    """`commitments`: (section, text, measure, unit, source, ISO day of the check); `campaigns`: names; `targets`:
    (code of the indicator, code of the member, kind, text, origin, paper). Order counts where the page shows one:
    commitments. Everything else is sorted."""

    cluster: str
    year: int
    number: int
    legal_bases: tuple[str, ...]
    preamble: str
    place: str
    dated: date | None
    why: str
    commitments: tuple[tuple[str, ...], ...]
    campaigns: tuple[str, ...]
    targets: tuple[tuple[str, ...], ...]


def checksum(contents: Contents) -> str:
    """SHA-256, in hexadecimal, of the contents as JSON with sorted keys in UTF-8."""
    written = asdict(contents) | {
        "dated": contents.dated.isoformat() if contents.dated else None,
        "campaigns": sorted(contents.campaigns),
        "targets": sorted(contents.targets),
    }
    text = json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def bases_of(text: str) -> tuple[str, ...]:
    """One a line."""
    return tuple(_lines(text.splitlines()))


def _lines(lines: Iterable[str]) -> Iterable[str]:
    return (line.strip() for line in lines if line.strip())
