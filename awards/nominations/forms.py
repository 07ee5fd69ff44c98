"""What a person fills in around a dossier; its own fields are saved one by one on its page."""

from crispy_forms.layout import Field as Laid
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from awards.nominations.actions.consulting import BodyAsked
from awards.nominations.models import shelf, wording
from awards.nominations.models.consultation import Consultation
from awards.nominations.models.contents import NominationComment
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.shelf import ShelfFilter
from awards.procedures.models.wording import CONSULTED
from awards.procedures.rules.terms import Consulted
from clusters.models import Organisation
from clusters.organisations.models.names import today_first
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.filters import FilterForm, SearchField
from emulation.core.forms.labelled import LabelledField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import CHOOSE
from emulation.core.models.fields import longest
from emulation.core.models.steps import LONGEST_WHY
from emulation.core.words import choices

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
        label=_("Answer to the comment"),
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
    why = forms.CharField(
        label=_("Why the dossier came in after the decision"),
        required=False,
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Only where the decision is dated before the dossier was put to the Council. It stays with the dossier."
        ),
    )


class AskForm(OfficeForm):
    """A line for each of the `named` kinds, and `more` whose kind is chosen: an organisation of the house, or the name
    of a body without an account. The page lays it out by itself."""

    question = forms.CharField(
        label=_("What is asked"),
        required=False,
        max_length=longest(Consultation, "question"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example: tax obligations of 2022; compliance with the law in the time of the achievement."),
    )
    until = VietnameseDateField(
        label=_("To be answered until the end of the day"),
        required=False,
        help_text=_("Left empty, the working days of the procedure are reckoned from today."),
    )

    def __init__(self, *args, named, more, bodies, **kwargs):
        super().__init__(*args, **kwargs)
        self.named, self.kinds = len(named), [*named, *(more * [Consulted.OTHER])]
        others = {kind: word for kind, word in CONSULTED.items() if kind not in named}
        for number, kind in enumerate(self.kinds):
            word = CONSULTED[kind]
            if number >= self.named:
                self.fields[f"kind-{number}"] = forms.ChoiceField(
                    label=_("kind of body"), required=False, choices=choices(others), initial=Consulted.OTHER
                )
            self.fields[f"body-{number}"] = LabelledField(
                label=_("%(kind)s: organisation of the system") % {"kind": word},
                queryset=bodies,
                required=False,
                empty_label=_("None"),
                labels=today_first,
            )
            self.fields[f"name-{number}"] = forms.CharField(
                label=_("%(kind)s: a body without an account") % {"kind": word},
                required=False,
                max_length=longest(Consultation, "name"),
            )
        for field in self.fields.values():
            is_choice = isinstance(field.widget, forms.Select)
            field.widget.attrs["class"] = "form-select" if is_choice else "form-control"

    def lines(self) -> list[dict]:
        return [
            {
                "word": CONSULTED[kind],
                "kind": None if number < self.named else self[f"kind-{number}"],
                "body": self[f"body-{number}"],
                "name": self[f"name-{number}"],
            }
            for number, kind in enumerate(self.kinds)
        ]

    def clean(self):
        cleaned = super().clean()
        for number in range(len(self.kinds)):
            if cleaned.get(f"body-{number}") and cleaned.get(f"name-{number}"):
                self.add_error(
                    f"name-{number}", _("Either choose an organisation of the system or write a name, not both.")
                )
        return cleaned

    def asked(self) -> list[BodyAsked]:
        said = self.cleaned_data
        lines = (
            (Consulted(said.get(f"kind-{at}") or kind), said.get(f"body-{at}"), said.get(f"name-{at}") or "")
            for at, kind in enumerate(self.kinds)
        )
        return [BodyAsked(kind, body, name) for kind, body, name in lines if body or name]


class OpinionForm(OfficeForm):
    opinion = forms.ChoiceField(
        label=_("Opinion"),
        choices=choices(wording.OPINIONS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether the body agrees, does not agree, or has no opinion.")},
    )
    reason = forms.CharField(
        label=_("Reason, or what is to be told"),
        required=False,
        max_length=longest(Consultation, "reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Whoever does not agree says why."),
    )


class PaperAnswerForm(OpinionForm):
    number = forms.CharField(
        label=_("Number of the letter"),
        max_length=longest(Consultation, "number"),
        help_text=_("For example 123/CV-CT."),
    )
    dated = VietnameseDateField(label=_("Day of the letter"))
    scan = forms.FileField(
        label=_("Scan of the letter"),
        help_text=_("PDF, JPG or PNG, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        error_messages={
            "required": _("File the scan of the letter."),
            "empty": _("The file is empty. Scan the letter again and choose the new file."),
        },
    )
    field_order = ("number", "dated", "opinion", "reason", "scan")

    def layout(self) -> Layout:
        return Layout("number", "dated", "opinion", "reason", Laid("scan", template="components/drop_zone.html"))


class ShelfForm(FilterForm):
    """The filters of the list as they stand in its URL."""

    tim = SearchField(label=_("Name contains"), required=False)
    danh_hieu = forms.ChoiceField(label=_("Award"), required=False)
    don_vi = LabelledField(
        label=_("Nominated by"),
        required=False,
        queryset=Organisation.objects.none(),
        empty_label=_("All"),
        labels=today_first,
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
