from django import forms
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording
from awards.catalogue.rules.terms import ProvinceKind
from emulation.core.dates import format_date
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.filters import SIGNS_ALONE, FilterForm, SearchField
from emulation.core.words import choices

ALL = ("", _("All"))


class CatalogueForm(FilterForm):
    """The filters of the catalogue as they stand in its URL; what cannot be read is named, the rest still filters."""

    tim = SearchField(label=_("Name or short form"), required=False, max_length=100)
    ngay = VietnameseDateField(label=_("Names on the day"), required=False)
    noi = forms.ChoiceField(label=_("As printed in"), required=False, choices=choices(wording.PROVINCE_KINDS))
    ho = forms.ChoiceField(label=_("Family"), required=False, choices=[ALL, *choices(wording.FAMILIES)])
    doi_tuong = forms.ChoiceField(label=_("Given to"), required=False, choices=[ALL, *choices(wording.SUBJECT_KINDS)])

    def __init__(self, asked, *, today, province_kind, **kwargs):
        asked = asked.copy()
        if not asked.get("ngay"):
            asked["ngay"] = format_date(today)
        if not asked.get("noi"):
            asked["noi"] = province_kind.value
        super().__init__(asked, **kwargs)
        self.is_valid()
        read = self.cleaned_data
        self.day = read.get("ngay") or today
        self.province_kind = ProvinceKind(read.get("noi") or province_kind)
        self.text = read.get("tim") or ""
        self.seeks_nobody = self.has_error("tim", SIGNS_ALONE)
        self.family = read.get("ho") or ""
        self.subject_kind = read.get("doi_tuong") or ""

    @property
    def is_narrowed(self) -> bool:
        return bool(self.text or self.family or self.subject_kind)
