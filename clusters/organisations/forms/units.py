from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from clusters.organisations.models.organisation import Organisation
from emulation.core.forms.parts import SourceForm, TermForm
from emulation.core.models.fields import longest

CODE = RegexValidator(
    r"^[A-Z0-9][A-Z0-9.-]*$",
    _("A code has capital letters A–Z, digits, dots and hyphens, for example 92.SNV."),
)


class UnitForm(SourceForm, TermForm):
    name = forms.CharField(label=_("Name"), max_length=longest(Organisation, "name"))
    code = forms.CharField(
        label=_("Code"),
        max_length=longest(Organisation, "code"),
        validators=[CODE],
        help_text=_("Stands for good, for example 92.SNV."),
    )
    field_order = ("name", "code", "first_day", "last_day", "source", "verified")
