from django import forms
from django.utils.translation import gettext_lazy as _

from emulation.core.forms.layouts import OfficeForm
from reports.batches.models import BatchScope
from reports.runs.forms import days_field, half_field
from reports.runs.models.kinds import FileFormat
from reports.runs.models.subject import SubjectKind


class BatchForm(OfficeForm):
    """Whose reports of which period, in which format; the periods of clusters and of provinces are the same."""

    scope = forms.ChoiceField(label=_("Whose reports"), choices=BatchScope.choices, widget=forms.RadioSelect)
    year = forms.IntegerField(label=_("Year"), min_value=1948, max_value=2200)
    half = half_field(SubjectKind.PROVINCE_YEAR)
    days = days_field()
    form = forms.ChoiceField(
        label=_("Format"), choices=FileFormat.choices, initial=FileFormat.PDF, widget=forms.RadioSelect
    )
