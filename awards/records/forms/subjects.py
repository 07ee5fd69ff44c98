"""Entering a subject, what its years were like, and what it declares to have received."""

from django import forms
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording
from awards.catalogue.models.award import Award
from awards.catalogue.models.kinds import KINDS
from awards.catalogue.rules.terms import ProvinceKind, SubjectKind
from awards.records.actions.subjects import SubjectSaid
from awards.records.actions.years import OF_COLLECTIVES, YearSaid
from awards.records.models.subject import Subject
from awards.records.models.wording import DISCIPLINES, RATINGS, SCOPES
from awards.records.models.year import FIRST_YEAR, YearRecord
from awards.register.forms.honours import BirthField, LineField
from awards.rows.rules.reading import LONGEST
from clusters.models import Organisation
from clusters.organisations.models.names import today_first
from emulation.core import clock
from emulation.core.forms.fields import VietnameseDateField, VietnameseIntegerField
from emulation.core.forms.labelled import LabelledField, in_alphabet
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import CHOOSE, LONGEST_REASON
from emulation.core.models.fields import longest
from emulation.core.words import choices

NOT_RECORDED = ("", _("Not recorded"))
PAPERS = _("PDF, JPG or PNG, at most 10 MB.")


class SubjectForm(OfficeForm):
    organisation = LabelledField(
        label=_("Organisation"), queryset=Organisation.objects.none(), empty_label=None, labels=today_first
    )
    subject_kind = forms.ChoiceField(label=_("Subject"), choices=[CHOOSE, *choices(wording.SUBJECT_KINDS)])
    name = LineField(label=_("Name"), max_length=LONGEST["name"])
    birth = BirthField(
        label=_("Date of birth"),
        required=False,
        help_text=_("Only for individuals: with the unit it tells people apart."),
    )
    position = LineField(label=_("Position"), required=False, max_length=LONGEST["position"])
    unit = LineField(label=_("Unit"), required=False, max_length=LONGEST["unit"])
    target_group = forms.ChoiceField(
        label=_("Target group"), required=False, choices=[("", _("None")), *choices(wording.TARGET_GROUPS)]
    )
    collective = LabelledField(
        label=_("Leads the collective"),
        required=False,
        queryset=Subject.objects.none(),
        empty_label=_("None"),
        labels=in_alphabet,
        help_text=_("Only for executives: the collective whose result stands beside the executive's own."),
    )
    body = LabelledField(
        label=_("Is this organisation of the system"),
        required=False,
        queryset=Organisation.objects.none(),
        empty_label=_("None"),
        labels=today_first,
        help_text=_("Only for collectives that sit in a cluster: their results of years are found by it."),
    )

    def __init__(self, *args, actor, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
        if len(organisations) == 1:
            self.fields["organisation"].initial = organisations[0]
            self.fields["organisation"].widget = forms.HiddenInput()
        collectives = Subject.objects.writable_by(actor).filter(subject_kind=SubjectKind.COLLECTIVE)
        self.fields["collective"].queryset = collectives
        self.fields["body"].queryset = Organisation.objects.filter(pk__in=actor.own) | Organisation.objects.filter(
            parent__in=actor.own
        )

    @property
    def said(self) -> SubjectSaid:
        return SubjectSaid(**{name: self.cleaned_data[name] for name in SubjectSaid.__dataclass_fields__})


class YearForm(OfficeForm):
    year = forms.IntegerField(label=_("Year"), localize=False)
    rating = forms.ChoiceField(label=_("Rating of the year"), required=False, choices=[NOT_RECORDED, *choices(RATINGS)])
    initiative = LineField(label=_("Initiative or topic"), required=False, max_length=longest(YearRecord, "initiative"))
    initiative_scope = forms.ChoiceField(
        label=_("Scope of influence"), required=False, choices=[NOT_RECORDED, *choices(SCOPES)]
    )
    recognised_by = LineField(
        label=_("Recognised by"),
        required=False,
        max_length=longest(YearRecord, "recognised_by"),
        help_text=_("Number and date of the paper that recognises it."),
    )
    discipline = forms.ChoiceField(
        label=_("Gravest discipline of the year"), required=False, choices=[NOT_RECORDED, *choices(DISCIPLINES)]
    )
    headcount = VietnameseIntegerField(label=_("Headcount"), required=False, min_value=1)
    completed = VietnameseIntegerField(label=_("Completed their tasks"), required=False, min_value=0)
    advanced = VietnameseIntegerField(label=_("Hold the title Advanced Worker"), required=False, min_value=0)
    fighters = VietnameseIntegerField(label=_("Hold the title Grassroots Fighter"), required=False, min_value=0)
    proof = forms.FileField(
        label=_("Proof"), required=False, help_text=_("The decision or the minutes that say so. PDF, JPG or PNG.")
    )
    version = forms.IntegerField(required=False, localize=False, widget=forms.HiddenInput)

    def __init__(self, *args, subject: Subject, record: YearRecord | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if subject.subject_kind != SubjectKind.COLLECTIVE:
            for name in OF_COLLECTIVES:
                del self.fields[name]
        self.fields["year"].help_text = _("From %(first)s to %(last)s.") % {
            "first": FIRST_YEAR,
            "last": clock.today().year,
        }
        if record is not None:
            self.fields["year"].widget = forms.HiddenInput()
            if record.proof is not None:
                self.fields["proof"].help_text = _("“%(file)s” is filed. Choose a file only to replace it.") % {
                    "file": record.proof.name
                }

    def clean_version(self):
        return self.cleaned_data["version"] or 0

    @property
    def said(self) -> YearSaid:
        read = self.cleaned_data
        return YearSaid(**{name: read[name] for name in YearSaid.__dataclass_fields__ if name in read})


def as_recorded(record: YearRecord) -> dict:
    """What the form would have been sent for this record as it is."""
    return {name: getattr(record, name) for name in YearSaid.__dataclass_fields__} | {
        "year": record.year,
        "version": record.version,
    }


class DeclareForm(OfficeForm):
    award = forms.ModelChoiceField(label=_("Award"), queryset=Award.objects.none(), empty_label=_("Choose"))
    achievement_year = forms.IntegerField(
        label=_("Year of the achievement"),
        required=False,
        min_value=FIRST_YEAR,
        max_value=2099,
        localize=False,
        help_text=_("Chains of titles are counted by this year."),
    )
    decision_number = LineField(label=_("Decision number"), max_length=LONGEST["decision_number"])
    decision_date = VietnameseDateField(label=_("Decision date"))
    signer_office = LineField(label=_("Conferred by"), required=False, max_length=LONGEST["signer_office"])
    elsewhere = forms.BooleanField(
        label=_("A ministry or another province conferred it"),
        required=False,
        help_text=_("Then the central board confirms it, not the approver of this office."),
    )
    scan = forms.FileField(label=_("Scan of the decision"), help_text=PAPERS)

    def __init__(self, *args, subject: Subject, **kwargs):
        super().__init__(*args, **kwargs)
        kind = KINDS.get(subject.organisation.kind, ProvinceKind.ANY)
        field = self.fields["award"]
        field.queryset = Award.objects.given_to(subject.subject_kind).named(on=clock.today(), province_kind=kind)
        field.label_from_instance = lambda award: award.printed_name


class StepForm(OfficeForm):
    why = forms.CharField(
        label=_("Reason"), max_length=LONGEST_REASON, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, needs_reason: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if needs_reason:
            self.fields["why"].required = True
        else:
            del self.fields["why"]


class MoveForm(OfficeForm):
    why = forms.CharField(
        label=_("How it is known that it is the same"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: moved by decision 12/QĐ-SNV of 01/07/2021. It is kept with your name."),
    )
