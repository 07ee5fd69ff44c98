"""The page of one figure's papers, and the papers in the grid: shown, filed, refused, withdrawn, to whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clusters.figures.rules.terms import SheetState
from clusters.models import FigureEvidence
from emulation.core.models import User
from tests.clusters.attachments.make import PDF, PNG, make_figure_evidence, make_paper, small_pdf, upload
from tests.clusters.figures.make import in_state, make_city, make_figure, make_indicator
from tests.clusters.figures.visiting import at, central, signed_in, words

pytestmark = pytest.mark.django_db


def page_of(year, city, indicator, *, withdrawn=None, half=1):
    whose = str(city.organisation.pk) if city else "cum"
    given = [year.pk, half, whose, indicator.pk]
    if withdrawn is not None:
        return reverse("clusters:figure-evidence-withdraw", args=[*given, withdrawn.pk])
    return reverse("clusters:figure-evidence", args=given)


def with_evidence(year, city, *, name="minh-chung.pdf", indicator=None):
    figure = make_figure(cluster_year=year, organisation=city.organisation, indicator=indicator)
    filed_by = User.objects.get(pk=city.officer.user_id)
    return FigureEvidence.objects.create(
        figure=figure, paper=make_paper(organisation=city.organisation, filed_by=filed_by, name=name)
    )


def test_the_page_says_there_is_none_takes_a_paper_and_the_grid_shows_it_with_its_size(cluster):
    year, _head, member = cluster
    indicator = make_indicator(name="Số phong trào")
    officer = signed_in(member.officer)
    url = page_of(year, member, indicator)
    assert url in words(officer.get(at("figure-sheet", year, member)))
    assert "None yet." in words(officer.get(url))
    answer = officer.post(url, {"file": upload(PNG, "biên bản.png")}, follow=True)
    assert answer.redirect_chain == [(url, 302)]
    assert "The paper stands beside the figure." in words(answer)
    paper = FigureEvidence.objects.get().paper
    for page in (words(answer), words(officer.get(at("figure-sheet", year, member)))):
        assert f'<a href="{reverse("clusters:paper", args=[paper.pk])}">biên bản.png</a>' in page
        assert "1 KB" in page


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04 bang tinh", "neither a PDF nor a picture (JPG, PNG), whatever its name says"),
        (PDF.removesuffix(b"%%EOF\n"), "broken off"),
        (PNG[:-4], "broken off"),
        (small_pdf(catalog=b"/OpenAction<</S/JavaScript>>"), "holds programs or other files"),
        (small_pdf(trailer=b"/Encrypt 9 0 R"), "protected by a password"),
    ],
)
def test_what_is_no_paper_is_refused_at_the_field(cluster, content, sentence):
    year, _head, member = cluster
    url = page_of(year, member, make_indicator())
    answer = signed_in(member.officer).post(url, {"file": upload(content, "minh-chung.pdf")})
    assert answer.status_code == 422
    assert sentence in answer.context["form"].errors["file"][0]
    assert sentence in words(answer)
    assert not FigureEvidence.objects.exists()


def test_a_paper_too_large_is_dropped_while_it_streams_in(cluster, settings):
    settings.PAPER_UPLOAD_LIMIT = 1024 * 1024
    year, _head, member = cluster
    url = page_of(year, member, make_indicator())
    large = upload(PDF + b"0" * 1024 * 1024)
    answer = signed_in(member.officer).post(url, {"file": large})
    assert answer.status_code == 422
    assert answer.context["form"].errors["file"] == [
        "The file is larger than 1 MB. Scan it in a lower resolution, and choose the new file."
    ]
    assert not FigureEvidence.objects.exists()


def test_without_a_file_the_page_says_so(cluster):
    year, _head, member = cluster
    answer = signed_in(member.officer).post(page_of(year, member, make_indicator()))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["file"]


def test_a_form_of_another_site_is_turned_away(cluster):
    year, _head, member = cluster
    officer = signed_in(member.officer)
    officer.handler.enforce_csrf_checks = True
    url = page_of(year, member, make_indicator())
    assert officer.post(url, {"file": upload()}).status_code == 403
    officer.get(url)
    token = officer.cookies["csrftoken"].value
    assert officer.post(url, {"file": upload(), "csrfmiddlewaretoken": token}).status_code == 302


def test_withdrawn_it_leaves_the_page_and_the_grid_and_stays_in_the_database(cluster):
    year, _head, member = cluster
    evidence = with_evidence(year, member, name="biên bản.pdf")
    indicator = evidence.figure.indicator
    officer = signed_in(member.officer)
    assert officer.get(page_of(year, member, indicator, withdrawn=evidence)).status_code == 405
    answer = officer.post(page_of(year, member, indicator, withdrawn=evidence), follow=True)
    assert "no longer stands beside the figure" in words(answer)
    for page in (words(answer), words(officer.get(at("figure-sheet", year, member)))):
        assert "biên bản.pdf" not in page
    assert FigureEvidence.objects.get().withdrawn_at is not None


def test_once_submitted_the_page_offers_nothing_and_a_forged_deed_is_refused_in_words(cluster):
    year, _head, member = cluster
    evidence = with_evidence(year, member)
    in_state(evidence.figure.sheet, SheetState.SUBMITTED)
    officer, url = signed_in(member.officer), page_of(year, member, evidence.figure.indicator)
    page = words(officer.get(url))
    assert "minh-chung.pdf" in page
    assert 'type="file"' not in page
    assert "Withdraw" not in page
    answer = officer.post(url, {"file": upload(PNG)})
    assert answer.status_code == 422
    assert "wait for the approver" in str(answer.context["form"].non_field_errors())
    answer = officer.post(page_of(year, member, evidence.figure.indicator, withdrawn=evidence), follow=True)
    assert "wait for the approver" in words(answer)
    assert FigureEvidence.objects.get().withdrawn_at is None


@pytest.mark.parametrize("state", [SheetState.RETURNED, SheetState.ACCEPTED])
def test_for_all_others_the_page_is_not_there_even_where_they_read_the_sheet(cluster, state):
    year, head, member = cluster
    evidence = with_evidence(year, member)
    in_state(evidence.figure.sheet, state)
    indicator = evidence.figure.indicator
    url = page_of(year, member, indicator)
    assert signed_in(member.officer).get(url).status_code == 200
    others = [member.approver, head.officer, make_city(cluster_year=year).officer]
    for client in [*map(signed_in, others), central()]:
        assert client.get(url).status_code == 404
        assert client.post(url, {"file": upload(PNG)}).status_code == 404
        assert client.post(page_of(year, member, indicator, withdrawn=evidence)).status_code == 404
    assert FigureEvidence.objects.get().withdrawn_at is None


def test_evidence_is_addressed_by_its_own_figure_only(cluster):
    year, head, member = cluster
    evidence, foreign = with_evidence(year, member), with_evidence(year, head)
    officer, other = signed_in(member.officer), make_indicator()
    mine = evidence.figure.indicator
    assert officer.post(page_of(year, member, other, withdrawn=evidence)).status_code == 404
    assert officer.post(page_of(year, member, mine, withdrawn=evidence, half=2)).status_code == 404
    assert officer.post(page_of(year, member, foreign.figure.indicator, withdrawn=foreign)).status_code == 404
    assert signed_in(head.officer).get(page_of(year, None, mine)).status_code == 404
    assert not FigureEvidence.objects.exclude(withdrawn_at=None).exists()


def test_readers_of_the_sheet_see_the_papers_without_a_way_to_change_them(cluster):
    year, head, member = cluster
    evidence = with_evidence(year, member)
    in_state(evidence.figure.sheet, SheetState.APPROVED)
    page = words(signed_in(head.officer).get(at("figure-sheet", year, member)))
    assert reverse("clusters:paper", args=[evidence.paper_id]) in page
    assert page_of(year, member, evidence.figure.indicator) not in page


def test_a_name_is_escaped(cluster):
    year, _head, member = cluster
    name = "<b>x.pdf"
    evidence = with_evidence(year, member, name=name)
    officer = signed_in(member.officer)
    for url in (page_of(year, member, evidence.figure.indicator), at("figure-sheet", year, member)):
        assert "&lt;b&gt;x.pdf" in words(officer.get(url))
        assert name not in words(officer.get(url))


@pytest.mark.parametrize("number", [1, 3])
def test_the_grid_asks_the_same_few_questions_whatever_stands_beside_its_lines(cluster, number):
    year, _head, member = cluster
    for _ in range(number):
        with_evidence(year, member)
    client = signed_in(member.officer)
    client.get(at("figure-sheet", year, member))
    with CaptureQueriesContext(connection) as asked:
        page = words(client.get(at("figure-sheet", year, member)))
    assert page.count(">minh-chung.pdf<") == number
    assert len(asked) == 18


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_few_questions_whatever_the_number_of_papers(cluster, number):
    year, _head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    for _ in range(number):
        make_figure_evidence(figure=figure, filed_by=User.objects.get(pk=member.officer.user_id))
    client, url = signed_in(member.officer), page_of(year, member, figure.indicator)
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        page = words(client.get(url))
    assert page.count(">thu.pdf<") + page.count(">minh-chung.pdf<") == number
    assert len(asked) == 11


def test_without_evidence_a_reader_is_told_there_is_none(cluster):
    year, _head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    in_state(figure.sheet, SheetState.SUBMITTED)
    page = words(signed_in(member.approver).get(at("figure-sheet", year, member)))
    assert 'data-heading="Evidence">–</td>' in page
    assert page_of(year, member, figure.indicator) not in page
