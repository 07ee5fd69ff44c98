"""Asking, making, signing; from the page and from the command line."""

import re
import subprocess
from datetime import date

import pytest
import typst
from django.core.management import CommandError, call_command
from django.urls import reverse

from awards.lists.actions import undo_list
from awards.lists.rules.terms import BatchState
from awards.models import Honour
from awards.register.rules.terms import HonourStatus
from emulation.core import clock
from emulation.core.actions import jobs
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, Job, JobState
from emulation.core.period import Period
from reports.document.rules.snapshot import thaw
from reports.duties import duties
from reports.models import FileFormat, Report, ReportState
from reports.runs.actions.making import ask_for_report
from reports.runs.models.passage import Passage
from reports.runs.rules.passages import PassagePlace
from tests.awards.register.make import make_batch, make_honour
from tests.clusters.membership.make import make_post
from tests.clusters.people.make import actor_for, make_mandate, make_user
from tests.reports.signing.make import signed as sign
from tests.reports.six_month.world import make_headed_year

pytestmark = pytest.mark.usefixtures("own_database")
ON = date(2023, 7, 10)


@pytest.fixture
def cluster_year():
    return make_headed_year()


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.DEMONSTRATION_DAY = ON
    return tmp_path


@pytest.fixture
def officer(cluster_year):
    return person(cluster_year.cities[0], Role.OFFICER)


def person(organisation, role):
    user = make_user()
    make_mandate(user=user, organisation=organisation, role=role)
    return user


def made(cluster_year, user):
    report = ask_for_report(cluster_year, 1, actor=actor_for(user=user), on=ON)
    jobs.run(report.job_id)
    report.refresh_from_db()
    return report


def test_a_report_is_made_with_its_three_files_and_says_what_it_counted(cluster_year, officer, files):
    make_honour(organisation=cluster_year.cities[0])
    report = made(cluster_year, officer)
    assert (report.state, report.total, report.organisation) == (ReportState.DRAFT, 1, cluster_year.cities[0])
    assert report.job.state == JobState.DONE
    assert {file.format for file in report.files.all()} == set(FileFormat.values)
    assert all((files / file.file.name).stat().st_size == file.size for file in report.files.all())
    assert [
        entry.verb
        for entry in AuditEntry.objects.filter(subject_id=str(report.pk), subject_kind="reports.report").order_by("id")
    ] == ["reports.ask", "reports.finish"]


def test_asked_twice_one_is_made(cluster_year, officer):
    actor = actor_for(user=officer)
    assert ask_for_report(cluster_year, 1, actor=actor, on=ON) == ask_for_report(cluster_year, 1, actor=actor, on=ON)
    assert Job.objects.count() == 1


def test_a_second_report_stands_beside_the_first(cluster_year, officer):
    assert made(cluster_year, officer) != made(cluster_year, officer)
    assert Report.objects.filter(state=ReportState.DRAFT).count() == 2


@pytest.mark.parametrize(("half", "on"), [(2, date(2023, 6, 30)), (1, date(2022, 12, 31))])
def test_a_half_year_that_has_not_begun_is_refused(cluster_year, officer, half, on):
    with pytest.raises(Refusal, match="chưa bắt đầu"):
        ask_for_report(cluster_year, half, actor=actor_for(user=officer), on=on)


def test_only_the_head_asks(cluster_year):
    with pytest.raises(Refusal, match="cụm trưởng"):
        ask_for_report(cluster_year, 1, actor=actor_for(user=person(cluster_year.cities[1], Role.OFFICER)), on=ON)
    assert not Report.objects.exists()


def test_a_disk_that_cannot_be_written_ends_in_words_and_offers_nothing(cluster_year, officer, files):
    (files / "reports").write_text("not a folder")
    report = made(cluster_year, officer)
    assert report.state == ReportState.FAILED
    assert report.job.state == JobState.FAILED
    assert report.job.reason
    assert not report.files.exists()


def test_who_may_no_longer_make_it_when_the_worker_comes_to_it_gets_no_report(cluster_year, officer):
    report = ask_for_report(cluster_year, 1, actor=actor_for(user=officer), on=ON)
    officer.is_active = False
    officer.save(update_fields=["is_active"])
    jobs.run(report.job_id)
    report.refresh_from_db()
    assert (report.state, report.job.state) == (ReportState.FAILED, JobState.FAILED)
    assert not report.files.exists()


