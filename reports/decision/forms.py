from collections.abc import Mapping
from datetime import date

from django import forms

from awards.decisions.models.signers import offered_signers
from awards.decisions.rules.terms import SignedAs
from awards.models import Decision
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.models import User
from emulation.core.models.fields import longest


class TypedForm(forms.Form):
    """What the page of issuing holds so far; what cannot be read is left out, and said by the deed itself."""

    number = forms.IntegerField(min_value=1, max_value=10 ** longest(Decision, "number") - 1)
    symbol = forms.CharField(max_length=longest(Decision, "symbol"))
    day = VietnameseDateField()
    signer = forms.ModelChoiceField(User.objects.none())
    signed_as = forms.ChoiceField(choices=[(one.value, one.value) for one in SignedAs])

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["signer"].queryset = people


def as_typed(decision: Decision, typed: Mapping[str, str], *, on: date) -> Decision:
    """The draft with number, symbol, day and signer as its paper would have them; nothing is saved. `on`: until
    which day people are offered to sign."""
    form = TypedForm(typed, people=offered_signers(decision, on))
    form.is_valid()
    said = form.cleaned_data
    decision.number = f"{said['number']:02d}" if "number" in said else ""
    decision.symbol, decision.day = said.get("symbol", ""), said.get("day")
    decision.signed_as = said.get("signed_as", decision.signed_as)
    decision.signer_name = said["signer"].full_name if "signer" in said else ""
    return decision
