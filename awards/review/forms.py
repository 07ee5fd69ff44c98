"""What a person fills in around a review, and the filters of the list as they stand in its address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from awards.procedures.models.criteria import ProcedureCriterion
from awards.review.models import wording
from awards.review.models.appraisals import Appraisal
from awards.review.models.queue import Order, QueueFilter, Tray
from awards.review.rules.comparing import Mark
from awards.review.rules.terms import LONGEST_FEEDBACK, LONGEST_NOTE, LONGEST_OPINION, LONGEST_REASON, FeedbackLine
from clusters.models import Organisation
from clusters.organisations.models.names import today_first
from emulation.core.forms.fields import VietnameseDecimalField
from emulation.core.forms.filters import FilterForm, SearchField
from emulation.core.forms.labelled import LabelledField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import CHOOSE
from emulation.core.numbers import format_for_input, parse_id
from emulation.core.words import choices

ANY = ("", _("All"))
LONGEST_SEARCH = 100
MET, NOT_MET = "dat", "khong-dat"
VERDICTS = [(MET, _("Met")), (NOT_MET, _("Not met"))]
ORDERS = [(Order.DUE, _("By the last day")), (Order.ARRIVED, _("By the day it came"))]


class QueueForm(FilterForm):
    tim = SearchField(label=_("Name contains"), required=False)
    danh_hieu = forms.ChoiceField(label=_("Award"), required=False)
    don_vi = LabelledField(
        label=_("Province or city"),
        required=False,
        queryset=Organisation.objects.none(),
        empty_label=_("All"),
        labels=today_first,
    )
    sap = forms.ChoiceField(label=_("Order by"), required=False, choices=ORDERS, initial=Order.DUE)

    def __init__(self, asked, *, organisations, awards):
        super().__init__(asked)
        self.fields["don_vi"].queryset = organisations
        self.fields["danh_hieu"].choices = [ANY, *awards]


def asked_for(asked) -> QueueFilter:
    """What could be read of an address, without a question to the database; what cannot asks for everything."""
    tray, order = asked.get("hop", ""), asked.get("sap", "")
    return QueueFilter(
        tray=Tray(tray) if tray in set(Tray) else Tray.WAITING,
        order=Order(order) if order in set(Order) else Order.DUE,
        text=asked.get("tim", "")[:LONGEST_SEARCH],
        award=parse_id(asked.get("danh-hieu", "")),
        organisation=parse_id(asked.get("don-vi", "")),
    )


class OpinionForm(OfficeForm):
    """One line for each criterion, the conclusion, the written opinion. Nothing of it is required while it is kept; the
    deed says what is lacking once it is given."""

    conclusion = forms.ChoiceField(
        label=_("Conclusion"),
        required=False,
        choices=choices(wording.CONCLUSIONS),
        widget=forms.RadioSelect,
    )
    opinion = forms.CharField(
        label=_("Written opinion"),
        required=False,
        max_length=LONGEST_OPINION,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "class": "form-control"}),
    )

    def __init__(self, *args, criteria: list[ProcedureCriterion], **kwargs):
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for row in criteria:
            self.fields[f"mark-{row.pk}"] = (
                forms.ChoiceField(label=str(row), required=False, choices=VERDICTS, widget=forms.RadioSelect)
                if row.points is None
                else VietnameseDecimalField(label=str(row), required=False, min_value=0, max_digits=5, decimal_places=2)
            )
            self.fields[f"reason-{row.pk}"] = forms.CharField(
                label=_("Reason"), required=False, max_length=LONGEST_REASON
            )

    @property
    def lines(self):
        """(criterion, field of the mark, field of the reason)"""
        return [(row, self[f"mark-{row.pk}"], self[f"reason-{row.pk}"]) for row in self.criteria]

    @property
    def typed(self) -> str:
        """All that was typed, a line each, to be copied where the form can no longer be sent."""
        said = []
        for row, mark, reason in self.lines:
            value = str(dict(VERDICTS).get(mark.value(), mark.value() or ""))
            if parts := [part for part in (value, reason.value()) if part]:
                said.append(f"{row}: {'. '.join(parts)}")
        conclusion = dict(wording.CONCLUSIONS).get(self["conclusion"].value())
        said += [str(part) for part in (conclusion, self["opinion"].value()) if part]
        return "\n".join(said)

    @property
    def marks(self) -> dict[int, Mark]:
        """As they were typed; what cannot be read is left out, and its error stands at the field."""
        read = self.cleaned_data
        return {
            row.pk: Mark(
                met={MET: True, NOT_MET: False}.get(read.get(f"mark-{row.pk}")) if row.points is None else None,
                points=read.get(f"mark-{row.pk}") if row.points is not None else None,
                reason=read.get(f"reason-{row.pk}") or "",
            )
            for row in self.criteria
        }


def initial_of(appraisal: Appraisal) -> dict:
    """What was kept of an opinion, as it is typed."""
    found = {"conclusion": appraisal.conclusion, "opinion": appraisal.opinion}
    for row in appraisal.marks.all():
        key = row.criterion_id
        if row.points is not None:
            found[f"mark-{key}"] = format_for_input(row.points.normalize() + 0)
        elif row.met is not None:
            found[f"mark-{key}"] = MET if row.met else NOT_MET
        found[f"reason-{key}"] = row.reason
    return found


class ModerateForm(OfficeForm):
    """The value that stands of one criterion."""

    why = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Both opinions are kept beside it; the journal keeps the reason."),
    )
    field_order = ("value", "why")

    def __init__(self, *args, criterion: ProcedureCriterion, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["value"] = (
            forms.ChoiceField(label=str(criterion), required=False, choices=VERDICTS, widget=forms.RadioSelect)
            if criterion.points is None
            else VietnameseDecimalField(
                label=str(criterion),
                required=False,
                max_digits=5,
                decimal_places=2,
                help_text=_("0 to %(most)s points.") % {"most": criterion.points},
            )
        )
        self.order_fields(self.field_order)


class PersonForm(OfficeForm):
    person = forms.ChoiceField(label=_("Who is asked"))

    def __init__(self, *args, people, load, **kwargs):
        super().__init__(*args, **kwargs)
        told = [
            (one.pk, _("%(name)s (%(load)s waiting)") % {"name": one.full_name, "load": load[one.pk]}) for one in people
        ]
        self.fields["person"].choices = [CHOOSE, *told]


class NoteForm(OfficeForm):
    text = forms.CharField(
        label=_("Note to the file"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write the note.")},
    )


class FeedbackForm(OfficeForm):
    strongest = forms.CharField(
        label=wording.FEEDBACK_LINES[FeedbackLine.STRONGEST],
        required=False,
        max_length=LONGEST_FEEDBACK,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    weakest = forms.CharField(
        label=wording.FEEDBACK_LINES[FeedbackLine.WEAKEST],
        required=False,
        max_length=LONGEST_FEEDBACK,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    missing = forms.CharField(
        label=wording.FEEDBACK_LINES[FeedbackLine.MISSING],
        required=False,
        max_length=LONGEST_FEEDBACK,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
