from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.models import ClusterYear
from clusters.organisations.models.wording import UNITS
from clusters.organisations.rules.units_of_today import Units
from emulation.core.forms.labelled import LabelledField, in_list_order
from emulation.core.forms.layouts import OfficeForm
from emulation.core.models.fields import longest
from reports.runs.models.kinds import ENTRIES
from reports.runs.models.report import Report

PERIODS = [(half, words) for entry in ENTRIES.values() for half, words in entry.periods.items()]


class MakeReportForm(OfficeForm):
    """Which period of which cluster year, by which units; only `years` are offered. The period says the kind."""

    cluster_year = LabelledField(
        label=_("Cluster and year"), queryset=ClusterYear.objects.none(), empty_label=None, labels=in_list_order
    )
    half = forms.TypedChoiceField(
        label=_("Period of the report"), choices=PERIODS, coerce=int, widget=forms.RadioSelect
    )
    units = forms.TypedChoiceField(
        label=_("By which units"),
        choices=list(UNITS.items()),
        coerce=Units,
        empty_value=Units.THEN,
        initial=Units.THEN,
        required=False,
        widget=forms.RadioSelect,
        help_text=_(
            "The report that is signed is by the units of the time. By today's units, members that merged since stand "
            "in one line; it is for comparison and is not signed. The year-end report is made by the units of the time "
            "only."
        ),
    )

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cluster_year"].queryset = years.select_related("cluster")


class CorrectionForm(OfficeForm):
    why = forms.CharField(
        label=_("Reason"),
        max_length=longest(Report, "corrects_why"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The correction prints it: what was wrong, and by which paper it is put right."),
    )
