"""Work on lists that takes longer than a page may."""

from django.utils.translation import gettext_lazy as _

from awards.lists.actions import accept_list, check_list, read_received, undo_list
from awards.lists.actions.check import outcome
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.terms import BatchState
from awards.publication.actions.publications import CLOSING, close_publication
from awards.publication.models.publication import Publication
from awards.publication.rules.terms import PublicationState
from awards.register.actions.exports import make_export
from awards.register.models.register import RegisterExport
from awards.submissions.actions.read import read_submission
from awards.submissions.actions.send import send_submission, withdraw_submission
from awards.submissions.models.submission import Submission
from awards.submissions.rules.terms import SubmissionState
from awards.year_lists.actions.take import check_year_list, take_year_list
from awards.year_lists.models.year_list import YearList
from awards.year_lists.rules.terms import YearListState
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.jobs import job_kind


def _actor(run):
    """Rights are judged on the day the work is done, not on the day it was asked for."""
    return actor_of(run.job.created_by, on=clock.today())


@job_kind("awards.read_list", label=_("Reading of a list"))
def read(run) -> dict:
    run.progress(0, stage=_("The list is being read"))
    batch = read_received(run.parameters["batch"], actor=_actor(run), hold=run.hold)
    return {"batch": batch.pk}


@job_kind("awards.check_list", label=_("Check of a list"), unit=_("rows"))
def check(run) -> dict:
    batch = check_list(
        run.parameters["batch"], actor=_actor(run), on=clock.today(), progress=run.progress, hold=run.hold
    )
    return outcome(batch)


@job_kind("awards.accept_list", label=_("Acceptance of a list"), unit=_("rows"))
def accept(run) -> dict:
    """Taken up again after the commit, there is nothing left to do."""
    batch = HonourBatch.objects.get(pk=run.parameters["batch"])
    if batch.state == BatchState.ACCEPTED and batch.job_id == run.job.pk:
        return outcome(batch)
    run.progress(0, batch.good)
    batch = accept_list(
        batch.pk,
        actor=_actor(run),
        refused_seen=run.parameters["refused_seen"],
        repeated_seen=run.parameters["repeated_seen"],
        hold=run.hold,
    )
    return outcome(batch)


@job_kind("awards.undo_list", label=_("Undoing of a list"), unit=_("rows"))
def undo(run) -> dict:
    """Taken up again after the commit, there is nothing left to do."""
    batch = HonourBatch.objects.get(pk=run.parameters["batch"])
    if batch.state == BatchState.UNDONE and batch.job_id == run.job.pk:
        return {"undone": run.parameters["seen"]}
    run.progress(0, run.parameters["seen"])
    undo_list(
        batch.pk,
        actor=_actor(run),
        why=run.parameters["why"],
        seen=run.parameters["seen"],
        working=False,
        hold=run.hold,
    )
    return {"undone": run.parameters["seen"]}


@job_kind("awards.export_register", label=_("Export of the register"), unit=_("rows"))
def export_register(run) -> dict:
    export = make_export(RegisterExport.objects.get(job=run.job), actor=_actor(run), run=run)
    return {"export": export.pk}


@job_kind("awards.read_submission", label=_("Reading of a list of proposals"), unit=_("rows"))
def read_proposals(run) -> dict:
    """Taken up again after the commit, there is nothing left to do."""
    pk = run.parameters["sent"]
    if Submission.objects.get(pk=pk).state != SubmissionState.RECEIVED:
        return {"submission": pk}
    read_submission(pk, actor=_actor(run), progress=run.progress, hold=run.hold)
    return {"submission": pk}


@job_kind("awards.send_submission", label=_("Sending of a list of proposals"), unit=_("dossiers"))
def send_proposals(run) -> dict:
    sent, kept = send_submission(run.parameters["sent"], actor=_actor(run), progress=run.progress, hold=run.hold)
    return {"sent": sent, "kept": kept}


@job_kind("awards.withdraw_submission", label=_("Withdrawal of a list of proposals"), unit=_("dossiers"))
def withdraw_proposals(run) -> dict:
    withdrawn = withdraw_submission(
        run.parameters["sent"], why=run.parameters["why"], actor=_actor(run), progress=run.progress, hold=run.hold
    )
    return {"withdrawn": withdrawn}


@job_kind(CLOSING, label=_("Closing of a list in public"), unit=_("dossiers"))
def close_list_in_public(run) -> dict:
    """Taken up again after the commit, there is nothing left to do."""
    publication = Publication.objects.get(pk=run.parameters["publication"])
    if publication.state != PublicationState.CLOSED:
        close_publication(publication, actor=_actor(run), progress=run.progress, hold=run.hold)
    return {"publication": publication.pk}


@job_kind("awards.check_year_list", label=_("Check of a list of years"), unit=_("rows"))
def check_years(run) -> dict:
    """Taken up again after the commit, there is nothing left to do."""
    pk = run.parameters["sent"]
    if YearList.objects.get(pk=pk).state != YearListState.RECEIVED:
        return {"year_list": pk}
    return check_year_list(pk, actor=_actor(run), progress=run.progress, hold=run.hold)


@job_kind("awards.take_year_list", label=_("Taking in of a list of years"), unit=_("rows"))
def take_years(run) -> dict:
    """Taken up again after the commit, there is nothing left to do."""
    pk, seen = run.parameters["sent"], run.parameters["seen"]
    if YearList.objects.get(pk=pk).state == YearListState.TAKEN:
        return {"taken": seen}
    return {"taken": take_year_list(pk, seen=seen, actor=_actor(run), progress=run.progress, hold=run.hold)}
