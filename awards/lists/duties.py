"""Lists that wait for a person's word."""

from django.utils.translation import gettext as _

from awards.lists.rules.terms import BatchState
from emulation.core.duty import Duty
from emulation.core.numbers import format_integer

WAITING_SHOWN = 5


def _of_batch(batch) -> Duty:
    if batch.state == BatchState.UPLOADED:
        title = _("Confirm the columns of the list “%(file)s”") % {"file": batch.file_name}
        why = _("It is checked once you have confirmed what its columns mean.")
    else:
        title = _("Accept the list “%(file)s” into the register") % {"file": batch.file_name}
        why = _("Checked: %(good)s rows can be taken, %(refused)s are refused.") % {
            "good": format_integer(batch.good),
            "refused": format_integer(batch.refused),
        }
    return Duty(title=title, url=batch.get_absolute_url(), why=why)
