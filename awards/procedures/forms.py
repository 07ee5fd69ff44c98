"""Each value of a procedure has its form: its own fields, then provision, verification and note, then the reason."""

from django import forms
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models.award import LawVersion
from awards.procedures.models import wording
from awards.procedures.models.calendar import FIRST_YEAR, LAST_YEAR, CalendarDay, CalendarYear
from awards.procedures.models.criteria import ProcedureCriterion
from awards.procedures.models.measures import ProcedureMeasure
from awards.procedures.models.parts import (
    WHOLE_ONLY,
    WRITING_BY_PROVISION,
    ProcedureConsultation,
    ProcedurePaper,
    ProcedureRule,
    ProcedureStage,
    ProcedureTransition,
    Provisioned,
)
from awards.procedures.models.procedure import Procedure
from awards.procedures.models.salary import BaseSalary
from awards.procedures.rules.terms import BASES_OF, WHOLE_MEASURES, Base, Body, MeasureKind, Stage
from emulation.core.forms.fields import VietnameseDateField, VietnameseDecimalField, VietnameseIntegerField
from emulation.core.forms.filters import FilterForm, SearchField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import ReasonForm
from emulation.core.models.fields import longest
from emulation.core.words import choices

UNKNOWN_BASE = ("", _("Not known"))


class ValueForm(ReasonForm):
    provision = forms.CharField(
        label=_("Provision"),
        required=False,
        max_length=longest(ProcedureRule, "provision"),
        help_text=_("Document, article, clause. Leave it empty as long as it is not found."),
    )
    verified = forms.BooleanField(
        label=_("Verified against this provision"),
        required=False,
        help_text=_("A verified value is changed only after its verification is taken back."),
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=longest(ProcedureRule, "note"))
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    own: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields([*self.own, "provision", "verified", "note", "why"])

    @property
    def values(self) -> tuple[str, ...]:
        return (*self.own, "provision", "verified", "note")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("verified") and not cleaned.get("provision"):
            self.add_error("provision", _("A value is verified against a provision; write which."))
        return cleaned


class DecidingDayForm(ValueForm):
    deciding_day = forms.ChoiceField(
        label=_("Day that decides the version of the law"), choices=choices(wording.DAY_KINDS)
    )
    own = ("deciding_day",)


class StageForm(ValueForm):
    days = forms.IntegerField(label=_("Days"), required=False, min_value=1, max_value=366)
    days_counted = forms.ChoiceField(label=_("Counted in"), choices=choices(wording.DAYS_COUNTED))
    until_day = forms.IntegerField(
        label=_("At the latest on the day"),
        required=False,
        min_value=1,
        max_value=31,
        help_text=_("Of each year, instead of a number of days."),
    )
    until_month = forms.IntegerField(label=_("At the latest in the month"), required=False, min_value=1, max_value=12)
    in_writing = forms.BooleanField(
        label=_("The Council may be asked in writing, without a meeting"),
        required=False,
        help_text=_("Only where the provision says so; it is then verified together with the rest of the stage."),
    )
    own: tuple[str, ...] = ("days", "days_counted", "until_day", "until_month", "in_writing")

    def __init__(self, *args, stage, **kwargs):
        super().__init__(*args, **kwargs)
        if stage != Stage.CONSIDER:
            del self.fields["in_writing"]
            self.own = self.own[:-1]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("in_writing") and not cleaned.get("verified"):
            self.add_error("in_writing", WRITING_BY_PROVISION)
        return cleaned


class EffectForm(ValueForm):
    effect = forms.ChoiceField(
        label=_("When not met"),
        choices=choices(wording.EFFECTS),
        help_text=_("What is not verified can only warn."),
    )
    own: tuple[str, ...] = ("effect",)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("effect") == "blocks" and not cleaned.get("verified"):
            self.add_error("effect", _("What is not verified can only warn; verify it first."))
        return cleaned


class PaperForm(EffectForm):
    form_number = forms.CharField(
        label=_("Number of the form"), required=False, max_length=longest(ProcedurePaper, "form_number")
    )
    own = ("effect", "form_number")


class MeasureForm(ValueForm):
    number = VietnameseDecimalField(label=_("Number set"), min_value=0, max_digits=6, decimal_places=2)
    base = forms.ChoiceField(label=_("Share of"), required=False)
    own = ("number", "base")

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_whole = kind in WHOLE_MEASURES
        bases = BASES_OF.get(kind, ())
        if bases:
            self.fields["base"].choices = [UNKNOWN_BASE, *((base.value, wording.BASES[Base(base)]) for base in bases)]
        else:
            del self.fields["base"]
            self.own = ("number",)

    def clean_number(self):
        number = self.cleaned_data["number"]
        if self.is_whole and number != int(number):
            raise forms.ValidationError(WHOLE_ONLY)
        return number


class ConsultationForm(ValueForm):
    days = forms.IntegerField(
        label=_("Working days to answer"),
        required=False,
        min_value=1,
        max_value=366,
        help_text=_("Left empty, the days of the stage hold."),
    )
    own = ("days",)


class CriterionForm(ValueForm):
    points = forms.IntegerField(
        label=_("Points at most"),
        required=False,
        min_value=1,
        max_value=100,
        help_text=_("Leave empty where the criterion is met or not met."),
    )
    own = ("points",)


