from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.indicators.models import wording
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.terms import AVERAGES, Derivation, ValueKind
from clusters.membership.models.cluster import Cluster
from emulation.core.forms.labelled import LabelledField, in_list_order
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import ReasonForm, SourceForm, TermForm
from emulation.core.models.fields import longest
from emulation.core.words import choices

AMOUNTS = (ValueKind.WHOLE, ValueKind.DECIMAL)


class IndicatorParts(OfficeForm):
    name = forms.CharField(label=_("Name of the indicator"), max_length=longest(Indicator, "name"))
    value_kind = forms.ChoiceField(label=_("Kind of figure"), choices=choices(wording.VALUE_KINDS))
    unit = forms.CharField(
        label=_("Unit of measure"),
        max_length=longest(Indicator, "unit"),
        required=False,
        help_text=_("As printed in reports: %, tỷ đồng, xã. For per cent, write %."),
    )
    direction = forms.ChoiceField(label=_("What is better"), choices=choices(wording.DIRECTIONS))
    derivation = forms.ChoiceField(label=_("Figure of the cluster"), choices=choices(wording.DERIVATIONS))
    weighted_by = forms.ModelChoiceField(
        label=_("Weighted by"),
        queryset=Indicator.objects.filter(value_kind__in=AMOUNTS),
        required=False,
        empty_label=_("Nothing: every member counts the same"),
        help_text=_("Only for a weighted average: an amount that members report as well, such as their population."),
    )
    declared = forms.BooleanField(
        label=_("Printed with the words “as reported”"),
        required=False,
        help_text=_("For a share whose base does not stand in the register."),
    )
    cluster = LabelledField(
        label=_("Only in the cluster"),
        queryset=Cluster.objects.all(),
        required=False,
        empty_label=_("In all clusters"),
        labels=in_list_order,
    )
    guidance = forms.CharField(
        label=_("How to reckon it"),
        max_length=longest(Indicator, "guidance"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    position = forms.IntegerField(label=_("Place in lists"), min_value=0, max_value=30000)

    def clean(self):
        """The same as the database's constraints say, at the field."""
        cleaned = super().clean()
        kind, derivation = cleaned.get("value_kind"), cleaned.get("derivation")
        if derivation == Derivation.SUM and kind not in AMOUNTS:
            self.add_error("derivation", _("Shares cannot be added up; choose another way to the cluster's figure."))
        if derivation == Derivation.RATIO and kind != ValueKind.RATIO:
            self.add_error("derivation", _("Only figures such as 19/19 give a part and a whole to add up."))
        if derivation in AVERAGES and kind == ValueKind.RATIO:
            self.add_error("derivation", _("Parts of a whole are not averaged; add up the parts and the wholes."))
        if (derivation == Derivation.WEIGHTED) is not bool(cleaned.get("weighted_by")) and "weighted_by" in cleaned:
            self.add_error("weighted_by", _("Only a weighted average names an indicator that it is weighted by."))
        if cleaned.get("declared") and kind != ValueKind.RATIO:
            self.add_error("declared", _("A declared share is written with its part and its whole, such as 19/19."))
        if kind == ValueKind.PERCENT and not cleaned.get("unit", "").startswith("%"):
            self.add_error("unit", _("The unit of a share begins with %."))
        return cleaned


class IndicatorForm(IndicatorParts, SourceForm, TermForm):
    field_order = (
        "name",
        "value_kind",
        "unit",
        "direction",
        "derivation",
        "weighted_by",
        "declared",
        "cluster",
        "first_day",
        "last_day",
        "guidance",
        "source",
        "verified",
        "position",
    )


class IndicatorChangeForm(IndicatorParts, ReasonForm, SourceForm):
    field_order = (*(name for name in IndicatorForm.field_order if name not in ("first_day", "last_day")), "why")
