"""Cần Thơ's list through a worker that is killed with SIGKILL: all rows or none, and the work ends by itself."""

import os
import signal

import pytest

from awards.lists.rules.terms import BatchState
from awards.models import Honour, HonourBatch, ImportRow
from clusters.models import Mandate
from emulation.core.models import AuditEntry, Job, JobState
from tests.flows.halting import ended, halted_before_commit
from tests.flows.visitor import Visitor, eventually


@pytest.fixture
def officer(site):
    return Visitor(site, "cantho")


def test_a_killed_worker_leaves_all_rows_or_none_and_the_work_ends_by_itself(site, officer):
    path = next((site.folder / "trinh-dien").glob("*.xlsx"))
    status, _page = officer.post("nhap-danh-sach/moi/", organisation(site), file=("file", path.name, path.read_bytes()))
    assert status == 200
    with site.orm():
        batch = eventually(lambda: HonourBatch.objects.filter(state=BatchState.UPLOADED).order_by("-id").first())
        before = Honour.objects.count()
        columns = {f"column_{place}": field for place, field in batch.mapping.items()}

        def check():
            assert officer.post(batch.get_absolute_url() + "cot/", columns)[0] == 200

        with halted_before_commit(site, check) as (job, worker):
            assert Job.objects.get(pk=job.pk).done > 0
            os.killpg(worker, signal.SIGKILL)
            assert not ImportRow.objects.exists()
        job = eventually(lambda: ended(job))
        assert (job.state, job.attempt) == (JobState.DONE, 2), job.reason
        batch.refresh_from_db()
        assert (batch.state, batch.refused, batch.known) == (BatchState.CHECKED, 0, 0)
        assert ImportRow.objects.filter(batch=batch).count() == batch.good > 0
        assert Honour.objects.count() == before

        def accept():
            assert officer.post(batch.get_absolute_url() + "nhan/", {"repeated_seen": batch.warned})[0] == 200

        with halted_before_commit(site, accept) as (job, worker):
            os.killpg(worker, signal.SIGKILL)
            assert Honour.objects.count() == before
        job = eventually(lambda: ended(job))
        assert (job.state, job.attempt) == (JobState.DONE, 2), job.reason
        batch.refresh_from_db()
        assert batch.state == BatchState.ACCEPTED
        assert Honour.objects.filter(batch=batch).count() == batch.good
        assert Honour.objects.count() == before + batch.good
        assert AuditEntry.objects.filter(verb="awards.accept_list", subject_id=str(batch.pk)).count() == 1

        def undo():
            words = {"why": "gửi nhầm danh sách", "seen": batch.good}
            assert officer.post(batch.get_absolute_url() + "hoan-tac/", words)[0] == 200

        with halted_before_commit(site, undo) as (job, worker):
            os.killpg(worker, signal.SIGKILL)
            assert Honour.objects.in_force().count() == before + batch.good
        job = eventually(lambda: ended(job))
        assert (job.state, job.attempt) == (JobState.DONE, 2), job.reason
        assert Honour.objects.in_force().count() == before
        assert AuditEntry.objects.filter(verb="awards.undo_list", subject_id=str(batch.pk)).count() == 1


def organisation(site) -> dict:
    with site.orm():
        return {"organisation": Mandate.objects.get(user__username="cantho").organisation_id}
