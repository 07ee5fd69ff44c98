from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.membership.rules.half_years import Days
from emulation.core.forms.fields import VietnameseDateField, VietnameseIntegerField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.models.fields import longest
from reports.runs.forms import days_field
from reports.runs.models.kinds import ENTRIES
from reports.schedule.models import IN_YEAR, DraftingDay


def reports_by_period() -> list[tuple[str, str]]:
    """Each kind with each of its periods, as one choice."""
    return [
        (
            f"{kind.value}/{half}",
            kind.label if len(entry.periods) == 1 else _named(kind.label, period),
        )
        for kind, entry in ENTRIES.items()
        for half, period in entry.periods.items()
    ]


def _named(kind, period) -> str:
    return f"{kind}, {str(period).lower()}"


class DraftingDayForm(OfficeForm):
    """Of which reports, on which day of the year, from when on, by which paper."""

    reports = forms.ChoiceField(label=_("Which reports"))
    days = days_field()
    day = VietnameseIntegerField(label=_("Day"), min_value=1, max_value=31)
    month = VietnameseIntegerField(label=_("Month"), min_value=1, max_value=12)
    years_after = forms.TypedChoiceField(
        label=_("Of which year"), choices=list(IN_YEAR.items()), coerce=int, widget=forms.RadioSelect, initial=0
    )
    since = VietnameseDateField(
        label=_("Holds from"),
        help_text=_("A day of this year that is already past and lies after this one is made up for, up to 31 days."),
    )
    basis = forms.CharField(
        label=_("Basis"),
        max_length=longest(DraftingDay, "legal_basis"),
        help_text=_("The paper that sets the day, such as the plan or the reporting regime."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reports"].choices = reports_by_period()

    def said(self) -> dict:
        """What the deed is told."""
        cleaned = dict(self.cleaned_data)
        kind, half = cleaned.pop("reports").split("/")
        return {**cleaned, "kind": kind, "half": int(half), "days": Days(cleaned["days"])}
