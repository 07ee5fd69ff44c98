from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.scores.models.finding import KnockOutFinding
from emulation.core.forms.layouts import OfficeForm
from emulation.core.models.fields import longest


class EvidenceForm(OfficeForm):
    file = forms.FileField(label=_("File"), help_text=_("PDF, JPG or PNG; judged by its content, not by its name."))


class FindingForm(OfficeForm):
    """Which condition was found of which member."""

    knock_out = forms.ModelChoiceField(label=_("Condition"), queryset=None, empty_label=_("Choose a condition"))
    organisation = OrganisationChoiceField(label=_("Member"), queryset=None, empty_label=_("Choose a member"))
    why = forms.CharField(
        label=_("What was found, by which paper"),
        max_length=longest(KnockOutFinding, "why"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, conditions, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["knock_out"].queryset = conditions
        self.fields["organisation"].queryset = members
