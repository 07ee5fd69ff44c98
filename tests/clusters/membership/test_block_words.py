"""A block's pages, duties and papers say khối trưởng; those of a cluster, and lists of both, keep their own words."""

import pytest
from babel.messages import mofile, pofile
from django.urls import reverse
from django.utils import translation

from clusters.duties import duties
from clusters.models import Cluster, ClusterKind, ClusterYear, PostKind
from emulation.core.block_catalogue import compile_catalogue
from emulation.core.models import AuditEntry, User
from emulation.core.text import of_block
from reports.pact.compose import compose as pact_paper
from reports.pact.material import pact_material
from tests.architecture.test_words import CATALOGUE
from tests.clusters.figures.make import make_two_cities
from tests.clusters.membership.make import make_post
from tests.clusters.pacts.make import make_pact
from tests.periods import DAY


@pytest.fixture
def block(db, settings):
    settings.DEMONSTRATION_DAY = DAY
    year, head, member = make_two_cities()
    Cluster.objects.filter(pk=year.cluster_id).update(kind=ClusterKind.KHOI, name="Khối thi đua thử")
    return ClusterYear.objects.select_related("cluster__owner").get(pk=year.pk), head, member


@pytest.mark.parametrize(
    ("said", "of_a_block"),
    [
        ("Cụm trưởng, cụm phó của cụm", "Khối trưởng, khối phó của khối"),
        ("TM. CỤM THI ĐUA", "TM. KHỐI THI ĐUA"),
        ("In kèm cụm từ “theo báo cáo”", "In kèm cụm từ “theo báo cáo”"),
        ("Cụm, khối thi đua; một cụm hoặc khối", "Cụm, khối thi đua; một cụm hoặc khối"),
    ],
)
def test_what_is_said_of_a_block(said, of_a_block):
    assert of_block(said) == of_a_block


def first(plural) -> str:
    return plural if isinstance(plural, str) else plural[0]


def test_the_catalogue_of_blocks_turns_every_sentence_that_speaks_of_a_cluster(tmp_path):
    compile_catalogue(CATALOGUE, tmp_path / "vi_X-khoi/django.mo")
    with (tmp_path / "vi_X-khoi/django.mo").open("rb") as file:
        turned = {first(each.id): str(each.string) for each in mofile.read_mo(file) if each.id}
    with CATALOGUE.open("rb") as file:
        of_heads = [each for each in pofile.read_po(file, locale="vi") if "cụm trưởng" in str(each.string).casefold()]
    assert len(of_heads) > 90
    assert {first(each.id) for each in of_heads} <= set(turned)
    assert not [text for text in turned.values() if "cụm trưởng" in text.casefold()]


def test_a_block_s_page_speaks_of_a_block_and_the_next_page_does_not(block, client):
    year, head, _member = block
    other = make_post().cluster_year
    client.force_login(User.objects.get(pk=head.officer.user_id))
    page = client.get(year.get_absolute_url()).content.decode()
    assert "Khối trưởng" in page
    assert "cụm trưởng" not in page.casefold()
    assert "Cụm trưởng" in client.get(other.get_absolute_url()).content.decode()
    client.cookies["django_language"] = "en"
    assert "Head of the cluster" in client.get(year.get_absolute_url()).content.decode()


def test_a_refusal_on_a_block_s_page_too(block, client):
    year, head, _member = block
    pact = make_pact(year, head)
    client.force_login(User.objects.get(pk=head.officer.user_id))
    page = client.get(pact.get_absolute_url()).content.decode()
    assert "Chỉ khối trưởng thấy dự thảo." in page


def test_duties_speak_of_each_in_its_own_words(block):
    year, head, _member = block
    cluster, other_head, _other = make_two_cities()
    whys = {duty.why for one in (head, other_head) for duty in duties(one.officer, DAY)}
    assert {"Đơn vị bạn là khối trưởng năm nay.", "Đơn vị bạn là cụm trưởng năm nay."} <= whys
    assert translation.get_language() == "vi"
    assert (year.cluster.is_block, cluster.cluster.is_block) == (True, False)


def test_the_journal_tells_a_block_s_posts_in_its_words(block, client):
    year, head, _member = block
    post = year.posts.get(kind=PostKind.HEAD)
    AuditEntry.objects.create(
        at="2023-07-10T01:02:03Z",
        actor_name="Người Thử",
        verb="clusters.appoint_post",
        subject_kind="clusters.post",
        subject_id=str(post.pk),
        subject_name="Sở Thử",
        organisation_id=head.organisation.pk,
        after={"kind": PostKind.HEAD},
    )
    client.force_login(User.objects.get(pk=head.approver.user_id))
    assert "vai trò trong khối: Khối trưởng" in client.get(reverse("desk:audit")).content.decode()


def test_a_block_s_paper_says_khoi(block):
    year, head, _member = block
    pact = make_pact(year, head)
    paper = str(
        pact_paper(pact_material(type(pact).objects.select_related("cluster_year__cluster__owner").get(pk=pact.pk)))
    )
    assert "cụm" not in paper.casefold()
