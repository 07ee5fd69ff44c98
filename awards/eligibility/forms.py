from django import forms
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models.award import Award
from awards.catalogue.rules.terms import Family
from awards.eligibility.actions import ShareSaid
from awards.eligibility.models.shares import TitleShare
from awards.procedures.models.wording import BASES
from awards.procedures.rules.terms import BASES_OF, MeasureKind
from clusters.models import Organisation
from clusters.organisations.models.names import today_first
from emulation.core import clock
from emulation.core.forms.fields import VietnameseDateField, VietnameseDecimalField
from emulation.core.forms.filters import FilterForm
from emulation.core.forms.labelled import LabelledField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import CHOOSE
from emulation.core.models.fields import longest


class RulesForm(FilterForm):
    ngay = VietnameseDateField(label=_("In force on the day"), required=False)


class ShareForm(OfficeForm):
    organisation = LabelledField(
        label=_("Organisation"), queryset=Organisation.objects.none(), empty_label=None, labels=today_first
    )
    award = forms.ModelChoiceField(label=_("Award"), queryset=Award.objects.none(), empty_label=_("Choose"))
    share_percent = VietnameseDecimalField(label=_("At most, in per cent"), max_digits=5, decimal_places=2)
    base = forms.ChoiceField(
        label=_("Share of"), choices=[CHOOSE, *((one.value, BASES[one]) for one in BASES_OF[MeasureKind.QUOTA_SHARE])]
    )
    document = forms.CharField(
        label=_("By the document"),
        max_length=longest(TitleShare, "document"),
        help_text=_("Number and date of the regulation of the province."),
    )
    first_day = VietnameseDateField(
        label=_("From the day"), help_text=_("The share before it ends with the day before.")
    )

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
        if len(organisations) == 1:
            self.fields["organisation"].initial = organisations[0]
            self.fields["organisation"].widget = forms.HiddenInput()
        awards = self.fields["award"]
        awards.queryset = Award.objects.on(clock.today()).filter(family=Family.TITLE).named(on=clock.today())
        awards.label_from_instance = lambda award: award.printed_name

    @property
    def said(self) -> ShareSaid:
        return ShareSaid(**{name: self.cleaned_data[name] for name in ShareSaid.__dataclass_fields__})
