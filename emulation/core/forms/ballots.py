"""What tellers of a sealed ballot type, wherever the vote is held."""

from django import forms
from django.utils.translation import gettext_lazy as _

from emulation.core.actions.ballot_tellers import SHORTEST_PASSPHRASE
from emulation.core.forms.labelled import LabelledField, people_in_alphabet
from emulation.core.forms.layouts import OfficeForm
from emulation.core.models import BallotTeller, User


class PersonChoiceField(LabelledField):
    def __init__(self, **kwargs):
        super().__init__(
            queryset=User.objects.none(), empty_label=_("Choose a person"), labels=people_in_alphabet, **kwargs
        )


def passphrase_field(label, *, is_new=False, help_text=""):
    """Never shown, never filled in again, never trimmed."""
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password" if is_new else "off"})
    return forms.CharField(label=label, max_length=200, strip=False, widget=widget, help_text=help_text)


class PassphraseForm(OfficeForm):
    passphrase = passphrase_field(
        _("Passphrase for the count"),
        is_new=True,
        help_text=_(
            "At least %(least)s characters; a short sentence is easy to keep. It is not the password of your account, "
            "nobody can look it up, and you need it at the count."
        )
        % {"least": SHORTEST_PASSPHRASE},
    )
    again = passphrase_field(_("The passphrase again"), is_new=True)

    def clean(self):
        said = super().clean()
        if said.get("passphrase") and said.get("again") and said["passphrase"] != said["again"]:
            self.add_error("again", _("The two differ. Type the same passphrase twice."))
        return said


class CountForm(OfficeForm):
    """Both passphrases in one form, at one computer."""

    keeps_text = False

    def __init__(self, *args, tellers: list[BallotTeller], **kwargs):
        super().__init__(*args, **kwargs)
        for one in tellers:
            self.fields[f"passphrase_{one.position}"] = passphrase_field(
                _("Passphrase of the teller %(teller)s") % {"teller": one}
            )

    def passphrases(self) -> tuple[str, str]:
        return self.cleaned_data["passphrase_1"], self.cleaned_data["passphrase_2"]
