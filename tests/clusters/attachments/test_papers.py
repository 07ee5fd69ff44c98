"""Papers of an office: filed once, kept whole, opened by those who may see what they show."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from clusters.attachments.access import papers_seen_by
from clusters.attachments.actions import file_paper
from clusters.figures.rules.terms import SheetState
from clusters.models import Paper
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, User
from tests.clusters.attachments.make import PDF, PNG, make_figure_evidence, upload
from tests.clusters.figures.make import in_state, make_figure, make_two_cities

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities():
    return make_two_cities()


def test_a_paper_is_kept_with_its_checksum_and_its_true_ending(cities):
    _year, _head, member = cities
    paper = file_paper(upload(PNG, "C:\\Quét\\biên bản.pdf"), organisation=member.organisation, actor=member.officer)
    assert (paper.name, paper.content_type, paper.size) == ("biên bản.png", "image/png", len(PNG))
    with paper.file.open("rb") as kept:
        assert kept.read() == PNG
    assert AuditEntry.objects.filter(verb="clusters.file_paper", organisation_id=member.organisation.pk).count() == 1


def test_the_same_bytes_are_one_paper(cities):
    _year, _head, member = cities
    first, again = (
        file_paper(upload(name=name), organisation=member.organisation, actor=member.officer)
        for name in ("a.pdf", "b.pdf")
    )
    assert first == again


def test_a_file_renamed_to_pdf_is_refused_in_a_sentence(cities):
    _year, _head, member = cities
    with pytest.raises(Refusal, match="không phải PDF"):
        file_paper(upload(b"MZ\x90\x00", "minh-chung.pdf"), organisation=member.organisation, actor=member.officer)
    assert not Paper.objects.exists()


def test_a_paper_over_the_limit_is_refused_unread(cities, settings):
    settings.PAPER_UPLOAD_LIMIT = 1024 * 1024
    _year, _head, member = cities
    with pytest.raises(Refusal, match="lớn hơn 1 MB"):
        file_paper(upload(b"x" * (1024 * 1024 + 1)), organisation=member.organisation, actor=member.officer)


def test_nobody_files_for_another_office(cities):
    _year, head, member = cities
    with pytest.raises(Refusal, match="không phải của bạn"):
        file_paper(upload(), organisation=member.organisation, actor=head.officer)


def test_a_paper_never_changes(cities):
    _year, _head, member = cities
    file_paper(upload(), organisation=member.organisation, actor=member.officer)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE clusters_paper SET name = 'khac.pdf'")


def test_evidence_is_opened_by_those_who_may_see_the_figures(cities, client):
    _year, head, member = cities
    figure = make_figure(cluster_year=cities[0], organisation=member.organisation)
    paper = make_figure_evidence(figure=figure, filed_by=User.objects.get(pk=member.officer.user_id)).paper
    assert paper in papers_seen_by(member.officer)
    assert paper not in papers_seen_by(head.officer)
    in_state(figure.sheet, SheetState.APPROVED)
    assert paper in papers_seen_by(head.officer)
    client.force_login(User.objects.get(pk=head.officer.user_id))
    response = client.get(reverse("clusters:paper", args=[paper.pk]))
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"].startswith("attachment")
