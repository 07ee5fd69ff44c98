"""Why a day cannot be set, in sentences."""

from django.utils.translation import gettext_lazy as _

from reports.schedule.rules import DayFault

FAULTS = {
    DayFault.NOT_IN_EVERY_YEAR: ("day", _("Not every year has this day. Choose another one.")),
    DayFault.BEFORE_THE_END: (
        "day",
        _("On this day the period has not ended yet, so the draft would lack a part of it. Choose a later day."),
    ),
}
