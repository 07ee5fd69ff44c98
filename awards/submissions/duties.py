"""Lists of proposals that wait for the nominator's approver."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from awards.submissions.models.submission import Submission
from emulation.core.actor import Actor
from emulation.core.duty import Duty, DutyKind, about
from emulation.core.numbers import format_integer

SHOWN = 5


class SubmissionDuty(DutyKind):
    SEND = "submissions.send"


def submissions_to_send(actor: Actor) -> list[Duty]:
    if not actor.approved:
        return []
    return [_duty(one) for one in Submission.objects.sendable_by(actor).select_related("organisation")[:SHOWN]]


def _duty(submission: Submission) -> Duty:
    why = ngettext(
        "%(number)s dossier of it is in preparation.",
        "%(number)s dossiers of it are in preparation.",
        submission.unsent,
    )
    return Duty(
        kind=SubmissionDuty.SEND,
        title=_("Send the list of proposals “%(file)s”") % {"file": submission.file_name},
        url=submission.get_absolute_url(),
        why=why % {"number": format_integer(submission.unsent)},
        subject=about(submission),
        organisation=submission.organisation_id,
    )
