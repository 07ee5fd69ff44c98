from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.figures.models.dates import SheetExtension
from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.organisations.models.organisation import Organisation
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.models.fields import longest


class SheetTermForm(OfficeForm):
    """`is_change`: the days stand already, so their change says why."""

    due_on = VietnameseDateField(
        label=_("Last day to be on time"), help_text=_("This day still counts. Sent later, the figures are late.")
    )
    locks_on = VietnameseDateField(
        label=_("Last day before they are locked"),
        help_text=_("This day still counts. Afterwards nobody writes or sends without an extension."),
    )
    why = forms.CharField(
        label=_("Reason"),
        max_length=longest(SheetExtension, "why"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The journal keeps it."),
    )

    def __init__(self, *args, is_change, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_change:
            del self.fields["why"]


class SheetExtensionForm(OfficeForm):
    organisation = OrganisationChoiceField(label=_("Member"), queryset=Organisation.objects.none())
    until = VietnameseDateField(label=_("Extended until"), help_text=_("This day still counts."))
    why = forms.CharField(
        label=_("Reason"),
        max_length=longest(SheetExtension, "why"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The member and the journal see it."),
    )

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = members
