from django import forms
from django.utils.translation import gettext_lazy as _

from awards.decisions.models.decision import Decision, LaterDecision
from awards.decisions.models.wording import BONUS_ROUNDINGS, LATER_KINDS, PAID_BY, SIGNED_AS
from clusters.models import Organisation
from clusters.organisations.models.names import today_first
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.labelled import LabelledField, people_in_alphabet
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import ReasonForm
from emulation.core.models import User
from emulation.core.models.fields import longest
from emulation.core.models.steps import LONGEST_WHY
from emulation.core.words import choices

SCAN_HELP = _("Scan (PDF, JPG, PNG) of the paper signed by hand, or the PDF signed digitally; at most 10 MB.")


class DraftForm(OfficeForm):
    subject = forms.CharField(
        label=_("About what"),
        max_length=longest(Decision, "subject"),
        help_text=_("As it stands under the word QUYẾT ĐỊNH, for example “Về việc tặng Bằng khen”."),
    )
    made_by = forms.CharField(
        label=_("Made elsewhere, by"),
        required=False,
        max_length=longest(Decision, "made_by"),
        help_text=_(
            "Only where another authority decided, for example “Thủ tướng Chính phủ”; its scan is then wanted."
        ),
    )
    bases = forms.CharField(
        label=_("What it rests on besides the law"),
        required=False,
        max_length=longest(Decision, "bases"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "A line each, without the word “Căn cứ”; one that begins with “Theo” stands last. "
            "The law is printed by itself."
        ),
    )


class BeginForm(DraftForm):
    body = LabelledField(
        label=_("Body that makes or records it"),
        queryset=Organisation.objects.none(),
        labels=today_first,
        empty_label=None,
    )
    field_order = ("body", "subject", "made_by", "bases")

    def __init__(self, *args, bodies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies


class IssueForm(OfficeForm):
    number = forms.CharField(
        label=_("Number of the decision"),
        max_length=longest(Decision, "number"),
        help_text=_("Digits only, from the office's register."),
    )
    symbol = forms.CharField(label=_("Symbol"), max_length=longest(Decision, "symbol"))
    day = VietnameseDateField(label=_("Day"))
    signer = LabelledField(
        label=_("Signed by"),
        queryset=User.objects.none(),
        labels=people_in_alphabet,
        empty_label=_("Choose a person"),
        help_text=_("Who holds the mandate on the day of the decision."),
    )
    signer_name = forms.CharField(
        label=_("Signed by"),
        max_length=longest(Decision, "signer_name"),
        help_text=_("As the scan says."),
    )
    signed_as = forms.ChoiceField(label=_("Signs as"), choices=choices(SIGNED_AS))
    why = forms.CharField(
        label=_("Why the dossier came in after the decision"),
        required=False,
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Only where the decision is dated before the dossier was put to the Council. It stays with the dossier."
        ),
    )
    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=_("Asked for again: a decision that is issued is not taken back."),
    )

    def __init__(self, *args, people, is_elsewhere: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["signer"].queryset = people
        for name in ("signer", "signed_as") if is_elsewhere else ("signer_name",):
            del self.fields[name]


class ScanForm(OfficeForm):
    file = forms.FileField(label=_("The signed decision"), help_text=SCAN_HELP)


class LaterForm(ReasonForm):
    kind = forms.ChoiceField(label=_("What it does"), choices=choices(LATER_KINDS))
    number = forms.CharField(
        label=_("Number and symbol of the later decision"), max_length=longest(LaterDecision, "number")
    )
    day = VietnameseDateField(label=_("Day"))
    file = forms.FileField(label=_("Its scan"), required=False, help_text=SCAN_HELP)
    lines = forms.MultipleChoiceField(label=_("Honours meant"), widget=forms.CheckboxSelectMultiple)
    field_order = ("kind", "number", "day", "why", "file", "lines")

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lines"].choices = [
            (str(one.pk), f"{one.honour} – {one.honour.get_status_display()}") for one in lines
        ]


class RoundingForm(ReasonForm):
    bonus_rounding = forms.ChoiceField(label=_("How bonuses are rounded"), choices=choices(BONUS_ROUNDINGS))
    field_order = ("bonus_rounding", "why")


class PayerForm(OfficeForm):
    paid_by = forms.ChoiceField(label=_("Bonus paid from"), choices=choices(PAID_BY))
