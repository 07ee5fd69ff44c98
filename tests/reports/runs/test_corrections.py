"""A correction: a new report that names the signed one, by the head's people; in a closed year by who signed."""

from contextlib import closing
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from clusters.models import ClusterYear
from emulation.core.actions import jobs
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from reports.document.rules.snapshot import thaw
from reports.duties import duties
from reports.models import Report, ReportState
from reports.runs.actions.making import ask_for_correction
from tests.awards.register.make import make_honour
from tests.clusters.figures.visiting import words
from tests.clusters.people.make import actor_for
from tests.reports.signing.make import made, person, signed
from tests.reports.six_month.world import make_headed_year

pytestmark = pytest.mark.usefixtures("own_database")
ON = date(2023, 7, 10)
WHY = "Thiếu một quyết định khen thưởng"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.DEMONSTRATION_DAY = ON


@pytest.fixture
def year():
    return make_headed_year()


@pytest.fixture
def officer(year):
    return person(year.cities[0], Role.OFFICER)


@pytest.fixture
def approver(year):
    return person(year.cities[0], Role.APPROVER)


@pytest.fixture
def report(year, officer, approver):
    return signed(made(year, officer, on=ON), actor=actor_for(user=approver), number=7)


def correction_of(report, user) -> Report:
    correction = ask_for_correction(report, why=WHY, actor=actor_for(user=user), on=ON)
    jobs.run(correction.job_id)
    correction.refresh_from_db()
    return correction


def test_a_correction_counts_anew_and_names_what_it_corrects(year, report, officer, approver):
    make_honour(organisation=year.cities[0])
    correction = correction_of(report, officer)
    assert (correction.state, correction.total, report.total) == (ReportState.DRAFT, 1, 0)
    document = thaw(correction.document)
    corrected = "Báo cáo số 07/BC-UBND ngày 10 tháng 7 năm 2023"
    assert document.subject.endswith(f"(đính chính {corrected})")
    assert document.blocks[0].text == f"Báo cáo này đính chính {corrected}. Lý do: {WHY}."
    actor = actor_for(user=approver)
    assert [duty.url for duty in duties(actor, ON)] == [correction.get_absolute_url()]
    with pytest.raises(Refusal, match="được đính chính ghi ngày 10/07/2023") as refused:
        signed(correction, actor=actor, number=8, dated=date(2023, 7, 9))
    assert refused.value.field == "dated"
    assert signed(correction, actor=actor, number=8).state == ReportState.SIGNED
    assert duties(actor, ON) == []
    report.refresh_from_db()
    assert (report.state, thaw(report.signed_paper.document).number) == (ReportState.SIGNED, "07")
    with pytest.raises(Refusal, match="đã được đính chính"):
        correction_of(report, officer)


def test_a_correction_says_why_and_is_of_a_signed_report(year, report, officer):
    with pytest.raises(Refusal, match="lý do"):
        ask_for_correction(report, why=" ", actor=actor_for(user=officer), on=ON)
    with pytest.raises(Refusal, match="báo cáo đã ký"):
        correction_of(made(year, officer, on=ON), officer)


def test_in_a_closed_year_who_signed_corrects_and_nobody_else(year, report, officer, approver):
    ClusterYear.objects.filter(pk=year.pk).update(closed_on=ON)
    report = Report.objects.get(pk=report.pk)
    with pytest.raises(Refusal, match="cụm trưởng"):
        correction_of(report, person(year.cities[1], Role.OFFICER))
    correction = correction_of(report, officer)
    assert correction.organisation == report.organisation
    stranger = actor_for(user=person(year.cities[1], Role.APPROVER))
    assert correction not in Report.objects.visible_to(stranger)
    with pytest.raises(Refusal, match="ký duyệt"):
        signed(correction, actor=stranger, number=8)
    actor = actor_for(user=approver)
    assert [duty.url for duty in duties(actor, ON)] == [correction.get_absolute_url()]
    assert signed(correction, actor=actor, number=8).state == ReportState.SIGNED


def test_the_command_makes_that_of_a_closed_year_for_who_signed_it_and_nobody_else(year, report, officer, tmp_path):
    ClusterYear.objects.filter(pk=year.pk).update(closed_on=ON)
    cluster, out = f"--cluster={year.cluster.code}", tmp_path / "bc.docx"
    asked = ["cluster-six-month", cluster, f"--year={year.year}", "--half=1", "--format=docx", f"--out={out}"]
    with pytest.raises(CommandError, match="cụm trưởng"):
        call_command("report", *asked, f"--actor={person(year.cities[1], Role.OFFICER).username}")
    call_command("report", *asked, f"--actor={officer.username}")
    assert out.exists()


def test_the_pages_of_a_correction(report, officer, approver, client, year):
    client.force_login(officer)
    url = reverse("reports:correct", args=[report.pk])
    assert url in client.get(report.get_absolute_url()).content.decode()
    assert client.post(url, {"why": ""}).status_code == 422
    answer = client.post(url, {"why": WHY})
    correction = Report.objects.get(corrects=report)
    assert answer.url == correction.get_absolute_url()
    jobs.run(correction.job_id)
    assert correction.get_absolute_url() in client.get(report.get_absolute_url()).content.decode()
    assert WHY in client.get(correction.get_absolute_url()).content.decode()
    signed(Report.objects.get(pk=correction.pk), actor=actor_for(user=approver), number=8)
    assert "đã được đính chính bằng" in client.get(report.get_absolute_url()).content.decode()
    shown = words(client.get(reverse("reports:reports")))
    assert "số 08/BC-UBND ngày 10/07/2023, đính chính" in shown
    assert "Báo cáo này đã được đính chính bằng:" in shown
    for one, is_named in ((report, False), (correction, True)):
        with closing(client.get(reverse("reports:file", args=[one.pk, "docx"]))) as given:
            assert ("dinh-chinh-so-08-bc-ubnd" in given.headers["Content-Disposition"]) is is_named
    again = client.post(url, {"why": WHY})
    assert (again.status_code, "Báo cáo này đã được đính chính" in again.content.decode()) == (422, True)
    client.force_login(person(year.cities[1], Role.OFFICER))
    assert client.get(url).status_code == 404
