"""What is to be fetched, or taken up again: told to who asked for it, until its files were fetched."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from emulation.core.actor import CENTRAL, Actor
from emulation.core.duty import Duty, DutyKind, about
from emulation.core.models import JobState
from reports.batches.models import ReportBatch

ENDED = (JobState.DONE, JobState.FAILED)


class BatchDuty(DutyKind):
    FETCH = "batches.fetch"


def batch_duties(actor: Actor) -> Iterator[Duty]:
    if not actor.is_central:
        return
    ended = ReportBatch.objects.filter(created_by=actor.user_id, fetched_at__isnull=True, job__state__in=ENDED)
    for batch in ended.with_counts().filter(asked__gt=0):
        is_whole = batch.made == batch.asked
        yield Duty(
            kind=BatchDuty.FETCH,
            title=(_("Fetch: %(batch)s") if is_whole else _("Not all reports were made: %(batch)s")) % {"batch": batch},
            url=batch.get_absolute_url(),
            why=_("%(made)s of %(asked)s reports are made.") % {"made": batch.made, "asked": batch.asked},
            subject=about(batch),
            organisation=actor.body_of(CENTRAL),
        )
