from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext_lazy as _

from awards.sittings.models.agenda import SittingItem
from awards.sittings.models.sitting import Sitting, SittingSeat
from awards.sittings.models.wording import ATTENDANCES
from awards.sittings.rules.terms import AT_A_MEETING, WITHOUT_MEETING, Attendance
from emulation.core.forms.ballots import CountForm, PersonChoiceField
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import CHOOSE, ReasonForm
from emulation.core.models.fields import longest

AGREES, DISAGREES = "dong-y", "khong"


class ConveneForm(OfficeForm):
    held_on = VietnameseDateField(label=_("Day"), help_text=_("Who sits in the Council on that day is called to it."))
    place = forms.CharField(label=_("Place"), max_length=longest(Sitting, "place"))


class AskInWritingForm(OfficeForm):
    held_on = VietnameseDateField(
        label=_("Day the papers go out"), help_text=_("Who sits in the Council on that day is asked.")
    )
    votes_until = VietnameseDateField(label=_("Last day of votes"), help_text=_("This day still counts."))


class ProlongForm(ReasonForm):
    votes_until = VietnameseDateField(label=_("New last day of votes"), help_text=_("This day still counts."))

    field_order = ("votes_until", "why")


class AttendanceForm(forms.Form):
    """Who is there, who presides, who keeps the minutes; a row for each member. Without a meeting: how each votes."""

    presides = forms.TypedChoiceField(label=_("Presides"), required=False, coerce=int, empty_value=None)
    secretary = forms.TypedChoiceField(
        label=_("Secretary of the sitting"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args, seats: list[SittingSeat], in_writing: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.seats = seats
        kinds = WITHOUT_MEETING if in_writing else AT_A_MEETING
        people = [CHOOSE, *((one.pk, one.name) for one in seats)]
        for name in ("presides", "secretary"):
            self.fields[name].choices = people
            self.fields[name].widget.attrs["class"] = "form-select"
        for one in seats:
            self.fields[f"there-{one.pk}"] = forms.ChoiceField(
                label=_("Attendance of %(name)s") % {"name": one},
                choices=[(one.value, ATTENDANCES[one]) for one in kinds],
                required=False,
                initial=one.attendance,
                widget=forms.Select(attrs={"class": "form-select"}),
            )
            self.fields[f"why-{one.pk}"] = forms.CharField(
                label=_("Reason of absence of %(name)s") % {"name": one},
                required=False,
                initial=one.why_absent,
                max_length=longest(SittingSeat, "why_absent"),
                widget=forms.TextInput(attrs={"class": "form-control"}),
            )

    @property
    def rows(self) -> Iterator[tuple]:
        for one in self.seats:
            yield one, self[f"there-{one.pk}"], self[f"why-{one.pk}"]

    def entered(self) -> dict[int, tuple[Attendance, str]]:
        said = self.cleaned_data
        return {one.pk: (Attendance(said[f"there-{one.pk}"]), said[f"why-{one.pk}"]) for one in self.seats}


class TellersForm(OfficeForm):
    first_teller = PersonChoiceField(label=_("First teller"))
    second_teller = PersonChoiceField(
        label=_("Second teller"),
        help_text=_("Of another office. Votes are opened only by both together, each with a passphrase of their own."),
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("first_teller", "second_teller"):
            self.fields[name].queryset = people


class VoteForm(CountForm):
    """“Agrees” or “does not agree” for each dossier; `tellers` where a vote in writing is entered by both."""

    def __init__(self, *args, items: list[SittingItem], awards: dict[int, str], tellers=(), **kwargs):
        super().__init__(*args, tellers=list(tellers), **kwargs)
        self.items = items
        for one in items:
            self.fields[f"item-{one.pk}"] = forms.ChoiceField(
                label=f"{one} – {awards[one.nomination_id]}",
                choices=[(AGREES, _("Agrees")), (DISAGREES, _("Does not agree"))],
                widget=forms.RadioSelect,
                error_messages={"required": _("Tick one of the two.")},
            )
        self.order_fields([f"item-{one.pk}" for one in items])

    def votes(self) -> dict[int, bool]:
        return {one.pk: self.cleaned_data[f"item-{one.pk}"] == AGREES for one in self.items}


class ConcludeForm(OfficeForm):
    conclusion = forms.CharField(
        label=_("Conclusion"),
        required=False,
        max_length=longest(Sitting, "conclusion"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The minutes print it. May stay empty."),
    )
