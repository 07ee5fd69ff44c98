from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.models import ClusterYear
from clusters.organisations.models.wording import UNITS
from clusters.organisations.rules.units_of_today import Units
from emulation.core.forms.labelled import LabelledField, in_list_order
from emulation.core.forms.layouts import OfficeForm

HALVES = [(1, _("First six months")), (2, _("Last six months"))]


class MakeReportForm(OfficeForm):
    """Which half-year of which cluster year, by which units; only `years` are offered."""

    cluster_year = LabelledField(
        label=_("Cluster and year"), queryset=ClusterYear.objects.none(), empty_label=None, labels=in_list_order
    )
    half = forms.TypedChoiceField(label=_("Half-year"), choices=HALVES, coerce=int, widget=forms.RadioSelect)
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
            "in one line; it is for comparison and is not signed."
        ),
    )

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cluster_year"].queryset = years.select_related("cluster")
