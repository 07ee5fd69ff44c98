from django import forms
from django.utils.translation import gettext_lazy as _

from emulation.core.forms.layouts import OfficeForm


class EvidenceForm(OfficeForm):
    file = forms.FileField(label=_("File of the paper"), help_text=_("PDF, JPG or PNG, at most 10 MB."))
