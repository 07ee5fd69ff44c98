"""Campaigns as a sheet: each row is taken, left out or refused with its place and reason; the same sheet again adds
nothing; what is taken out can be sent in."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from clusters.models import Campaign, CampaignAlias
from tests.clusters.campaigns.make import make_campaign, make_office, recorded
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.figures.workbooks import marked, told_of_marked
from tests.periods import DAY, YEAR_2023

pytestmark = pytest.mark.django_db
SEND_IN, RECORD = reverse("clusters:campaigns-send-in"), reverse("clusters:campaigns-record")
HEAD = (
    "TT",
    "Tên phong trào",
    "Hình thức",
    "Từ ngày",
    "Đến ngày",
    "Ngày phát động",
    "Tên gọi khác",
    "Cơ quan phát động",
)
ROWS = (
    (1, "Sáng kiến, sáng tạo", "Chuyên đề", date(2023, 1, 1), "31/12/2023", "05/01/2023", "Sáng kiến; Sáng tạo"),
    (2, "sáng KIẾN, sáng tạo", "", "", "", "", ""),
    (3, "Kỷ cương hành chính", "Thường niên", "", "", "", ""),
    (4, "An toàn thực phẩm", "", "", "31/02/2023", "", ""),
    (5, "Người tốt việc tốt", "", "31/12/2023", "01/01/2023", "", ""),
    (6, "Chính quyền số", "", "", "", "11/07/2023", ""),
    (7, "Tên khác của ta", "", "", "", "", ""),
    (8, "", "Chuyên đề", "", "", "", ""),
    (9, "x" * 401, "", "", "", "", ""),
    (10, "Chung tay", "", "", "", "", "", "Chính phủ"),
    (11, "Chung tay vì người nghèo", "", "", "", "", ""),
    (12, "Của nơi khác", "", "", "", "", "", "Tỉnh Khác"),
    (13, "Tên mới", "", "", "", "", "của TA; Tên mới nữa"),
    (14, "Tên mới khác", "", "", "", "", "sáng tạo"),
    (15, "Tên gọi quá dài", "", "", "", "", "x" * 401),
    (16, "Phát động khi đã hết", "", "", "31/03/2023", "05/05/2023", ""),
    ("", "Tổng cộng", "", "", "", "", ""),
    (10, "=1+1<script>", "Thường xuyên", "", "", "", ""),
)
REASONS = {
    "dòng 5": "đã có ở trang tính “Sheet”, dòng 4",
    "dòng 6": "“Thường niên”",
    "dòng 7": "“31/02/2023”",
    "dòng 8": "trước ngày đầu",
    "dòng 9": "chưa đến",
    "dòng 10": "đã được ghi nhận",
    "dòng 11": "chưa có tên",
    "dòng 12": "quá dài",
    "dòng 13": "do Chính phủ phát động, đã có trong phần mềm",
    "dòng 14": "Chính phủ đã phát động phong trào mang tên này",
    "dòng 15": "chỉ ghi nhận phong trào do chính mình phát động",
    "dòng 16": "đã được ghi nhận",
    "dòng 17": "đã có ở trang tính “Sheet”, dòng 4",
    "dòng 18": "quá dài",
    "dòng 19": "sau ngày cuối",
    "dòng 20": "dòng cộng",
}


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def city():
    office = make_office()
    recorded(office, name="Của ta", aliases=["Tên khác của ta"])
    of_state = make_campaign(name="Chung tay vì người nghèo", initiator="Chính phủ")
    CampaignAlias.objects.create(campaign=of_state, name="Chung tay", name_key="chung tay")
    return office


def sheet(rows=ROWS, head=HEAD):
    book = openpyxl.Workbook()
    for row in (("DANH SÁCH PHONG TRÀO",), (), head, *rows):
        book.active.append(row)
    for cells in book.active.iter_rows():
        for cell in cells:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    out = io.BytesIO()
    book.save(out)
    return SimpleUploadedFile("phong-trao.xlsx", out.getvalue())


def test_each_row_has_its_fate_and_the_same_sheet_again_adds_nothing(city):
    client = signed_in(city.officer, "vi")
    own = {"organisation": city.organisation.pk}
    page = client.post(SEND_IN, own | {"file": sheet()})
    told = {place.rsplit(", ", 1)[1]: why for place, _name, why in page.context["told"]}
    assert told.keys() == REASONS.keys()
    assert {place: why for place, why in told.items() if REASONS[place] not in why} == {}
    assert (page.context["total"], page.context["left_out"], page.context["refused"]) == (18, 7, 9)
    assert "<script>" not in words(page).split("<main", 1)[1].split("</main")[0]
    before = Campaign.objects.count()
    client.post(RECORD, {"kept": page.context["kept"]})
    client.post(RECORD, {"kept": page.context["kept"]})
    assert Campaign.objects.count() == before + 2
    made = Campaign.objects.get(name="Sáng kiến, sáng tạo", initiator_organisation=city.organisation)
    assert (made.form, made.launched_on, made.during.last_day) == ("thematic", date(2023, 1, 5), date(2023, 12, 31))
    assert {one.name for one in made.aliases.all()} == {"Sáng kiến", "Sáng tạo"}
    again = client.post(SEND_IN, own | {"file": sheet()})
    assert not again.context["taken"]


def test_what_is_taken_out_comes_back_as_recorded_already(city):
    """Of others too: a campaign of the whole country does not become the office's own."""
    make_campaign(name="Của cả nước", initiator="Thủ tướng Chính phủ", during=YEAR_2023)
    client = signed_in(city.officer, "vi")
    taken_out = client.get(reverse("clusters:campaigns-take-out"))
    rows = list(openpyxl.load_workbook(io.BytesIO(taken_out.content)).active.values)
    assert ("Của ta", "Tên khác của ta") in [row[:2] for row in rows]
    back = SimpleUploadedFile("lai.xlsx", taken_out.content)
    page = client.post(SEND_IN, {"organisation": city.organisation.pk, "file": back})
    told = {row[1]: row[2] for row in page.context["told"]}
    assert ("đã được ghi nhận" in told["Của ta"], "do Thủ tướng Chính phủ phát động" in told["Của cả nước"]) == (
        True,
        True,
    )
    assert not page.context["taken"]


def test_a_file_that_is_no_such_sheet_and_rows_that_were_forged_are_refused(city):
    client = signed_in(city.officer, "vi")
    own = {"organisation": city.organisation.pk}
    answer = client.post(SEND_IN, own | {"file": sheet(head=("A", "B"))})
    assert (answer.status_code, "Tên phong trào" in words(answer)) == (422, True)
    assert client.post(SEND_IN, own | {"file": SimpleUploadedFile("a.xlsx", b"<html>")}).status_code == 422
    many = [(at, f"Phong trào {at}", "", "", "", "", "") for at in range(501)]
    assert "501" in words(client.post(SEND_IN, own | {"file": sheet(rows=many)}))
    before = Campaign.objects.count()
    assert client.post(RECORD, {"kept": "giả"})["Location"] == SEND_IN
    assert Campaign.objects.count() == before


def test_what_of_a_sheet_is_not_read_is_told(city):
    content = marked(sheet(rows=ROWS[:3]).read())
    file = SimpleUploadedFile("phong-trao.xlsx", content)
    page = words(signed_in(city.officer, "vi").post(SEND_IN, {"organisation": city.organisation.pk, "file": file}))
    assert [sentence for sentence in told_of_marked("Sheet") if sentence not in page] == []
