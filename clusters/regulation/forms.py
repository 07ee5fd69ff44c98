from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from clusters.indicators.models.indicator import Indicator
from clusters.membership.rules.half_years import WHOLE_YEAR, span
from clusters.regulation.models import wording
from clusters.regulation.models.criterion import Criterion, KnockOut
from clusters.regulation.models.scheme import CriterionGroup, Scheme
from clusters.regulation.rules.terms import NEEDS_INDICATOR, FunctionKind
from emulation.core.forms.fields import VietnameseDateField, VietnameseDecimalField, VietnameseIntegerField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import ReasonForm
from emulation.core.models.fields import longest
from emulation.core.numbers import NumberError, format_for_input, parse_decimal
from emulation.core.words import choices

LIMITS = {"min_value": _("Write at least %(limit_value)s."), "max_value": _("Write at most %(limit_value)s.")}
ABOVE_ZERO = {"min_value": _("Write a number above zero.")}


class WrittenDecimalField(VietnameseDecimalField):
    """80 and 46,5, where the column keeps 80.00 and 46.50."""

    def prepare_value(self, value):
        return super().prepare_value(value.normalize() + 0 if isinstance(value, Decimal) else value)


def decimal(label, *, said=None, max_digits=9, **kwargs):
    return WrittenDecimalField(
        label=label, max_digits=max_digits, decimal_places=2, error_messages=LIMITS | (said or {}), **kwargs
    )


def points(label, **kwargs):
    return decimal(label, said=ABOVE_ZERO, min_value=Decimal("0.01"), max_digits=7, **kwargs)


def whole(label, **kwargs):
    return VietnameseIntegerField(label=label, error_messages=LIMITS, **kwargs)


def place(label):
    return whole(label, min_value=0, max_value=30000)


class SchemeForm(OfficeForm):
    maximum = points(_("Maximum of all groups of criteria"))
    cross_scorers = whole(_("Cross-scorers of each member"), min_value=1, max_value=10, help_text=_("Usually 2."))
    appraiser = forms.ChoiceField(label=_("Appraised by"), choices=choices(wording.APPRAISERS))
    spread_percent = whole(
        _("Spread that wants discussion, in per cent of the maximum"),
        min_value=1,
        max_value=100,
        help_text=_("Between the highest and the lowest points of the scorers."),
    )
    jump_percent = whole(
        _("Change that wants an explanation, in per cent"),
        min_value=1,
        max_value=1000,
        help_text=_("Of a figure against the last period."),
    )
    tie_rule = forms.ChoiceField(label=_("Rule for equal points"), choices=choices(wording.TIE_RULES))
    ballot_threshold = decimal(_("Share of votes needed, in per cent"), min_value=0, max_value=100, max_digits=5)
    ballot_base = forms.ChoiceField(label=_("Share taken of"), choices=choices(wording.BALLOT_BASES))
    own_unit_excluded = forms.BooleanField(label=_("No member votes for itself"), required=False)


class GroupForm(OfficeForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=choices(wording.GROUP_KINDS))
    number = forms.CharField(
        label=_("Number"),
        max_length=longest(CriterionGroup, "number"),
        required=False,
        help_text=_("For example I, II, III."),
    )
    title = forms.CharField(label=_("Heading of the group"), max_length=longest(CriterionGroup, "title"))
    maximum = points(
        _("Maximum"), help_text=_("The criteria of the group come to it; bonus and penalty points stop there.")
    )
    position = place(_("Place in the table"))


class BandsField(forms.CharField):
    """Lines such as "90: 40"; gives [{"limit": "90", "points": "40"}], Decimals as text."""

    widget = forms.Textarea(attrs={"rows": 5})

    def prepare_value(self, value):
        if not isinstance(value, list):
            return value
        return "\n".join(
            f"{format_for_input(Decimal(band['limit']))}: {format_for_input(Decimal(band['points']))}" for band in value
        )

    def to_python(self, value):
        if isinstance(value, list):
            return value
        written = super().to_python(value)
        return [self._band(line) for line in written.splitlines() if line.strip()]

    def _band(self, line: str) -> dict[str, str]:
        limit, _colon, given = line.partition(":")
        try:
            return {"limit": str(parse_decimal(limit)), "points": str(parse_decimal(given))}
        except NumberError as error:
            raise ValidationError(
                _("“%(line)s” is no band. Write the bound, a colon and the points, for example 90: 40."),
                params={"line": line.strip()},
            ) from error


