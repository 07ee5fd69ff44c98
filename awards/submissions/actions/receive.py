"""A list of proposals comes in: its bytes are judged and kept; a worker reads it."""

from django.db import transaction
from django.utils.translation import gettext as _

from awards.catalogue.models.award import Award
from awards.lists.actions.sent_file import FileSent, hand_over, keep_sent, seen_file
from awards.nominations.actions.begin import lock_nominator, refuse_unless_nominator
from awards.nominations.models.names import name_of_award
from awards.submissions.actions.course import SUBMISSION
from awards.submissions.models.submission import Submission
from awards.submissions.rules.terms import SubmissionState, SubmissionWork
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actions.walk import ready_to_walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def receive_submission(
    organisation: Organisation, *, award: Award, subject_kind: str, upload: FileSent, file_name: str, actor: Actor
) -> Submission:
    """Keeps the file and hands its reading to a worker, where that is not done or under way."""
    submission = keep_submission(
        organisation, award=award, subject_kind=subject_kind, upload=upload, file_name=file_name, actor=actor
    )
    is_new = submission.state == SubmissionState.RECEIVED and submission.job is None
    return order_reading(submission, actor=actor) if is_new else submission


@transaction.atomic
def keep_submission(
    organisation: Organisation, *, award: Award, subject_kind: str, upload: FileSent, file_name: str, actor: Actor
) -> Submission:
    """The same file for the same award gives the list that there is, also of a second click."""
    today = clock.today()
    refuse_unless_nominator(organisation, actor, today)
    if not award.during.contains(today):
        name = name_of_award(award, organisation, on=today)
        raise Refusal(_("“%(award)s” is not given on this day. Choose another award.") % {"award": name}, field="award")
    if subject_kind not in award.subject_kinds:
        raise Refusal(_("Say whether a person, a collective or a household is nominated."), field="subject_kind")
    file = seen_file(upload, file_name)
    lock_nominator(organisation)
    there = Submission.objects.of_same_file(organisation.pk, award, subject_kind, file.checksum).first()
    if there is not None:
        return there
    submission = Submission(
        organisation=organisation,
        award=award,
        subject_kind=subject_kind,
    )
    keep_sent(submission, file, course=SUBMISSION, actor=actor)
    return submission


@transaction.atomic
def order_reading(submission: Submission, *, actor: Actor) -> Submission:
    """Also once more, after the reading was cancelled or broke off."""
    if not actor.may("write", submission):
        raise Refusal(SUBMISSION.not_yours(submission))
    submission = ready_to_walk(SUBMISSION, submission, "read", actor=actor, by_itself=True)
    if submission.state == SubmissionState.RECEIVED and not submission.is_working:
        hand_over(submission, SubmissionWork.READ, title=_("Reading of the list %(file)s"), actor=actor)
    return submission
