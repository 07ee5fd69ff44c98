from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from clusters.indicators.words import half_in_words
from clusters.membership.forms.filters import YearFilterForm
from clusters.membership.rules.half_years import SPANS


class PeriodFilterForm(YearFilterForm):
    """The year and the part of it whose figures are shown."""

    ky = forms.TypedChoiceField(label=_("Half of the year"), coerce=int, required=False)

    def __init__(self, *, year: int, half: int):
        super().__init__(initial={"nam": year, "ky": half})
        self.fields["ky"].choices = [(span, capfirst(half_in_words(span, year))) for span in SPANS]
