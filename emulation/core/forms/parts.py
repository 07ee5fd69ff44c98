"""Pieces that forms of several rooms share. Each form cleans input for one deed and knows nothing of its rules."""

from django import forms
from django.utils.translation import gettext_lazy as _

from emulation.core.actions.refusals import period_of
from emulation.core.errors import Refusal
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.period import Period
from emulation.core.words import last_day


class TermForm(OfficeForm):
    """Two days, both counted; `cleaned_data["during"]` is the Period."""

    first_day = VietnameseDateField(
        label=_("First day"), required=False, help_text=_("Leave empty when the beginning is not known.")
    )
    last_day = VietnameseDateField(
        label=_("Last day"),
        required=False,
        help_text=_("This day still counts. Leave empty when it goes on until further notice."),
    )

    def clean(self):
        cleaned = super().clean()
        if "first_day" in cleaned and "last_day" in cleaned:
            try:
                cleaned["during"] = period_of(cleaned["first_day"], cleaned["last_day"])
            except Refusal as refusal:
                self.add_error(refusal.field, refusal.message)
        return cleaned


LONGEST_SOURCE, LONGEST_REASON, LONGEST_TEXT = 300, 300, 4000


class SourceForm(OfficeForm):
    source = forms.CharField(
        label=_("Source"),
        required=False,
        max_length=LONGEST_SOURCE,
        help_text=_("Number and date of the paper that says so."),
    )
    verified = forms.BooleanField(
        label=_("Checked against that paper"),
        required=False,
        initial=True,
    )


class ReasonForm(OfficeForm):
    why = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The journal keeps it."),
    )


class LastDayForm(ReasonForm):
    last_day = VietnameseDateField(label=_("Last day"), help_text=_("This day still counts."))
    field_order = ("last_day", "why")


def days_of(period: Period) -> dict:
    """Initial values of a TermForm."""
    return {"first_day": period.start, "last_day": last_day(period)}


CHOOSE = ("", _("Choose"))
