from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.membership.models.cluster import Membership
from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.organisations.models.organisation import Organisation, OrganisationKind
from clusters.people.models.mandate import Mandate, MandateRole
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import TermForm
from emulation.core.models import User
from emulation.core.models.fields import longest


class AccountForm(OfficeForm):
    full_name = forms.CharField(
        label=_("Full name"),
        max_length=longest(User, "full_name"),
        help_text=_("One account belongs to one named person."),
    )
    username = forms.CharField(
        label=_("User name"),
        max_length=longest(User, "username"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        help_text=_("Letters, digits and @ . + - _ only."),
    )
    email = forms.EmailField(label=_("E-mail address"), required=False)
    password = forms.CharField(
        label=_("First password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 10 characters. Hand it over in person; the owner changes it after logging in."),
    )
    field_order = ("full_name", "username", "email", "password")


class MandateForm(TermForm):
    role = forms.ChoiceField(label=_("Role"), choices=MandateRole.choices)
    organisation = OrganisationChoiceField(
        label=_("Organisation"),
        queryset=Organisation.objects.none(),
        help_text=_("Units of a province stand here once they sit in a cluster or block."),
    )
    legal_basis = forms.CharField(
        label=_("Legal basis"),
        max_length=longest(Mandate, "legal_basis"),
        help_text=_("Number and date of the decision that assigns it."),
    )
    field_order = ("role", "organisation", "first_day", "last_day", "legal_basis")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        sitting = Membership.objects.values("organisation")
        wanted = Organisation.objects.filter(~Q(kind=OrganisationKind.UNIT) | Q(pk__in=sitting))
        self.fields["organisation"].queryset = wanted.sorted()
