"""One honour by hand. These forms read what was typed; whether it may stand is judged by the deed, as for lists."""

from itertools import groupby

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording
from awards.catalogue.models.award import Award
from awards.catalogue.models.kinds import KINDS
from awards.catalogue.rules.terms import ProvinceKind
from awards.register.actions.honours import Said
from awards.register.models.honour import Honour
from awards.rows.rules.reading import LONGEST
from clusters.models import Campaign, Organisation
from clusters.organisations.models.names import today_first
from emulation.core.actor import Actor
from emulation.core.dates import DateError, format_date, parse_date
from emulation.core.forms.fields import SENTENCES, VietnameseDateField
from emulation.core.forms.labelled import LabelledField, in_alphabet
from emulation.core.forms.layouts import OfficeForm, helper_of
from emulation.core.forms.parts import CHOOSE, LONGEST_REASON
from emulation.core.models.fields import longest
from emulation.core.text import squash
from emulation.core.words import choices

CHOSEN_BY = ("organisation", "decision_date", "family", "award")
OF_A_DECISION = (
    "organisation",
    "decision_number",
    "decision_date",
    "signer_office",
    "family",
    "award",
    "way",
    "achievement_year",
    "campaign",
)
OF_A_RECIPIENT = (
    "subject_kind",
    "honorific",
    "name",
    "birth",
    "identity",
    "forget_identity",
    "position",
    "unit",
    "target_group",
)
SECTIONS = ((_("Decision"), OF_A_DECISION), (_("Recipient"), OF_A_RECIPIENT), (_("Why it is corrected"), ("why",)))
AWARD = "award-field"
SIMILAR = HTML('{% include "awards/register/_similar.html" %}')


class LineField(forms.CharField):
    """Text as lists keep it: one normal form, single blanks."""

    def to_python(self, value):
        return squash(super().to_python(value))


class BirthField(forms.CharField):
    """A day, a bare year, or nothing."""

    def to_python(self, value):
        if value in self.empty_values:
            return None
        try:
            return parse_date(value)
        except DateError as error:
            if error.year is not None:
                return error.year
            raise ValidationError(SENTENCES[error.reason], code=error.reason, params={"seen": error.seen}) from error

    def prepare_value(self, value):
        return format_date(value) if hasattr(value, "strftime") else value


