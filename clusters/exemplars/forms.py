from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.campaigns.models.campaign import Campaign
from clusters.exemplars.models import KINDS, Adoption, Exemplar
from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.organisations.models.organisation import Organisation
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.filters import FilterForm, SearchField
from emulation.core.forms.labelled import LabelledField, in_alphabet
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import LONGEST_REASON, LONGEST_TEXT
from emulation.core.models.fields import longest
from emulation.core.words import choices

FEW_LINES = forms.Textarea(attrs={"rows": 3})


class ExemplarForm(OfficeForm):
    organisation = OrganisationChoiceField(label=_("Unit"), queryset=Organisation.objects.none())
    kind = forms.ChoiceField(label=_("Kind"), choices=choices(KINDS))
    title = forms.CharField(label=_("Name of the model or exemplar"), max_length=longest(Exemplar, "title"))
    campaign = LabelledField(
        label=_("Campaign"),
        queryset=Campaign.objects.none(),
        labels=in_alphabet,
        required=False,
        empty_label=_("None"),
    )
    problem = forms.CharField(
        label=_("Problem"),
        max_length=LONGEST_TEXT,
        widget=FEW_LINES,
        help_text=_("What was wrong before, with figures."),
    )
    steps = forms.CharField(
        label=_("Steps"),
        max_length=LONGEST_TEXT,
        widget=FEW_LINES,
        help_text=_("One a line, so that others can follow."),
    )
    cost = forms.CharField(
        label=_("Cost"),
        max_length=longest(Exemplar, "cost"),
        required=False,
        help_text=_("Money, people and time that it took."),
    )
    result = forms.CharField(
        label=_("Measured result"),
        max_length=LONGEST_TEXT,
        widget=FEW_LINES,
        help_text=_("Figures before and after, and who measured them."),
    )
    contact = forms.CharField(
        label=_("Contact"),
        max_length=longest(Exemplar, "contact"),
        help_text=_("The office and its telephone number, without a person's name."),
    )

    def __init__(self, *args, organisations, campaigns, is_new: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
        self.fields["campaign"].queryset = campaigns
        if not is_new:
            del self.fields["organisation"]


class RecogniseForm(OfficeForm):
    on = VietnameseDateField(label=_("Recognised on"))
    document = forms.CharField(
        label=_("Document"),
        max_length=longest(Exemplar, "recognised_in"),
        help_text=_("Number and day of the paper by which the board recognises it."),
    )
    why = forms.CharField(label=_("Reason of the correction"), max_length=LONGEST_REASON, widget=FEW_LINES)

    def __init__(self, *args, is_recognised: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_recognised:
            del self.fields["why"]


class ApplyForm(OfficeForm):
    on = VietnameseDateField(label=_("Applied since"))


class AdoptionForm(OfficeForm):
    applied_on = VietnameseDateField(label=_("Applied since"))
    why = forms.CharField(label=_("Reason of the correction"), max_length=LONGEST_REASON, widget=FEW_LINES)


class MeasureForm(OfficeForm):
    on = VietnameseDateField(label=_("Measured on"))
    result = forms.CharField(
        label=_("Measured result"),
        max_length=longest(Adoption, "result"),
        widget=FEW_LINES,
        help_text=_("Figures before and after, and who measured them."),
    )


class ExemplarsFilterForm(FilterForm):
    tim = SearchField(
        label=_("Any word of the card"),
        required=False,
        max_length=longest(Exemplar, "title"),
        widget=forms.TextInput(attrs={"type": "search"}),
        help_text=_("With or without accents."),
    )
    loai = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("Any")), *choices(KINDS)])
    xem = forms.ChoiceField(
        label=_("Which"),
        required=False,
        choices=[
            ("", _("Recognised by a board")),
            ("cho", _("Not recognised yet")),
            ("ap-dung", _("That my unit applies")),
        ],
    )
