"""The way through the pages: send in, confirm the columns, look at the check, accept; and who may not."""

import pytest
from django.urls import reverse

from awards.lists.rules.terms import BatchState
from awards.models import Award, Honour, HonourBatch
from clusters.models import Organisation
from emulation.core.actor import Role
from tests.awards.lists.clients import DAY, at, confirmed, send, signed_in, work
from tests.awards.lists.workbooks import book, l1_book, numbered, person

pytestmark = pytest.mark.usefixtures("own_database")


def test_from_the_file_to_the_register(officer):
    response = send(officer, l1_book([person("Nguyễn Văn Mẫu"), person("Trần Thị Mẫu")]))
    batch = HonourBatch.objects.get()
    assert response.url == at("batch-columns", batch)
    page = officer.get(response.url).content.decode()
    assert "Nguyễn Văn Mẫu" in page
    assert 'value="123/QĐ-UBND"' in page
    assert 'value="05/06/2023"' in page
    assert confirmed(officer, batch).status_code == 302
    batch.refresh_from_db()
    assert (batch.state, batch.good, batch.job.done, batch.job.total) == (BatchState.CHECKED, 2, 2, 2)
    assert not Honour.objects.exists()
    assert "Take 2 honours into the register" in officer.get(at("batch", batch)).content.decode()
    officer.post(at("batch-accept", batch))
    work()
    batch.refresh_from_db()
    assert batch.state == BatchState.ACCEPTED
    assert sorted(Honour.objects.values_list("name", flat=True)) == ["Nguyễn Văn Mẫu", "Trần Thị Mẫu"]
    assert "See the register" in officer.get(at("batch", batch)).content.decode()


def test_the_same_file_again_is_told_with_a_link(officer):
    content = l1_book([person("Nguyễn Văn Mẫu")])
    send(officer, content)
    batch = HonourBatch.objects.get()
    confirmed(officer, batch)
    officer.post(at("batch-accept", batch))
    work()
    response = send(officer, content)
    assert response.status_code == 409
    assert at("batch", batch) in response.content.decode()
    assert HonourBatch.objects.count() == Honour.objects.count() == 1


def test_a_file_still_in_work_is_found_again(officer):
    content = l1_book([person("Nguyễn Văn Mẫu")])
    send(officer, content)
    send(officer, content)
    assert HonourBatch.objects.count() == 1


def test_what_the_list_lacks_is_asked_and_the_answers_are_kept(officer):
    rows = [("STT", "Họ và tên", "Đơn vị"), *numbered([("Nguyễn Văn Mẫu", "Phòng Minh Họa")])]
    send(officer, book({"Sheet1": rows}))
    batch = HonourBatch.objects.get()
    asked = officer.get(at("batch-columns", batch)).content.decode()
    assert asked.count("No column says it, so say it once") == 2
    assert "its honours are kept without this year" in asked
    assert "do not say it" in asked
    response = confirmed(officer, batch, decision_number="7/QĐ-UBND", way="")
    told = response.content.decode()
    assert response.status_code == 422
    assert told.count("No column says it") >= 3
    assert 'value="7/QĐ-UBND"' in told
    assert batch.job.kind == "awards.read_list"


def test_a_list_of_which_only_the_name_is_known_is_asked(officer):
    send(officer, book({"Sheet1": [("Họ và tên", "Nội dung"), ("Nguyễn Văn Mẫu", "Tốt"), ("Trần Thị Mẫu", "Khá")]}))
    first = HonourBatch.objects.get()
    assert "Only the column of names was recognised" in officer.get(at("batch-columns", first)).content.decode()
    send(officer, book({"Sheet1": [("Họ và tên",), ("Nguyễn Văn Mẫu",), ("Trần Thị Mẫu",)]}))
    second = HonourBatch.objects.latest("pk")
    said = {"award": Award.objects.coded("LDTT").get().pk, "subject_kind": "individual", "way": "regular"}
    confirmed(officer, second, decision_date="15/03/2023", achievement_year="2022", **said)
    second.refresh_from_db()
    assert (second.state, second.good, second.refused) == (BatchState.CHECKED, 2, 0)


def test_two_columns_cannot_mean_the_same(officer):
    send(officer, l1_book([person("Nguyễn Văn Mẫu")]))
    batch = HonourBatch.objects.get()
    response = confirmed(officer, batch, column_3="unit")
    assert response.status_code == 422
    assert "already means this" in response.content.decode()


def test_each_of_two_awards_keeps_its_own_decision(officer):
    heads = ("Họ và tên", "Ngày sinh", "Danh hiệu", "Số QĐ", "Ngày QĐ", "Hình thức khen thưởng", "Số QĐ", "Ngày QĐ")
    merit = "Bằng khen của Chủ tịch UBND thành phố"
    row = ("Nguyễn Văn Mẫu", "05/03/1985", "Lao động tiên tiến", "1/QĐ", "05/01/2023", merit, "45/QĐ", "15/03/2023")
    send(officer, book({"Sheet1": [heads, row]}))
    batch = HonourBatch.objects.get()
    assert confirmed(officer, batch).status_code == 302
    assert list(batch.rows.order_by("nth").values_list("decision_number", flat=True)) == ["1/QĐ", "45/QĐ"]


