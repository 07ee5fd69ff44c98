"""What a person asked of the register."""

import re
from dataclasses import dataclass, fields
from datetime import date

from emulation.core.period import Period

BORNE_BY_NOBODY = "?"
WITH_UNITS = "co"  # as the address of the register says it
NUMBER = re.compile(r"(?:số\s+)?(\d\S*)", re.IGNORECASE)
AROUND_A_SIGN = re.compile(r"\s*([/-])\s*")
BARRED, PLAIN = "đĐ", "DD"
CAPITALS = str.maketrans("abcdefghijklmnopqrstuvwxyz" + BARRED, "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + PLAIN)


def decision_key(text: str) -> str:
    """The beginning of a decision's number: one word that begins with a digit ("1240/QĐ-UBND", "số 1240"), without
    regard to capitals and to the bar of Đ; empty where the text is none, but a piece of a name."""
    found = NUMBER.fullmatch(AROUND_A_SIGN.sub(r"\1", text.strip()))
    return found[1].translate(CAPITALS) if found else ""


@dataclass(frozen=True)
class RegisterFilter:
    """Ids and terms; an empty value asks for everything. `name_key` is a search key, or `BORNE_BY_NOBODY` where
    something that was asked cannot be read; `decision_key`: how the decision's number begins; `period` is of decision
    dates; `with_units`: the organisation and the units beneath it."""

    name_key: str = ""
    organisation: int | None = None
    cluster: int | None = None
    report_line: int | None = None
    level: str = ""
    subject_kind: str = ""
    way: str = ""
    target_group: str = ""
    period: Period = Period()
    with_units: bool = False
    decision_key: str = ""

    @property
    def is_empty(self) -> bool:
        return self == RegisterFilter()

    def as_json(self) -> dict:
        """For work that is done later: `from_json` gives the same question back."""
        plain = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "period"}
        ends = (self.period.start, self.period.end)
        return {**plain, "period": [day and day.isoformat() for day in ends]}

    @classmethod
    def from_json(cls, kept: dict) -> "RegisterFilter":
        start, end = (day and date.fromisoformat(day) for day in kept["period"])
        return cls(**{**kept, "period": Period(start, end)})

    @property
    def signature(self) -> str:
        """The same for the same question, for cursors that are good for one question only."""
        return "|".join(str(getattr(self, field.name)) for field in fields(self))
