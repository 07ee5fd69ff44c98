"""What a person fills in around a dossier; its own fields are saved one by one on its page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from awards.nominations.models import shelf, wording
from awards.nominations.models.contents import NominationComment
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.shelf import ShelfFilter
from clusters.models import Organisation
from clusters.organisations.models.names import told_apart
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.filters import FilterForm, SearchField
from emulation.core.forms.labelled import LabelledField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import CHOOSE
from emulation.core.models.fields import longest
from emulation.core.models.steps import LONGEST_WHY

ANY = ("", _("All"))
LONGEST_SEARCH = 100


class BeginFromPlaceForm(OfficeForm):
    award = forms.ChoiceField(label=_("Award"))

    def __init__(self, *args, awards, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["award"].choices = [CHOOSE, *[(award.code, award.printed_name) for award in awards]]


class CommentForm(OfficeForm):
    text = forms.CharField(
        label=_("What is to be completed or told"),
        max_length=longest(NominationComment, "text"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The nominating organisation sees it at this place, and answers it there."),
        error_messages={"required": _("Say what is to be mended.")},
    )


class AnswerForm(OfficeForm):
    answer = forms.CharField(
        label=_("Answer"),
        max_length=longest(NominationComment, "answer"),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say what was mended, or why nothing is.")},
    )


class StepReasonForm(OfficeForm):
    why = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Everybody who reads the dossier sees it; the journal keeps it."),
        error_messages={"required": _("Say why: the journal keeps the reason of every change.")},
    )


class DecisionForm(OfficeForm):
    number = forms.CharField(
        label=_("Decision number"),
        max_length=longest(Nomination, "decision_number"),
        help_text=_("For example 123/QĐ-UBND."),
    )
    day = VietnameseDateField(label=_("Decision date"))


class ShelfForm(FilterForm):
    """The filters of the list as they stand in its URL."""

    tim = SearchField(label=_("Name contains"), required=False)
    danh_hieu = forms.ChoiceField(label=_("Award"), required=False)
    don_vi = LabelledField(
        label=_("Nominated by"),
        required=False,
        queryset=Organisation.objects.none(),
        empty_label=_("All"),
        labels=told_apart,
    )

    def __init__(self, asked, *, organisations, awards):
        super().__init__(asked)
        self.fields["don_vi"].queryset = organisations
        self.fields["danh_hieu"].choices = [ANY, *awards]
        state = asked.get("trang-thai", "")
        known = {*wording.NOMINATION_STATES, shelf.OPEN, shelf.MINE, shelf.ALL}
        self.state = state if state in known else shelf.OPEN

    def asked_for(self) -> ShelfFilter:
        """What could be read of it; a filter that cannot asks for everything."""
        self.is_valid()
        read = self.cleaned_data
        return ShelfFilter(
            state=self.state,
            text=(read.get("tim") or "")[:LONGEST_SEARCH],
            award=int(read["danh_hieu"]) if read.get("danh_hieu") else None,
            organisation=getattr(read.get("don_vi"), "pk", None),
        )
