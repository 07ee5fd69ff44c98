"""The grid against the pact: target, periods before, share reached, points as they are typed, jumps, evidence."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clusters.figures.actions.evidence import attach_evidence, withdraw_evidence
from clusters.figures.actions.figures import write_cell
from clusters.figures.actions.sheets import submit_sheet
from clusters.figures.rules.plan_share import reckoned_share
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import FigurePart, ValueKind
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.models import FigureEvidence, FigureSheet
from clusters.regulation.rules.terms import FunctionKind
from emulation.core.errors import Refusal
from emulation.core.quantity import parse_quantity
from tests.clusters.attachments.make import PNG, upload
from tests.clusters.figures.make import in_state, make_city, make_figure, make_indicator
from tests.clusters.figures.visiting import at, save, signed_in, words
from tests.clusters.membership.make import make_cluster_year
from tests.clusters.pacts.make import in_force, make_pact, set_target
from tests.clusters.regulation.make import adopt, make_criterion, make_scheme

pytestmark = pytest.mark.django_db


@pytest.fixture
def percent():
    return make_indicator(value_kind=ValueKind.PERCENT, unit="%", derivation="common_bound", name="Tăng trưởng thử")


@pytest.fixture
def year_with_pact(cluster, percent):
    """A regulation that scores the indicator with 10 points, and a pact that wants 8%."""
    year, head, member = cluster
    made = make_scheme(cluster_year=year)
    make_criterion(group=made.group, function=FunctionKind.PERCENT_OF_TARGET, indicator=percent)
    adopt(made.scheme)
    pact = make_pact(year, head)
    set_target(pact, head, percent, {head: "8%", member: "8%"})
    in_force(pact, head, [head, member])
    return cluster


@pytest.mark.parametrize(
    ("value", "target", "share"),
    [
        ("7,4%", "8%", "92.50"),
        ("2/3", "19/19", "66.67"),
        ("8%", "7% - 9%", "114.29"),
        ("trên 7%", "8%", None),
        ("khoảng 7%", "8%", None),
        ("7%", "0%", None),
        ("0,18%", "không quá 0,36%", None),
        ("7 xã", "19/19", None),
    ],
)
def test_the_share_reached_is_reckoned_only_where_it_is_certain(value, target, share):
    found = reckoned_share(parse_quantity(value, unit="xã"), parse_quantity(target, unit="xã"))
    assert found == (None if share is None else Decimal(share))


def test_target_share_and_points_stand_in_the_row_and_come_back_with_each_cell(year_with_pact, percent):
    year, _head, member = year_with_pact
    client = signed_in(member.officer, "vi")
    page = words(client.get(at("figure-sheet", year, member)))
    assert "Chỉ tiêu: <strong>8%</strong>" in page
    assert "Nghị quyết thử" in page
    answer = words(save(client, year, member, percent, "7,4%"))
    assert "<strong>92,5%</strong>" in answer
    assert "Đạt 92,5% chỉ tiêu (7,4% so với 8%). Được 9,25 trên 10 điểm." in answer
    assert "<strong>9,25</strong> trên 10" in answer
    hedged = words(save(client, year, member, percent, "trên 3,5%", seen="7,4%"))
    assert "còn thiếu kết quả chính xác" in hedged


def test_the_typed_share_of_the_plan_is_held_against_the_target(year_with_pact, percent):
    year, _head, member = year_with_pact
    client = signed_in(member.officer, "vi")
    save(client, year, member, percent, "7,4%")
    warned = words(save(client, year, member, percent, "80%", part="plan_share"))
    assert "không khớp với tỷ lệ tính từ kết quả và chỉ tiêu" in warned
    assert "không khớp" not in words(save(client, year, member, percent, "92,5%", seen="80%", part="plan_share"))


def test_a_jump_wants_an_explanation_before_submitting(cluster, percent):
    year, _head, member = cluster
    earlier = make_cluster_year(cluster=year.cluster, year=2022)
    before = make_figure(cluster_year=earlier, organisation=member.organisation, indicator=percent, value="4%")
    in_state(before.sheet, SheetState.ACCEPTED)
    client = signed_in(member.officer, "vi")
    assert "Cách kỳ trước hơn 50%" in words(save(client, year, member, percent, "7,4%"))
    sheet = FigureSheet.objects.get(cluster_year=year)
    with pytest.raises(Refusal, match="Nêu lý do ở ghi chú|nêu lý do ở ghi chú"):
        submit_sheet(sheet, actor=member.officer)
    save(client, year, member, percent, "Có dự án lớn đi vào hoạt động", part="note")
    assert submit_sheet(sheet, actor=member.officer).state == SheetState.SUBMITTED


def test_the_year_shows_its_first_half_and_its_own_heading(cluster, percent):
    year, _head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation, indicator=percent, value="3,2%")
    in_state(figure.sheet, SheetState.ACCEPTED)
    page = words(signed_in(member.officer, "vi").get(at("figure-sheet", year, member, WHOLE_YEAR)))
    assert "Kết quả cả năm" in page
    assert "6 tháng đầu năm: 3,2%" in page


def test_of_accepted_figures_only_the_office_itself_is_shown_its_points(year_with_pact, percent):
    year, head, member = year_with_pact
    figure = make_figure(cluster_year=year, organisation=member.organisation, indicator=percent, value="7,4%")
    in_state(figure.sheet, SheetState.ACCEPTED)
    sheet = at("figure-sheet", year, member)
    assert "Điểm tạm tính" in words(signed_in(member.approver, "vi").get(sheet))
    for reader in (head.officer, make_city(cluster_year=year).officer):
        page = words(signed_in(reader, "vi").get(sheet))
        assert "92,5%" in page
        assert "tạm tính" not in page


def test_nobody_sees_another_members_points(year_with_pact, percent):
    year, head, member = year_with_pact
    figure = make_figure(cluster_year=year, organisation=member.organisation, indicator=percent, value="7,4%")
    in_state(figure.sheet, SheetState.DRAFT)
    assert signed_in(head.officer).get(at("figure-sheet", year, member)).status_code == 404


def test_the_same_number_of_questions_with_more_scored_indicators(year_with_pact, percent):
    year, _head, member = year_with_pact
    client = signed_in(member.officer)
    save(client, year, member, percent, "7%")
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            client.get(at("figure-sheet", year, member))
        counts.append(len(asked))
        for _ in range(2):
            make_figure(cluster_year=year, organisation=member.organisation)
    assert counts == [24, 24]


def test_evidence_is_attached_shown_and_withdrawn(cluster, percent):
    year, head, member = cluster
    client = signed_in(member.officer, "vi")
    url = reverse("clusters:figure-evidence", args=[year.pk, 1, str(member.organisation.pk), percent.pk])
    assert client.post(url, {"file": upload(name="quyết định.pdf")}).status_code == 302
    page = words(client.get(at("figure-sheet", year, member)))
    assert "quyết định.pdf" in page
    evidence = FigureEvidence.objects.get()
    again = attach_evidence(year, 1, member.organisation, indicator=percent, upload=upload(), actor=member.officer)
    assert again == evidence
    withdrawn = client.post(
        reverse(
            "clusters:figure-evidence-withdraw",
            args=[year.pk, 1, str(member.organisation.pk), percent.pk, evidence.pk],
        )
    )
    assert withdrawn.status_code == 302
    assert "quyết định.pdf" not in words(client.get(at("figure-sheet", year, member)))
    assert FigureEvidence.objects.get().withdrawn_at is not None
    assert signed_in(head.officer).get(url).status_code == 404


def test_a_file_renamed_to_pdf_keeps_the_page_and_says_why(cluster, percent):
    year, _head, member = cluster
    url = reverse("clusters:figure-evidence", args=[year.pk, 1, str(member.organisation.pk), percent.pk])
    answer = signed_in(member.officer, "vi").post(url, {"file": upload(b"MZ\x90\x00", "minh-chung.pdf")})
    assert answer.status_code == 422
    assert "không phải PDF" in words(answer)
    assert not FigureEvidence.objects.exists()


def test_evidence_stands_once_the_figures_are_submitted(cluster, percent):
    year, _head, member = cluster
    evidence = attach_evidence(year, 1, member.organisation, indicator=percent, upload=upload(), actor=member.officer)
    write_cell(
        year, 1, member.organisation, indicator=percent, part=FigurePart.VALUE, text="7%", seen="", actor=member.officer
    )
    submit_sheet(evidence.figure.sheet, actor=member.officer)
    with pytest.raises(Refusal, match="chờ lãnh đạo|chờ"):
        withdraw_evidence(evidence, actor=member.officer)
    with pytest.raises(Refusal, match="chờ"):
        attach_evidence(year, 1, member.organisation, indicator=percent, upload=upload(PNG), actor=member.officer)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE clusters_figureevidence SET withdrawn_at = now()")


def test_only_its_own_officer_files_evidence(cluster, percent):
    year, head, member = cluster
    for actor in (head.officer, member.approver):
        with pytest.raises(Refusal, match="của đơn vị"):
            attach_evidence(year, 1, member.organisation, indicator=percent, upload=upload(), actor=actor)
