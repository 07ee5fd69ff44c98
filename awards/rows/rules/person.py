"""Who is one and the same person, as far as a row can tell. Pure."""

import hashlib
import re
from datetime import date

from awards.rows.rules.reading import CheckedRow
from emulation.core.text import accent_key

LONGEST_KEY = 400
LONE_Y = re.compile(r"(?<![^\W\d_])(qu|[bcdđghklmnprstvx]+)([yýỳỷỹỵ])(?![^\W\d_])")
AS_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))


def recipient_key_of(row: CheckedRow) -> str:
    """The identity number and the name without accents tell people apart, for a number mistyped or copied down a column
    stands beside many names; without a number name, birth date and unit do; "" is nobody known."""
    if row.identity_digest:
        return f"cccd:{row.identity_digest}|{with_i(row.name_key)}"[:LONGEST_KEY]
    if row.birth_date and row.unit_key and row.name:
        return person_key(row.name, row.birth_date, row.unit_key)
    return ""


def person_key(name: str, birth: date, unit_key: str) -> str:
    """Name, birth date and unit together make one person; accents of the name tell people apart, Lý and Lí do not."""
    key = f"nbu:{with_i(accent_key(name))}|{birth.isoformat()}|{unit_key}"
    return key if len(key) <= LONGEST_KEY else "nbu:" + hashlib.sha256(key.encode()).hexdigest()


def with_i(key: str) -> str:
    """Lý and Lí, quý and quí are one word in two spellings."""
    return LONE_Y.sub(lambda word: word[1] + AS_I[word[2]], key)
