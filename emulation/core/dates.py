"""Days as Vietnamese offices write them. Pure."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from emulation.core.text import squash
from emulation.core.text.look_alikes import folded_signs

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")
MIDNIGHT_IN_WORLD_TIME = (time(16), time(17))
CLOCK = (
    r"(?:(?:T| ?, ?| )(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"(?: ?(?P<half>AM|PM|SA|CH))?(?: ?(?P<zone>Z|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}(?::?\d{2})?))?)?"
)
PLAIN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
DAY_FIRST = re.compile(rf"(?:ngày )?(\d{{1,2}}) ?([/.\-]) ?(\d{{1,2}}) ?\2 ?(\d{{4}}){CLOCK}", re.ASCII | re.IGNORECASE)
YEAR_FIRST = re.compile(rf"(\d{{4}})([/.\-])(\d{{1,2}})\2(\d{{1,2}}){CLOCK}", re.ASCII | re.IGNORECASE)
IN_WORDS = re.compile(r"(?:ngày )?(\d{1,2}) (tháng) (\d{1,2}) năm (\d{4})", re.ASCII | re.IGNORECASE)
FIRST_DAY, LAST_DAY = date(1800, 1, 1), date(2199, 12, 31)
ONLY_A_YEAR = re.compile(r"(?:năm )?((?:1[89]|20|21)\d\d)(?:\.0)?", re.ASCII | re.IGNORECASE)
UNKNOWN = r"(?:[?x]{1,2}|[._…-]{1,4}|0{1,2})"
WITHOUT_A_DAY = re.compile(
    rf"(?:ngày )?(?:{UNKNOWN} ?/ ?(?:{UNKNOWN}|\d{{1,2}})|\d{{1,2}} ?/ ?{UNKNOWN}) ?/ ?((?:1[89]|20|21)\d\d)",
    re.ASCII | re.IGNORECASE,
)
AHEAD = re.compile(r"([+-])(\d{1,2}):?(\d{2})?$", re.ASCII)
HOUR = re.compile(r"(\d{1,2}) ?(?::|h|g|giờ)(?: ?(\d{1,2})(?: ?(?:p|phút))?)?", re.ASCII | re.IGNORECASE)
FORMS = ((DAY_FIRST, (4, 3, 1)), (YEAR_FIRST, (1, 3, 4)), (IN_WORDS, (4, 3, 1)))


class DateError(ValueError):
    """`reason`: not_a_date, out_of_range, only_a_year (then `year` is set), not_an_hour, or which_day (a time that may
    be midnight of the next day in Viet Nam, said in world time); `seen`: what was written."""

    def __init__(self, reason: str, seen: str, year: int | None = None):
        super().__init__(f"{reason}: {seen!r}")
        self.reason = reason
        self.seen = seen
        self.year = year


def parse_date(value: date | datetime | str | int | float) -> date:
    """Day first: "5/3/1975", "05-03-1975", "05.03.1975", "ngày 05 tháng 3 năm 1975"; also "1975-03-05" and dates.

    Of a moment with a zone, "2022-12-30T17:00:00Z", it is the day in Viet Nam: 31/12/2022. Without a zone the time
    behind a day, as spreadsheets write it, is dropped, unless it is the one at which a day begins in Viet Nam by world
    time: then nobody can tell the day. A bare number is never taken for a day, nor is any day before 1800 or after
    2199, whose neighbours a calendar may not have.
    """
    if isinstance(value, datetime):
        return _day_of(value, f"{format_date(value)} {value:%H:%M}")
    if isinstance(value, date):
        return _bounded(value, format_date(value))
    if type(value) is str and (plain := PLAIN.fullmatch(value)):
        try:
            return _bounded(date(int(plain[3]), int(plain[2]), int(plain[1])), value)
        except ValueError as problem:
            if isinstance(problem, DateError):
                raise
            if known := year_without_a_day(value):
                raise DateError("only_a_year", value, known) from problem
            raise DateError("not_a_date", value) from problem
    seen = squash(str(value))
    written = folded_signs(seen)
    if bare := ONLY_A_YEAR.fullmatch(written):
        raise DateError("only_a_year", seen, int(bare[1]))
    for pattern, order in FORMS:
        match = pattern.fullmatch(written)
        if match:
            try:
                day = date(*(int(match[place]) for place in order))
                return _day_of(_moment(day, match.groupdict()), seen)
            except (ValueError, OverflowError) as problem:
                if isinstance(problem, DateError):
                    raise
                break
    if known := year_without_a_day(written):
        raise DateError("only_a_year", seen, known)
    raise DateError("not_a_date", seen)


def year_without_a_day(written: str) -> int | None:
    """1980 of "??/??/1980", "…/5/1980", "00/00/1980": nobody knows the day or the month. None of anything else."""
    found = WITHOUT_A_DAY.fullmatch(written)
    return int(found[1]) if found else None


def _moment(day: date, clock: dict[str, str | None]) -> datetime:
    hour = int(clock.get("hour") or 0)
    if (half := (clock.get("half") or "").upper()) and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half in ("PM", "CH") else 0)
    moment = datetime.combine(day, time(hour, int(clock.get("minute") or 0), int(clock.get("second") or 0)))
    zone = clock.get("zone")
    return moment.replace(tzinfo=_zone(zone)) if zone else moment


def _zone(written: str) -> timezone:
    if not (ahead := AHEAD.search(written)):
        return UTC
    far = timedelta(hours=int(ahead[2]), minutes=int(ahead[3] or 0))
    return timezone(-far if ahead[1] == "-" else far)


def _day_of(moment: datetime, seen: str) -> date:
    if moment.tzinfo is not None:
        return _bounded(moment.astimezone(VIET_NAM).date(), seen)
    if moment.time().replace(microsecond=0) in MIDNIGHT_IN_WORLD_TIME:
        raise DateError("which_day", seen)
    return _bounded(moment.date(), seen)


def parse_hour(value: time | str) -> time:
    """ "8:30", "8h30", "08 giờ 30 phút", "14 giờ". DateError with reason not_an_hour."""
    if isinstance(value, time):
        return value
    seen = squash(str(value))
    match = HOUR.fullmatch(folded_signs(seen))
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise DateError("not_an_hour", seen)
    return time(int(match[1]), int(match[2] or 0))


def _bounded(day: date, written: str) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise DateError("out_of_range", written)
    return day


def format_date(day: date) -> str:
    """05/12/2025, as on every screen, in lists and in files to be read by machines."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def format_month(day: date) -> str:
    """12/2025, where the day does not matter."""
    return f"{day.month:02d}/{day.year:04d}"


def format_document_date(day: date) -> str:
    """07/8/2023, as inside a report: the day always in two digits, of the months only January and February."""
    return f"{day.day:02d}/{_month(day.month)}/{day.year:04d}"


def format_long_date(day: date) -> str:
    """ngày 04 tháng 8 năm 2023 (Decree 30/2020/NĐ-CP, Appendix I: days under 10, months 1 and 2 take a zero)."""
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year:04d}"


def format_hour(hour: time) -> str:
    """08 giờ 30 phút, as minutes have it."""
    return f"{hour.hour:02d} giờ {hour.minute:02d} phút"


def format_short_hour(hour: time) -> str:
    """08:30, as on screens and in forms."""
    return f"{hour:%H:%M}"


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)
