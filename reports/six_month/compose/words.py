"""Words and small pieces of every part of the report. It is Vietnamese by law, so nothing here is translated."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Protocol
from urllib.parse import urlencode

from awards.catalogue.rules.terms import SubjectKind, TargetGroup, Way
from clusters.membership.rules.half_years import WHOLE_YEAR, Days, span
from emulation.core.dates import format_date
from emulation.core.period import Period
from reports.document.rules.document import Figure
from reports.six_month.material.collect import Material, Member
from reports.six_month.rules import CountedHonours

SUBJECTS = {
    SubjectKind.COLLECTIVE: "Tập thể",
    SubjectKind.INDIVIDUAL: "Cá nhân",
    SubjectKind.HOUSEHOLD: "Hộ gia đình",
}
WAYS = {
    Way.REGULAR: "Thường xuyên",
    Way.THEMATIC: "Chuyên đề",
    Way.UNSCHEDULED: "Đột xuất",
    Way.DIPLOMATIC: "Đối ngoại",
    Way.SERVICE: "Cống hiến",
    Way.TENURE: "Niên hạn",
    Way.RESISTANCE: "Kháng chiến",
}
GROUPS = {
    TargetGroup.SENIOR_EXECUTIVE: "Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên",
    TargetGroup.DEPARTMENT_EXECUTIVE: "Lãnh đạo cấp vụ, sở, ngành và tương đương",
    TargetGroup.ENTREPRENEUR: "Doanh nhân",
    TargetGroup.OTHER_EXECUTIVE: "Các cấp lãnh đạo khác từ phó phòng trở lên",
    TargetGroup.DIRECT_WORKER: "Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu",
}
HALVES = {1: "6 tháng đầu năm", 2: "6 tháng cuối năm", WHOLE_YEAR: "năm"}
YEARS_BEFORE = {1: "cùng kỳ năm trước", 2: "cùng kỳ năm trước", WHOLE_YEAR: "năm trước"}
DAYS = {
    Days.CALENDAR: "Kỳ báo cáo tính theo năm dương lịch.",
    Days.CUT_OFF: "Kỳ báo cáo tính theo thời gian chốt số liệu của chế độ báo cáo định kỳ (Nghị định số "
    "09/2019/NĐ-CP): 6 tháng đầu năm từ ngày 15/12 năm trước đến ngày 14/6, cả năm đến ngày 14/12.",
}
OTHER_DAYS = {Days.CALENDAR: "theo năm dương lịch", Days.CUT_OFF: "theo ngày chốt số liệu báo cáo định kỳ"}
UNKNOWN_GROUP = "Chưa phân loại nhóm đối tượng"


def period_of(material: Material, year: int | None = None) -> str:
    """The period as paper says it, or the same one of another year."""
    return f"{HALVES[material.half]} {material.year if year is None else year}"


class ToldHonours(Protocol):
    """A material, as far as honours counted in it are told. `register_filters`: those that leave exactly its bodies;
    empty where the register has none, so that no figure opens its rows."""

    @property
    def counted(self) -> CountedHonours: ...

    @property
    def before(self) -> CountedHonours: ...

    @property
    def lines(self) -> tuple[tuple[str, str], ...]: ...

    @property
    def period(self) -> Period: ...

    @property
    def year(self) -> int: ...

    @property
    def half(self) -> int: ...

    @property
    def days(self) -> Days: ...

    @property
    def register_filters(self) -> Mapping[str, str | int]: ...


def lines_present(material: ToldHonours, counted: CountedHonours):
    """Report lines that occur, in their order."""
    present = counted.by("line")
    return [(code, name) for code, name in material.lines if code in present]


def once(members: tuple[Member, ...]) -> list[Member]:
    """A member that left and came back stands once."""
    return list({member.id: member for member in members}.values())


def figure(material: ToldHonours, value: int, unit: str = "", **filters) -> Figure:
    """A count that opens its rows in the register; nothing opens behind a zero."""
    return Figure(value, unit=unit, source=source_of(material, **filters) if value else "")


def source_of(material: ToldHonours, **filters) -> str:
    """The register's filters that open the rows behind a figure."""
    return _source(material, material.period, filters)


def figure_before(material: ToldHonours, value: int, unit: str = "", **filters) -> Figure:
    """A count of the same period of the year before, with its rows."""
    before = span(material.year - 1, material.half, material.days)
    return Figure(value, unit=unit, source=_source(material, before, filters) if value else "")


def of_organisation(material: ToldHonours, organisation: int) -> str:
    """The rows of one of its bodies."""
    return urlencode({"don-vi": organisation, **_days(material.period)})


def _source(material: ToldHonours, period: Period, filters: Mapping[str, str | int]) -> str:
    bodies = material.register_filters
    return urlencode({**bodies, **_days(period), **filters}) if bodies else ""


def _days(period: Period) -> dict[str, str]:
    return {"tu": format_date(period.start), "den": format_date(period.last_day)}


def percent(numerator: int, denominator: int) -> Decimal | None:
    """Percent points for a column whose heading bears the sign; None where there is nothing to divide by."""
    return Decimal(numerator) * 100 / Decimal(denominator) if denominator else None


def joined(parts):
    for place, part in enumerate(parts):
        if place:
            yield "; "
        yield part
