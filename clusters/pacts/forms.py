from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.campaigns.models.campaign import Campaign
from clusters.pacts.models import wording
from clusters.pacts.models.pact import Pact, PactAnswer, PactCommitment, PactSignature
from emulation.core.forms.fields import VietnameseDateField, VietnameseIntegerField
from emulation.core.forms.labelled import SeveralLabelledField, in_alphabet
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import LONGEST_TEXT, ReasonForm
from emulation.core.models.fields import longest
from emulation.core.words import choices


class PactHeadForm(OfficeForm):
    legal_bases = forms.CharField(
        label=_("Legal bases"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("One a line, without the word “Căn cứ”."),
    )
    preamble = forms.CharField(
        label=_("Opening words"), required=False, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 4})
    )
    place = forms.CharField(label=_("Place of signing"), max_length=longest(Pact, "place"), required=False)
    dated = VietnameseDateField(
        label=_("Day of signing"), required=False, help_text=_("Who is a member on this day signs.")
    )


class CommitmentForm(OfficeForm):
    section = forms.ChoiceField(label=_("Content of the pact"), choices=choices(wording.SECTIONS))
    text = forms.CharField(
        label=_("Commitment"),
        max_length=longest(PactCommitment, "text"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One promise in one sentence."),
    )
    measure = forms.CharField(label=_("Measured by"), max_length=longest(PactCommitment, "measure"), required=False)
    unit = forms.CharField(label=_("Unit of measure"), max_length=longest(PactCommitment, "unit"), required=False)
    source = forms.CharField(
        label=_("Source of the figure"), max_length=longest(PactCommitment, "source"), required=False
    )
    checked_on = VietnameseDateField(label=_("Checked on"), required=False)
    position = VietnameseIntegerField(label=_("Place in the content"), min_value=0, max_value=30000)


class CampaignsForm(OfficeForm):
    campaigns = SeveralLabelledField(
        label=_("Campaigns"),
        queryset=Campaign.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        labels=in_alphabet,
    )

    def __init__(self, *args, campaigns, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["campaigns"].queryset = campaigns


class AnswerForm(OfficeForm):
    agreed = forms.ChoiceField(
        label=_("Does your organisation agree to the draft?"),
        choices=[("yes", _("Agrees")), ("no", _("Does not agree yet"))],
        widget=forms.RadioSelect,
    )
    remark = forms.CharField(
        label=_("Remark"),
        max_length=longest(PactAnswer, "remark"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What is to be changed; wanted where you do not agree."),
    )


class SignatureForm(OfficeForm):
    office = forms.CharField(
        label=_("You sign as"),
        max_length=longest(PactSignature, "signer_office"),
        help_text=_("For example: Phó Chủ tịch UBND thành phố."),
    )
    scan = forms.FileField(
        label=_("Scan of the signed paper"),
        required=False,
        help_text=_("PDF, JPG or PNG, at most 10 MB. It can be left out."),
    )
    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=_("Asked for again, for this signature binds your organisation."),
    )


class AddendumForm(ReasonForm):
    pass
