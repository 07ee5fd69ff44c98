"""The good dossiers of a list are sent together, by the nominator's approver; the others stay drafts. Or the whole list
is withdrawn."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from awards.lists.actions.sent_file import hand_over
from awards.nominations.actions.steps import take_step
from awards.nominations.models.standings import standings_of
from awards.submissions.actions.course import HERE, SUBMISSION
from awards.submissions.actions.judge import dossiers_of, hindrances_of
from awards.submissions.models.submission import WITH_NOMINATOR, Submission
from awards.submissions.rules.terms import SubmissionWork
from emulation.core import clock
from emulation.core.actions.walk import Told, Walked, ready_to_walk, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal

Progress = Callable[[int, int], None]
REPORT_EVERY = 10


@transaction.atomic
def order_sending(submission: Submission, *, actor: Actor) -> Submission:
    """A second click while the first is at work gives the same work."""
    if submission.work is SubmissionWork.SEND and actor.may("send", submission):
        return submission
    submission = ready_to_walk(SUBMISSION, submission, "send", actor=actor)
    hand_over(submission, SubmissionWork.SEND, title=_("Sending of the list %(file)s"), actor=actor)
    return submission


def send_submission(
    pk: int,
    *,
    actor: Actor,
    progress: Progress = lambda done, total: None,
    hold: Callable[[], None] = lambda: None,
) -> tuple[int, int]:
    """(dossiers sent, those kept). Judged once more, all together, under the lock of every dossier."""
    sent: list[int] = []
    kept: list[int] = []

    def as_sent(submission: Submission, walked: Walked) -> Told:
        pks = submission.rows.filter(HERE).values_list("nomination", flat=True)
        here = [one for one in dossiers_of(pks, locked=True).values() if one.state in WITH_NOMINATOR]
        standings = standings_of(here, on=clock.today(), reader=actor)
        hindrances = hindrances_of(here, standings)
        for done, one in enumerate(here):
            if done % REPORT_EVERY == 0:
                progress(done, len(here))
            if hindrances[one.pk]:
                kept.append(one.pk)
                continue
            try:
                take_step(one, "submit", actor=actor, standing=standings[one.pk])
            except Refusal:
                kept.append(one.pk)
            else:
                sent.append(one.pk)
        if not sent:
            raise Refusal(_("No dossier of this list can be sent: each lacks something, which is told beside its row."))
        return Told({"state": walked.source}, {"state": submission.state, "sent": len(sent), "kept": len(kept)})

    with transaction.atomic():
        walk(SUBMISSION, Submission.objects.get(pk=pk), "send", actor=actor, by_worker=True, entered=as_sent)
        hold()
    return len(sent), len(kept)


@transaction.atomic
def order_withdrawal(submission: Submission, *, why: str, actor: Actor) -> Submission:
    submission = ready_to_walk(SUBMISSION, submission, "withdraw", actor=actor, why=why)
    hand_over(
        submission,
        SubmissionWork.WITHDRAW,
        title=_("Withdrawal of the list %(file)s"),
        actor=actor,
        why=why.strip(),
    )
    return submission


def withdraw_submission(
    pk: int,
    *,
    why: str,
    actor: Actor,
    progress: Progress = lambda done, total: None,
    hold: Callable[[], None] = lambda: None,
) -> int:
    """How many drafts were withdrawn with it."""
    withdrawn: list[int] = []

    def as_withdrawn(submission: Submission, walked: Walked) -> Told:
        pks = submission.rows.filter(HERE).values_list("nomination", flat=True)
        here = dossiers_of(pks, locked=True)
        for done, one in enumerate(here.values()):
            if done % REPORT_EVERY == 0:
                progress(done, len(here))
            take_step(one, "withdraw", why=walked.why, actor=actor)
            withdrawn.append(one.pk)
        return Told({"state": walked.source}, {"state": submission.state, "withdrawn": len(withdrawn)})

    with transaction.atomic():
        walk(
            SUBMISSION,
            Submission.objects.get(pk=pk),
            "withdraw",
            actor=actor,
            why=why,
            by_worker=True,
            entered=as_withdrawn,
        )
        hold()
    return len(withdrawn)
