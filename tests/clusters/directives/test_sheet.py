"""Directives as a sheet, a target each row: taken as printed, left out or refused with place and reason; the same sheet
again adds nothing; what is taken out can be sent in."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from clusters.models import Directive, DirectiveTarget
from tests.clusters.campaigns.make import make_office
from tests.clusters.campaigns.test_sheet import sheet
from tests.clusters.figures.make import make_indicator
from tests.clusters.figures.visiting import signed_in, words
from tests.periods import DAY

pytestmark = pytest.mark.django_db
SEND_IN, RECORD = reverse("clusters:directives-send-in"), reverse("clusters:directives-record")
HEAD = (
    "TT",
    "Số, ký hiệu",
    "Ngày ban hành",
    "Năm",
    "Loại văn bản",
    "Căn cứ pháp lý",
    "Chỉ tiêu",
    "ĐVT",
    "Mục tiêu",
    "Cơ quan ban hành",
)
CT10 = ("10/CT-UBND", "13/12/2022", 2023, "Chỉ thị", "Chỉ thị số 34-CT/TW ngày 07/4/2014")
AGAIN = ("", "", "", "", "")
ROWS = (
    (1, *CT10, "Tốc độ tăng GRDP", "", "9,5% - 10%/năm"),
    (2, *AGAIN, "Xã an toàn", "%", "từ 75% trở lên"),
    (3, *AGAIN, "Xã kiểu mẫu", "xã", "02 xã"),
    (4, *AGAIN, "xã KIỂU mẫu", "xã", "03 xã"),
    (5, *AGAIN, "Bảo hiểm y tế", "%", "khoảng chín mươi"),
    (6, *AGAIN, "", "%", "82%"),
    (7, *AGAIN, "Đô thị hóa", "%", ""),
    (8, "11/CT-UBND", "31/02/2023", 2023, "", "", "", "", ""),
    (9, "12/CT-UBND", "11/07/2023", 2023, "", "", "", "", ""),
    (10, "13/CT-UBND", "05/01/2023", 2021, "", "", "", "", ""),
    (11, "14/CT-UBND", "05/01/2023", "năm nay", "", "", "", "", ""),
    (12, "15/CT-UBND", "05/01/2023", 2023, "Thư ngỏ", "", "", "", ""),
    (13, "16/CT-UBND", "05/01/2023", 2023, "", "Nghị quyết số 1 ngày 06/01/2023", "", "", ""),
    (14, "x" * 61, "05/01/2023", 2023, "", "", "", "", ""),
    (15, "17/KH-UBND", "05/01/2023", 2023, "Kế hoạch", "", "", "", "", "UBND TP. Thử"),
    (16, "10/CT-UBND", "13/12/2022", 2023, "", "", "", "", "", "Ủy ban nhân dân tỉnh Khác"),
    (17, *AGAIN, "Của tỉnh Khác", "%", "82%"),
    (18, "18/CT-UBND", "05/01/2023", 2023, "", "", "", "", ""),
    (19, "", "15/03/2022", 2022, "", "", "Chỉ tiêu lạc", "%", "82%"),
    (20, "", "", "", "Kế hoạch", "", "Khác loại", "%", "82%"),
    (21, "", "05/01/2023", 2023, "Chỉ thị", "", "Cùng văn bản", "%", "150%"),
    (22, "///", "05/01/2023", 2023, "", "", "", "", ""),
    (23, "19/CT-UBND", "05/01/2023", 2023, "", "Thông tư 01/2024/TT-BNV", "", "", ""),
    ("", "Tổng cộng", "", "", "", "", "", "", ""),
)
WITH_THEME = (*HEAD[:5], "Chủ đề", *HEAD[5:9])
REASONS = {
    "dòng 7": "đã có ở trang tính “Sheet”, dòng 6",
    "dòng 8": "“khoảng chín mươi”",
    "dòng 9": "“82%”",
    "dòng 10": "chưa ghi mục tiêu",
    "dòng 11": "“31/02/2023”",
    "dòng 12": "11/07/2023 chưa đến",
    "dòng 13": "năm trước",
    "dòng 14": "“năm nay”",
    "dòng 15": "“Thư ngỏ”",
    "dòng 16": "sau ngày của chính văn bản",
    "dòng 17": "quá dài",
    "dòng 19": "do Ủy ban nhân dân tỉnh Khác ban hành",
    "dòng 20": "do Ủy ban nhân dân tỉnh Khác ban hành",
    "dòng 22": "“15/03/2022” không khớp văn bản ở dòng trên",
    "dòng 23": "“Kế hoạch” không khớp",
    "dòng 25": "số, ký hiệu",
    "dòng 26": "“Thông tư 01/2024/TT-BNV” mang số của năm sau",
    "dòng 27": "dòng cộng",
}


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DAY = DAY


def test_targets_are_taken_as_printed_and_the_same_sheet_again_adds_nothing():
    city = make_office()
    growth = make_indicator(name="Tốc độ tăng GRDP", unit="%", value_kind="percent", derivation="common_bound")
    client = signed_in(city.officer, "vi")
    own = {"organisation": city.organisation.pk}
    page = client.post(SEND_IN, own | {"file": sheet(rows=ROWS, head=HEAD)})
    told = {place.rsplit(", ", 1)[1]: why for place, _name, why in page.context["told"]}
    assert told.keys() == REASONS.keys()
    assert {place: why for place, why in told.items() if REASONS[place] not in why} == {}
    assert (page.context["total"], page.context["left_out"], page.context["refused"]) == (24, 4, 14)
    assert "mục tiêu được hiểu là: Trong khoảng" in words(page)
    for _twice in range(2):
        client.post(RECORD, {"kept": page.context["kept"]})
    assert [str(one) for one in Directive.objects.order_by("dated", "pk")] == [
        "Chỉ thị số 10/CT-UBND ngày 13/12/2022",
        "Kế hoạch số 17/KH-UBND ngày 05/01/2023",
        "Chỉ thị số 18/CT-UBND ngày 05/01/2023",
    ]
    targets = DirectiveTarget.objects.order_by("pk").values_list("indicator", "kind", "text", "unit")
    assert list(targets) == [
        (growth.pk, "range", "9,5% - 10%/năm", "%"),
        (None, "at_least", "từ 75% trở lên", "%"),
        (None, "amount", "02 xã", "xã"),
        (None, "exact", "150%", "%"),
    ]
    more = client.post(
        SEND_IN, own | {"file": sheet(rows=((1, *CT10, "Lao động qua đào tạo", "%", "82%"),), head=HEAD)}
    )
    assert "chỉ thêm chỉ tiêu" in words(more)
    client.post(RECORD, {"kept": more.context["kept"]})
    assert (Directive.objects.count(), DirectiveTarget.objects.count()) == (3, 5)

    taken_out = client.get(reverse("clusters:directives-take-out"))
    rows = list(openpyxl.load_workbook(io.BytesIO(taken_out.content)).active.values)
    assert ("Xã kiểu mẫu", "02 xã", "xã", "Chỉ thị", "10/CT-UBND", "13/12/2022", "2023") in [row[:7] for row in rows]
    back = SimpleUploadedFile("lai.xlsx", taken_out.content)
    whole = client.post(SEND_IN, own | {"file": back})
    assert ([why for _place, _name, why in whole.context["told"]], whole.context["taken"]) == (
        ["đã được ghi nhận"] * 6,
        [],
    )
    stranger = signed_in(make_office("Tỉnh Khác").officer, "vi")
    assert stranger.post(RECORD, {"kept": page.context["kept"]})["Location"] == SEND_IN


def test_a_row_that_says_something_else_of_a_numbered_document_is_refused():
    city = make_office()
    Directive.objects.create(
        organisation=city.organisation, kind="directive", number="10/CT-UBND", dated=date(2022, 12, 13), year=2023
    )
    first = ("77/CT-UBND", "05/01/2023", 2023, "Chỉ thị", "Chủ đề A", "Nghị quyết số 1 ngày 04/01/2023")
    rows = [
        (1, *first, "Một", "%", "1%"),
        (2, "77CT/UBND", "05/01/2023", 2023, "Kế hoạch", "", "", "Hai", "%", "2%"),
        (3, "77/CT-UBND", "05/01/2023", 2024, "", "", "", "Ba", "%", "3%"),
        (4, "77/CT-UBND", "05/01/2023", 2023, "", "Chủ đề B", "", "Bốn", "%", "4%"),
        (5, "77/CT-UBND", "05/01/2023", 2023, "", "", "Luật X", "Năm", "%", "5%"),
        (6, "77/CT-UBND", "05/01/2023", 2023, "", "chủ đề a", first[-1], "Sáu", "%", "6%"),
        (7, "10/CT-UBND", "13/12/2022", 2022, "Kế hoạch", "Chủ đề lạ", "", "Bảy", "%", "7%"),
        (8, "10/CT-UBND", "13/12/2022", 2023, "", "Chủ đề lạ", "", "Tám", "%", "8%"),
        (9, "10/CT-UBND", "13/12/2022", 2023, "", "", "", "Chín", "%", "9%"),
    ]
    client = signed_in(city.officer, "vi")
    sent = {"organisation": city.organisation.pk, "file": sheet(rows=rows, head=WITH_THEME)}
    page = client.post(SEND_IN, sent)
    told = {place.rsplit(", ", 1)[1]: why.split(" khác với")[0] for place, _name, why in page.context["told"]}
    places = [f"dòng {at}" for at in (5, 6, 7, 8, 10, 11)]
    seen = ["“Kế hoạch”", "“2024”", "“Chủ đề B”", "“Luật X”", "“Kế hoạch”", "“Chủ đề lạ”"]
    assert told == dict(zip(places, seen, strict=True))
    client.post(RECORD, {"kept": page.context["kept"]})
    targets = DirectiveTarget.objects.order_by("pk").values_list("directive__number", "name")
    assert list(targets) == [("77/CT-UBND", "Một"), ("77/CT-UBND", "Sáu"), ("10/CT-UBND", "Chín")]
