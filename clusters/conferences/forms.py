from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.conferences.models import wording
from clusters.conferences.models.activity import Activity
from clusters.conferences.models.conference import Attendance, Conference, ConferenceItem, ConferencePaper
from clusters.conferences.models.province_conference import ProvinceConference
from clusters.conferences.rules.terms import PROVINCE_KINDS
from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.organisations.models.organisation import Organisation
from emulation.core.forms.fields import VietnameseDateField, VietnameseHourField, VietnameseIntegerField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import LONGEST_TEXT
from emulation.core.models.fields import longest
from emulation.core.words import choices

HALF_A_PAGE = forms.Textarea(attrs={"rows": 8})
FEW_LINES = forms.Textarea(attrs={"rows": 3})


class ConferenceForm(OfficeForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=choices(wording.KINDS))
    subject = forms.CharField(
        label=_("Theme"),
        max_length=longest(Conference, "subject"),
        required=False,
        help_text=_("Wanted for a thematic conference."),
    )
    held_on = VietnameseDateField(
        label=_("Day"), help_text=_("Who is a member of the cluster on this day takes part and votes.")
    )
    place = forms.CharField(label=_("Place"), max_length=longest(Conference, "place"))
    host = OrganisationChoiceField(
        label=_("Host"), queryset=Organisation.objects.none(), required=False, empty_label=_("Not said")
    )
    quorum = VietnameseIntegerField(
        label=_("Members that must be present"),
        min_value=1,
        max_value=999,
        help_text=_("As the cluster's regulation says; two thirds of the members, rounded up, is only a suggestion."),
    )
    chair = forms.CharField(
        label=_("In the chair"),
        max_length=longest(Conference, "chair"),
        required=False,
        help_text=_("The office, without a person's name."),
    )
    secretary = forms.CharField(
        label=_("Keeps the minutes"),
        max_length=longest(Conference, "secretary"),
        required=False,
        help_text=_("The office, without a person's name."),
    )
    signs_next = forms.BooleanField(label=_("It also signs the pact of the next year"), required=False)

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["host"].queryset = members


class ItemForm(OfficeForm):
    position = VietnameseIntegerField(label=_("Place in the agenda"), min_value=1, max_value=999)
    title = forms.CharField(label=_("Point of the agenda"), max_length=longest(ConferenceItem, "title"))
    presenter = forms.CharField(
        label=_("Presented by"),
        max_length=longest(ConferenceItem, "presenter"),
        required=False,
        help_text=_("The office, without a person's name."),
    )
    conclusion = forms.CharField(
        label=_("Conclusion"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=HALF_A_PAGE,
        help_text=_("Written at the conference; the minutes cannot be closed without it."),
    )


class GuestForm(OfficeForm):
    office = forms.CharField(
        label=_("Guest"),
        max_length=longest(Attendance, "office"),
        help_text=_("The office or body, without a person's name."),
    )
    people = VietnameseIntegerField(label=_("Persons"), min_value=1, max_value=9999, initial=1)


class ConferencePaperForm(OfficeForm):
    title = forms.CharField(
        label=_("Name of the document"),
        max_length=longest(ConferencePaper, "title"),
        required=False,
        help_text=_("Empty: the name of the file."),
    )
    file = forms.FileField(label=_("File"), help_text=_("PDF, Word (.docx), Excel (.xlsx), JPG or PNG, at most 10 MB."))


class ClosingForm(OfficeForm):
    began_at = VietnameseHourField(label=_("Opened at"), help_text=_("Printed in the minutes, for example 8:30."))
    ended_at = VietnameseHourField(label=_("Ended at"), help_text=_("On the same day, for example 11:15."))
    conclusion = forms.CharField(
        label=_("General conclusion"), max_length=LONGEST_TEXT, required=False, widget=HALF_A_PAGE
    )


class AttendanceForm(forms.Form):
    """One row for each member; the fields bear the member's id."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, members, kept, seen, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = seen
        self.members = list(members)
        for member in self.members:
            one = kept.get(member.pk)
            about = {"member": member}
            self.fields[f"present-{member.pk}"] = forms.BooleanField(
                label=_("%(member)s is present") % about, required=False, initial=bool(one and one.is_present)
            )
            self.fields[f"office-{member.pk}"] = forms.CharField(
                label=_("Office at the head of %(member)s") % about,
                max_length=longest(Attendance, "office"),
                required=False,
                initial=one.office if one else "",
            )
            self.fields[f"people-{member.pk}"] = VietnameseIntegerField(
                label=_("Persons of %(member)s") % about,
                min_value=0,
                max_value=999,
                required=False,
                initial=one.people if one and one.people else None,
            )
            self.fields[f"why-{member.pk}"] = forms.CharField(
                label=_("Why %(member)s is absent") % about,
                max_length=longest(Attendance, "why_absent"),
                required=False,
                initial=one.why_absent if one else "",
            )
        for bound in self.fields.values():
            if not isinstance(bound, forms.BooleanField) and not bound.widget.is_hidden:
                bound.widget.attrs["class"] = "form-control"

    def rows(self):
        """(member, its four bound fields) for the table."""
        return [
            (member, *(self[f"{name}-{member.pk}"] for name in ("present", "office", "people", "why")))
            for member in self.members
        ]

    def entered(self) -> list[dict]:
        return [
            {
                "organisation": member,
                "is_present": self.cleaned_data[f"present-{member.pk}"],
                "office": self.cleaned_data[f"office-{member.pk}"],
                "people": self.cleaned_data[f"people-{member.pk}"] or 0,
                "why_absent": self.cleaned_data[f"why-{member.pk}"],
            }
            for member in self.members
        ]


class ActivityForm(OfficeForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=choices(wording.ACTIVITY_KINDS))
    subject = forms.CharField(label=_("What was done"), max_length=longest(Activity, "subject"))
    held_on = VietnameseDateField(label=_("Day"))
    place = forms.CharField(label=_("Place"), max_length=longest(Activity, "place"))
    organiser = OrganisationChoiceField(
        label=_("Organised by"), queryset=Organisation.objects.none(), required=False, empty_label=_("The cluster")
    )
    result = forms.CharField(
        label=_("Result"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=FEW_LINES,
        help_text=_("The report of the cluster prints it word for word."),
    )

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organiser"].queryset = members


class ProvinceConferenceForm(OfficeForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=choices({kind: wording.KINDS[kind] for kind in PROVINCE_KINDS}))
    year = forms.IntegerField(
        label=_("Year"),
        min_value=1948,
        max_value=2200,
        help_text=_("The year that it reviews: a year-end conference is often held early in the next one."),
    )
    subject = forms.CharField(
        label=_("Theme"),
        max_length=longest(ProvinceConference, "subject"),
        required=False,
        help_text=_("Wanted for a thematic conference."),
    )
    held_on = VietnameseDateField(label=_("Day"))
    place = forms.CharField(label=_("Place"), max_length=longest(ProvinceConference, "place"))
    people = VietnameseIntegerField(
        label=_("People who took part"), min_value=1, max_value=99_999, required=False, help_text=_("Empty: not said.")
    )
    chair = forms.CharField(
        label=_("In the chair"),
        max_length=longest(ProvinceConference, "chair"),
        required=False,
        help_text=_("The office, without a person's name."),
    )
    conclusion = forms.CharField(
        label=_("General conclusion"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=HALF_A_PAGE,
        help_text=_("The report of the province prints it word for word."),
    )
