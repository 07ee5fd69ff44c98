from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.organisations.models.organisation import Organisation
from emulation.core.dates import format_date
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.filters import FilterForm, SearchForm


class YearFilterForm(FilterForm):
    """The year whose records are shown, with the one in force filled in."""

    nam = forms.CharField(
        label=_("Year"), widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4}), required=False
    )


class ClustersFilterForm(YearFilterForm):
    don_vi = OrganisationChoiceField(
        queryset=Organisation.objects.none(), label=_("Kept by"), empty_label=_("All"), required=False
    )

    def __init__(self, *, owners, **more):
        super().__init__(**more)
        self.fields["don_vi"].queryset = owners


class OrganisationsFilterForm(SearchForm):
    """A day that cannot be read is named; shown is `today`."""

    ngay = VietnameseDateField(label=_("On the day"), required=False)

    def __init__(self, asked, *, today):
        asked = asked.copy()
        if not asked.get("ngay", "").strip():
            asked["ngay"] = format_date(today)
        super().__init__(asked, label=_("Name or code"))
        self.day = self.cleaned_data.get("ngay") or today
