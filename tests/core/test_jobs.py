"""The life of a job, against a real database; a worker that is killed stands in tests/flows."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, connections, transaction

from emulation.core import clock
from emulation.core.actions import jobs
from emulation.core.actor import Actor, Role
from emulation.core.errors import Refusal
from emulation.core.jobs import KINDS, JobRefused, LeaseLost, job_kind
from emulation.core.models import AuditEntry, Job, JobState, User
from emulation.core.views.polls import LAST_ANSWER
from tests.clusters.people.make import make_mandate

pytestmark = pytest.mark.usefixtures("own_database")


@pytest.fixture
def actor():
    user = User.objects.create_user("an", "Người Thử An")
    return Actor(user.pk, user.full_name, frozenset({(Role.OFFICER, 7)}), frozenset({7}))


@pytest.fixture
def kind():
    """Registers work for one test."""
    names = []

    def register(work):
        name = f"test.{len(names)}"
        names.append(name)
        job_kind(name, label="Thử", unit="dòng")(work)
        return name

    yield register
    for name in names:
        del KINDS[name]


def asked(kind_name, actor, **rest):
    with transaction.atomic():
        return jobs.enqueue(kind_name, actor=actor, parameters={"n": 3}, title="Việc thử", **rest)


def test_work_is_done_and_its_result_kept(actor, kind):
    job = asked(kind(lambda run: {"double": run.parameters["n"] * 2}), actor)
    jobs.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.result, job.attempt) == (JobState.DONE, {"double": 6}, 1)
    assert job.ended_at is not None
    assert job.lease_token is None


def test_a_refusal_ends_it_with_its_sentence(actor, kind):
    def refuse(run):
        raise JobRefused("Tệp trống.")

    job = asked(kind(refuse), actor)
    jobs.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.reason) == (JobState.FAILED, "Tệp trống.")


def test_an_error_of_the_software_ends_it_in_words(actor, kind):
    job = asked(kind(lambda run: 1 / 0), actor)
    jobs.run(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert job.reason
    assert "division" not in job.reason


def test_progress_is_seen_from_outside_the_deeds_transaction(actor, kind):
    seen = []

    def look():
        seen.append(Job.objects.values_list("done", "total", "stage").get())
        connections.close_all()

    def work(run):
        with transaction.atomic():
            run.progress(2, 3, "đọc")
            looker = threading.Thread(target=look)
            looker.start()
            looker.join()

    jobs.run(asked(kind(work), actor).pk)
    assert seen == [(2, 3, "đọc")]


def test_a_job_in_hand_is_not_taken_twice(actor, kind):
    job = asked(kind(lambda run: None), actor)
    first = jobs.take(job.pk)
    assert first is not None
    assert jobs.take(job.pk) is None


def test_a_dead_lease_is_swept_and_the_work_done_again(actor, kind):
    done = []
    job = asked(kind(lambda run: done.append(run.job.attempt)), actor)
    jobs.take(job.pk)
    assert jobs.sweep() == []
    Job.objects.update(lease_until=clock.real_now() - timedelta(seconds=1))
    assert jobs.sweep() == [job.pk]
    jobs.run(job.pk)
    assert done == [2]
    assert Job.objects.get().state == JobState.DONE


def test_a_waiting_job_whose_bell_was_lost_is_rung_again(actor, kind):
    job = asked(kind(lambda run: None), actor)
    assert jobs.sweep() == []
    Job.objects.update(rung_at=clock.real_now() - timedelta(minutes=1))
    assert jobs.sweep() == [job.pk]


def test_the_loser_of_a_lease_can_neither_report_nor_commit_nor_end(actor, kind):
    job = asked(kind(lambda run: None), actor)
    loser = jobs.take(job.pk)
    Job.objects.update(lease_until=clock.real_now() - timedelta(seconds=1))
    winner = jobs.take(job.pk)
    with pytest.raises(LeaseLost):
        loser.progress(1, 2)
    with pytest.raises(LeaseLost), transaction.atomic():
        loser.hold()
    loser.end(JobState.FAILED, reason="đến muộn")
    winner.end(JobState.DONE)
    assert Job.objects.get().state == JobState.DONE
    loser.close()


def test_work_broken_off_too_often_ends_in_words(actor, kind):
    job = asked(kind(lambda run: None), actor)
    Job.objects.update(attempt=jobs.ATTEMPTS)
    jobs.run(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert job.reason


def test_asking_twice_for_the_same_gives_the_same_job(actor, kind):
    name = kind(lambda run: None)
    first = asked(name, actor, key="once")
    assert asked(name, actor, key="once") == first
    jobs.run(first.pk)
    assert asked(name, actor, key="once") != first


def test_cancelled_work_stops_at_its_next_report_and_writes_nothing(actor, kind):
    def work(run):
        with transaction.atomic():
            User.objects.create_user("binh", "Người Thử Bình")
            _cancel_from_outside(actor)
            run.progress(1, 2)

    job = asked(kind(work), actor)
    jobs.run(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED
    assert not User.objects.filter(username="binh").exists()


def _cancel_from_outside(actor):
    def cancel():
        jobs.cancel(Job.objects.get(), actor=actor)
        connection.close()

    canceller = threading.Thread(target=cancel)
    canceller.start()
    canceller.join()


def test_finished_work_cannot_be_cancelled(actor, kind):
    job = asked(kind(lambda run: None), actor)
    jobs.run(job.pk)
    job.refresh_from_db()
    with pytest.raises(Refusal):
        jobs.cancel(job, actor=actor)


def test_a_cancellation_stands_in_the_journal_once(actor, kind):
    job = asked(kind(lambda run: None), actor, organisation_id=7)
    jobs.cancel(job, actor=actor)
    with pytest.raises(Refusal):
        jobs.cancel(job, actor=actor)
    entry = AuditEntry.objects.get(verb="core.cancel_job")
    assert (entry.actor_id, entry.subject_id, entry.organisation_id) == (actor.user_id, str(job.pk), 7)
    assert (entry.before, entry.after) == ({"state": "queued"}, {"state": "cancelled"})


def test_nobody_cancels_the_work_of_another(actor, kind):
    job = asked(kind(lambda run: None), actor)
    with pytest.raises(Refusal):
        jobs.cancel(job, actor=Actor(actor.user_id + 1, "B", actor.mandates, actor.own))
    assert Job.objects.get().state == JobState.QUEUED


def test_work_whose_deed_is_committed_cannot_be_cancelled_as_if_nothing_had_changed(actor, kind):
    refused = []

    def work(run):
        with transaction.atomic():
            User.objects.create_user("binh", "Người Thử Bình")
            run.hold()
        with pytest.raises(Refusal) as refusal:
            jobs.cancel(run.job, actor=actor)
        refused.append(refusal)
        return {"made": 1}

    job = asked(kind(work), actor)
    jobs.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.result, len(refused)) == (JobState.DONE, {"made": 1}, 1)


def test_a_deed_that_fails_at_its_commit_is_not_done(actor, kind):
    def work(run):
        with transaction.atomic():
            run.hold()
            raise JobRefused("Không ghi được.")

    job = asked(kind(work), actor)
    jobs.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.reason) == (JobState.FAILED, "Không ghi được.")


def test_a_lease_that_cannot_be_renewed_ends_its_keeper_quietly(actor, kind, monkeypatch):
    monkeypatch.setattr("emulation.core.actions.job_run.LEASE", timedelta(seconds=0.3))
    monkeypatch.setattr("emulation.core.actions.job_run.RENEW", "SELECT 1 / 0 -- %s %s %s")
    loud = []
    monkeypatch.setattr(threading, "excepthook", loud.append)
    run = jobs.take(asked(kind(lambda run: None), actor).pk)
    with run.kept_alive():
        threading.Event().wait(0.5)
    assert loud == []


def test_a_job_is_seen_by_who_asked_for_it_only(actor, kind):
    job = asked(kind(lambda run: None), actor)
    other = Actor(actor.user_id + 1, "B", actor.mandates, actor.own)
    assert list(Job.objects.visible_to(actor)) == [job]
    assert not Job.objects.visible_to(other).exists()
    assert not Job.objects.visible_to(Actor.nobody()).exists()


def test_a_lease_and_a_bell_from_the_future_do_not_hold_the_work_for_ever(actor, kind):
    """As after the server's clock was set back."""
    job = asked(kind(lambda run: None), actor)
    ahead = clock.real_now() + timedelta(days=1)
    Job.objects.update(rung_at=ahead)
    assert jobs.sweep() == [job.pk]
    jobs.take(job.pk)
    assert jobs.take(job.pk) is None
    Job.objects.update(lease_until=ahead)
    assert jobs.sweep() == [job.pk]
    assert jobs.take(job.pk).job.attempt == 2


def test_the_last_answer_to_a_page_that_asks_on_ends_its_asking(actor, kind, client):
    """`HX-Refresh` would leave it asking, and each answer would break off the loading that the last began."""
    job = asked(kind(lambda run: None), actor)
    user = User.objects.get(pk=actor.user_id)
    make_mandate(user=user, role=Role.OFFICER)
    client.force_login(user)
    asks = {"path": job.get_absolute_url(), "headers": {"HX-Request": "true"}}
    waiting = client.get(**asks)
    assert 'hx-trigger="every 1s"' in waiting.content.decode()
    assert "HX-Trigger-After-Swap" not in waiting.headers
    jobs.run(job.pk)
    last = client.get(**asks)
    assert "hx-trigger" not in last.content.decode()
    assert LAST_ANSWER in last.headers["HX-Trigger-After-Swap"]
    assert "HX-Refresh" not in last.headers
