from crispy_forms.layout import Field as Laid
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording
from awards.catalogue.models.award import Award
from awards.lists.models.batch import HonourBatch, ImportRow
from awards.lists.rules.columns import MAY_REPEAT
from awards.lists.rules.table import ListHeading
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.reading import GivenForList
from clusters.models import Campaign, Organisation
from clusters.organisations.models.names import told_apart
from emulation.core.actor import Actor
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.labelled import LabelledField, in_alphabet
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import CHOOSE
from emulation.core.models.fields import longest
from emulation.core.models.steps import LONGEST_WHY
from emulation.core.words import choices

FIELDS = {
    Field.NAME: _("Name of the recipient"),
    Field.HONORIFIC: _("Form of address"),
    Field.SUBJECT_KIND: _("Subject: collective, individual, household"),
    Field.POSITION: _("Position"),
    Field.UNIT: _("Unit"),
    Field.TARGET_GROUP: _("Target group"),
    Field.BIRTH: _("Date or year of birth"),
    Field.IDENTITY: _("Identity number"),
    Field.AWARD: _("Award: title or form of commendation"),
    Field.AWARD_CLASS: _("Class of the award"),
    Field.WAY: _("Way of commendation"),
    Field.ACHIEVEMENT_YEAR: _("Year of the achievement"),
    Field.DECISION_NUMBER: _("Decision number"),
    Field.DECISION_DATE: _("Decision date"),
    Field.SIGNER_OFFICE: _("Office of the signer"),
    Field.CAMPAIGN: _("Campaign"),
}
NOT_READ = ("", _("Not read"))
NEEDED = {Field.AWARD: "award", Field.WAY: "way", Field.DECISION_DATE: "decision_date"}


class UploadForm(OfficeForm):
    organisation = LabelledField(
        label=_("List of"), queryset=Organisation.objects.none(), empty_label=None, labels=told_apart
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


class GivenForm(forms.Form):
    """What holds for every row of a list that says nothing else itself."""

    decision_number = forms.CharField(
        label=_("Decision number"), required=False, max_length=longest(ImportRow, "decision_number")
    )
    decision_date = VietnameseDateField(label=_("Decision date"), required=False)
    award = forms.ChoiceField(label=_("Award"), required=False)
    way = forms.ChoiceField(label=_("Way of commendation"), required=False, choices=[CHOOSE, *choices(wording.WAYS)])
    achievement_year = forms.IntegerField(
        label=_("Year of the achievement"), required=False, min_value=1900, max_value=2200, localize=False
    )
    subject_kind = forms.ChoiceField(
        label=_("Subject"), required=False, choices=[CHOOSE, *choices(wording.SUBJECT_KINDS)]
    )
    target_group = forms.ChoiceField(
        label=_("Target group of individuals"),
        required=False,
        choices=[CHOOSE, *choices(wording.TARGET_GROUPS)],
    )
    signer_office = forms.CharField(
        label=_("Office of the signer"), required=False, max_length=longest(ImportRow, "signer_office")
    )
    campaign = LabelledField(
        label=_("Campaign"),
        required=False,
        queryset=Campaign.objects.none(),
        empty_label=_("None"),
        labels=in_alphabet,
    )

    def __init__(self, *args, today, actor: Actor, province_kind, **kwargs):
        super().__init__(*args, **kwargs)
        awards = Award.objects.visible_to(actor).named(on=today, province_kind=province_kind)
        self.fields["award"].choices = [CHOOSE, *((str(award.pk), award.printed_name) for award in awards)]
        self.fields["campaign"].queryset = Campaign.objects.visible_to(actor)
        dress(self)


class ColumnsForm(GivenForm):
    """One choice per column of the file, and what is said once for the whole list."""

    def __init__(self, *args, batch: HonourBatch, **kwargs):
        super().__init__(*args, **kwargs)
        self.table = batch.table
        for heading in self.table.headings:
            self.fields[name_of(heading)] = forms.ChoiceField(
                label=heading.text or _("Column without a heading"),
                required=False,
                choices=[NOT_READ, *FIELDS.items()],
                initial=self.table.meanings.of.get(heading.place, ""),
            )
        dress(self)

    @property
    def columns(self):
        """(bound field, samples) of each column, in the file's order."""
        return [(self[name_of(heading)], heading.samples) for heading in self.table.headings]

    @property
    def said_once(self):
        return [self[name] for name in GivenForm.base_fields]

    def clean(self):
        cleaned = super().clean()
        said = {heading.place: cleaned.get(name_of(heading)) for heading in self.table.headings}
        self.meanings = Meanings({place: field for place, field in said.items() if field})
        self._refuse_twice()
        meanings = self.meanings.places
        if Field.NAME not in meanings:
            self.add_error(None, _("Say which column holds the name of the recipient."))
        for meaning, name in NEEDED.items():
            if meaning not in meanings and not cleaned.get(name) and name not in self.errors:
                self.add_error(name, _("No column says it, so say it once here for the whole list."))
        return cleaned

    def _refuse_twice(self):
        seen = {}
        for heading in self.table.headings:
            meaning = self.meanings.of.get(heading.place)
            if meaning in seen and meaning not in MAY_REPEAT:
                self.add_error(
                    name_of(heading),
                    _("Column “%(other)s” already means this. Choose another meaning for one of the two.")
                    % {"other": seen[meaning]},
                )
            elif meaning:
                seen[meaning] = heading.text

    @property
    def given(self) -> GivenForList:
        said = {name: self.cleaned_data[name] for name in GivenForm.base_fields}
        said["award"] = int(said["award"]) if said["award"] else None
        said["campaign"] = said["campaign"].pk if said["campaign"] else None
        return GivenForList(**said)


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


def dress(form: forms.Form) -> None:
    for field in form.fields.values():
        is_choice = isinstance(field.widget, forms.Select)
        field.widget.attrs["class"] = "form-select" if is_choice else "form-control"


def name_of(heading: ListHeading) -> str:
    return f"column_{heading.place}"
