from django import forms
from django.utils.translation import gettext_lazy as _

from awards.councils.models.council import Council, CouncilMember
from awards.councils.models.wording import OFFICES
from clusters.models import Organisation
from clusters.organisations.models.names import today_first
from emulation.core.forms.fields import VietnameseDecimalField
from emulation.core.forms.labelled import LabelledField, people_in_alphabet
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import TermForm
from emulation.core.models import User
from emulation.core.models.fields import longest
from emulation.core.words import choices


class RulesForm(OfficeForm):
    quorum_share = VietnameseDecimalField(
        label=_("Per cent of the members that a sitting needs"),
        max_digits=5,
        decimal_places=2,
        help_text=_(
            "As the Council's regulation of work says, for example 66,67 for two thirds, 50,01 for more than half."
        ),
    )
    basis = forms.CharField(
        label=_("Decision that established it, regulation of work"),
        max_length=longest(Council, "basis"),
        help_text=_("Numbers and days of both."),
    )


class EstablishForm(RulesForm):
    body = LabelledField(
        label=_("Body of the Council"),
        queryset=Organisation.objects.none(),
        labels=today_first,
        empty_label=_("Choose"),
    )
    field_order = ("body", "quorum_share", "basis")

    def __init__(self, *args, bodies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies


class MemberForm(TermForm):
    office = forms.ChoiceField(label=_("Office in the Council"), choices=choices(OFFICES))
    user = LabelledField(
        label=_("Account"),
        queryset=User.objects.none(),
        labels=people_in_alphabet,
        required=False,
        empty_label=_("No account: votes in writing"),
        help_text=_(
            "Accounts of the body and its units. For others the administrator gives the role “Member of the Council”."
        ),
    )
    name = forms.CharField(
        label=_("Full name of a member without account"), required=False, max_length=longest(CouncilMember, "name")
    )
    position = forms.CharField(
        label=_("Office and organisation"),
        required=False,
        max_length=longest(CouncilMember, "position"),
        help_text=_("As minutes name them."),
    )
    legal_basis = forms.CharField(
        label=_("Legal basis"),
        max_length=longest(CouncilMember, "legal_basis"),
        help_text=_("Number and day of the decision that appoints."),
    )
    field_order = ("office", "user", "name", "position", "first_day", "last_day", "legal_basis")

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people
