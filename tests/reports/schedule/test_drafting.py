"""Drafts of set days: by the real task and the real worker's deed, once, on the desks of those who finish them; a
failure is told, and keeps no other back."""

from datetime import date, timedelta

import pytest
from django.db.models import F, Func, Value
from django.urls import reverse

from clusters.membership.rules.half_years import Days
from clusters.models import Organisation, OrganisationKind
from clusters.people.models.scope import actor_of
from emulation.celery import app
from emulation.core.actions import jobs
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, JobState
from emulation.core.period import Period
from reports.duties import duties
from reports.models import DraftingDay, Report, ReportKind, ReportState, ScheduledDraft
from reports.province import material
from reports.runs.actions.making import ask_for_report, bring_back, put_away
from reports.runs.models.subject import ProvinceYear
from reports.schedule.actions import end_day, set_day
from reports.schedule.rules import Outcome
from tests.awards.register.make import make_honour
from tests.clusters.membership.make import make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate
from tests.reports.signing.make import signed

pytestmark = pytest.mark.usefixtures("own_database")
TASK = "reports.draft_by_schedule"
YEAR = 1995  # before every year of the reference data
DAY = date(YEAR, 7, 5)
LIFE = Period(date(1990, 1, 1), None)


@pytest.fixture(autouse=True)
def day(settings, tmp_path):
    settings.MEDIA_ROOT, settings.DEMONSTRATION_DAY = tmp_path, DAY


@pytest.fixture
def reviewer():
    centre = make_organisation(kind=OrganisationKind.CENTRAL_BOARD)
    return make_mandate(organisation=centre, role=Role.CENTRAL_REVIEWER).user


def headed_year():
    """A cluster's year with one member, which heads it."""
    seat = make_membership(during=LIFE)
    year = make_cluster_year(cluster=seat.cluster, year=YEAR)
    make_post(cluster_year=year, organisation=seat.organisation, during=Period.year(YEAR))
    return year, seat.organisation


def acting(user, on=DAY):
    return actor_of(user, on=on)


def on_day(user, *, kind=ReportKind.CLUSTER_SIX_MONTH, half=1, month=7, day=5, years_after=0, **said) -> DraftingDay:
    given = {"days": Days.CALENDAR, "since": date(YEAR, 1, 1), "basis": "Kế hoạch thử", **said}
    actor = acting(user)
    return set_day(kind=kind, half=half, month=month, day=day, years_after=years_after, actor=actor, **given)


def rung() -> list[Report]:
    """The beat rings; a worker does what was asked for. The new reports."""
    before = set(Report.objects.values_list("pk", flat=True))
    app.tasks[TASK].apply(throw=True)
    made = list(Report.objects.exclude(pk__in=before).order_by("pk"))
    for report in made:
        jobs.run(report.job_id)
        report.refresh_from_db()
    return made


def waiting(user, kind, on=DAY):
    return [duty for duty in duties(acting(user, on), on) if duty.kind == kind]


def people_of(organisation):
    return [make_mandate(organisation=organisation, role=role).user for role in (Role.OFFICER, Role.APPROVER)]


def test_the_beat_rings_for_it():
    assert TASK in {entry["task"] for entry in app.conf.beat_schedule.values()} & set(app.tasks)


def test_on_its_day_it_is_drafted_once_and_waits_with_who_finishes_it_and_who_signs_it(reviewer, client, settings):
    year, head = headed_year()
    officer, approver = people_of(head)
    on_day(reviewer)
    settings.DEMONSTRATION_DAY = date(YEAR, 7, 4)
    assert rung() == []
    settings.DEMONSTRATION_DAY = DAY
    (report,) = rung()
    assert (report.state, report.cluster_year, report.half, report.day) == (ReportState.DRAFT, year, 1, DAY)
    assert report.created_by is None
    assert {step.taken_by_name for step in report.steps.all()} == {"Lịch lập báo cáo"}
    assert rung() == []
    settings.DEMONSTRATION_DAY = date(YEAR, 7, 20)
    assert rung() == []
    (finish,) = waiting(officer, "schedule.finish")
    (sign,) = waiting(approver, "reports.sign")
    assert finish.url == sign.url == report.get_absolute_url()
    assert not waiting(officer, "reports.make")
    client.force_login(officer)
    assert client.get(finish.url).status_code == 200
    assert "Lịch lập báo cáo" in client.get(reverse("reports:reports")).content.decode()
    again = ask_for_report(year, 1, actor=acting(officer), on=DAY)
    jobs.run(again.job_id)
    assert not waiting(officer, "schedule.finish")


def test_a_draft_of_a_set_day_waits_no_longer_once_an_older_one_is_brought_back_and_signed(reviewer, settings):
    year, head = headed_year()
    officer, approver = people_of(head)
    older = ask_for_report(year, 1, actor=acting(officer), on=DAY)
    jobs.run(older.job_id)
    put_away(older, why="Nhầm", actor=acting(officer))
    on_day(reviewer)
    (report,) = rung()
    assert waiting(officer, "schedule.finish")
    signed(bring_back(older, actor=acting(officer)), actor=acting(approver))
    assert report.state == ReportState.DRAFT
    assert not waiting(officer, "schedule.finish")


