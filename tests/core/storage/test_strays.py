"""Files that no row names go after a week; what a row names, and what is being written, stays."""

import os

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from clusters.models import Paper
from emulation.core.actions import strays
from tests.clusters.attachments.make import make_paper
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_user

LONG_AGO = 1_000_000_000

pytestmark = pytest.mark.django_db


def test_a_file_that_no_row_names_is_removed_after_a_week(settings, tmp_path, django_assert_num_queries):
    settings.MEDIA_ROOT = tmp_path
    files = storages["default"]
    named = make_paper(organisation=make_organisation(), filed_by=make_user()).file.name
    beside = files.save(f"{named}.read", ContentFile(b"gathered"))
    stray = files.save("papers/2023/07/thua.pdf", ContentFile(b"thua"))
    half = files.save(f"{named}.writing", ContentFile(b"nua"))
    orphaned = files.save("lists/2023/07/bo.xlsx.read", ContentFile(b"bo"))
    for name in (named, beside, stray, half, orphaned):
        os.utime(files.path(name), (LONG_AGO, LONG_AGO))
    young = files.save("papers/2023/07/moi.pdf", ContentFile(b"moi"))
    folders = 3
    with django_assert_num_queries(folders * len(strays._file_fields())):
        assert strays.sweep() == 3
    assert {name for name in (named, beside, stray, half, orphaned, young) if files.exists(name)} == {
        named,
        beside,
        young,
    }


def test_in_a_store_too(files_in_store, monkeypatch):
    monkeypatch.setattr(strays, "LEFT_ALONE", -strays.LEFT_ALONE)
    named = make_paper(organisation=make_organisation(), filed_by=make_user()).file.name
    storages["default"].save("papers/thua.pdf", ContentFile(b"thua"))
    assert strays.sweep() == 1
    assert files_in_store.names(files_in_store.files) == [f"files/{named}"]
    with Paper.objects.get().file.open() as kept:
        assert kept.read()


def test_what_a_killed_worker_was_writing_is_removed_from_its_machine(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for name in ("thi-dua-passing-old", "thi-dua-passing-new", "somebody-elses"):
        (tmp_path / name).mkdir()
    for name in ("thi-dua-passing-old", "somebody-elses"):
        os.utime(tmp_path / name, (LONG_AGO, LONG_AGO))
    assert strays.sweep_passing() == 1
    assert {path.name for path in tmp_path.iterdir()} == {"thi-dua-passing-new", "somebody-elses"}
