"""A disk without room: a sentence on whatever page writes, no row, and no file that is half there."""

import stat
import subprocess
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from awards.models import HonourBatch
from clusters.models import FigureEvidence, Paper
from emulation.core.models import User
from tests.clusters.attachments.make import small_pdf, upload
from tests.clusters.figures.make import make_city, make_indicator
from tests.clusters.membership.make import make_cluster_year
from tests.periods import DAY

pytestmark = pytest.mark.django_db
ROOM = 64 * 1024
SENTENCE = "Máy chủ không còn chỗ lưu trữ nên chưa lưu được gì"


@pytest.fixture
def small_disk(tmp_path, settings):
    place = tmp_path / "files"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", place], capture_output=True)
    if done.returncode:
        pytest.skip("this account may not mount a small disk")
    settings.MEDIA_ROOT, settings.DEMONSTRATION_DAY = place, DAY
    yield place
    subprocess.run(["umount", place], check=True)


def in_it(place: Path) -> list[str]:
    return sorted(path.name for path in place.rglob("*") if path.is_file())


def test_a_full_disk_gets_a_sentence_and_leaves_no_orphan(small_disk):
    year = make_cluster_year()
    city = make_city(cluster_year=year, is_head=True)
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(pk=city.officer.user_id))
    evidence = reverse("clusters:figure-evidence", args=[year.pk, 1, city.organisation.pk, make_indicator().pk])
    pages = {
        evidence: {"file": upload(small_pdf(catalog=b"/Filler(%s)" % (b"0" * 2 * ROOM)))},
        reverse("awards:upload"): {
            "file": upload(b"Ho ten,Danh hieu\n" + b"Nguoi Thu,LDTT\n" * ROOM, "ds.csv"),
            "organisation": city.organisation.pk,
        },
    }
    for page, form in pages.items():
        answer = client.post(page, form)
        assert (answer.status_code, SENTENCE in answer.content.decode()) == (507, True), page
        assert in_it(small_disk) == [], page
    assert not Paper.objects.exists()
    assert not FigureEvidence.objects.exists()
    assert not HonourBatch.objects.exists()
    assert client.post(evidence, {"file": upload()}).status_code == 302
    [kept] = (path for path in small_disk.rglob("*") if path.is_file())
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in kept.parents if small_disk in folder.parents} == {0o750}
