"""A list is closed by a worker: its officer follows the work, others read that it goes on, and why it did not end."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from awards.models import NominationPaper
from awards.publication.actions.publications import order_closing
from emulation.core.errors import Refusal
from emulation.core.models import Job, User
from tests.awards.conflicts.make import make_kin
from tests.awards.lists.clients import work
from tests.awards.publication.make import fresh, laid_out
from tests.awards.sittings.make import before_the_council, make_room
from tests.periods import DAY

pytestmark = pytest.mark.usefixtures("own_database")


@pytest.fixture(autouse=True)
def day(settings, tmp_path):
    settings.DEMONSTRATION_DAY = DAY
    settings.MEDIA_ROOT = tmp_path / "files"


def page_of(actor, publication) -> str:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client.get(publication.get_absolute_url()).content.decode()


def test_a_worker_closes_it_once_and_files_a_proof_into_each_dossier(settings):
    room = make_room()
    dossiers = [before_the_council(room, name) for name in ("Phòng A", "Phòng B")]
    publication = laid_out(room, *dossiers)
    officer, leader = room.offices.city.officer, room.offices.city.approver
    with pytest.raises(Refusal, match="công khai đến hết ngày 24/07/2023"):
        order_closing(publication, actor=officer)
    settings.DEMONSTRATION_DAY = publication.closes_on + timedelta(days=1)
    job = order_closing(publication, actor=officer)
    assert order_closing(publication, actor=leader) == job
    close = reverse("awards:publication-close", args=[publication.pk])
    for actor, told in ((officer, job.get_absolute_url()), (leader, "Đồng nghiệp đang kết thúc công khai")):
        page = page_of(actor, publication)
        assert (told in page, close in page) == (True, False)
    assert not NominationPaper.objects.exists()
    work()
    proofs = NominationPaper.objects.filter(kind="publication_proof", is_confirmed=True)
    assert {one.nomination for one in proofs} == set(dossiers)
    assert (fresh(publication).state, Job.objects.get().done) == ("closed", 1)


def test_what_keeps_the_worker_from_closing_it_is_told_and_it_can_be_asked_again(settings):
    """Rights are those of the moment of the work: kin was declared in between."""
    room = make_room()
    publication = laid_out(room, before_the_council(room, "Người Nhà Thử", kind="individual"))
    settings.DEMONSTRATION_DAY = publication.closes_on + timedelta(days=1)
    officer = room.offices.city.officer
    order_closing(publication, actor=officer)
    make_kin(User.objects.get(pk=officer.user_id))
    work()
    assert fresh(publication).state == "open"
    page = page_of(room.offices.city.approver, publication)
    assert "Chưa kết thúc được công khai: " in page
    assert reverse("awards:publication-close", args=[publication.pk]) in page
