from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.indicators.models.wording import DAYS
from clusters.membership.rules.half_years import Days
from clusters.models import ClusterYear
from clusters.organisations.models.wording import UNITS
from clusters.organisations.rules.units_of_today import Units
from emulation.core.forms.labelled import LabelledField, in_list_order
from emulation.core.forms.layouts import OfficeForm
from reports.runs.models.kinds import ENTRIES

PERIODS = [(half, words) for entry in ENTRIES.values() for half, words in entry.periods.items()]


class MakeReportForm(OfficeForm):
    """Which period of which cluster year, by which units; only `years` are offered. The period says the kind."""

    cluster_year = LabelledField(
        label=_("Cluster and year"), queryset=ClusterYear.objects.none(), empty_label=None, labels=in_list_order
    )
    half = forms.TypedChoiceField(
        label=_("Period of the report"), choices=PERIODS, coerce=int, widget=forms.RadioSelect
    )
    days = forms.TypedChoiceField(
        label=_("By which days"),
        choices=list(DAYS.items()),
        coerce=Days,
        empty_value=Days.CALENDAR,
        initial=Days.CALENDAR,
        required=False,
        widget=forms.RadioSelect,
        help_text=_(
            "Honours and activities are counted by these days, and the report says so. The conference that closes the "
            "period belongs to it whenever it is held."
        ),
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