class TransitionForm(ValueForm):
    before = VietnameseDateField(label=_("Before the day"), help_text=_("This day itself goes by the new version."))
    own = ("before",)


FORMS: dict[type[Provisioned], type[ValueForm]] = {
    Procedure: DecidingDayForm,
    ProcedureStage: StageForm,
    ProcedurePaper: PaperForm,
    ProcedureRule: EffectForm,
    ProcedureCriterion: CriterionForm,
    ProcedureMeasure: MeasureForm,
    ProcedureConsultation: ConsultationForm,
    ProcedureTransition: TransitionForm,
}


def form_of(part: Provisioned, posted, *, seen: int) -> ValueForm:
    """The form of a value, filled with what stands there. `seen`: the last change that its reader saw, 0 for none."""
    kind = FORMS[type(part)]
    extra = {}
    if isinstance(part, ProcedureMeasure):
        extra = {"kind": part.kind}
    elif isinstance(part, ProcedureStage):
        extra = {"stage": part.stage}
    blank = kind(**extra)
    initial = {name: getattr(part, name) for name in blank.values}
    if isinstance(part, ProcedureMeasure):
        initial["number"] = part.number.normalize()
    return kind(posted, initial=initial | {"seen": seen}, **extra)


class CouncilForm(ReasonForm):
    body = forms.ChoiceField(
        label=_("Council"),
        error_messages={"invalid_choice": _("This Council is among the stages already. Choose another one.")},
    )
    before = forms.TypedChoiceField(
        label=_("It meets before"),
        coerce=int,
        error_messages={"invalid_choice": _("This stage is no longer in the procedure. Open the page again.")},
    )
    share = VietnameseDecimalField(
        label=_("Votes needed, in per cent"),
        required=False,
        min_value=0,
        max_digits=5,
        decimal_places=2,
        help_text=_("66,67 for two thirds, 50,01 for more than half. Left empty: more than half of all members."),
    )
    base = forms.ChoiceField(label=_("Share of"), required=False)
    field_order = ("body", "before", "share", "base", "why")

    def __init__(self, *args, procedure: Procedure, bodies: list[Body], **kwargs):
        """`procedure` as `whole` reads it. One that sets a share already is not asked for it."""
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [(body.value, wording.BODIES[body]) for body in bodies]
        stages = list(procedure.stages.all())
        self.fields["before"].choices = [(one.pk, str(one)) for one in stages]
        self.fields["before"].initial = stages[-1].pk if stages else None
        bases = BASES_OF[MeasureKind.VOTE_SHARE]
        self.fields["base"].choices = [UNKNOWN_BASE, *((base.value, wording.BASES[base]) for base in bases)]
        if procedure.measure(MeasureKind.VOTE_SHARE) is not None:
            del self.fields["share"], self.fields["base"]


class ProceduresForm(FilterForm):
    """The filters of the list as they stand in its URL."""

    tim = SearchField(label=_("Name or short form"), required=False, max_length=100)
    ngay = VietnameseDateField(label=_("In force on the day"), required=False)


class CaseDaysForm(FilterForm):
    """Days of a case, to see which version holds for it."""

    nhan = VietnameseDateField(label=_("Dossier received"), required=False)
    quyet_dinh = VietnameseDateField(label=_("Award decision"), required=False)
    thanh_tich = VietnameseDateField(label=_("Last day of the achievement"), required=False)


class WorkingDaysForm(FilterForm):
    """A reckoning of working days, to look a deadline up."""

    tu = VietnameseDateField(label=_("From the day"), required=False)
    so_ngay = forms.IntegerField(label=_("Working days"), required=False, min_value=1, max_value=366)


class LawVersionForm(ReasonForm):
    name = forms.CharField(
        label=_("Name of the version"),
        max_length=longest(LawVersion, "name"),
        help_text=_("As procedures print it: the law, and the decree where one details it."),
    )
    number = forms.CharField(label=_("Number of the law"), max_length=longest(LawVersion, "number"))
    first_day = VietnameseDateField(
        label=_("In force from"), help_text=_("The version before ends the day before; its procedures go on as copies.")
    )
    field_order = ("name", "number", "first_day", "why")


class CalendarYearForm(OfficeForm):
    year = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)


class CalendarDayForm(OfficeForm):
    first_day = VietnameseDateField(label=_("First day"))
    last_day = VietnameseDateField(
        label=_("Last day"), required=False, help_text=_("This day still counts. Leave empty for one day.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=choices(wording.DAYS_OFF))
    name = forms.CharField(label=_("Occasion"), max_length=longest(CalendarDay, "name"))


class CalendarSourceForm(OfficeForm):
    source = forms.CharField(
        label=_("Source"),
        max_length=longest(CalendarYear, "source"),
        help_text=_("The notice of days off that the year is taken from."),
    )


class BaseSalaryForm(OfficeForm):
    amount = VietnameseIntegerField(label=_("Base salary"), help_text=_("Whole đồng a month, for example 2.340.000."))
    first_day = VietnameseDateField(label=_("From the day"))
    provision = forms.CharField(label=_("Provision"), max_length=longest(BaseSalary, "provision"))
    verified = forms.BooleanField(label=_("Read in its provision"), required=False)
