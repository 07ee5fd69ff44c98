from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.terms import LONGEST, FigurePart
from emulation.core.forms.layouts import OfficeForm


class CommonSourceForm(OfficeForm):
    source = forms.CharField(
        label=_("Source"),
        max_length=LONGEST[FigurePart.SOURCE],
        help_text=_("One for all; it stands in the source of each."),
    )
    indicators = forms.ModelMultipleChoiceField(
        label=_("Indicators without a source"),
        queryset=Indicator.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("All that name no source yet; take out those with another one."),
    )

    def __init__(self, *args, indicators, without_source, **kwargs):
        """`indicators` may be sent, `without_source` of them are shown."""
        super().__init__(*args, initial={"indicators": without_source}, **kwargs)
        field = self.fields["indicators"]
        field.queryset = indicators
        field.widget.choices = [(one.pk, field.label_from_instance(one)) for one in without_source]