class HonourForm(OfficeForm):
    organisation = LabelledField(
        label=_("Organisation"), queryset=Organisation.objects.none(), empty_label=None, labels=today_first
    )
    decision_number = LineField(
        label=_("Decision number"),
        required=False,
        max_length=LONGEST["decision_number"],
        help_text=_("For example 123/QĐ-UBND."),
    )
    decision_date = VietnameseDateField(
        label=_("Decision date"), help_text=_("The awards below are those given on this day, named by its law.")
    )
    signer_office = LineField(label=_("Office of the signer"), required=False, max_length=LONGEST["signer_office"])
    family = forms.ChoiceField(label=_("Family"), choices=[CHOOSE, *choices(wording.FAMILIES)])
    award = forms.ChoiceField(label=_("Award"))
    way = forms.ChoiceField(label=_("Way of commendation"), choices=[CHOOSE, *choices(wording.WAYS)])
    achievement_year = forms.IntegerField(
        label=_("Year of the achievement"), required=False, min_value=1900, max_value=2099, localize=False
    )
    campaign = LabelledField(
        label=_("Campaign"),
        required=False,
        queryset=Campaign.objects.none(),
        empty_label=_("None"),
        labels=in_alphabet,
    )
    subject_kind = forms.ChoiceField(label=_("Subject"), choices=[CHOOSE, *choices(wording.SUBJECT_KINDS)])
    honorific = LineField(
        label=_("Form of address"),
        required=False,
        max_length=longest(Honour, "honorific"),
        help_text=_("Only for individuals."),
    )
    name = LineField(label=_("Name as in the decision"), max_length=LONGEST["name"])
    birth = BirthField(
        label=_("Date or year of birth"),
        required=False,
        help_text=_("Only for individuals. Day/month/year, or only the year."),
    )
    identity = LineField(
        label=_("Identity number"),
        required=False,
        max_length=40,
        help_text=_(
            "Only for individuals. 9 or 12 digits; only what tells people apart is kept, and the last four digits."
        ),
    )
    position = LineField(label=_("Position"), required=False, max_length=LONGEST["position"])
    unit = LineField(label=_("Unit"), required=False, max_length=LONGEST["unit"])
    target_group = forms.ChoiceField(
        label=_("Target group"),
        required=False,
        choices=[("", _("None")), *choices(wording.TARGET_GROUPS)],
        help_text=_("Only for individuals; without it the person counts under no group."),
    )
    same_seen = forms.IntegerField(required=False, localize=False, widget=forms.HiddenInput)
    asks_about_same = False
    css_class = "honour-form"

    def __init__(self, *args, actor: Actor, today, organisations=None, organisation=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["campaign"].queryset = Campaign.objects.offered_to(actor, chosen=self.initial.get("campaign"))
        if organisations is None:
            del self.fields["organisation"]
        else:
            self._choose_among(organisations)
            organisation = self._chosen("organisation") or organisation
        for name in ("birth", "identity"):
            self.fields[name].widget.attrs["autocomplete"] = "off"
        day = self._chosen("decision_date") or today
        kind = KINDS.get(organisation.kind, ProvinceKind.ANY) if organisation else ProvinceKind.ANY
        awards = Award.objects.visible_to(actor).on(day).named(on=day, province_kind=kind)
        self.fields["award"].choices = self._awards(awards, Award.objects.named(on=day, province_kind=kind))
        for name in CHOSEN_BY[:-1]:
            if name in self.fields:
                self.fields[name].widget.attrs |= ASKS_FOR_AWARDS

    def _choose_among(self, organisations):
        field = self.fields["organisation"]
        field.queryset = organisations
        if len(organisations) == 1:
            field.initial, field.widget = organisations[0], forms.HiddenInput()

    def _chosen(self, name):
        """What a field holds before the form is judged, None where it cannot be read."""
        field = self.fields[name]
        value = self[name].data if self.is_bound else self.get_initial_for_field(field, name)
        try:
            return field.clean(getattr(value, "pk", value)) if value else None
        except ValidationError:
            return None

    def _awards(self, given, named):
        """By family; the one chosen stays in the list even if it was not given then, so that the page can say so."""
        family, chosen = self._chosen_text("family"), self._chosen_text("award")
        rows = list(given.filter(family=family) if family in wording.FAMILIES else given)
        if chosen and chosen not in {award.code for award in rows}:
            rows += named.filter(code=chosen)
        grouped = groupby(sorted(rows, key=lambda award: award.family != "title"), key=lambda award: award.family)
        groups = [
            (wording.FAMILIES[family], [(award.code, award.printed_name) for award in awards])
            for family, awards in grouped
        ]
        return [CHOOSE, *groups]

    def _chosen_text(self, name) -> str:
        return (self[name].data if self.is_bound else self.get_initial_for_field(self.fields[name], name)) or ""

    def layout(self) -> Layout:
        sections = [(legend, [name for name in names if name in self.fields]) for legend, names in SECTIONS]
        version = ["version"] if "version" in self.fields else []
        return Layout(
            SIMILAR,
            *version,
            *(Fieldset(legend, *map(_part, names)) for legend, names in sections if names),
        )

    @property
    def award_helper(self) -> FormHelper:
        """Of the one field that is asked for anew when the day or the family changes."""
        return helper_of(Layout(_part("award")))

    @property
    def said(self) -> Said:
        read = self.cleaned_data
        said = {name: read[name] for name in Said.__dataclass_fields__ if name in read}
        return Said(**said | {"campaign": read["campaign"].pk if read["campaign"] else None})


def _part(name: str) -> str | Div:
    return Div("award", css_id=AWARD) if name == "award" else name


ASKS_FOR_AWARDS = {
    "hx-get": reverse_lazy("awards:honour-awards"),
    "hx-trigger": "change",
    "hx-target": f"#{AWARD}",
    "hx-swap": "outerHTML",
    "hx-include": ", ".join(f"#id_{name}" for name in CHOSEN_BY),
    "hx-params": ",".join(CHOSEN_BY),
    "hx-sync": "closest form:queue last",
}


class ReasonForm(OfficeForm):
    """`version` is that of the line the person looked at."""

    why = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The history of this honour and the journal keep it."),
    )
    version = forms.IntegerField(required=False, localize=False, widget=forms.HiddenInput)

    def clean_version(self):
        return self.cleaned_data["version"] or 0


class CorrectionForm(ReasonForm, HonourForm):
    forget_identity = forms.BooleanField(label=_("Remove the identity number that is kept"), required=False)

    def __init__(self, *args, honour, **kwargs):
        super().__init__(*args, organisation=honour.organisation, **kwargs)
        if honour.identity_tail:
            self.fields["identity"].help_text = _(
                "The number that ends in %(tail)s is kept and not shown. Enter a number only to replace it."
            ) % {"tail": honour.identity_tail}
        else:
            del self.fields["forget_identity"]


class RevocationForm(ReasonForm):
    basis = LineField(
        label=_("By the document"),
        max_length=longest(Honour, "revocation_basis"),
        help_text=_("Number, day and issuer of the document that revokes."),
    )
    day = VietnameseDateField(label=_("Revoked on"))
    field_order = ("basis", "day", "why")


class RestorationForm(ReasonForm):
    pass


def as_typed(honour) -> dict[str, str]:
    """What the form would have been sent for this line as it is; the identity number is never given back."""
    birth = format_date(honour.birth_date) if honour.birth_date else str(honour.birth_year or "")
    return {
        "decision_number": honour.decision_number,
        "decision_date": format_date(honour.decision_date),
        "signer_office": honour.signer_office,
        "family": honour.award.family,
        "award": honour.award.code,
        "way": honour.way,
        "achievement_year": str(honour.achievement_year or ""),
        "campaign": str(honour.campaign_id or ""),
        "subject_kind": honour.subject_kind,
        "honorific": honour.honorific,
        "name": honour.name,
        "birth": birth,
        "identity": "",
        "position": honour.position,
        "unit": honour.unit,
        "target_group": honour.target_group,
        "version": str(honour.version),
    }
