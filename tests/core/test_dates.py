import ast
import re
import unicodedata
from datetime import UTC, date, datetime, time
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation.core.dates import (
    FIRST_DAY,
    LAST_DAY,
    DateError,
    format_date,
    format_document_date,
    format_hour,
    format_long_date,
    parse_date,
    parse_hour,
)

ROOT = Path(__file__).resolve().parents[2]
APPS = ("emulation", "clusters", "awards", "reports")
FIFTH_OF_MARCH = date(1975, 3, 5)


@pytest.mark.parametrize(
    "written",
    [
        "5/3/1975",
        "05/03/1975",
        "05-03-1975",
        "05.03.1975",
        " 5 / 3 / 1975 ",
        "1975-03-05",
        "1975-3-5",
        "1975-03-05 00:00:00",
        "1975-03-05T00:00:00",
        "05/03/1975 00:00:00",
        "ngày 05 tháng 3 năm 1975",
        "Ngày 05-3-1975",
        "Ngày 5 tháng 03 năm 1975",
        unicodedata.normalize("NFD", "ngày 05 tháng 3 năm 1975"),
        "5/3/1975\u00a0",
        FIFTH_OF_MARCH,
        datetime(1975, 3, 5, 23, 59),
        "05\u201103\u20111975",
        "05\u201403\u20141975",
        "\uff10\uff15\uff0f\uff10\uff13\uff0f1975",
        "05\u221503\u22151975",
        "0\u200b5/03/\ufeff1975",
        "1975/03/05",
        "05/03/1975 08:30",
        "05/03/1975 12:00 AM",
    ],
)
def test_a_day_however_written(written):
    found = parse_date(written)
    assert found == FIFTH_OF_MARCH
    assert type(found) is date


@pytest.mark.parametrize(
    "written",
    ["30/02/2023", "29/02/2023", "12/25/2025", "32/1/2023", "31/00/x", "5/3/75", "5/3-1975", "3/1975", "hôm qua"]
    + ["", "27457", 27457, "5/3/1975 và 6/3/1975", "٥/٣/١٩٧٥", "0000-00-00"],
)
def test_what_is_no_day(written):
    with pytest.raises(DateError) as caught:
        parse_date(written)
    assert caught.value.reason == "not_a_date"
    assert caught.value.seen == str(written)
    assert caught.value.year is None


@pytest.mark.parametrize("written", ["1975", 1975, 1975.0, "1975.0", "năm 1975", " 1975 ", "00/01/1975", "??/??/1975"])
def test_a_bare_year_is_named_as_one(written):
    with pytest.raises(DateError) as caught:
        parse_date(written)
    assert (caught.value.reason, caught.value.year) == ("only_a_year", 1975)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2022-12-30T17:00:00.000Z", date(2022, 12, 31)),
        ("2022-12-30T17:00:00+00:00", date(2022, 12, 31)),
        ("2022-12-30 17:00 UTC", date(2022, 12, 31)),
        ("2022-12-30T16:59:59Z", date(2022, 12, 30)),
        ("2022-12-31T00:00:00+07:00", date(2022, 12, 31)),
        ("2022-12-30T12:00:00-05:00", date(2022, 12, 31)),
        ("31/12/2022 00:00:00 GMT+7", date(2022, 12, 31)),
        ("1965-03-04T16:00:00Z", date(1965, 3, 5)),
        (datetime(2022, 12, 30, 17, tzinfo=UTC), date(2022, 12, 31)),
    ],
)
def test_a_moment_with_a_zone_is_the_day_in_viet_nam(written, day):
    assert parse_date(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "2022-12-30T17:00:00",
        "30/12/2022 17:00",
        "30/12/2022 05:00:00 PM",
        datetime(1965, 3, 4, 16),
        "30/12/2022 5:00 CH",
    ],
)
def test_midnight_by_world_time_without_a_zone_is_a_question(written):
    with pytest.raises(DateError) as caught:
        parse_date(written)
    assert caught.value.reason == "which_day"