TERMS = {
    FunctionKind.PERCENT_OF_TARGET: {
        "floor": lambda: decimal(
            _("No points below this share of the target, in per cent"), min_value=0, max_value=100, initial=0
        )
    },
    FunctionKind.BANDS: {
        "bands": lambda: BandsField(
            label=_("Bands"),
            help_text=_("One a line: the bound, a colon, the points. For example 90: 40. A better result gives more."),
        )
    },
    FunctionKind.RANK: {"step": lambda: points(_("Points lost with each place"))},
    FunctionKind.LOWER_IS_BETTER: {
        "zero_at": lambda: decimal(
            _("No points from this share of the target on, in per cent"),
            said={"min_value": _("Write a share above 100 per cent of the target.")},
            min_value=Decimal("100.01"),
            initial=200,
        )
    },
    FunctionKind.RANGE: {
        "tolerance": lambda: decimal(
            _("Distance from the range at which nothing is left"),
            min_value=0,
            initial=0,
            help_text=_("In the unit of the indicator; 0: nothing outside the range."),
        )
    },
    FunctionKind.PER_CASE: {"each": lambda: points(_("Points for each case"))},
    FunctionKind.FROM_REGISTER: {
        "zero_at": lambda: decimal(_("No points up to, in per cent"), min_value=0, max_value=100, initial=0),
        "full_at": lambda: decimal(_("Full points from, in per cent"), min_value=0, max_value=100, initial=100),
    },
}
JUDGED = frozenset({FunctionKind.PANEL, FunctionKind.YES_NO, FunctionKind.PER_CASE})


class CriterionForm(OfficeForm):
    """Asks for the terms of its `function` only; `cleaned_data["terms"]` is what the model keeps."""

    group = forms.ModelChoiceField(label=_("Group of criteria"), queryset=CriterionGroup.objects.none())
    number = forms.CharField(label=_("Number"), max_length=longest(Criterion, "number"), required=False)
    title = forms.CharField(
        label=_("Criterion"), max_length=longest(Criterion, "title"), widget=forms.Textarea(attrs={"rows": 2})
    )
    maximum = points(_("Maximum"))
    cross_scored = forms.BooleanField(label=_("Scored by other members"), required=False)
    appraised = forms.BooleanField(label=_("Appraised"), required=False)
    guidance = forms.CharField(
        label=_("How to score it, and with which evidence"),
        max_length=longest(Criterion, "guidance"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    position = place(_("Place in the group"))

    def __init__(self, *args, function: FunctionKind, scheme, **kwargs):
        super().__init__(*args, **kwargs)
        self.function = function
        self.fields["group"].queryset = scheme.groups.all()
        names = ["group", "number", "title", "maximum"]
        if function in NEEDS_INDICATOR:
            year = scheme.cluster_year
            asked = Indicator.objects.asked_of(year.cluster_id, span(year.year, WHOLE_YEAR)).reported_by_members()
            self.fields["indicator"] = forms.ModelChoiceField(label=_("Indicator"), queryset=asked)
            names.append("indicator")
        if function is FunctionKind.FROM_REGISTER:
            self.fields["register_figure"] = forms.ChoiceField(
                label=_("Share from the register"), choices=choices(wording.REGISTER_FIGURES)
            )
            names.append("register_figure")
        self.terms = list(TERMS.get(function, {}))
        for name, field in TERMS.get(function, {}).items():
            self.fields[f"term_{name}"] = field()
            names.append(f"term_{name}")
        self.order_fields([*names, "cross_scored", "appraised", "guidance", "position"])

    def clean(self):
        cleaned = super().clean()
        said = {name: cleaned.get(f"term_{name}") for name in self.terms}
        cleaned["terms"] = {
            name: value if isinstance(value, list) else str(value) for name, value in said.items() if value is not None
        }
        cleaned["function"] = self.function
        return cleaned


def initial_of(criterion: Criterion) -> dict:
    names = ("number", "title", "maximum", "cross_scored", "appraised", "guidance", "position", "register_figure")
    found = {name: getattr(criterion, name) for name in names}
    found |= {"group": criterion.group_id, "indicator": criterion.indicator_id}
    for name, value in criterion.terms.items():
        found[f"term_{name}"] = value if isinstance(value, list) else Decimal(value)
    return found


class KnockOutForm(OfficeForm):
    kind = forms.ChoiceField(label=_("How it is found"), choices=choices(wording.KNOCK_OUTS))
    title = forms.CharField(label=_("Condition"), max_length=longest(KnockOut, "title"))
    criterion = forms.ModelChoiceField(
        label=_("Criterion"),
        queryset=Criterion.objects.none(),
        required=False,
        help_text=_("Only where a criterion must not stay below a share of its maximum."),
    )
    share = whole(_("Share of the maximum, in per cent"), min_value=1, max_value=100, required=False)
    position = place(_("Place in the list"))

    def __init__(self, *args, scheme, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["criterion"].queryset = Criterion.objects.filter(scheme=scheme)


class AdoptionForm(OfficeForm):
    on = VietnameseDateField(label=_("Adopted on"))
    votes_for = whole(_("Votes for"), min_value=1)
    votes_cast = whole(_("Members voting"), min_value=1)
    document = forms.CharField(
        label=_("Number and date of the regulation"),
        max_length=longest(Scheme, "document"),
        required=False,
        help_text=_("If it has one yet."),
    )


class ReopeningForm(ReasonForm):
    pass
