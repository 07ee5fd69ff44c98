"""What stands in a cell that says nothing of its own: ditto marks, and signs for nothing. Pure."""

from functools import lru_cache

from awards.rows.rules.fields import Field
from emulation.core.text import accent_key

LONGEST = 12
DITTO = frozenset({"nt", "n/t", "như trên", "nhu tren", '"', "''", "”", "“", "〃", "″", "//", "\\\\"})
NOTHING = frozenset(
    {"", "#", "x", "/", "\\", "…", "không", "khong", "không có", "khong co", "ko", "chưa có", "chua co", "n/a", "na"}
)
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
def says_nothing(text: str) -> bool:
    """ "-", "chưa có", "x" where no mark is asked."""
    return len(text) <= LONGEST and accent_key(text).strip(AROUND) in NOTHING
