from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.directives.models import KINDS, Directive, DirectiveTarget
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.models.wording import TARGET_KINDS
from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.organisations.models.organisation import Organisation
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.labelled import LabelledField, in_alphabet
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import CHOOSE, LONGEST_TEXT
from emulation.core.models.fields import longest
from emulation.core.words import choices


class DirectiveForm(OfficeForm):
    organisation = OrganisationChoiceField(label=_("Issued by"), queryset=Organisation.objects.none())
    kind = forms.ChoiceField(label=_("Kind of document"), choices=choices(KINDS))
    number = forms.CharField(
        label=_("Number and symbol"), max_length=longest(Directive, "number"), help_text=_("For example 10/CT-UBND.")
    )
    dated = VietnameseDateField(label=_("Day of the document"))
    year = forms.IntegerField(
        label=_("Year"), min_value=1948, max_value=2200, help_text=_("The year of emulation that it launches.")
    )
    theme = forms.CharField(
        label=_("Theme of the year"),
        max_length=longest(Directive, "theme"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    legal_bases = forms.CharField(
        label=_("Legal bases"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One a line, with number and day."),
    )
    file = forms.FileField(label=_("Scan"), required=False, help_text=_("PDF, JPG or PNG, at most 10 MB."))

    def __init__(self, *args, organisations, is_new: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
        if not is_new:
            del self.fields["organisation"]


class DirectiveTargetForm(OfficeForm):
    indicator = LabelledField(
        label=_("Indicator of the catalogue"),
        queryset=Indicator.objects.none(),
        labels=in_alphabet,
        required=False,
        empty_label=_("Not in the catalogue"),
        help_text=_("A pact takes over targets of the catalogue's indicators."),
    )
    name = forms.CharField(
        label=_("What is to be reached"),
        max_length=longest(DirectiveTarget, "name"),
        required=False,
        help_text=_("Only where the catalogue has no such indicator."),
    )
    unit = forms.CharField(label=_("Unit of measure"), max_length=longest(DirectiveTarget, "unit"), required=False)
    kind = forms.ChoiceField(label=_("Kind of target"), choices=[CHOOSE, *choices(TARGET_KINDS)])
    text = forms.CharField(
        label=_("Target"), max_length=longest(DirectiveTarget, "text"), help_text=_("As the document prints it.")
    )

    def __init__(self, *args, indicators, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["indicator"].queryset = indicators
