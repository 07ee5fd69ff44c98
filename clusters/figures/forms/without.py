from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.indicators.models.indicator import Indicator
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import LONGEST_REASON


class WithoutFiguresForm(OfficeForm):
    indicators = forms.ModelMultipleChoiceField(
        label=_("Indicators without figures"),
        queryset=Indicator.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("All that are not answered yet; take out those you will still enter."),
    )
    why = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=LONGEST_REASON,
        help_text=_("One for all; it stands in the note beside each."),
    )

    def __init__(self, *args, indicators, unanswered, **kwargs):
        """`indicators` may be sent, `unanswered` of them are shown."""
        super().__init__(*args, initial={"indicators": unanswered}, **kwargs)
        field = self.fields["indicators"]
        field.queryset = indicators
        field.widget.choices = [(one.pk, field.label_from_instance(one)) for one in unanswered]
