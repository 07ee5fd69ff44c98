"""A sheet of campaigns that is sent in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.organisations.models.organisation import Organisation
from emulation.core.forms.layouts import OfficeForm


class CampaignSheetForm(OfficeForm):
    organisation = OrganisationChoiceField(label=_("Launched by"), queryset=Organisation.objects.none())
    file = forms.FileField(
        label=_("Sheet of campaigns (.xlsx, .xls, .ods, .csv)"),
        help_text=_("You are shown what becomes of each row before anything is recorded."),
    )

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
