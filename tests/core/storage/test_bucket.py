"""Files in a store that several machines share: as they were sent to the byte, whole or not at all, and a sentence
wherever the store does not answer."""

from io import StringIO

import pytest
from botocore.config import Config
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from clusters.models import Paper
from emulation.core import patience
from emulation.core.actions import audit, third_parts
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models import AuditSeal, User
from emulation.core.storage import StoreSilent, bucket
from tests.clusters.attachments.make import small_pdf, upload
from tests.clusters.ballots.make import fresh, make_meeting, voting
from tests.clusters.figures.make import make_city, make_indicator
from tests.clusters.membership.make import make_cluster_year
from tests.clusters.people.make import make_user
from tests.periods import DAY


@pytest.fixture(autouse=True)
def on_the_day(settings):
    settings.DEMONSTRATION_DAY = DAY


def test_an_object_is_whole_replaced_in_one_and_told_apart_from_what_is_not_there(files_in_store):
    files = storages["default"]
    content = bytes(range(256)) * 40_000
    name = files.save("papers/một.pdf", ContentFile(content))
    assert files.save("papers/một.pdf", ContentFile(b"khac")) != name
    with files.open(name) as opened:
        assert opened.read() == content
    files.replace(name, ContentFile(b"thay"))
    assert (files.size(name), files_in_store.content(f"files/{name}")) == (4, b"thay")
    files.delete(name)
    files.delete(name)
    assert not files.exists(name)
    for asked in (files.open, files.size):
        with pytest.raises(FileNotFoundError):
            asked(name)


@pytest.mark.django_db
@pytest.mark.parametrize("hangs", [False, True], ids=["nobody there", "never answers"])
def test_a_store_that_does_not_answer_gets_a_sentence_on_the_page_and_leaves_neither_row_nor_object(
    files_in_store, fall_silent, monkeypatch, hangs
):
    assert bucket.PATIENCE.read_timeout * bucket.PATIENCE.retries["total_max_attempts"] < patience.SECONDS
    monkeypatch.setattr(bucket, "PATIENCE", bucket.PATIENCE.merge(Config(read_timeout=0.5)))
    year = make_cluster_year()
    city = make_city(cluster_year=year, is_head=True)
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(pk=city.officer.user_id))
    page = reverse("clusters:figure-evidence", args=[year.pk, 1, city.organisation.pk, make_indicator().pk])
    answer_again = fall_silent(hangs=hangs)
    answer = client.post(page, {"file": upload(small_pdf())})
    assert answer.status_code == 503
    assert "Kho tệp không trả lời nên chưa lưu hay thay đổi gì" in answer.content.decode()
    assert not Paper.objects.exists()
    answer_again()
    assert client.post(page, {"file": upload(small_pdf())}).status_code == 302
    paper = Paper.objects.get()
    assert files_in_store.names(files_in_store.files) == [f"files/{paper.file.name}"]
    fetched = reverse("clusters:paper", args=[paper.pk])
    assert b"".join(client.get(fetched).streaming_content) == small_pdf()
    fall_silent(hangs=hangs)
    assert "Kho tệp không trả lời" in client.get(fetched, follow=True).content.decode()


@pytest.mark.django_db
def test_the_third_part_lies_in_a_bucket_of_its_own_and_a_silent_store_has_not_lost_it(files_in_store, fall_silent):
    meeting = make_meeting()
    held = voting(meeting)
    assert files_in_store.names(files_in_store.parts) == [fresh(held).third_part]
    answer_again = fall_silent()
    with pytest.raises(StoreSilent):
        third_parts.is_lost(fresh(held))
    answer_again()
    assert not third_parts.is_lost(fresh(held))


@pytest.mark.django_db
def test_a_bucket_that_keeps_versions_takes_no_third_part(files_in_store):
    files_in_store.server.s3.put_bucket_versioning(
        Bucket=files_in_store.parts, VersioningConfiguration={"Status": "Enabled"}
    )
    meeting = make_meeting()
    with pytest.raises(Refusal, match="giữ lại các bản"):
        voting(meeting)
    assert files_in_store.names(files_in_store.parts) == []


@pytest.mark.django_db
def test_the_last_seal_lies_beside_the_files(files_in_store):
    assert audit.kept_seal() is None
    for _time in range(2):
        audit.record(Actor.system("Thử nghiệm"), "change", make_user())
        audit.seal()
    last = AuditSeal.objects.latest("position")
    assert audit.kept_seal()[:2] == (last.position, last.digest)
    assert files_in_store.names(files_in_store.files) == ["seal/audit.seal"]
    storages["seal"].delete(audit.LAST_SEAL)
    assert audit.outside() is audit.Outside.MISSING


def test_the_operator_asks_whether_files_can_be_kept(files_in_store, fall_silent):
    call_command("check_store", stdout=(said := StringIO()))
    assert "đọc và xóa được ở cả ba nơi" in said.getvalue()
    assert files_in_store.names(files_in_store.files) == files_in_store.names(files_in_store.parts) == []
    fall_silent()
    with pytest.raises(CommandError, match="Không giữ được tệp ở “default”"):
        call_command("check_store")
