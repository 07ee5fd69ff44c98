"""Work on a report that is broken off: what ends the job gives the report up, and nothing else does."""

from datetime import date, timedelta

import pytest

from emulation.core import clock
from emulation.core.actions import jobs
from emulation.core.actor import Role
from emulation.core.models import AuditEntry, Job, JobState
from reports.models import FileFormat, ReportState
from reports.runs.actions.making import RENDERERS, ask_for_report
from tests.clusters.people.make import actor_for, make_mandate, make_user
from tests.reports.six_month.world import make_headed_year

pytestmark = pytest.mark.usefixtures("own_database")
ON = date(2023, 7, 10)


@pytest.fixture
def asked(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.DEMONSTRATION_DAY = ON
    year = make_headed_year()
    user = make_user()
    make_mandate(user=user, organisation=year.cities[0], role=Role.OFFICER)
    return ask_for_report(year, 1, actor=actor_for(user=user), on=ON)


@pytest.fixture
def break_off(monkeypatch):
    """What befalls the worker when it comes to the PDF."""

    def befall(deed):
        def render(document):
            monkeypatch.undo()
            deed()

        monkeypatch.setitem(RENDERERS, FileFormat.PDF, render)

    return befall


def run_out(job_id):
    Job.objects.filter(pk=job_id).update(lease_until=clock.real_now() - timedelta(seconds=1))


def fall():
    raise RuntimeError("thử")


def exit_now():
    raise SystemExit(0)


def verbs(subject):
    kind = subject._meta.label_lower
    found = AuditEntry.objects.filter(subject_kind=kind, subject_id=str(subject.pk))
    return list(found.order_by("id").values_list("verb", flat=True))


def test_a_worker_told_to_exit_leaves_the_report_to_the_next(asked, break_off):
    break_off(exit_now)
    with pytest.raises(SystemExit):
        jobs.run(asked.job_id)
    asked.refresh_from_db()
    assert (asked.state, asked.job.state) == (ReportState.MAKING, JobState.RUNNING)
    run_out(asked.job_id)
    jobs.run(asked.job_id)
    asked.refresh_from_db()
    assert (asked.state, asked.job.state, asked.job.attempt) == (ReportState.DRAFT, JobState.DONE, 2)
    assert asked.files.count() == len(FileFormat)


def test_who_lost_the_lease_and_then_fails_gives_nothing_up(asked, break_off):
    taken = []

    def lose_and_fall():
        run_out(asked.job_id)
        taken.append(jobs.take(asked.job_id))
        fall()

    break_off(lose_and_fall)
    jobs.run(asked.job_id)
    asked.refresh_from_db()
    assert (asked.state, asked.job.state) == (ReportState.MAKING, JobState.RUNNING)
    assert asked.job.lease_token == taken[0].token
    assert verbs(asked) == ["reports.ask"]


def test_what_was_cancelled_and_then_fails_gives_nothing_up(asked, break_off):
    def cancel_and_fall():
        jobs.cancel(asked.job, actor=actor_for(user=asked.created_by))
        fall()

    break_off(cancel_and_fall)
    jobs.run(asked.job_id)
    asked.refresh_from_db()
    assert (asked.state, asked.job.state) == (ReportState.MAKING, JobState.CANCELLED)
    assert asked.is_given_up


def test_giving_up_stands_in_the_journal_with_its_reason(asked, monkeypatch):
    for form in FileFormat:
        monkeypatch.setitem(RENDERERS, form, lambda document: fall())
    jobs.run(asked.job_id)
    asked.refresh_from_db()
    assert (asked.state, asked.job.state) == (ReportState.FAILED, JobState.FAILED)
    entry = AuditEntry.objects.get(verb="reports.give_up")
    assert (entry.subject_id, entry.organisation_id) == (str(asked.pk), asked.organisation_id)
    assert (entry.before, entry.after) == ({"state": "making"}, {"state": "failed"})
    assert entry.why == asked.job.reason
    assert entry.actor_name


def test_one_cancelled_is_given_up_by_who_asks_again(asked):
    actor = actor_for(user=asked.created_by)
    jobs.cancel(asked.job, actor=actor)
    ask_for_report(asked.cluster_year, 1, actor=actor, on=ON)
    assert verbs(asked) == ["reports.ask", "reports.give_up"]
    entry = AuditEntry.objects.get(verb="reports.give_up")
    assert (entry.actor_id, bool(entry.why)) == (actor.user_id, True)
