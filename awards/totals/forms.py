"""A small table of totals by one document, and the correction of one. They read what was typed; deeds judge it."""

from collections.abc import Callable
from decimal import Decimal

from crispy_forms.layout import HTML, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models.award import ReportLine
from awards.catalogue.models.wording import LEVELS
from awards.totals.actions.said import SaidTotal
from awards.totals.models.source import TotalsSource
from awards.totals.models.total import FIRST_YEAR, LAST_YEAR
from awards.totals.models.wording import EVERY_AWARD, MEASURES, SUBJECTS
from awards.totals.rules.terms import Measure
from clusters.indicators.models.wording import DAYS
from clusters.membership.rules.half_years import WHOLE_YEAR, Days
from clusters.models import Organisation
from clusters.organisations.models.names import today_first
from emulation.core.forms.fields import DECIMAL_SENTENCES, WHOLE_SENTENCES, VietnameseDateField
from emulation.core.forms.filters import FilterForm
from emulation.core.forms.labelled import LabelledField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import CHOOSE, ReasonForm
from emulation.core.models.fields import longest
from emulation.core.numbers import NumberError, parse_decimal, parse_integer
from emulation.core.words import choices

LINES = 8
BY_LEVEL, BY_LINE = "cap:", "dong:"
HALVES = {1: _("First six months"), 2: _("Last six months"), WHOLE_YEAR: _("Whole year")}
SCAN_HELP = _("PDF, JPG or PNG, at most 10 MB. It may also be filed later, with a correction.")
TABLE = HTML('{% include "awards/totals/_lines.html" %}')


def number_typed(text: str, *, is_share: bool) -> Decimal:
    """As offices write it; a whole number but for a share, where the per cent sign may stand behind."""
    try:
        if is_share:
            return parse_decimal(text.strip().removesuffix("%"))
        return Decimal(parse_integer(text))
    except NumberError as error:
        sentences = DECIMAL_SENTENCES if is_share else WHOLE_SENTENCES
        raise ValidationError(sentences[error.reason], code=error.reason, params={"seen": error.seen}) from error


class SourceFields(forms.Form):
    number = forms.CharField(
        label=_("Number of the document"),
        max_length=longest(TotalsSource, "number"),
        help_text=_("The paper in which the organisation gives these figures, for example 215/BC-UBND."),
    )
    day = VietnameseDateField(label=_("Day of the document"))
    file = forms.FileField(label=_("Scan of the document"), required=False, help_text=SCAN_HELP)


class TotalsForm(SourceFields, OfficeForm):
    """`lines`: what was typed into the table, empty lines left out."""

    organisation = LabelledField(
        label=_("Organisation"), queryset=Organisation.objects.none(), empty_label=None, labels=today_first
    )
    year = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR, localize=False)
    half = forms.TypedChoiceField(label=_("Period"), choices=list(HALVES.items()), coerce=int)
    days = forms.TypedChoiceField(
        label=_("Counted by which days"),
        choices=choices(DAYS),
        coerce=Days,
        initial=Days.CALENDAR,
        widget=forms.RadioSelect,
    )
    field_order = ("organisation", "year", "half", "days", "number", "day", "file")
    css_class = "totals-form"

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        field.queryset = organisations
        if len(organisations) == 1:
            field.initial, field.widget = organisations[0], forms.HiddenInput()
        self._report_lines = {line.code: line for line in ReportLine.objects.all()}
        self.lines: list[tuple[int, SaidTotal]] = []
        of_what = [
            ("", EVERY_AWARD),
            (_("By level"), [(f"{BY_LEVEL}{level}", words) for level, words in LEVELS.items()]),
            (_("By award"), [(f"{BY_LINE}{code}", line.name) for code, line in self._report_lines.items()]),
        ]
        made: tuple[tuple[str, Callable[[], forms.Field]], ...] = (
            ("measure", lambda: forms.ChoiceField(choices=[CHOOSE, *choices(MEASURES)], required=False)),
            ("of_what", lambda: forms.ChoiceField(choices=of_what, required=False)),
            (
                "subject",
                lambda: forms.ChoiceField(choices=[("", _("Nobody apart")), *choices(SUBJECTS)], required=False),
            ),
            ("value", lambda: forms.CharField(required=False)),
        )
        for place in range(1, LINES + 1):
            for name, make in made:
                field = self.fields[f"{name}-{place}"] = make()
                field.label = COLUMNS[name] % {"number": place}
                is_choice = isinstance(field, forms.ChoiceField)
                field.widget.attrs["class"] = "form-select" if is_choice else "form-control"
                if not is_choice:
                    field.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def layout(self) -> Layout:
        return Layout(*(name for name in self.fields if "-" not in name), TABLE)

    def rows(self):
        """Of each line of the table its four bound fields, and what is wrong with them."""
        lines = [[self[f"{name}-{place}"] for name in COLUMNS] for place in range(1, LINES + 1)]
        return [(*fields, [error for field in fields for error in field.errors]) for fields in lines]

    def clean(self):
        read = super().clean()
        for place in range(1, LINES + 1):
            measure, of_what, subject, value = (read.get(f"{name}-{place}", "") for name in COLUMNS)
            if not (measure or of_what or subject or value):
                continue
            if not measure:
                self.add_error(f"measure-{place}", _("Choose what is counted."))
            if not value:
                self.add_error(f"value-{place}", _("Enter the number."))
            if measure and value:
                self._read(place, Measure(measure), of_what, subject, value)
        return read

    def _read(self, place: int, measure: Measure, of_what: str, subject: str, value: str) -> None:
        try:
            number = number_typed(value, is_share=measure is Measure.DIRECT_SHARE)
        except ValidationError as error:
            self.add_error(f"value-{place}", error)
            return
        line = self._report_lines.get(of_what.removeprefix(BY_LINE)) if of_what.startswith(BY_LINE) else None
        level = of_what.removeprefix(BY_LEVEL) if of_what.startswith(BY_LEVEL) else ""
        self.lines.append((place, SaidTotal(measure, number, line, level, subject)))

    def refuse_line(self, place: int, name: str | None, message) -> None:
        self.add_error(f"{name}-{place}" if name in COLUMNS else None, message)


COLUMNS = {
    "measure": _("What is counted, line %(number)s"),
    "of_what": _("Of which award or level, line %(number)s"),
    "subject": _("Whom it counts, line %(number)s"),
    "value": _("Number, line %(number)s"),
}


class VersionedReasonForm(ReasonForm):
    """`version` is that of the total the person looked at."""

    version = forms.IntegerField(required=False, localize=False, widget=forms.HiddenInput)

    def clean_version(self):
        return self.cleaned_data["version"] or 0


class CorrectionForm(SourceFields, VersionedReasonForm):
    value = forms.CharField(label=_("Number declared"))
    field_order = ("value", "number", "day", "file", "why", "version")

    def __init__(self, *args, is_share: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self._is_share = is_share

    def clean_value(self):
        return number_typed(self.cleaned_data["value"], is_share=self._is_share)


class TotalsFilterForm(FilterForm):
    don_vi = LabelledField(
        label=_("Organisation"),
        required=False,
        queryset=Organisation.objects.none(),
        empty_label=_("All"),
        labels=today_first,
    )
    nam = forms.IntegerField(label=_("Year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR, localize=False)

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["don_vi"].queryset = organisations
