from crispy_forms.layout import Field, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from emulation.core.forms.layouts import OfficeForm


class FigureWorkbookForm(OfficeForm):
    file = forms.FileField(
        label=_("The form, filled in (.xlsx, .xls, .ods)"),
        help_text=_("You are shown every change before anything is written."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods"}),
        error_messages={
            "required": _("No file was chosen. Choose the form that you filled in."),
            "empty": _("The file is empty. Save the form again and choose the new file."),
        },
    )

    def layout(self) -> Layout:
        return Layout(Field("file", template="components/drop_zone.html"))
