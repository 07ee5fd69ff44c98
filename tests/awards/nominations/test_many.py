"""Many dossiers out of one table: good rows are begun, the others named with the reason, nothing is begun twice."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from awards.models import Nomination, NominationStep
from awards.nominations.actions.many import MOST_SUBJECTS, begin_many
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from tests.awards.lists.workbooks import book
from tests.awards.nominations.make import make_leveled, make_nominators, make_rules_of
from tests.awards.nominations.test_pages import signed_in, words
from tests.periods import DAY

pytestmark = pytest.mark.django_db
HEADINGS = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị công tác")
GOOD = (("Nguyễn Mây Xanh", "12/4/1985", "Chuyên viên", "Phòng A"), ("Trần Gió Êm", "1979", "Giáo viên", "Phòng B"))


@pytest.fixture
def offices(settings):
    settings.DEMONSTRATION_DAY = DAY
    make_rules_of(make_leveled("KT_TINH"))
    return make_nominators()


def table(*rows) -> bytes:
    return book({"Danh sách": [HEADINGS, *((number, *row) for number, row in enumerate(rows, 1))]})


def begun_of(offices, content):
    return begin_many(
        offices.unit.organisation,
        award=make_leveled("KT_TINH"),
        subject_kind="individual",
        upload=io.BytesIO(content),
        file_name="danh-sach.xlsx",
        actor=offices.unit.officer,
    )


def test_good_rows_are_begun_and_the_others_named(offices):
    bad = (GOOD[0], ("<b>Lê Sóng</b>", "1980", "Chuyên viên", "Phòng A"), ("Phạm Đồi Cao", "31/02/1980", "", "Phòng C"))
    done = begun_of(offices, table(*GOOD, *bad))
    assert [(one.name, one.birth_year, one.unit, one.state) for one in done.begun] == [
        ("Nguyễn Mây Xanh", 1985, "Phòng A", "draft"),
        ("Trần Gió Êm", 1979, "Phòng B", "draft"),
    ]
    assert [one.row for one in done.left_out][:2] == [4, 5]
    assert done.left_out[0].why == "Trùng với dòng trước trong bảng."
    assert "không có dấu “<” và “>”" in done.left_out[1].why
    assert set(NominationStep.objects.values_list("name", "why")) == {("begin", "danh-sach.xlsx")}
    assert AuditEntry.objects.get(verb="awards.begin_nominations").after["added"] == len(done.begun)
    again = begun_of(offices, table(*GOOD))
    assert again.begun == ()
    assert {one.why for one in again.left_out} == {"Đã có hồ sơ cùng danh hiệu, hình thức và thời gian."}


def test_a_table_of_more_than_three_hundred_is_refused_whole(offices):
    rows = [(f"Nguyễn Mây {number}", "1980", "Chuyên viên", f"Phòng {number}") for number in range(MOST_SUBJECTS + 1)]
    with pytest.raises(Refusal, match="301 đối tượng; mỗi lần nhận nhiều nhất 300"):
        begun_of(offices, table(*rows))
    assert not Nomination.objects.exists()


def test_the_page_says_when_every_row_fails_and_when_the_file_is_no_table(offices):
    client, url = signed_in(offices.unit.officer), reverse("awards:nomination-many")
    said = {"organisation": offices.unit.organisation.pk, "award": "KT_TINH", "subject_kind": "individual"}

    def sent(content, name="danh-sach.xlsx"):
        return client.post(url, said | {"file": SimpleUploadedFile(name, content)})

    assert "Tối đa 300 dòng" in words(client.get(url))
    none = sent(table(("<b>Lê Sóng</b>", "1980", "Chuyên viên", "Phòng A")))
    assert "Chưa lập hồ sơ nào: dòng nào cũng còn thiếu sót." in words(none)
    assert "1 dòng không nhận" in words(none)
    assert sent(b"%PDF-1.4 khong phai bang").status_code == 422
    assert "Đã lập 2 hồ sơ." in words(client.get(sent(table(*GOOD))["Location"]))