def test_the_approver_of_the_head_signs_once_and_what_is_signed_stays(cluster_year, officer):
    make_honour(organisation=cluster_year.cities[0])
    report = made(cluster_year, officer)
    with pytest.raises(Refusal, match="lãnh đạo ký duyệt"):
        sign(report, actor=actor_for(user=officer))
    approver = actor_for(user=person(cluster_year.cities[0], Role.APPROVER))
    signed = sign(report, actor=approver)
    assert (signed.state, signed.signed_by) == (ReportState.SIGNED, approver.name)
    with pytest.raises(Refusal, match="Đã ký"):
        sign(signed, actor=approver, number=2)
    before = (signed.total, signed.checksum, signed.document)
    Honour.objects.update(status=HonourStatus.REVOKED)
    signed.refresh_from_db()
    assert (signed.total, signed.checksum, signed.document) == before


def test_a_draft_that_counts_a_list_undone_since_is_not_signed(cluster_year, officer):
    city = cluster_year.cities[0]
    batch = make_batch(city, officer, state=BatchState.ACCEPTED)
    make_honour(organisation=city, batch=batch, batch_row=5)
    report = made(cluster_year, officer)
    approver = actor_for(user=person(city, Role.APPROVER))
    undo_list(batch.pk, actor=approver, why="nhầm danh sách", seen=1)
    with pytest.raises(Refusal, match="thu hồi"):
        sign(report, actor=approver)
    anew = made(cluster_year, officer)
    assert sign(anew, actor=approver).state == ReportState.SIGNED


def test_who_is_officer_of_the_head_and_approver_of_another_office_does_not_sign_for_the_head(
    cluster_year, officer, client
):
    report = made(cluster_year, officer)
    make_mandate(user=officer, organisation=cluster_year.cities[1], role=Role.APPROVER)
    both = actor_for(user=officer)
    assert both.is_approver
    assert cluster_year.pk in both.headed
    with pytest.raises(Refusal, match="lãnh đạo ký duyệt"):
        sign(report, actor=both)
    client.force_login(officer)
    assert reverse("reports:sign", args=[report.pk]) not in client.get(report.get_absolute_url()).content.decode()
    assert [duty.url for duty in duties(both, ON) if duty.kind == "reports.sign"] == []


def test_the_new_head_makes_and_signs_and_leaves_the_former_heads_draft_unsigned(cluster_year, officer):
    draft = made(cluster_year, officer)
    former, new = cluster_year.cities
    cluster_year.posts.update(during=Period(date(2023, 1, 1), date(2023, 7, 1)))
    make_post(cluster_year=cluster_year, organisation=new, during=Period.half_year(2023, 2))
    with pytest.raises(Refusal, match="cụm trưởng"):
        ask_for_report(cluster_year, 1, actor=actor_for(user=officer), on=ON)
    with pytest.raises(Refusal, match="cụm trưởng"):
        sign(draft, actor=actor_for(user=person(former, Role.APPROVER)))
    approver = actor_for(user=person(new, Role.APPROVER))
    with pytest.raises(Refusal, match="lập lại"):
        sign(draft, actor=approver)
    assert duties(approver, ON) == []
    anew = made(cluster_year, person(new, Role.OFFICER))
    assert anew.organisation == new
    assert new.official_name.upper() in thaw(anew.document).letterhead.issuer
    assert [duty.url for duty in duties(approver, ON)] == [anew.get_absolute_url()]
    assert sign(anew, actor=approver).state == ReportState.SIGNED


def test_a_report_is_signed_once_its_period_is_over(cluster_year, officer, client, settings):
    report, user = made(cluster_year, officer), person(cluster_year.cities[0], Role.APPROVER)
    approver, said = actor_for(user=user), "Kỳ báo cáo kết thúc vào ngày 30/06/2023"
    settings.DEMONSTRATION_DAY = last_day = date(2023, 6, 30)
    with pytest.raises(Refusal, match=said):
        sign(report, actor=approver)
    assert duties(approver, last_day) == []
    client.force_login(user)
    page = client.get(report.get_absolute_url()).content.decode()
    assert said in page
    assert reverse("reports:sign", args=[report.pk]) not in page
    settings.DEMONSTRATION_DAY = ON
    assert sign(report, actor=approver).state == ReportState.SIGNED


def test_the_pages_of_the_journey(cluster_year, officer, client):
    make_honour(organisation=cluster_year.cities[0])
    client.force_login(officer)
    answer = client.post(reverse("reports:new"), {"cluster_year": cluster_year.pk, "half": 1})
    report = Report.objects.get()
    assert answer.url == report.get_absolute_url()
    assert "Đang lập" in client.get(answer.url).content.decode()
    jobs.run(report.job_id)
    page = client.get(answer.url).content.decode()
    assert "TM. ỦY BAN NHÂN DÂN" in page
    assert "Ký báo cáo" not in page
    anchors = re.findall(r'<li class="level-\d"><a href="#([^"]+)"', page)
    assert len(anchors) == len(set(anchors)) > 3
    assert all(page.count(f'id="{anchor}"') == 1 for anchor in anchors)
    answer = client.get(reverse("reports:file", args=[report.pk, "pdf"]))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "bao-cao-so-ket-6-thang-dau-nam-2023-" in answer.headers["Content-Disposition"]
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert client.post(reverse("reports:sign", args=[report.pk])).status_code == 404
    approver = person(cluster_year.cities[0], Role.APPROVER)
    client.force_login(approver)
    assert "Ký báo cáo" in client.get(report.get_absolute_url()).content.decode()
    sign(report, actor=actor_for(user=approver))
    client.force_login(person(cluster_year.cities[1], Role.OFFICER))
    assert client.get(report.get_absolute_url()).status_code == 200


