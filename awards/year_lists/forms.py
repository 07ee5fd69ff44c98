"""What a person fills in to send in a list of years."""

from crispy_forms.layout import Field as Laid
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models.wording import SUBJECT_KINDS
from awards.catalogue.rules.terms import SubjectKind
from awards.records.models.year import FIRST_YEAR
from clusters.models import Organisation
from clusters.organisations.models.names import today_first
from emulation.core import clock
from emulation.core.forms.labelled import LabelledField
from emulation.core.forms.layouts import OfficeForm

KINDS = [(kind, SUBJECT_KINDS[kind]) for kind in (SubjectKind.INDIVIDUAL, SubjectKind.COLLECTIVE)]


class YearListForm(OfficeForm):
    organisation = LabelledField(
        label=_("Organisation"), queryset=Organisation.objects.none(), empty_label=None, labels=today_first
    )
    year = forms.IntegerField(
        label=_("Year"),
        required=False,
        localize=False,
        help_text=_("For all rows that name no year of their own."),
    )
    subject_kind = forms.ChoiceField(label=_("Whose years"), choices=KINDS)
    file = forms.FileField(
        label=_("Table of the years (.xlsx, .xls, .ods, .csv)"),
        help_text=_(
            "Up to 5,000 rows: name, date of birth, unit; rating, initiative with its scope, discipline; of "
            "collectives headcount and how many hold the titles. Other columns are passed over."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt"}),
        error_messages={
            "required": _("No file was chosen. Choose the workbook with the list."),
            "empty": _("The file is empty. Save the list again and choose the new file."),
        },
    )
    proof = forms.FileField(
        label=_("Proof"),
        required=False,
        help_text=_("The decision or the minutes that all rows rest on. PDF, JPG or PNG, at most 10 MB."),
    )

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        field.queryset = organisations
        if len(organisations) == 1:
            field.initial, field.widget = organisations[0], forms.HiddenInput()
        last = clock.today().year
        self.fields["year"].min_value, self.fields["year"].max_value = FIRST_YEAR, last
        self.fields["year"].initial = last - 1

    def layout(self) -> Layout:
        return Layout(
            "organisation", "year", "subject_kind", Laid("file", template="components/drop_zone.html"), "proof"
        )


class TakeForm(forms.Form):
    seen = forms.IntegerField(min_value=0)
