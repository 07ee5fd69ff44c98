"""Years come into the book of records by list: every row accounted for, with its proof, once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from awards.models import Subject, YearRecord
from awards.year_lists.actions.take import order_taking, put_aside
from awards.year_lists.duties import year_lists_to_take
from awards.year_lists.words import why_refused
from emulation.core.errors import Refusal
from tests.awards.lists.clients import work
from tests.awards.nominations.make import make_nominators
from tests.awards.nominations.test_pages import signed_in, words
from tests.awards.year_lists.make import OF_COLLECTIVES, again, checked, sent_in, table
from tests.clusters.attachments.make import PDF, upload
from tests.periods import DAY

pytestmark = pytest.mark.usefixtures("own_database")
MAY = ("Nguyễn Mây Xanh", "12/4/1985", "Phòng A", "Hoàn thành tốt nhiệm vụ", "Số hóa hồ sơ", "Cấp tỉnh", "Không")
GIO = ("Trần Gió Êm", "3/9/1979", "Phòng B", "HTXSNV", "", "", "")


@pytest.fixture
def city(settings, tmp_path):
    settings.DEMONSTRATION_DAY = DAY
    settings.MEDIA_ROOT = tmp_path / "files"
    return make_nominators().city


def results(year_list) -> list[tuple]:
    return [(row.row, row.state, why_refused(row) if row.code else "") for row in year_list.rows.all()]


def taken(year_list, by, seen):
    order_taking(year_list, seen=seen, actor=by.officer)
    work()
    return again(year_list)


def test_good_rows_are_recorded_with_the_proof_and_the_others_say_why(city):
    content = table(
        MAY,
        GIO,
        ("Lê Sóng", "1980", "Phòng A", "Tốt", "", "", ""),
        ("Vũ Rừng Sâu", "1/1/1988", "Phòng D", "Khá", "", "", ""),
        ("Đỗ Núi Cao", "2/2/1990", "Phòng D", "", "", "", ""),
        MAY,
        ("<b>Lê</b> Núi", "2/2/1990", "Phòng D", "Tốt", "", "", ""),
        ("Lê Đồi", "2/2/1990", "Phòng D", "Tốt", "<b>x</b>", "Cấp tỉnh", ""),
        ("Tổng cộng: 6", "", "", "", "", "", ""),
    )
    year_list = checked(city, content, proof=upload(PDF, "quyet-dinh.pdf"))
    assert year_list.state == "checked"
    assert results(year_list) == [
        (2, "new", ""),
        (3, "new", ""),
        (
            4,
            "refused",
            "Cá nhân được phân biệt bằng đủ ngày sinh và đơn vị, hoặc số định danh. Vui lòng bổ sung dòng này.",
        ),
        (5, "refused", results(year_list)[3][2]),
        (6, "refused", "Dòng không có nội dung về năm: không xếp loại, không sáng kiến, không số người."),
        (7, "refused", "Trùng đối tượng và năm với dòng trước trong danh sách."),
        (8, "refused", "“<b>Lê</b> Núi” có dấu “<” hoặc “>”. Hãy ghi lại, bỏ hai dấu đó."),
        (9, "refused", results(year_list)[7][2]),
    ]
    assert "“<b>x</b>” có dấu “<” hoặc “>”" in results(year_list)[7][2]
    assert results(year_list)[3][2].startswith("Xếp loại của năm: “Khá” không phải mức xếp loại.")
    account = year_list.account
    assert account["held"] == account["honour_rows"] + sum(group["times"] for group in account["left"]) == 10
    assert not Subject.objects.exists()
    (duty,) = year_lists_to_take(city.officer)
    assert duty.why == "Đã kiểm tra: 2 dòng ghi được, 6 dòng không nhận."
    assert taken(year_list, city, 2).state == "taken"
    told = YearRecord.objects.order_by("subject__name_key")
    assert [(one.subject.name, one.year, one.rating, one.initiative_scope, one.discipline) for one in told] == [
        ("Nguyễn Mây Xanh", 2022, "good", "province", "none"),
        ("Trần Gió Êm", 2022, "excellent", "", ""),
    ]
    assert {one.proof.name for one in told} == {"quyet-dinh.pdf"}
    assert {one.subject.recipient_key[:4] for one in told} == {"nbu:"}
    assert year_lists_to_take(city.officer) == []


def test_what_is_recorded_is_added_to_and_never_overwritten(city):
    taken(checked(city, table(MAY, GIO)), city, 2)
    adding = ("Trần Gió Êm", "3/9/1979", "Phòng B", "HTXSNV", "Dạy học số", "cơ sở", "")
    against = (*MAY[:3], "Hoàn thành nhiệm vụ", "", "", "")
    second = checked(city, table(adding, against, (*MAY[:3], "HTT", "", "", "")), name="hai.xlsx")
    told = results(second)
    assert [state for _row, state, _why in told] == ["adds", "refused", "refused"]
    assert told[1][2].startswith("Xếp loại của năm: Sổ theo dõi đang ghi khác: Hoàn thành tốt nhiệm vụ.")
    known = checked(city, table((*MAY[:3], "HTT", "", "", "")), name="ba.xlsx")
    assert [state for _row, state, _why in results(known)] == ["known"]
    with pytest.raises(Refusal, match="Không dòng nào"):
        order_taking(known, seen=0, actor=city.officer)
    taken(second, city, 1)
    record = YearRecord.objects.get(subject__name="Trần Gió Êm")
    assert (record.rating, record.initiative, record.version) == ("excellent", "Dạy học số", 2)


def test_collectives_come_with_headcount_and_shares(city):
    content = table(
        ("Phòng Tổng hợp", "Hoàn thành xuất sắc nhiệm vụ", 50, 50, 72, 6),
        ("Phòng Kế hoạch", "HTT", 20, 21, "", ""),
        headings=OF_COLLECTIVES,
    )
    year_list = checked(city, content, kind="collective")
    assert [state for _row, state, _why in results(year_list)] == ["new", "refused"]
    assert "21 nhiều hơn tổng số 20 người" in results(year_list)[1][2]
    taken(year_list, city, 1)
    record = YearRecord.objects.get()
    assert (record.headcount, record.completed, record.advanced, record.fighters) == (50, 50, 36, 6)


def test_the_same_file_twice_is_one_list_and_two_clicks_take_once(city):
    content = table(MAY)
    year_list = checked(city, content)
    assert sent_in(city, content) == year_list
    order_taking(year_list, seen=1, actor=city.officer)
    order_taking(again(year_list), seen=1, actor=city.officer)
    work()
    assert YearRecord.objects.get().version == 1
    with pytest.raises(Refusal, match="Đã ghi vào sổ theo dõi"):
        order_taking(again(year_list), seen=1, actor=city.officer)


def test_a_list_that_the_book_has_overtaken_is_not_taken(city):
    year_list = checked(city, table(MAY))
    taken(checked(city, table(MAY, GIO), name="hai.xlsx"), city, 2)
    after = taken(year_list, city, 1)
    assert (after.state, YearRecord.objects.count()) == ("checked", 2)
    assert "Sổ theo dõi đã thay đổi" in after.job.reason
    assert put_aside(after, actor=city.officer).state == "aside"


def test_a_list_without_a_column_of_years_is_unreadable_with_a_sentence(city):
    honours = table(
        ("Nguyễn Mây Xanh", "12/4/1985", "Phòng A"), headings=("TT", "Họ và tên", "Ngày sinh", "Đơn vị công tác")
    )
    year_list = checked(city, honours)
    assert year_list.state == "unreadable"
    assert "Không cột nào nói về năm công tác" in year_list.job.reason


def test_the_pages(city):
    page = signed_in(city.officer)
    assert "Chưa có danh sách" in words(page.get(reverse("awards:year-lists")))
    url = reverse("awards:year-list-new")
    said = {"organisation": city.organisation.pk, "year": 2022, "subject_kind": "individual"}
    file = SimpleUploadedFile("nam.xlsx", table(MAY, ("<b>Lê</b> Sóng", "1980", "Phòng A", "Tốt", "", "", "")))
    assert page.post(url, said | {"year": 1800, "file": file}).status_code == 422
    file.seek(0)
    one = page.post(url, said | {"file": file})["Location"]
    assert "Kiểm tra danh sách" in words(page.get(one))
    work()
    text = words(page.get(one))
    assert "2 dòng có đối tượng: 1 ghi mới, 1 không nhận." in text
    assert "Hoàn thành tốt nhiệm vụ; Sáng kiến, đề tài: Số hóa hồ sơ" in text
    assert "&lt;b&gt;Lê" in text
    assert "Nguyễn Mây Xanh" not in words(page.get(f"{one}?loai=khong-nhan"))
    assert page.post(reverse("awards:year-list-take", args=[one.rstrip("/").rsplit("/")[-1]]), {}).status_code == 302
    assert not YearRecord.objects.exists()
    page.post(reverse("awards:year-list-take", args=[one.rstrip("/").rsplit("/")[-1]]), {"seen": 1})
    work()
    subject = reverse("awards:subject", args=[Subject.objects.get().pk])
    assert subject in words(page.get(one))
    assert signed_in(make_nominators().city.officer).get(one).status_code == 404
