"""“Tổng khớp” of a province's report: what is planted is found, each mismatch opens exactly its rows, by right."""

from datetime import date

import pytest
from django.urls import reverse

from awards.models import DeclaredTotal, Honour
from awards.totals.rules.terms import TotalSubject
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.models import OrganisationKind
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.period import Period
from reports.agreement.material.compared import compared_of
from reports.agreement.rules.terms import About, Verdict
from reports.document.rules.document import Document, Letterhead
from reports.document.rules.snapshot import freeze
from reports.models import Report, ReportKind, ReportState
from tests.awards.register.make import make_honour
from tests.awards.totals.make import make_total
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user
from tests.reports.province.world import DAY, YEAR, make_province

pytestmark = pytest.mark.usefixtures("own_database")


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def world():
    return make_province()


def make_report(world, *, total, year=YEAR, half=WHOLE_YEAR, state=ReportState.DRAFT) -> Report:
    is_signed = state == ReportState.SIGNED
    return Report.objects.create(
        kind=ReportKind.PROVINCE_YEAR_END if half == WHOLE_YEAR else ReportKind.PROVINCE_SIX_MONTH,
        state=state,
        province=world.province,
        year=year,
        organisation=world.province,
        during=Period.half_year(year, half) if half else Period.year(year),
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
    )


def found(report, verdict) -> dict:
    told: dict = {}
    for one in compared_of(report):
        if one.verdict is verdict:
            told.setdefault(one.about, []).append((one.name, one.left, one.right))
    return told


def test_a_report_that_agrees_says_so_of_every_table_and_names_who_has_no_results(world):
    report = make_report(world, total=7)
    assert found(report, Verdict.DIFFERS) == {}
    assert {About.BY_LEVEL, About.BY_LINE, About.BY_WAY, About.BY_UNIT, About.REGISTER_LIST, About.DRAFT} <= set(
        found(report, Verdict.AGREES)
    )
    to_look_at = found(report, Verdict.TO_LOOK_AT)
    named = {about: {name for name, *_numbers in told} for about, told in to_look_at.items()}
    assert named[About.NO_HONOURS] == {"Sở Thử T", "Sở Thử U", "Sở Thử V", "Sở Thử W"}
    assert named[About.NO_FIGURES] == {"Sở Thử U (Khối B)", "Sở Thử V (Khối B)"}
    assert (named[About.NOT_OPENED], named[About.NO_RESULT]) == ({"Cụm C"}, {"Khối B"})


def test_planted_mismatches_are_found_with_both_numbers(world):
    smaller = make_total(world.units["S"], half=WHOLE_YEAR, count=9)
    DeclaredTotal.objects.filter(pk=smaller.pk).update(count=3)
    make_total(world.province, half=WHOLE_YEAR, count=3)
    make_total(world.province, half=WHOLE_YEAR, subject=TotalSubject.INDIVIDUAL, count=4)
    report = make_report(world, total=6)
    differing = {about: [told[1:] for told in rows] for about, rows in found(report, Verdict.DIFFERS).items()}
    assert differing == {About.DRAFT: [(6, 7)], About.NAMED: [(3, 4)], About.KINDS_DECLARED: [(4, 3)]}
    ((name, *numbers),) = [told for told in found(report, Verdict.TO_LOOK_AT)[About.NAMED_WITH_UNITS] if told[1] == 3]
    assert (name.split(",")[0], numbers) == ("Thành Thử", [3, 7])


def test_it_is_laid_beside_its_own_signed_reports_and_no_other_province_s(world):
    make_report(world, total=3, year=YEAR - 1, state=ReportState.SIGNED)
    for half, total in ((1, 4), (2, 3)):
        make_report(world, total=total, half=half, state=ReportState.SIGNED)
    report = make_report(world, total=7)
    assert set(found(report, Verdict.AGREES)) >= {About.LAST_TOTAL, About.SIGNED_HALVES}
    gone = Honour.objects.filter(organisation=world.units["S"], decision_date=date(YEAR - 1, 5, 1)).first()
    Honour.objects.filter(pk=gone.pk).update(status="revoked")
    assert [told[1:] for told in found(report, Verdict.DIFFERS)[About.LAST_TOTAL]] == [(3, 2)]


def test_the_page_opens_exactly_the_rows_of_the_province_and_its_units(world, client):
    stranger = make_organisation(name="Sở Người Lạ", kind=OrganisationKind.UNIT, parent=world.neighbour)
    make_honour(stranger, decision_date=date(YEAR, 4, 1))
    report = make_report(world, total=6)
    client.force_login(make_mandate(organisation=world.province, role=Role.APPROVER).user)
    url = reverse("reports:agreement", args=[report.pk])
    assert f'hx-get="{url}"' in client.get(report.get_absolute_url()).content.decode()
    page = client.get(url)
    assert "Báo cáo này ghi 6 lượt, Sổ khen thưởng nay có 7 lượt." in page.content.decode()
    lines = [line for check in page.context["checks"] for line in check["lines"]]
    answers = {line["sentence"]: client.get(line["url"]) for line in lines}
    assert {answer.status_code for answer in answers.values()} == {200}
    draft = next(answer for sentence, answer in answers.items() if sentence.startswith("Báo cáo này ghi"))
    assert draft.context["total"] == 7
    assert "Thành Thử và các đơn vị trực thuộc" in draft.content.decode()
    without = next(answer for sentence, answer in answers.items() if sentence.startswith("Sở Thử T chưa có lượt"))
    assert (without.context["total"], "Sở Thử T" in without.context["sentence"]) == (0, True)


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.OFFICER, 200), (Role.APPROVER, 200), (Role.CENTRAL_REVIEWER, 200), (Role.REPORT_READER, 404), (None, 404)],
)
def test_who_makes_signs_or_reviews_it_finds_it_and_nobody_else(world, client, role, status):
    report = make_report(world, total=7)
    bodies = {None: world.neighbour, Role.CENTRAL_REVIEWER: make_organisation(kind=OrganisationKind.CENTRAL_BOARD)}
    mandate = make_mandate(organisation=bodies.get(role, world.province), role=role or Role.APPROVER)
    client.force_login(mandate.user)
    assert client.get(reverse("reports:agreement", args=[report.pk])).status_code == status
