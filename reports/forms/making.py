from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.models import ClusterYear

HALVES = [(1, _("First six months")), (2, _("Last six months"))]


class MakeReportForm(forms.Form):
    """Which half-year of which cluster year; only years that the person's organisation heads are offered."""

    cluster_year = forms.ModelChoiceField(
        label=_("Cluster and year"), queryset=ClusterYear.objects.none(), empty_label=None
    )
    half = forms.TypedChoiceField(label=_("Half-year"), choices=HALVES, coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args, headed, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cluster_year"].queryset = (
            ClusterYear.objects.filter(pk__in=headed).select_related("cluster").order_by("-year", "cluster__position")
        )
