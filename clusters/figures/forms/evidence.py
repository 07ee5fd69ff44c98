from django import forms
from django.utils.translation import gettext_lazy as _


class EvidenceForm(forms.Form):
    file = forms.FileField(label=_("File of the paper"), help_text=_("PDF, JPG or PNG, at most 10 MB."))