def test_where_a_report_of_the_period_stands_already_nothing_is_drafted(reviewer):
    year, head = headed_year()
    officer, _approver = people_of(head)
    own = ask_for_report(year, 1, actor=acting(officer), on=DAY)
    jobs.run(own.job_id)
    on_day(reviewer)
    assert rung() == []
    assert [one.outcome for one in ScheduledDraft.objects.all()] == [Outcome.THERE_ALREADY]
    assert not waiting(officer, "schedule.unmade")


def test_a_cluster_without_a_head_keeps_no_other_back_and_is_told(reviewer, client, settings):
    headless, (year, _head) = make_cluster_year(year=YEAR), headed_year()
    found = on_day(reviewer)
    client.force_login(reviewer)
    assert "Lần tới: 05/07/1995" in client.get(found.get_absolute_url()).content.decode(), "today's is still to come"
    (report,) = rung()
    assert report.cluster_year == year
    (unmade,) = ScheduledDraft.objects.unmade()
    assert unmade.cluster_year == headless
    assert "chưa" in unmade.why
    assert AuditEntry.objects.filter(verb="reports.draft_unmade").exists()
    (duty,) = waiting(reviewer, "schedule.look_at")
    page = client.get(duty.url).content.decode()
    assert unmade.why in page
    assert "Lần tới: 05/07/1996" in page
    assert "lập bù" not in page
    settings.DEMONSTRATION_DAY = DAY + timedelta(days=1)
    late = "ngày 05/07/1995 vẫn được lập bù đến hết ngày 05/08/1995."
    assert late in client.get(found.get_absolute_url()).content.decode()
    listed = client.get(reverse("reports:schedule")).content.decode()
    assert "ngày 05/07/1995 còn lập bù đến hết 05/08/1995" in listed
    settings.DEMONSTRATION_DAY = DAY
    assert report.heading in page
    end_day(found, last_day=DAY, why="Thử", actor=acting(reviewer), on=DAY)
    assert rung() == []


def test_a_draft_whose_work_failed_is_told_to_its_makers_until_they_make_one(reviewer, settings, monkeypatch):
    Organisation.objects.provinces().filter(during__startswith__isnull=True).update(
        during=Func(Value(date(2000, 1, 1)), Func(F("during"), function="upper"), function="daterange")
    )
    province = make_organisation(name="Tỉnh Thử", during=LIFE)
    officer, _approver = people_of(province)
    on_day(reviewer, kind=ReportKind.PROVINCE_SIX_MONTH)
    make_honour(province, achievement_year=YEAR - 1, decision_date=date(YEAR, 3, 1))
    with monkeypatch.context() as broken:
        broken.setattr(material.collect, "kept_clusters", lambda *_args, **_named: 1 / 0)
        (report,) = rung()
    assert (report.state, report.job.state) == (ReportState.FAILED, JobState.FAILED)
    (duty,) = waiting(officer, "schedule.unmade")
    assert report.job.reason in duty.why
    assert waiting(reviewer, "schedule.look_at")
    assert not waiting(officer, "schedule.unmade", on=date(YEAR, 10, 1))
    made = ask_for_report(ProvinceYear(province, YEAR), 1, actor=acting(officer), on=DAY)
    jobs.run(made.job_id)
    assert not waiting(officer, "schedule.unmade")
    assert not waiting(reviewer, "schedule.look_at")


def test_a_day_is_set_once_with_its_basis_and_by_the_central_board_alone(reviewer):
    found = on_day(reviewer)
    for said, words in (
        ({}, "đã có ngày lập dự thảo"),
        ({"half": 2}, "chưa kết thúc"),
        ({"half": 2, "month": 2, "day": 29, "years_after": 1}, "Không phải năm nào"),
    ):
        with pytest.raises(Refusal, match=words):
            on_day(reviewer, **said)
    with pytest.raises(Refusal, match=f"sớm nhất là 04/07/{YEAR}"):
        end_day(found, last_day=date(YEAR, 6, 1), why="Thử", actor=acting(reviewer), on=DAY)
    officer, _approver = people_of(make_organisation())
    for deed in (
        lambda: on_day(officer, half=2, years_after=1, month=1),
        lambda: end_day(found, last_day=DAY, why="Thử", actor=acting(officer), on=DAY),
    ):
        with pytest.raises(Refusal, match="Chỉ Ban Thi đua"):
            deed()
    end_day(found, last_day=DAY, why="Thử", actor=acting(reviewer), on=DAY)
    on_day(reviewer, since=date(YEAR, 7, 6), day=10)


def test_the_form_sets_a_day_and_keeps_what_was_typed_where_it_is_refused(reviewer, client):
    client.force_login(reviewer)
    url = reverse("reports:drafting-day-new")
    said = {
        "reports": "cluster-year-end/0",
        "days": "cut_off",
        "day": "14",
        "month": "12",
        "years_after": "0",
        "since": f"01/01/{YEAR}",
        "basis": "Kế hoạch <b>số 1</b>",
    }
    refused = client.post(url, said)
    assert refused.status_code == 422
    assert "Hãy chọn ngày sau đó" in refused.content.decode()
    assert "Kế hoạch &lt;b&gt;số 1&lt;/b&gt;" in refused.content.decode()
    page = client.post(url, said | {"day": "15"}, follow=True).content.decode()
    assert "Báo cáo tổng kết năm của cụm, theo ngày chốt số liệu định kỳ: ngày 15/12 của năm báo cáo" in page
    assert "Chưa lập dự thảo nào theo ngày này" in page
