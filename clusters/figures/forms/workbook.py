from django import forms
from django.utils.translation import gettext_lazy as _


class FigureWorkbookForm(forms.Form):
    file = forms.FileField(
        label=_("The form, filled in (.xlsx, .xls, .ods)"),
        help_text=_("You are shown every change before anything is written."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods"}),
        error_messages={
            "required": _("No file was chosen. Choose the form that you filled in."),
            "empty": _("The file is empty. Save the form again and choose the new file."),
        },
    )
