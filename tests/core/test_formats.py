"""Numbers and days on pages and in forms; Django's own `vi` would read 05/12/2025 as 12 May."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats, translation

from emulation.core.forms.fields import VietnameseDateField, VietnameseDecimalField, VietnameseIntegerField

LANGUAGES = ["vi", "en"]


@pytest.fixture(params=LANGUAGES)
def language(request):
    with translation.override(request.param):
        yield request.param


@pytest.fixture
def vietnamese():
    with translation.override("vi"):
        yield


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("written", ["05/12/2025", "5/12/2025", "05-12-2025", "05.12.2025", "2025-12-05"])
def test_djangos_own_date_field_reads_the_day_first(written):
    assert forms.DateField().clean(written) == date(2025, 12, 5)


@pytest.mark.usefixtures("language")
def test_djangos_own_date_field_takes_the_25th_of_december():
    assert forms.DateField().clean("25/12/2025") == date(2025, 12, 25)
    assert forms.DateTimeField().clean("25/12/2025 14:05").astimezone(UTC) == datetime(2025, 12, 25, 7, 5, tzinfo=UTC)
    with pytest.raises(forms.ValidationError):
        forms.DateField().clean("12/25/2025")


@pytest.mark.usefixtures("language")
def test_localised_output_is_vietnamese():
    assert formats.date_format(date(2025, 12, 5)) == "05/12/2025"
    assert formats.date_format(date(2025, 12, 5), "SHORT_DATE_FORMAT") == "05/12/2025"
    assert formats.number_format(Decimal("23735.5"), decimal_pos=2, force_grouping=True) == "23.735,50"
    assert formats.get_format("FIRST_DAY_OF_WEEK") == 1


@pytest.mark.usefixtures("language")
def test_djangos_localised_number_field_reads_the_comma_and_ours_the_thousands_too():
    assert forms.DecimalField(localize=True).clean("23735,5") == Decimal("23735.5")
    assert VietnameseDecimalField().clean("1.800.000,5") == Decimal("1800000.5")


@pytest.mark.usefixtures("language")
def test_a_date_field_shows_and_reads_the_day_first():
    class Asked(forms.Form):
        day = VietnameseDateField(required=False)

    assert 'value="05/12/2025"' in str(Asked(initial={"day": date(2025, 12, 5)})["day"])
    assert Asked({"day": "25/12/2025"}).fields["day"].clean("25/12/2025") == date(2025, 12, 25)
    assert Asked({"day": ""}).is_valid()
    assert 'value="31/02/2025"' in str(Asked({"day": "31/02/2025"})["day"])


@pytest.mark.usefixtures("language")
def test_an_integer_field_shows_and_reads_thousands():
    class Asked(forms.Form):
        count = VietnameseIntegerField(required=False, min_value=0, max_value=10**6)

    assert 'value="23.735"' in str(Asked(initial={"count": 23735})["count"])
    for written in ("23.735", "23735", "23 735"):
        form = Asked({"count": written}, initial={"count": 23735})
        assert form.is_valid()
        assert form.cleaned_data["count"] == 23735
        assert not form.has_changed()
    assert not Asked({"count": "-1"}).is_valid()
    assert not Asked({"count": "9" * 500}).is_valid()
    assert Asked({"count": ""}).is_valid()


@pytest.mark.usefixtures("language")
def test_a_decimal_field_reads_back_what_it_shows():
    class Asked(forms.Form):
        share = VietnameseDecimalField(required=False, max_digits=12, decimal_places=3)

    for value, shown in ((Decimal("79.92"), "79,92"), (Decimal(1092), "1092"), (Decimal("1800000.5"), "1.800.000,5")):
        assert f'value="{shown}"' in str(Asked(initial={"share": value})["share"])
        form = Asked({"share": shown}, initial={"share": value})
        assert form.is_valid()
        assert form.cleaned_data["share"] == value
        assert not form.has_changed()
    assert Asked({"share": "12.64"}).fields["share"].clean("12.64") == Decimal("12.64")
    assert not Asked({"share": "1,2345"}).is_valid()
    assert Asked({"share": ""}).is_valid()


@pytest.mark.usefixtures("vietnamese")
@pytest.mark.parametrize(
    ("field", "written", "code", "sentence"),
    [
        (VietnameseDateField, "1975", "only_a_year", "“1975” chỉ là năm. Hãy ghi ngày/tháng/năm, ví dụ 05/12/2025."),
        (
            VietnameseDateField,
            "30/02/2023",
            "not_a_date",
            "“30/02/2023” không phải là một ngày có thật. Hãy ghi ngày/tháng/năm, ví dụ 05/12/2025.",
        ),
        (
            VietnameseIntegerField,
            "hai",
            "not_a_number",
            "“hai” không phải là số. Hãy ghi số nguyên bằng chữ số, ví dụ 1.092.",
        ),
        (
            VietnameseIntegerField,
            "12,64",
            "not_whole",
            "“12,64” không phải là số nguyên. Hãy ghi số không có phần thập phân, ví dụ 1.092.",
        ),
        (
            VietnameseIntegerField,
            "1,092",
            "ambiguous",
            "“1,092” có thể hiểu theo hai cách. Hãy phân cách hàng nghìn bằng dấu chấm, ví dụ 1.092.",
        ),
        (
            VietnameseDecimalField,
            "hai",
            "not_a_number",
            "“hai” không phải là số. Hãy ghi bằng chữ số, phần thập phân sau dấu phẩy, ví dụ 12,64.",
        ),
        (
            VietnameseDecimalField,
            "1.092",
            "ambiguous",
            "“1.092” có thể hiểu theo hai cách. Hãy ghi phần thập phân sau dấu phẩy, ví dụ 1,092; "
            "số nguyên thì ghi liền, ví dụ 1092.",
        ),
    ],
)
def test_what_is_refused_is_said_in_vietnamese(field, written, code, sentence):
    with pytest.raises(forms.ValidationError) as caught:
        field().clean(written)
    assert caught.value.code == code
    assert caught.value.messages == [sentence]


@pytest.mark.usefixtures("vietnamese")
@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ count|integer }}", "23.735"),
        ("{{ share|decimal }}", "12,640"),
        ("{{ share|decimal:2 }}", "12,64"),
        ("{{ part|percent:whole }}", "79,92%"),
        ("{{ part|percent:0 }}", ""),
        ("{{ day|day }}", "04/08/2023"),
        ("{{ day|long_day }}", "ngày 04 tháng 8 năm 2023"),
        ("{{ moment|timestamp }}", "14:05 ngày 04/08/2023"),
        ("{{ part|file_size }} {{ count|file_size }}", "8 KB 24 KB"),
        ("{{ big|file_size }}", "2,4 MB"),
        (
            "{{ none|integer }}{{ none|decimal }}{{ none|percent:whole }}{{ none|day }}"
            "{{ none|long_day }}{{ none|timestamp }}",
            "",
        ),
    ],
)
def test_filters(template, shown):
    context = {
        "count": 23735,
        "share": Decimal("12.640"),
        "part": 7992,
        "whole": 10000,
        "day": date(2023, 8, 4),
        "moment": datetime(2023, 8, 4, 7, 5, tzinfo=UTC),
        "none": None,
        "big": 2_500_000,
    }
    assert Template(template).render(Context(context)) == shown


def test_beside_english_words_a_long_day_is_written_in_digits():
    with translation.override("en"):
        assert Template("{{ day|long_day }}").render(Context({"day": date(2023, 8, 4)})) == "04/08/2023"