@pytest.mark.parametrize("written", ["9999-12-31T17:00:00Z", "0001-01-01T00:00:00+14:00", "31/12/2022 25:00"])
def test_a_moment_beyond_the_calendar_is_no_day(written):
    with pytest.raises(DateError):
        parse_date(written)


def test_the_25th_of_december_is_not_a_month():
    assert parse_date("25/12/2025") == date(2025, 12, 25)
    assert parse_date("05/12/2025") == date(2025, 12, 5)


@pytest.mark.parametrize(
    ("day", "plain", "document", "long"),
    [
        (date(2025, 12, 5), "05/12/2025", "05/12/2025", "ngày 05 tháng 12 năm 2025"),
        (date(2023, 8, 4), "04/08/2023", "04/8/2023", "ngày 04 tháng 8 năm 2023"),
        (date(2023, 8, 7), "07/08/2023", "07/8/2023", "ngày 07 tháng 8 năm 2023"),
        (date(1948, 6, 11), "11/06/1948", "11/6/1948", "ngày 11 tháng 6 năm 1948"),
        (date(2023, 1, 31), "31/01/2023", "31/01/2023", "ngày 31 tháng 01 năm 2023"),
        (date(2023, 2, 1), "01/02/2023", "01/02/2023", "ngày 01 tháng 02 năm 2023"),
        (date(2023, 3, 10), "10/03/2023", "10/3/2023", "ngày 10 tháng 3 năm 2023"),
        (date(2014, 4, 7), "07/04/2014", "07/4/2014", "ngày 07 tháng 4 năm 2014"),
    ],
)
def test_days_out(day, plain, document, long):
    assert (format_date(day), format_document_date(day), format_long_date(day)) == (plain, document, long)


@pytest.mark.parametrize(
    "written",
    ["31/12/9999", "01/01/2200", "31/12/1799", "0203-05-07", "ngày 01 tháng 01 năm 0001", date.max, datetime.min],
)
def test_a_day_of_no_office_is_refused(written):
    with pytest.raises(DateError) as caught:
        parse_date(written)
    assert (caught.value.reason, caught.value.year) == ("out_of_range", None)


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_every_day_round_trips_in_every_form(day):
    for form in (format_date, format_document_date, format_long_date, date.isoformat):
        assert parse_date(form(day)) == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_date_error(text):
    try:
        found = parse_date(text)
    except DateError as error:
        found = error.reason
    assert isinstance(found, date) or found in {"not_a_date", "only_a_year", "out_of_range", "which_day"}


def written_by_hand():
    """Places that write a day in a way of their own, beside `emulation/core/dates.py`."""
    for path in chain.from_iterable((ROOT / app).rglob("*.py") for app in APPS):
        for node in ast.walk(ast.parse(path.read_text())):
            form = ast.unparse(node.format_spec) if isinstance(node, ast.FormattedValue) and node.format_spec else ""
            if "%d" in form or "%m" in form or (isinstance(node, ast.Attribute) and node.attr == "strftime"):
                yield f"{path.relative_to(ROOT)}:{node.lineno}"
    for path in (ROOT / "templates").rglob("*.html"):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if re.search(r"\|\s*date\b|\{% now ", line):
                yield f"{path.relative_to(ROOT)}:{number}"


def test_a_day_is_written_in_one_place():
    assert list(written_by_hand()) == []


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("8:30", time(8, 30)),
        ("08h30", time(8, 30)),
        (" 8 giờ 30 phút ", time(8, 30)),
        ("14 giờ", time(14)),
        ("00:00", time(0)),
    ],
)
def test_a_time_of_day_as_offices_write_it(written, hour):
    assert parse_hour(written) == hour
    assert parse_hour(format_hour(hour)) == hour


@pytest.mark.parametrize("written", ["24:00", "8:60", "8", "sáng", "8:30:15", "-1:00"])
def test_what_is_no_time_of_day_is_told(written):
    with pytest.raises(DateError) as caught:
        parse_hour(written)
    assert (caught.value.reason, caught.value.seen) == ("not_an_hour", written)
