"""What a unit says of its part in a campaign, and what is said of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.campaigns.models import wording
from clusters.campaigns.models.participation import CampaignReview, Inspection, ProgressEntry
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import LONGEST_TEXT
from emulation.core.models.fields import longest
from emulation.core.words import choices

FEW_LINES = forms.Textarea(attrs={"rows": 3})
KINDS_OF_FILE = _("PDF, JPG or PNG, at most 10 MB.")


class OwnGoalsForm(OfficeForm):
    goals = forms.CharField(
        label=_("Own goals"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=FEW_LINES,
        help_text=_("One a line: what the unit itself wants to reach."),
    )


class ProgressForm(OfficeForm):
    on = VietnameseDateField(label=_("Day"))
    text = forms.CharField(
        label=_("What was done"), max_length=longest(ProgressEntry, "text"), widget=forms.Textarea(attrs={"rows": 2})
    )
    figure = forms.CharField(
        label=_("Figure"),
        max_length=longest(ProgressEntry, "figure"),
        required=False,
        help_text=_("For example 12/19 xã."),
    )
    file = forms.FileField(label=_("Proof"), required=False, help_text=KINDS_OF_FILE)


class InspectionForm(OfficeForm):
    on = VietnameseDateField(label=_("Day"))
    office = forms.CharField(
        label=_("Inspected by"),
        max_length=longest(Inspection, "office"),
        help_text=_("The office, without a person's name."),
    )
    findings = forms.CharField(label=_("Findings"), max_length=LONGEST_TEXT, widget=FEW_LINES)
    due_on = VietnameseDateField(
        label=_("To be repaired until"), required=False, help_text=_("Empty: nothing is to be repaired.")
    )


class RepairForm(OfficeForm):
    on = VietnameseDateField(label=_("Repaired on"))
    text = forms.CharField(label=_("How it was repaired"), max_length=longest(Inspection, "repair"), widget=FEW_LINES)
    file = forms.FileField(
        label=_("Proof"),
        help_text=KINDS_OF_FILE,
        error_messages={
            "required": _("A repair is reported with its proof. Choose the file of the paper or the picture.")
        },
    )


class ReviewForm(OfficeForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=choices(wording.REVIEWS))
    on = VietnameseDateField(label=_("Day"))
    document = forms.CharField(
        label=_("Document"),
        max_length=longest(CampaignReview, "document"),
        help_text=_("Number and day of the report."),
    )
    conclusion = forms.CharField(label=_("Conclusion"), max_length=LONGEST_TEXT, widget=FEW_LINES)
    file = forms.FileField(label=_("Scan"), required=False, help_text=KINDS_OF_FILE)
