from django import forms
from django.utils.translation import gettext_lazy as _

from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import ReasonForm


class ReminderForm(OfficeForm):
    members = forms.MultipleChoiceField(
        label=_("Members that have not done their part"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose whom to remind.")},
    )

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["members"].choices = members


class YearClosingForm(ReasonForm):
    """The reason is asked for where something is left undone; a word of its own where the year would never have a
    year-end report."""

    on = VietnameseDateField(label=_("Closed on"))
    without_report = forms.BooleanField(
        label=_("I know that this year will never have a signed year-end report"),
        error_messages={
            "required": _(
                "Tick this if the year is to be closed without its year-end report; otherwise have it signed first."
            )
        },
    )
    field_order = ("on", "why", "without_report")

    def __init__(self, *args, asks_why, is_never_reported, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_never_reported:
            del self.fields["without_report"]
        self.fields["why"].help_text = _("Kept in the journal and shown with the year.")
        if not asks_why:
            del self.fields["why"]

    def clean(self):
        return {"why": "", **super().clean()}
