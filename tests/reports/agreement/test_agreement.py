"""The page “Tổng khớp” of a draft: what was planted in the register is found, each mismatch opens its rows, by right."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from awards.catalogue.rules.terms import SubjectKind
from awards.models import DeclaredTotal, Honour, HonourCorrection
from awards.totals.rules.terms import Measure, TotalSubject
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.period import Period
from reports.agreement.material.compared import compared_of
from reports.agreement.rules.terms import About, Verdict
from reports.document.rules.document import Document, Letterhead
from reports.document.rules.snapshot import freeze
from reports.document.rules.tables import Figure
from reports.models import Report, ReportKind, ReportState
from tests.awards.register.make import make_honour
from tests.awards.totals.make import make_total
from tests.clusters.membership.make import make_cluster_year
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user
from tests.reports.agreement.printing import printing
from tests.reports.six_month.world import YEAR, make_headed_year

pytestmark = pytest.mark.usefixtures("own_database")
DAY = date(YEAR, 7, 10)


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def year():
    return make_headed_year()


def make_report(year, *, total, state=ReportState.DRAFT, half=1, during=None, **fields):
    is_signed = state == ReportState.SIGNED
    kind = ReportKind.CLUSTER_SIX_MONTH if half else ReportKind.CLUSTER_YEAR_END
    return Report.objects.create(
        kind=kind,
        state=state,
        cluster_year=year,
        organisation=fields.pop("organisation", None) or year.cities[0],
        during=during or Period.half_year(year.year, half),
        half=half,
        as_of=clock.now(),
        day=DAY,
        document=freeze(Document(Letterhead("UBND"), "BC", "Nơi Thử", "Thử", DAY, ())),
        checksum="0" * 64,
        total=total,
        signed_at=clock.real_now() if is_signed else None,
        signed_by="Người Thử" if is_signed else "",
        created_by=make_user(),
        created_at=clock.real_now(),
        **fields,
    )


def differing(report) -> dict:
    return {one.about: (one.left, one.right) for one in compared_of(report) if one.verdict is Verdict.DIFFERS}


def test_a_report_whose_numbers_agree_says_so(year):
    for city in year.cities:
        make_honour(city, recipient_key="1")
        make_honour(city, subject_kind=SubjectKind.COLLECTIVE)
    make_total(year.cities[0], count=2)
    report = make_report(year, total=4)
    rows = compared_of(report)
    assert {one.verdict for one in rows if one.about not in (About.NO_FIGURES, About.PEOPLE_UNKNOWN)} == {
        Verdict.AGREES
    }
    assert {About.BY_LINE, About.REGISTER_LIST, About.DRAFT, About.KINDS_COUNTED, About.NAMED} <= {
        one.about for one in rows
    }


def test_planted_mismatches_are_found_with_both_numbers(year):
    city = year.cities[0]
    make_honour(city)
    make_honour(city)
    DeclaredTotal.objects.filter(pk=make_total(city, count=2).pk).update(count=1)
    make_total(city, measure=Measure.HANDED_OVER, count=9)
    make_total(city, subject=TotalSubject.INDIVIDUAL, count=5)
    assert differing(make_report(year, total=7)) == {
        About.DRAFT: (7, 2),
        About.NAMED: (1, 2),
        About.KINDS_DECLARED: (5, 1),
        About.HANDED_OVER: (9, 1),
    }


def test_the_total_that_was_written_by_hand_is_the_one_that_is_compared(year):
    make_honour(year.cities[0])
    report = make_report(year, total=1)
    source = f"cum={year.cluster.code}&tu=01%2F01%2F{YEAR}&den=30%2F06%2F{YEAR}"
    total = Figure(1, source=source, printed="3 lượt", computed="1 lượt", why="Giấy chưa nhập")
    report.document = freeze(printing(total=total, source=source))
    assert differing(report) | {About.PRINTED_TWICE: ()} == {
        About.BY_HAND: ("3 lượt", "1 lượt"),
        About.PRINTED_TWICE: (),
        About.DRAFT: (3, 1),
    }


def test_the_last_report_is_laid_beside_its_days_as_they_stand_now(year):
    before = make_cluster_year(cluster=year.cluster, year=YEAR - 1)
    then = {"decision_date": date(YEAR - 1, 3, 1), "achievement_year": YEAR - 2}
    kept, gone = (make_honour(year.cities[0], **then) for _ in range(2))
    make_report(before, total=2, state=ReportState.SIGNED, organisation=year.cities[0])
    report = make_report(year, total=0)
    assert differing(report) == {}
    Honour.objects.filter(pk=gone.pk).update(status="revoked")
    HonourCorrection.objects.create(
        honour=gone,
        name="revoke",
        source="in_force",
        target="revoked",
        taken_by_name="Người Thử",
        taken_at=clock.now().replace(hour=23, minute=59, second=59),
        why="Thu hồi",
        before={},
        after={},
    )
    assert differing(report) == {About.LAST_TOTAL: (2, 1)}
    assert {one.about for one in compared_of(report) if one.verdict is Verdict.TO_LOOK_AT} >= {About.LAST_CORRECTED}


def test_signed_halves_are_added_up_beside_their_year(year):
    make_honour(year.cities[0])
    for half, total in ((1, 1), (2, 1)):
        make_report(year, total=total, half=half, state=ReportState.SIGNED)
    report = make_report(year, total=1, half=0, during=Period.year(YEAR))
    assert differing(report) == {About.SIGNED_HALVES: (2, 1)}


def test_a_correction_is_laid_beside_what_it_corrects_back_to_the_first_report(year):
    """Not beside a later one of the same period that it does not correct."""
    make_honour(year.cities[0])
    first = make_report(year, total=3, state=ReportState.SIGNED)
    said = {"state": ReportState.SIGNED, "corrects_why": "Thiếu"}
    second = make_report(year, total=2, corrects=first, **said)
    make_report(year, total=9, state=ReportState.SIGNED, signed_beside=True)
    third = make_report(year, total=1, corrects=second, corrects_why="Thiếu")
    beside = [one.left for one in compared_of(third) if one.about is About.SAME_PERIOD]
    assert beside == [2, 3]


def test_the_page_names_the_mismatch_first_and_opens_its_rows(year, client):
    total = make_total(year.cities[0], count=5)
    make_honour(year.cities[0])
    report = make_report(year, total=3)
    client.force_login(make_mandate(organisation=year.cities[0], role=Role.APPROVER).user)
    page = client.get(reverse("reports:agreement", args=[report.pk]))
    shown = page.content.decode()
    assert "Báo cáo này ghi 3 lượt, Sổ khen thưởng nay có 1 lượt." in shown
    assert total.get_absolute_url() in shown
    urls = {line["url"] for check in page.context["checks"] for line in check["lines"]}
    assert all(client.get(url).status_code == 200 for url in urls)
    register = next(url for url in urls if url.startswith(reverse("awards:register")) and "don-vi" not in url)
    assert client.get(register).context["total"] == 1


def test_the_draft_s_page_asks_for_it_and_the_piece_tells_the_gravest_in_words(year, client):
    report = make_report(year, total=3)
    client.force_login(make_mandate(organisation=year.cities[0], role=Role.APPROVER).user)
    url = reverse("reports:agreement", args=[report.pk])
    assert f'hx-get="{url}"' in client.get(report.get_absolute_url()).content.decode()
    piece = client.get(url, headers={"hx-request": "true"}).content.decode()
    assert "<html" not in piece
    assert "Báo cáo này ghi 3 lượt, Sổ khen thưởng nay có 0 lượt." in piece
    assert "không ngăn việc ký" in piece
    looked_at = [unescape(line["sentence"]) for line in client.get(url).context["to_look_at"]]
    assert looked_at
    assert all(sentence in unescape(piece) for sentence in looked_at)


def test_who_may_not_read_the_draft_does_not_find_it(year, client):
    report = make_report(year, total=0)
    client.force_login(make_mandate(organisation=make_organisation()).user)
    assert client.get(reverse("reports:agreement", args=[report.pk])).status_code == 404
