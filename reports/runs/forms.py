from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.indicators.models.wording import DAYS
from clusters.membership.rules.half_years import Days
from clusters.models import ClusterYear, Organisation
from clusters.organisations.models.names import today_first
from clusters.organisations.models.wording import UNITS
from clusters.organisations.rules.units_of_today import Units
from emulation.core.forms.labelled import LabelledField, in_list_order
from emulation.core.forms.layouts import OfficeForm
from emulation.core.models.fields import longest
from reports.runs.models.kinds import entries_of
from reports.runs.models.report import Report
from reports.runs.models.subject import SubjectKind


def periods_of(of: SubjectKind):
    return [(half, words) for entry in entries_of(of).values() for half, words in entry.periods.items()]


def half_field(of: SubjectKind) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=_("Period of the report"),
        choices=periods_of(of),
        coerce=int,
        widget=forms.RadioSelect,
        help_text=_(
            "A report is signed after the last day of its period. A draft made before that day is made again then."
        ),
    )


def days_field() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
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


class MakeReportForm(OfficeForm):
    """Which period of which cluster year, by which units; only `years` are offered. The period says the kind."""

    cluster_year = LabelledField(
        label=_("Cluster and year"), queryset=ClusterYear.objects.none(), empty_label=None, labels=in_list_order
    )
    half = half_field(SubjectKind.CLUSTER_YEAR)
    days = days_field()
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


class MakeProvinceReportForm(OfficeForm):
    """Which period of which year of which province; only `provinces` are offered. The period says the kind."""

    province = LabelledField(
        label=_("Province or city"),
        queryset=Organisation.objects.none(),
        empty_label=_("Choose from the list"),
        labels=today_first,
    )
    year = forms.IntegerField(label=_("Year"), min_value=1948, max_value=2200)
    half = half_field(SubjectKind.PROVINCE_YEAR)
    days = days_field()

    def __init__(self, *args, provinces, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["province"].queryset = provinces.sorted()


class CorrectionForm(OfficeForm):
    why = forms.CharField(
        label=_("Reason"),
        max_length=longest(Report, "corrects_why"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The correction prints it: what was wrong, and by which paper it is put right."),
    )
