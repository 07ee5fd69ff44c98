"""Lists that wait for a person's word."""

from django.utils.translation import gettext as _

from awards.lists.models.batch import HonourBatch
from awards.lists.rules.terms import BatchState
from emulation.core.duty import Duty, DutyKind, about
from emulation.core.numbers import format_integer

WAITING_SHOWN = 5


class ListDuty(DutyKind):
    SEND = "lists.send"
    CONFIRM_COLUMNS = "lists.confirm_columns"
    ACCEPT = "lists.accept"


def _of_batch(batch: HonourBatch) -> Duty:
    if batch.state == BatchState.UPLOADED:
        kind = ListDuty.CONFIRM_COLUMNS
        title = _("Confirm the columns of the list “%(file)s”") % {"file": batch.file_name}
        why = _("It is checked once you have confirmed what its columns mean.")
    else:
        kind = ListDuty.ACCEPT
        title = _("Accept the list “%(file)s” into the register") % {"file": batch.file_name}
        why = _("Checked: %(good)s honours can be taken, %(refused)s are refused.") % {
            "good": format_integer(batch.good),
            "refused": format_integer(batch.refused),
        }
    return Duty(
        kind=kind,
        title=title,
        url=batch.get_absolute_url(),
        why=why,
        subject=about(batch),
        organisation=batch.organisation_id,
    )
