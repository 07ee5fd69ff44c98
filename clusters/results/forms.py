from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.regulation.models.award_wording import AWARDS
from clusters.results.models.board import may_be_elected
from clusters.results.models.result import LONGEST_WORDS, YearResult
from clusters.results.rules.terms import ElectedPost
from emulation.core.forms.fields import VietnameseDecimalField, VietnameseIntegerField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import ReasonForm
from emulation.core.models.fields import longest

VOTES = HTML('{% include "clusters/results/_votes.html" %}')


class VotesForm(OfficeForm):
    """The votes of a conference as its minutes on paper say them; fields of votes bear the member's id."""

    minutes = forms.CharField(
        label=_("Minutes of the vote"),
        max_length=longest(YearResult, "minutes"),
        help_text=_("Number and date, for example Biên bản số 05/BB-CTĐ ngày 10/3/2024."),
    )
    eligible = VietnameseIntegerField(
        label=_("Entitled to vote"), min_value=1, max_value=9999, required=False, help_text=_("Wanted with votes.")
    )
    present = VietnameseIntegerField(
        label=_("Voters present"), min_value=1, max_value=9999, required=False, help_text=_("Wanted with votes.")
    )
    acclaimed = forms.ChoiceField(label=_("Unit acclaimed"), required=False)
    head = forms.ChoiceField(label=_("Elected head of the next year"), required=False)
    deputy = forms.ChoiceField(label=_("Elected deputy head of the next year"), required=False)

    def __init__(self, *args, result, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = places
        elected = dict(result.elections.values_list("post", "organisation"))
        members = [place.organisation for place in places]
        nobody = [("", _("Nobody"))]
        self.fields["acclaimed"].choices = nobody + [
            (place.organisation_id, place.organisation) for place in places if not place.knocked_out
        ]
        electable = [(one.pk, one) for one in may_be_elected(result.cluster_year, members)]
        for post in ElectedPost:
            self.fields[post.value].choices = nobody + electable
            self.fields[post.value].initial = elected.get(post.value)
        for name in ("minutes", "eligible", "present"):
            self.fields[name].initial = getattr(result, name)
        self.fields["acclaimed"].initial = next((one.organisation_id for one in places if one.is_acclaimed), None)
        for place in places:
            self.fields[f"votes-{place.organisation_id}"] = VietnameseIntegerField(
                label=_("Votes for %(member)s") % {"member": place.organisation},
                min_value=0,
                max_value=9999,
                required=False,
                initial=place.votes_for,
            )
            self.fields[f"votes-{place.organisation_id}"].widget.attrs["class"] = "form-control"

    def layout(self) -> Layout:
        return Layout("minutes", "eligible", "present", VOTES, Div("acclaimed", "head", "deputy", css_class="mt-3"))

    def counted(self) -> dict[int, int]:
        """{member: votes}, of those that are filled in."""
        votes = {place.organisation_id: self.cleaned_data[f"votes-{place.organisation_id}"] for place in self.places}
        return {key: number for key, number in votes.items() if number is not None}

    def chosen(self, name: str) -> int | None:
        return int(self.cleaned_data[name]) if self.cleaned_data[name] else None


class ProposalForm(OfficeForm):
    organisation = OrganisationChoiceField(label=_("Member"), queryset=None, empty_label=_("Choose a member"))
    award = forms.ChoiceField(label=_("Award"))

    def __init__(self, *args, members, awards, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = members
        self.fields["award"].choices = [(award.value, AWARDS[award]) for award in awards]


class PlaceForm(OfficeForm):
    points = VietnameseDecimalField(label=_("Points"), min_value=0, max_digits=7, decimal_places=2)
    knocked_out = forms.CharField(
        label=_("Knocked out by"),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The condition that holds, and the paper that says so; empty where none does."),
    )


class LaterActForm(ReasonForm):
    document = forms.CharField(
        label=_("Document"),
        max_length=longest(YearResult, "document"),
        help_text=_("By which the result is changed, with number and date."),
    )


class FreezingForm(OfficeForm):
    office = forms.CharField(
        label=_("You sign as"),
        max_length=longest(YearResult, "frozen_by_office"),
        help_text=_("For example: Phó Chủ tịch UBND thành phố."),
    )
    why = forms.CharField(
        label=_("Why something is left open"),
        max_length=longest(YearResult, "left_open_why"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wanted only where nobody is acclaimed or no head is elected."),
    )
