"""A list sent in, taken, taken back: what a person fills in for each."""

from crispy_forms.layout import Field as Laid
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.models import Organisation
from clusters.organisations.models.names import today_first
from emulation.core.forms.labelled import LabelledField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.models.steps import LONGEST_WHY


class UploadForm(OfficeForm):
    organisation = LabelledField(
        label=_("List of"), queryset=Organisation.objects.none(), empty_label=None, labels=today_first
    )
    file = forms.FileField(
        label=_("List of honours, a table (.xlsx, .xls, .ods, .csv)"),
        help_text=_("At most 20 MB. Titles, merged cells and sections above and within the list may stay."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt"}),
        error_messages={
            "required": _("No file was chosen. Choose the workbook with the list."),
            "empty": _("The file is empty. Save the list again and choose the new file."),
        },
    )

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        field.queryset = organisations
        if len(organisations) == 1:
            field.initial = organisations[0]
            field.widget = forms.HiddenInput()

    def layout(self) -> Layout:
        return Layout("organisation", Laid("file", template="components/drop_zone.html"))


class AcceptForm(forms.Form):
    """The numbers that the page told when the person said yes."""

    refused_seen = forms.IntegerField(required=False, localize=False)
    repeated_seen = forms.IntegerField(required=False, localize=False)


class UndoForm(OfficeForm):
    """`seen`: the number of honours that the page told when the person said yes."""

    why = forms.CharField(
        label=_("Why the list is undone"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why: the register keeps the reason of every change.")},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput(), localize=False)
