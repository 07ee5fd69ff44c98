from django import forms
from django.utils.translation import gettext_lazy as _

from emulation.core.forms.fields import VietnameseDateField, VietnameseIntegerField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.models.fields import longest
from reports.document.rules.issuer import Capacity
from reports.signing.models import PaperSignatory, SignedOriginal, SignedPaper
from reports.signing.rules import LARGEST_NUMBER, PaperSaid, Signatory, is_signed_in_one, needs_office
from reports.signing.words import CAPACITIES


class SigningForm(OfficeForm):
    """What a paper bears once it is signed. Of a body's paper one capacity is chosen; minutes are signed in each of
    theirs, and have a name and an office for each."""

    number = VietnameseIntegerField(
        label=_("Number of the paper"),
        min_value=1,
        max_value=LARGEST_NUMBER,
        help_text=_("As your office's register of outgoing papers gives it, without the symbol."),
    )
    dated = VietnameseDateField(label=_("Day of signing"))
    place = forms.CharField(label=_("Place of signing"), max_length=longest(SignedPaper, "place"))

    def __init__(self, *args, capacities: tuple[Capacity, ...], symbol: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.capacities = capacities
        self.in_one = is_signed_in_one(capacities)
        self.fields["number"].label = _("Number of the paper (…/%(symbol)s)") % {"symbol": symbol}
        if self.in_one:
            self.fields["capacity"] = forms.ChoiceField(
                label=_("Capacity in which you sign"),
                choices=[(one.code.value, one.in_one_line) for one in capacities],
                widget=forms.RadioSelect,
            )
        for one in capacities[:1] if self.in_one else capacities:
            self._ask_for(one)

    def _ask_for(self, capacity: Capacity) -> None:
        ending = "" if self.in_one else f"_{capacity.code}"
        whose = "" if self.in_one else f", {str(CAPACITIES[capacity.code]).lower()}"
        is_needed = needs_office(capacity)
        self.fields[f"office{ending}"] = forms.CharField(
            label=_("Office of the signer%(whose)s") % {"whose": whose},
            max_length=longest(PaperSignatory, "office"),
            required=is_needed,
            help_text="" if is_needed else _("Only where the capacity does not say it; printed beneath the capacity."),
        )
        self.fields[f"name{ending}"] = forms.CharField(
            label=_("Name of the signer%(whose)s") % {"whose": whose}, max_length=longest(PaperSignatory, "name")
        )

    def said(self) -> PaperSaid:
        """Once the form is valid."""
        given = self.cleaned_data
        chosen = [one for one in self.capacities if not self.in_one or one.code == given["capacity"]]
        endings = ["" if self.in_one else f"_{one.code}" for one in chosen]
        return PaperSaid(
            given["number"],
            given["dated"],
            given["place"],
            tuple(
                Signatory(one, given[f"name{ending}"], given[f"office{ending}"])
                for one, ending in zip(chosen, endings, strict=True)
            ),
        )


class ConfirmingForm(SigningForm):
    """The same once more, unseen, with the password."""

    keeps_text = False
    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=_("Asked for again, for this signature binds your organisation."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name != "password":
                field.widget = forms.HiddenInput()
                field.help_text = ""


class OriginalForm(OfficeForm):
    file = forms.FileField(
        label=_("The signed paper"),
        help_text=_("Scan (PDF, JPG, PNG) of the paper signed by hand, or the PDF signed digitally; at most 10 MB."),
    )
    why = forms.CharField(
        label=_("Why it takes the place of the one attached before"),
        max_length=longest(SignedOriginal, "why"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, replaces: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not replaces:
            del self.fields["why"]
