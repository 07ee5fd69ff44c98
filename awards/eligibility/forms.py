from django import forms
from django.utils.translation import gettext_lazy as _

from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.layouts import LaidOut


class RulesForm(LaidOut, forms.Form):
    day = VietnameseDateField(label=_("In force on the day"), required=False)
