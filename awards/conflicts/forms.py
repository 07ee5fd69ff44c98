from django import forms
from django.utils.translation import gettext_lazy as _

from awards.conflicts.models.kin import DeclaredKin
from awards.conflicts.models.wording import KINSHIPS
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import CHOOSE
from emulation.core.models.fields import longest
from emulation.core.words import choices


class KinForm(OfficeForm):
    name = forms.CharField(
        label=_("Full name"),
        max_length=longest(DeclaredKin, "name"),
        error_messages={"required": _("Write the full name as papers have it.")},
    )
    kinship = forms.ChoiceField(
        label=_("Kinship"),
        choices=[CHOOSE, *choices(KINSHIPS)],
        error_messages={"required": _("Choose how you are related.")},
    )
    birth_year = forms.IntegerField(
        label=_("Year of birth"),
        required=False,
        help_text=_("Tells namesakes apart. Without it, every nominee of this name is kept from you."),
        error_messages={"invalid": _("Write the year in four digits, for example 1985.")},
    )