def test_a_form_without_a_half_year_or_of_one_not_begun_keeps_what_was_chosen(cluster_year, officer, client, settings):
    client.force_login(officer)
    page = client.post(reverse("reports:new"), {"cluster_year": cluster_year.pk})
    assert page.status_code == 200
    assert "half" in page.context["form"].errors
    settings.DEMONSTRATION_DAY = date(2023, 6, 30)
    ahead = client.post(reverse("reports:new"), {"cluster_year": cluster_year.pk, "half": 2})
    assert "chưa bắt đầu" in ahead.content.decode()
    assert not Report.objects.exists()


@pytest.mark.parametrize("form", FileFormat.values)
def test_the_command_writes_each_format(cluster_year, officer, tmp_path, form, capsys):
    make_honour(organisation=cluster_year.cities[0])
    out = tmp_path / f"bc.{form}"
    call_command(
        "report",
        "cluster-six-month",
        cluster=cluster_year.cluster.code,
        year=2023,
        half=1,
        format=form,
        out=out,
        actor=officer.username,
    )
    assert out.read_bytes()[:2] in (b"PK", b"%P")
    assert "1 lượt khen thưởng" in capsys.readouterr().out
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"actor": "khong.co"}, "không.có|khong.co"),
        ({"cluster": "KHONG_CO"}, "KHONG_CO"),
        ({"year": 2031}, "2031"),
        ({"out": "/khong/co/thu/muc/bc.pdf"}, "Không ghi được"),
    ],
)
def test_the_command_refuses_in_words(cluster_year, officer, tmp_path, changed, sentence):
    asked = {
        "cluster": cluster_year.cluster.code,
        "year": 2023,
        "half": 1,
        "format": "pdf",
        "out": str(tmp_path / "bc.pdf"),
        "actor": officer.username,
        **changed,
    }
    words = [f"--{name}={value}" for name, value in asked.items()]
    with pytest.raises(CommandError, match=sentence):
        call_command("report", "cluster-six-month", *words)


def test_the_command_gives_another_city_nothing(cluster_year, tmp_path):
    stranger = person(cluster_year.cities[1], Role.OFFICER)
    words = [
        f"--cluster={cluster_year.cluster.code}",
        "--year=2023",
        "--half=1",
        "--format=pdf",
        f"--actor={stranger.username}",
    ]
    with pytest.raises(CommandError, match="cụm trưởng"):
        call_command("report", "cluster-six-month", *words, f"--out={tmp_path / 'bc.pdf'}")
    assert not list(tmp_path.glob("*.pdf"))


def test_a_format_that_fails_takes_no_other_with_it_and_says_why(cluster_year, officer, client, monkeypatch):
    set_by_typst = typst.compile

    def broken(*given, **options):
        if options["format"] == "pdf":
            raise typst.TypstError("no such thing")
        return set_by_typst(*given, **options)

    monkeypatch.setattr(typst, "compile", broken)
    report = made(cluster_year, officer)

    assert report.state == ReportState.DRAFT
    assert set(report.files.values_list("format", flat=True)) == {FileFormat.DOCX, FileFormat.XLSX}
    client.force_login(officer)
    page = client.get(report.get_absolute_url()).content.decode()
    assert "Không tạo được bản PDF. Phần mềm không dàn trang được văn bản này" in page


def test_what_paper_lacks_in_text_of_long_ago_stops_no_format(cluster_year, officer):
    Passage.objects.create(
        cluster_year=cluster_year,
        half=1,
        place=PassagePlace.SITUATION,
        text="Đạt 100％ \U0001f389",
        changed_at=clock.real_now(),
    )
    report = made(cluster_year, officer)
    assert set(report.files.values_list("format", flat=True)) == set(FileFormat.values)
    assert "100% □" in text_of_pdf(report)


def text_of_pdf(report) -> str:
    found = report.files.get(format=FileFormat.PDF)
    return subprocess.run(["pdftotext", found.file.path, "-"], capture_output=True, check=True).stdout.decode()
