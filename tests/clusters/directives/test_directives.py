"""Directives entered by the office that issued them; their targets, which a pact takes over with their source."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from clusters.directives.rules import signing_days
from clusters.models import Directive, DirectiveTarget, PactTarget
from clusters.pacts.rules.terms import TargetOrigin
from tests.clusters.attachments.make import PDF
from tests.clusters.figures.make import make_indicator, make_two_cities
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.pacts.make import make_pact
from tests.periods import DAY

pytestmark = pytest.mark.django_db
SAID = {
    "kind": "directive",
    "number": "10/CT-UBND",
    "dated": "13/12/2022",
    "year": "2023",
    "theme": "Tăng cường xây dựng Đảng",
    "legal_bases": "Chỉ thị số 34-CT/TW ngày 07/4/2014\nLuật Thi đua, khen thưởng năm 2022",
}


@pytest.fixture(autouse=True)
def _day(settings, tmp_path):
    settings.DEMONSTRATION_DAY, settings.MEDIA_ROOT = DAY, tmp_path


@pytest.fixture
def cities():
    return make_two_cities()


def entered(member, **changed):
    client = signed_in(member.officer, "vi")
    answer = client.post(reverse("clusters:directive-add"), SAID | {"organisation": member.organisation.pk} | changed)
    return client, answer


def test_a_pact_takes_the_targets_over_as_printed_with_their_source(cities):
    year, head, member = cities
    growth = make_indicator(name="Tốc độ tăng GRDP", unit="%", value_kind="percent", derivation="common_bound")
    client, _answer = entered(member, file=SimpleUploadedFile("ct10.pdf", PDF))
    directive = Directive.objects.get()
    assert directive.scan.organisation == member.organisation
    add = reverse("clusters:directive-target-add", args=[directive.pk])
    client.post(add, {"indicator": growth.pk, "kind": "range", "text": "9,5% - 10%/năm"})
    for kind, name, unit, text in (
        ("at_least", "Xã an toàn", "%", "từ 75% trở lên"),
        ("exact", "Hộ nghèo", "%", "còn 0,36%"),
        ("amount", "Xã kiểu mẫu", "xã", "02 xã"),
    ):
        client.post(add, {"kind": kind, "name": name, "unit": unit, "text": text})
    assert list(DirectiveTarget.objects.values_list("text", flat=True)) == [
        "9,5% - 10%/năm",
        "từ 75% trở lên",
        "còn 0,36%",
        "02 xã",
    ]
    make_pact(year, head)
    page = signed_in(head.officer, "vi")
    for _again in range(2):
        page.post(reverse("clusters:pact-from-directives", args=[year.pk, 0]))
    taken = PactTarget.objects.get(organisation=member.organisation, indicator=growth)
    assert (taken.text, taken.origin, taken.origin_paper) == (
        "9,5% - 10%/năm",
        TargetOrigin.DIRECTIVE,
        "Chỉ thị số 10/CT-UBND ngày 13/12/2022",
    )
    assert "không chỉ thị nào" in words(page.get(reverse("clusters:pact", args=[year.pk, 0]))).lower()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"legal_bases": "Nghị quyết số 1 ngày 14/12/2022"}, "đề ngày 14/12/2022, sau ngày của chính văn bản"),
        ({"legal_bases": "Thông tư 01/2024/TT-BNV"}, "mang số của năm sau"),
        ({"number": "///"}, "phải có chữ hoặc số"),
        ({"dated": "11/07/2023"}, "Ngày 11/07/2023 chưa đến"),
        ({"year": "2021"}, "được ký trong năm đó hoặc năm trước"),
        ({"file": SimpleUploadedFile("anh.png", b"<svg onload=alert(1)>")}, "PDF"),
    ],
)
def test_what_cannot_be_is_refused_with_the_rest_kept(cities, changed, sentence):
    _client, answer = entered(cities[2], **changed)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert "10/CT-UBND" in words(answer)
    assert not Directive.objects.exists()


def test_a_target_that_cannot_be_read_and_a_document_entered_twice_say_so(cities):
    client, _answer = entered(cities[2])
    directive = Directive.objects.get()
    add = reverse("clusters:directive-target-add", args=[directive.pk])
    assert "hai mức" in words(client.post(add, {"kind": "range", "name": "X", "unit": "%", "text": "8%"}))
    assert "Chọn chỉ tiêu" in words(client.post(add, {"kind": "share", "text": "8%"}))
    for number in ("10/CT-UBND", "10/ct-ubnd", "10 /CT-UBND", "10CT-UBND"):
        assert "đã được nhập" in words(entered(cities[2], number=number)[1])
    strike = reverse("clusters:directive-strike-out", args=[directive.pk])
    client.post(strike, {"why": "Nhập nhầm"})
    assert signed_in(cities[1].officer).get(directive.get_absolute_url()).status_code == 404
    assert client.get(directive.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    ("basis", "days"),
    [
        ("Chỉ thị 19/CT-TTg ngày 16/7/2021; 45/13/2021; Luật năm 2022", [date(2021, 7, 16)]),
        ("Nghị quyết số 1 ngày 31 tháng 12 năm 2023", [date(2023, 12, 31)]),
        ("Nghị quyết số 1 ngày 31/12/23", [date(2023, 12, 31)]),
        ("Nghị quyết số 1 ngày 2023-12-31", [date(2023, 12, 31)]),
        ("Sắc lệnh ngày 01/06/98", [date(1998, 6, 1)]),
        (
            "Luật số 06/2022/QH15 ngày 15/6/2022, có hiệu lực từ ngày 01/01/2024 đến hết ngày 31/12/2030",
            [date(2022, 6, 15)],
        ),
        ("Kế hoạch 5/KH-UBND ngày 01/02/2022 kỷ niệm 78 năm Quốc khánh (02/9/1945 - 02/9/2023)", [date(2022, 2, 1)]),
        ("Kế hoạch kỷ niệm 78 năm Quốc khánh (02/9/1945 - 02/9/2023)", []),
        ("Kế hoạch chào mừng 78 năm Quốc khánh (02/9/1945 - 02/9/2023)", [date(1945, 9, 2)]),
        ("Kế hoạch số 12/KH-UBND phát động thi đua từ ngày 01/02/2023", []),
        ("Nghị quyết số 3 của Hội đồng, ngày 05/12/2022, thực hiện từ 01/01/2024", [date(2022, 12, 5)]),
        ("Nghị định số 98 (hiệu lực: 01/01/2024); Điểm 1.2.25", []),
        ("Nghị quyết số 1 ngày 14/12/2022; Nghị quyết số 2, ngày 15/12/2022", [date(2022, 12, 14), date(2022, 12, 15)]),
    ],
)
def test_a_basis_is_signed_on_the_day_behind_its_number_or_the_first_it_names(basis, days):
    assert signing_days(basis) == days
