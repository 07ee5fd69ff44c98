"""What stands in a cell that says nothing of its own: ditto marks, and signs for nothing. Pure."""

import re
from functools import lru_cache

from awards.rows.rules.fields import Field
from emulation.core.text import accent_key

LONGEST = 16
DITTO = frozenset(
    {
        *("nt", "n/t", "n.t", "như trên", "nhu tren", "như dòng trên", "nhu dong tren", "tương tự", "tuong tu", "idem"),
        *(
            "cùng đơn vị",
            "cung don vi",
            '"',
            '""',
            "''",
            "”",
            "“",
            "“”",
            "“ ”",
            "' '",
            "〃",
            "″",
            "//",
            "\\\\",
            ",,",
            "↓",
        ),
    }
)
NOTHING = frozenset(
    {"", "#", "x", "/", "\\", "…", "không", "khong", "không có", "khong co", "ko", "chưa có", "chua co", "n/a", "na"}
)
OF_ANOTHER_ROW = re.compile(r"(?:như|nhu) (?:stt|tt|số|so|mục|muc|dòng|dong|trên|tren)\b.*[\d(].*")
AROUND = " .-–—_()*"
MAY_BE_ABOVE = frozenset(Field) - {Field.NAME, Field.BIRTH, Field.IDENTITY}
MAY_BE_FILLED = frozenset(
    {
        Field.HONORIFIC,
        Field.POSITION,
        Field.UNIT,
        Field.POSITION_AND_UNIT,
        Field.BIRTH,
        Field.IDENTITY,
        Field.ACHIEVEMENT_YEAR,
        Field.DECISION_NUMBER,
        Field.DECISION_DATE,
        Field.SIGNER_OFFICE,
        Field.CAMPAIGN,
    }
)


@lru_cache(maxsize=4096)
def is_ditto(text: str) -> bool:
    """ "nt", "-nt-", "//": what stands above holds here too."""
    return len(text) <= LONGEST and accent_key(text).strip(AROUND) in DITTO


@lru_cache(maxsize=4096)
def is_of_another_row(text: str) -> bool:
    """ "như STT 1", "như trên (Sở Thử)": what stands in a row that is named holds here too."""
    return bool(OF_ANOTHER_ROW.fullmatch(accent_key(text).strip(" .-–—_*")))


@lru_cache(maxsize=4096)
def says_nothing(text: str) -> bool:
    """ "-", "chưa có", "x" where no mark is asked."""
    return len(text) <= LONGEST and accent_key(text).strip(AROUND) in NOTHING
