"""What is read after the upload was answered: by a worker, once more when broken off, or told why it cannot be."""

import io
import zipfile
from pathlib import Path

import pytest
from django.urls import reverse

from awards.lists.intake.sheets_once import forget_sheets
from awards.lists.rules.terms import BatchState
from awards.models import HonourBatch
from clusters.models import Organisation
from emulation.core.models import AuditEntry, Job, JobState
from tests.awards.lists.clients import DAY, at, confirmed, send, signed_in, upload, work
from tests.awards.lists.workbooks import book, l1_book, person

pytestmark = pytest.mark.usefixtures("own_database")
NO_LIST = book({"Sheet1": [("Kính gửi: Ban Thi đua", ""), ("Một", "hai")]})


def test_the_page_answers_before_the_file_is_read(officer):
    response = upload(officer, l1_book([person("Nguyễn Văn Mẫu")]))
    batch = HonourBatch.objects.get()
    assert (batch.state, batch.headings) == (BatchState.RECEIVED, [])
    assert response.url == at("batch-columns", batch)
    page = officer.get(response.url).content.decode()
    assert batch.job.get_absolute_url() in page
    assert "hx-get" in page
    work()
    assert "Nguyễn Văn Mẫu" in officer.get(response.url).content.decode()


def test_a_file_that_is_no_list_says_so_and_asks_for_another(officer):
    upload(officer, NO_LIST)
    work()
    batch = HonourBatch.objects.get()
    assert batch.state == BatchState.UNREADABLE
    assert officer.get(at("batch-columns", batch)).url == at("batch", batch)
    page = officer.get(at("batch", batch)).content.decode()
    assert batch.job.reason in page
    assert "Sheet1" in batch.job.reason
    assert 'type="file"' in page
    assert AuditEntry.objects.get(verb="awards.give_up_list").why == batch.job.reason
    response = officer.get(at("batch-file", batch))
    assert b"".join(response.streaming_content) == NO_LIST


def test_headings_that_name_nobody_are_asked_of_a_person(officer):
    rows = [("STT", "Vợ chồng", "Nơi ở"), (1, "Lê An và Vũ Thị Ba", "Ấp 1")]
    upload(officer, book({"DS": rows}))
    work()
    batch = HonourBatch.objects.get()
    assert batch.state == BatchState.UPLOADED
    response = officer.post(at("batch-columns", batch), {"way": "regular"})
    assert (response.status_code, "Say which column holds the name" in response.content.decode()) == (422, True)
    assert 'name="column_1"' in response.content.decode()


def test_the_same_unreadable_file_is_read_anew(officer):
    send(officer, NO_LIST)
    send(officer, NO_LIST)
    assert [batch.state for batch in HonourBatch.objects.all()] == [BatchState.UNREADABLE] * 2


def test_a_cancelled_reading_is_ordered_again(officer):
    upload(officer, l1_book([person("Nguyễn Văn Mẫu")]))
    batch = HonourBatch.objects.get()
    officer.post(reverse("core:job-cancel", args=[batch.job_id]))
    assert "Read the list" in officer.get(at("batch", batch)).content.decode()
    officer.post(at("batch-read", batch))
    work()
    batch.refresh_from_db()
    assert batch.state == BatchState.UPLOADED
    officer.post(at("batch-read", batch))
    assert not Job.objects.filter(state=JobState.QUEUED).exists()


def test_a_received_list_can_be_put_aside(officer):
    upload(officer, l1_book([person("Nguyễn Văn Mẫu")]))
    batch = HonourBatch.objects.get()
    officer.post(reverse("core:job-cancel", args=[batch.job_id]))
    officer.post(at("batch-discard", batch))
    batch.refresh_from_db()
    assert batch.state == BatchState.DISCARDED


class TestColumnsRemembered:
    def test_the_next_list_with_the_same_headings_follows_the_last_confirmation(self, officer):
        send(officer, l1_book([person("Nguyễn Văn Mẫu")]))
        first = HonourBatch.objects.get()
        assert "as your office confirmed" not in officer.get(at("batch-columns", first)).content.decode()
        confirmed(officer, first, column_3="")
        send(officer, l1_book([person("Trần Thị Mẫu")]))
        second = HonourBatch.objects.first()
        assert "3" in {str(place) for place in range(9)} - second.mapping.keys()
        assert "as your office confirmed" in officer.get(at("batch-columns", second)).content.decode()
        confirmed(officer, second, column_3="position")
        send(officer, l1_book([person("Lê Văn Mẫu")]))
        assert HonourBatch.objects.first().mapping["3"] == "position"

    def test_other_headings_are_guessed(self, officer):
        send(officer, l1_book([person("Nguyễn Văn Mẫu")]))
        confirmed(officer, HonourBatch.objects.get(), column_3="")
        headings = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu")
        send(officer, book({"A": [headings, (1, "Nguyễn Văn Mẫu", "Phòng Minh Họa", "CSTĐCS")]}))
        batch = HonourBatch.objects.first()
        assert batch.columns_kept_at is None
        assert batch.mapping["1"] == "name"

    def test_another_office_is_not_told(self, officer):
        send(officer, l1_book([person("Nguyễn Văn Mẫu")]))
        confirmed(officer, HonourBatch.objects.get(), column_3="")
        other = signed_in(Organisation.objects.coded("48", DAY).get())
        send(other, l1_book([person("Trần Thị Mẫu")]))
        assert HonourBatch.objects.first().columns_kept_at is None


def test_what_a_file_hides_is_found_by_the_worker_and_told(officer):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", b"\0" * (100 * 1024 * 1024))
    assert upload(officer, out.getvalue()).status_code == 302
    assert HonourBatch.objects.get().state == BatchState.RECEIVED
    work()
    batch = HonourBatch.objects.get()
    assert batch.state == BatchState.UNREADABLE
    assert "lớn hơn nhiều so với mọi danh sách" in officer.get(at("batch", batch)).content.decode()


def files_of(settings):
    return sorted(path.suffix for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())


def test_the_file_is_read_once_and_what_was_read_goes_with_the_list(officer, settings):
    send(officer, l1_book([person("Nguyễn Văn Mẫu")]))
    assert files_of(settings) == [".read", ".xlsx"]
    batch = HonourBatch.objects.get()
    Path(batch.file.path).write_bytes(b"")
    confirmed(officer, batch)
    assert HonourBatch.objects.get().good == 1
    officer.post(at("batch-accept", batch))
    work()
    assert HonourBatch.objects.get().state == BatchState.ACCEPTED
    assert files_of(settings) == [".xlsx"]


def test_what_was_read_is_read_again_where_it_is_gone(officer, settings):
    send(officer, l1_book([person("Nguyễn Văn Mẫu")]))
    batch = HonourBatch.objects.get()
    forget_sheets(batch)
    confirmed(officer, batch)
    assert HonourBatch.objects.get().good == 1
    officer.post(at("batch-discard", batch))
    assert files_of(settings) == [".xlsx"]