def test_refused_rows_are_named_and_stay_out_by_word(officer):
    send(officer, l1_book([person("Nguyễn Văn Mẫu"), person("Trần Thị Mẫu", award="Bằng khen vũ trụ")]))
    batch = HonourBatch.objects.get()
    confirmed(officer, batch)
    page = officer.get(at("batch", batch)).content.decode()
    assert "Bằng khen vũ trụ" in page
    assert "Take 1 honours, leave 1 out" in page
    officer.post(at("batch-accept", batch))
    work()
    assert not Honour.objects.exists()
    officer.post(at("batch-accept", batch), {"refused_seen": "1"})
    work()
    assert Honour.objects.get().name == "Nguyễn Văn Mẫu"


def test_repeated_rows_wait_for_a_persons_word(officer):
    send(officer, l1_book([person("Nguyễn Văn Mẫu"), person("Nguyễn Văn Mẫu")]))
    batch = HonourBatch.objects.get()
    confirmed(officer, batch)
    assert "I have looked at the 2 repeated honours" in officer.get(at("batch", batch)).content.decode()
    officer.post(at("batch-accept", batch))
    work()
    assert not Honour.objects.exists()
    officer.post(at("batch-accept", batch), {"repeated_seen": "2"})
    work()
    assert Honour.objects.count() == 2


def test_a_list_put_aside_never_reaches_the_register(officer):
    send(officer, l1_book([person("Nguyễn Văn Mẫu")]))
    batch = HonourBatch.objects.get()
    confirmed(officer, batch)
    officer.post(at("batch-discard", batch))
    officer.post(at("batch-accept", batch))
    work()
    batch.refresh_from_db()
    assert batch.state == BatchState.DISCARDED
    assert not batch.rows.exists()
    assert not Honour.objects.exists()


def test_the_file_comes_back_as_it_was_sent(officer):
    content = l1_book([person("Nguyễn Văn Mẫu")])
    send(officer, content, "Danh sách Cần Thơ.xlsx")
    response = officer.get(at("batch-file", HonourBatch.objects.get()))
    assert b"".join(response.streaming_content) == content
    assert response["Content-Disposition"].startswith("attachment")


def test_a_file_over_the_limit_is_dropped_while_it_comes_in(officer, settings):
    settings.LIST_UPLOAD_LIMIT = 200_000
    response = send(officer, b"PK\x03\x04" + b"x" * 300_000)
    assert response.status_code == 422
    assert "larger than" in response.content.decode()
    assert not HonourBatch.objects.exists()


def test_the_upload_asks_for_the_token(city):
    client = signed_in(city, enforce_csrf_checks=True)
    response = send(client, l1_book([person("Nguyễn Văn Mẫu")]))
    assert response.status_code == 403
    assert not HonourBatch.objects.exists()


PAGES = ("batch", "batch-columns", "batch-file")
DEEDS = ("batch-columns", "batch-accept", "batch-discard")


def test_a_stranger_finds_nothing_where_the_officer_finds_all(officer):
    send(officer, l1_book([person("Nguyễn Văn Mẫu")]))
    batch = HonourBatch.objects.get()
    stranger = signed_in(Organisation.objects.coded("48", DAY).get())
    for name in PAGES:
        response = officer.get(at(name, batch))
        assert response.status_code == 200
        response.close()
        assert stranger.get(at(name, batch)).status_code == 404
    for name in DEEDS:
        assert stranger.post(at(name, batch)).status_code == 404
    assert "danh-sach.xlsx" in officer.get(reverse("awards:batches")).content.decode()
    assert "danh-sach.xlsx" not in stranger.get(reverse("awards:batches")).content.decode()
    batch.refresh_from_db()
    assert batch.state == BatchState.UPLOADED


def test_an_approver_reads_and_changes_nothing(officer, city):
    send(officer, l1_book([person("Nguyễn Văn Mẫu")]))
    batch = HonourBatch.objects.get()
    approver = signed_in(city, Role.APPROVER)
    assert approver.get(at("batch", batch)).status_code == 200
    for name in DEEDS:
        assert approver.post(at(name, batch)).status_code == 404
    assert send(approver, b"x").status_code == 404


def test_the_page_of_lists_asks_the_same_number_of_questions_for_one_and_for_three(officer, django_assert_num_queries):
    for number in range(3):
        send(officer, l1_book([person(f"Nguyễn Văn Mẫu {'ABCDEFGHIKLM'[number]}")]))
        officer.get(reverse("awards:batches"))
        with django_assert_num_queries(QUESTIONS):
            officer.get(reverse("awards:batches"))


QUESTIONS = 8
