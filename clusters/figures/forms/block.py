from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.figures.words.blocks import EMPTY_BLOCK
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.terms import FigurePart
from emulation.core.forms.layouts import OfficeForm

LONGEST_BLOCK = 60_000


class BlockForm(OfficeForm):
    """What is read of `block` keeps its tabs and its empty first cells."""

    first = forms.ModelChoiceField(label=_("First indicator"), queryset=Indicator.objects.none(), empty_label=None)
    part = forms.ChoiceField(label=_("First column"))
    block = forms.CharField(
        label=_("Cells copied from Excel"),
        strip=False,
        max_length=LONGEST_BLOCK,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Select the cells in Excel, copy them, and paste them here. Nothing is written before you see it."),
        error_messages={"required": EMPTY_BLOCK},
    )

    def __init__(self, *args, asked, parts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["first"].queryset = asked
        self.fields["part"].choices = [(part.value, words) for part, words in parts]

    def clean_part(self) -> FigurePart:
        return FigurePart(self.cleaned_data["part"])
