from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.conferences.models import wording
from clusters.organisations.forms.choice import OrganisationsChoiceField
from clusters.organisations.models.organisation import Organisation
from emulation.core.actions.paper_votes import PaperCount
from emulation.core.forms.ballots import PersonChoiceField, passphrase_field
from emulation.core.forms.fields import VietnameseIntegerField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.models import BallotTeller
from emulation.core.models.fields import longest
from emulation.core.words import choices


class VoteForm(OfficeForm):
    """What is voted on; who opens the votes stands in the two forms below."""

    purpose = forms.ChoiceField(label=_("What is voted on"), choices=choices(wording.PURPOSES))
    candidates = OrganisationsChoiceField(
        label=_("Units on the ballot"),
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Who does not exist on that day, or cannot be chosen, is refused by name."),
    )

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["candidates"].queryset = members


class SealedVoteForm(VoteForm):
    first_teller = PersonChoiceField(label=_("First teller"))
    second_teller = PersonChoiceField(
        label=_("Second teller"),
        help_text=_(
            "A person of another member than the first. Votes are opened only by both together, each with a "
            "passphrase of their own."
        ),
    )

    def __init__(self, *args, tellers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["first_teller"].queryset = tellers
        self.fields["second_teller"].queryset = tellers


class PaperVoteForm(VoteForm):
    first_teller = forms.CharField(
        label=_("First teller"),
        max_length=longest(BallotTeller, "name"),
        help_text=_("The office, as the minutes of the count name it."),
    )
    second_teller = forms.CharField(label=_("Second teller"), max_length=longest(BallotTeller, "name"))


class TellerForm(OfficeForm):
    to = PersonChoiceField(label=_("New teller"))

    def __init__(self, *args, tellers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = tellers


class PaperTellerForm(OfficeForm):
    to = forms.CharField(label=_("New teller"), max_length=longest(BallotTeller, "name"))


class HandOverForm(TellerForm):
    passphrase = passphrase_field(_("Your own passphrase"))
    new_passphrase = passphrase_field(
        _("Passphrase of the new teller"), is_new=True, help_text=_("Typed by the new teller, unseen by you.")
    )
    again = passphrase_field(_("Passphrase of the new teller, again"), is_new=True)
    field_order = ["passphrase", "to", "new_passphrase", "again"]

    def clean(self):
        said = super().clean()
        if said.get("new_passphrase") and said.get("again") and said["new_passphrase"] != said["again"]:
            self.add_error("again", _("The two differ. Type the same passphrase twice."))
        return said


class PaperCountForm(OfficeForm):
    """As the tellers' minutes say; fields of votes bear the option's key."""

    eligible = VietnameseIntegerField(label=_("Entitled to vote"), min_value=1, max_value=9999)
    present = VietnameseIntegerField(label=_("Voters present"), min_value=1, max_value=9999)
    issued = VietnameseIntegerField(label=_("Votes issued"), min_value=1, max_value=9999)
    collected = VietnameseIntegerField(label=_("Votes collected"), min_value=1, max_value=9999)
    invalid = VietnameseIntegerField(label=_("Invalid votes"), min_value=0, max_value=9999)

    def __init__(self, *args, options, **kwargs):
        super().__init__(*args, **kwargs)
        self.options = list(options)
        for one in self.options:
            self.fields[f"votes-{one.key}"] = VietnameseIntegerField(
                label=_("Votes for %(member)s") % {"member": one}, min_value=0, max_value=9999
            )

    def count(self) -> PaperCount:
        numbers = {name: self.cleaned_data[name] for name in ("eligible", "present", "issued", "collected", "invalid")}
        return PaperCount(**numbers, votes={one.key: self.cleaned_data[f"votes-{one.key}"] for one in self.options})


class CastForm(OfficeForm):
    """One choice, or none: a blank vote."""

    keeps_text = False
    BLANK = "0"
    choice = forms.ChoiceField(label=_("Your vote"), widget=forms.RadioSelect)

    def __init__(self, *args, options, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = [
            *((str(one.key), one.name) for one in options),
            (self.BLANK, _("Blank vote, counted as invalid")),
        ]
        self.fields["choice"].error_messages["required"] = _("Choose one unit, or the blank vote.")

    def chosen(self) -> int | None:
        return int(self.cleaned_data["choice"]) or None
