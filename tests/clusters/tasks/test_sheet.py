"""Tasks as a sheet: each row is taken, left out or refused with its place and reason; the same sheet again gives
nothing; what is taken out can be sent in."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from clusters.models import Directive, OrganisationKind, Task
from clusters.sheets.rules import is_of_another
from tests.clusters.campaigns.make import make_office
from tests.clusters.campaigns.test_sheet import sheet
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.tasks.make import make_task
from tests.periods import DAY

pytestmark = pytest.mark.django_db
SEND_IN, RECORD = reverse("clusters:tasks-send-in"), reverse("clusters:tasks-record")
HEAD = (
    "TT",
    "Nội dung nhiệm vụ",
    "Loại",
    "Cơ quan giao",
    "Đơn vị chủ trì",
    "Hạn hoàn thành",
    "Kinh phí",
    "Cơ quan theo dõi",
    "Trả lời",
)
BY = "UBND thành phố"
ROWS = (
    (1, "Ban hành tiêu chí", "", BY, "Sở A; sở b", date(2023, 12, 31), "0"),
    (2, "Ban hành TIÊU CHÍ", "", BY, "Sở A", date(2023, 12, 31), ""),
    (3, "Sớm ban hành hướng dẫn", "Kiến nghị", BY, "", "", ""),
    (4, "Đã giao rồi", "Nhiệm vụ", "Chủ tịch UBND", "Sở A", "", ""),
    (5, "Không rõ đơn vị", "", BY, "Sở Không Có", "", ""),
    (6, "Không ai làm", "", BY, "", "", ""),
    (7, "Xin mà giao", "Kiến nghị", BY, "Sở A", "", ""),
    (8, "Loại lạ", "Việc vặt", BY, "Sở A", "", ""),
    (9, "Không ai giao", "", "", "Sở A", "", ""),
    (10, "Ngày không có", "", BY, "Sở A", "31/02/2023", ""),
    (11, "Hạn trước khi giao", "", BY, "Sở A", "01/01/2023", ""),
    (12, "", "", BY, "Sở A", "", ""),
    (13, "x" * 1001, "", BY, "Sở A", "", ""),
    (14, "Trùng tên đơn vị", "", BY, "Sở C", "", ""),
    (15, "Việc của nơi khác", "", BY, "Sở A", "", "", "Tỉnh Khác"),
    (16, "Đã trả lời", "Kiến nghị", BY, "", "", "", "Thành phố Thử", "01/06/2023: Đã có"),
    (17, "Đã giao rồi", "", "Chủ tịch UBND", "Sở A; Sở B", "", ""),
    (18, "Đã giao rồi", "", "Chủ tịch UBND", "Sở B", "", ""),
    ("", "Tổng số", "", "", "", "", ""),
)
REASONS = {
    "dòng 5": "đã có ở trang tính “Sheet”, dòng 4",
    "dòng 6": "không nêu kiến nghị",
    "dòng 7": "đã được ghi nhận",
    "dòng 8": "“Sở Không Có”",
    "dòng 9": "đơn vị thực hiện",
    "dòng 10": "cấp trên",
    "dòng 11": "“Việc vặt”",
    "dòng 12": "cơ quan giao",
    "dòng 13": "“31/02/2023”",
    "dòng 14": "trước ngày giao",
    "dòng 15": "nội dung",
    "dòng 16": "quá dài",
    "dòng 17": "nhiều đơn vị",
    "dòng 18": "do Tỉnh Khác theo dõi",
    "dòng 19": "trang của kiến nghị",
    "dòng 20": "“Sở A” đã được giao",
    "dòng 22": "dòng cộng",
}


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def city():
    office = make_office()
    units = [
        make_office(name, kind=OrganisationKind.UNIT, parent=office.organisation)
        for name in ("Sở A", "Sở B", "Sở C", "Sở C")
    ]
    make_task(office, units=units[:1], text="Đã giao rồi")
    return office


def test_each_row_has_its_fate_and_the_same_sheet_again_gives_nothing(city):
    directive = Directive.objects.create(
        organisation=city.organisation, kind="directive", number="1/CT", dated=date(2023, 1, 5), year=2023
    )
    Task.objects.update(directive=directive)
    client = signed_in(city.officer, "vi")
    own = {"organisation": city.organisation.pk, "directive": directive.pk}
    page = client.post(SEND_IN, own | {"file": sheet(rows=ROWS, head=HEAD)})
    told = {place.rsplit(", ", 1)[1]: why for place, _name, why in page.context["told"]}
    assert told.keys() == REASONS.keys()
    assert {place: why for place, why in told.items() if REASONS[place] not in why} == {}
    assert (page.context["total"], page.context["left_out"], page.context["refused"]) == (19, 4, 13)
    assert "Cột không đọc: Kinh phí." in words(page)
    before = Task.objects.count()
    client.post(RECORD, {"kept": page.context["kept"]})
    client.post(RECORD, {"kept": page.context["kept"]})
    assert Task.objects.count() == before + 2
    made = Task.objects.get(text="Ban hành tiêu chí")
    assert (made.directive, made.given_on, made.due_on) == (directive, date(2023, 1, 5), date(2023, 12, 31))
    assert {one.organisation.name for one in made.assignments.all()} == {"Sở A", "Sở B"}
    assert not client.post(SEND_IN, own | {"file": sheet(rows=ROWS, head=HEAD)}).context["taken"]


def test_a_request_is_taken_without_a_directive_and_names_are_known_in_full_and_in_short():
    city = make_office("Hồ Chí Minh")
    make_office("Sở Nội vụ thành phố Hồ Chí Minh", kind=OrganisationKind.UNIT, parent=city.organisation)
    client = signed_in(city.officer, "vi")
    rows = (
        ROWS[2],
        (2, "Một việc", "", BY, "thành phố Hồ Chí Minh", "", ""),
        (3, "Hai việc", "", BY, "TP. Hồ Chí Minh", "", ""),
    )
    page = client.post(SEND_IN, {"organisation": city.organisation.pk, "file": sheet(rows=rows, head=HEAD)})
    client.post(RECORD, {"kept": page.context["kept"]})
    assert {(one.text, one.kind) for one in Task.objects.all()} == {
        ("Sớm ban hành hướng dẫn", "request"),
        ("Một việc", "task"),
        ("Hai việc", "task"),
    }


def test_a_department_is_named_without_the_place_that_its_name_ends_with():
    city = make_office("Hồ Chí Minh").organisation
    own = make_office("Sở Nội vụ thành phố Hồ Chí Minh", kind=OrganisationKind.UNIT, parent=city).organisation
    named = ("Sở Nội vụ", "Sở Nội vụ TP. Hồ Chí Minh", "Sở Y tế", "Sở Nội vụ tỉnh Khác")
    assert [is_of_another(name, own) for name in named] == [False, False, True, True]


def test_what_is_taken_out_comes_back_as_recorded_already(city):
    client = signed_in(city.officer, "vi")
    taken_out = client.get(reverse("clusters:tasks-take-out"))
    rows = list(openpyxl.load_workbook(io.BytesIO(taken_out.content)).active.values)
    assert ("Đã giao rồi", "Nhiệm vụ", "Chủ tịch UBND", "các sở, ban, ngành", "Sở A") in [row[:5] for row in rows]
    back = SimpleUploadedFile("lai.xlsx", taken_out.content)
    page = client.post(SEND_IN, {"organisation": city.organisation.pk, "file": back})
    assert [why for _place, _name, why in page.context["told"]] == ["đã được ghi nhận tại cơ quan"]


def test_rows_of_another_office_are_not_recorded(city):
    client = signed_in(city.officer, "vi")
    own = {"organisation": city.organisation.pk}
    kept = client.post(SEND_IN, own | {"file": sheet(rows=ROWS[:1], head=HEAD)}).context["kept"]
    before = Task.objects.count()
    stranger = signed_in(make_office("Tỉnh Khác").officer, "vi")
    assert stranger.post(RECORD, {"kept": kept})["Location"] == SEND_IN
    assert client.post(RECORD, {"kept": "giả"})["Location"] == SEND_IN
    assert Task.objects.count() == before
