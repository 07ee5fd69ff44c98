"""What a person asked of the register."""

from dataclasses import dataclass, fields
from datetime import date

from emulation.core.period import Period

BORNE_BY_NOBODY = "?"
WITH_UNITS = "co"  # as the address of the register says it


@dataclass(frozen=True)
class RegisterFilter:
    """Ids and terms; an empty value asks for everything. `name_key` is a search key, or `BORNE_BY_NOBODY` where what
    was typed holds no letter and no digit; `period` is of decision dates; `with_units`: the organisation and the
    units beneath it."""

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
