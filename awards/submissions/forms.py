"""What a person fills in to send in a list of proposals."""

from crispy_forms.layout import Field as Laid
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording as catalogue
from clusters.models import Organisation
from clusters.organisations.models.names import today_first
from emulation.core.forms.labelled import LabelledField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import CHOOSE
from emulation.core.words import choices


class SubmissionForm(OfficeForm):
    organisation = LabelledField(
        label=_("Nominated by"), queryset=Organisation.objects.none(), empty_label=None, labels=today_first
    )
    award = forms.ChoiceField(label=_("Award"))
    subject_kind = forms.ChoiceField(label=_("Who is nominated"), choices=choices(catalogue.SUBJECT_KINDS))
    file = forms.FileField(
        label=_("Table of the subjects (.xlsx, .xls, .ods, .csv)"),
        help_text=_(
            "Up to 300 rows: name, date of birth, position, unit, target group, achievement in short. Its time stands "
            "in the columns “From day” and “Until day”. Other columns are passed over."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt"}),
        error_messages={
            "required": _("No file was chosen. Choose the workbook with the list."),
            "empty": _("The file is empty. Save the list again and choose the new file."),
        },
    )

    def __init__(self, *args, organisations, awards, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        field.queryset = organisations
        if len(organisations) == 1:
            field.initial, field.widget = organisations[0], forms.HiddenInput()
        self.fields["award"].choices = [CHOOSE, *[(award.code, award.printed_name) for award in awards]]

    def layout(self) -> Layout:
        return Layout("organisation", "award", "subject_kind", Laid("file", template="components/drop_zone.html"))
