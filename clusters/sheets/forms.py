"""A sheet of entries that is sent in by one of the person's offices."""

from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.core.forms.layouts import OfficeForm


class SheetForm(OfficeForm):
    organisation = OrganisationChoiceField(label=_("Office"), queryset=Organisation.objects.none())
    file = forms.FileField(
        label=_("Sheet (.xlsx, .xls, .ods, .csv)"),
        help_text=_("You are shown what becomes of each row before anything is recorded."),
    )

    def __init__(self, *args, actor: Actor, **kwargs):
        super().__init__(*args, **kwargs)
        offices = Organisation.objects.filter(pk__in=actor.entered).on(clock.today())
        self.fields["organisation"].queryset = offices
        if len(offices) == 1:
            self.fields["organisation"].initial = offices[0]

    @property
    def given(self) -> dict:
        """What is said once for all rows."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("organisation", "file")}
