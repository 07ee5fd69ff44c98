"""Pages on which the central administrator writes a value, verifies it, takes the verification back, adds a Council to
the stages or takes it out, or begins a further version of the law."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from awards.catalogue.models.award import Award
from awards.procedures import words
from awards.procedures.actions.change import change_value, take_verification_back
from awards.procedures.actions.laws import begin_law_version
from awards.procedures.actions.stages import add_council, take_council_out
from awards.procedures.forms import CouncilForm, LawVersionForm, form_of
from awards.procedures.models.changes import ProcedureChange
from awards.procedures.models.criteria import ProcedureCriterion
from awards.procedures.models.measures import ProcedureMeasure
from awards.procedures.models.parts import (
    ProcedureConsultation,
    ProcedurePaper,
    ProcedureRule,
    ProcedureStage,
    ProcedureTransition,
)
from awards.procedures.models.procedure import Procedure
from awards.procedures.views.parts import councils_to_add
from emulation.core import clock
from emulation.core.access import door
from emulation.core.forms.parts import ReasonForm
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import administrators_only, answer, posted

OF_PATH = {
    "ngay-quyet-dinh": Procedure,
    "giai-doan": ProcedureStage,
    "van-ban": ProcedurePaper,
    "dieu-kien": ProcedureRule,
    "tieu-chi": ProcedureCriterion,
    "muc": ProcedureMeasure,
    "hiep-y": ProcedureConsultation,
    "chuyen-tiep": ProcedureTransition,
}


@door("procedure", "write")
@administrators_only
def change(request, pk, part, row):
    procedure, value = _found(pk, part, row)
    latest = ProcedureChange.objects.latest_of(value)
    form = form_of(value, posted(request), seen=0 if latest is None else latest.pk)
    return answer(
        request,
        form,
        lambda said: change_value(
            value, why=said["why"], actor=request.actor, seen=said["seen"], **{name: said[name] for name in form.values}
        ),
        title=_("Change: %(value)s") % {"value": words.named(value)},
        button=_("Save the value"),
        done=_("The value is saved; the history tells what stood there before."),
        back=procedure.get_absolute_url(),
        crumbs=_crumbs(procedure),
        lead=f"{_award_of(procedure)}, {procedure.law}",
    )


@door("procedure", "write")
@administrators_only
def unverify(request, pk, part, row):
    procedure, value = _found(pk, part, row)
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: take_verification_back(value, why=said["why"], actor=request.actor),
        title=_("Take the verification back: %(value)s") % {"value": words.named(value)},
        button=_("Take the verification back"),
        done=_("The value is not verified any more: it can be changed, and what rests on it only warns."),
        back=procedure.get_absolute_url(),
        crumbs=_crumbs(procedure),
        lead=value.provision,
    )


@door("procedure", "write")
@administrators_only
def add_a_council(request, pk):
    procedure = get_object_or_404(Procedure.objects.whole(), pk=pk)
    bodies = councils_to_add(procedure)
    if not bodies:
        raise Http404
    return answer(
        request,
        CouncilForm(posted(request), procedure=procedure, bodies=bodies),
        lambda said: add_council(procedure, actor=request.actor, **said),
        title=_("Add a Council to the procedure"),
        button=_("Add the Council"),
        done=_("The Council is among the stages, not verified; write its provision once it was read."),
        back=procedure.get_absolute_url(),
        crumbs=_crumbs(procedure),
        lead=f"{_award_of(procedure)}, {procedure.law}",
    )


@door("procedure", "write")
@administrators_only
def take_a_council_out(request, pk, row):
    procedure, stage = _found(pk, "giai-doan", row)
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: take_council_out(stage, why=said["why"], actor=request.actor),
        title=_("Take out: %(value)s") % {"value": words.named(stage)},
        button=_("Take the Council out"),
        done=_("The Council is no longer among the stages; the history tells that it was."),
        back=procedure.get_absolute_url(),
        crumbs=_crumbs(procedure),
        lead=f"{_award_of(procedure)}, {procedure.law}",
    )


@door("procedure", "write")
@administrators_only
def begin_law(request):
    return answer(
        request,
        LawVersionForm(posted(request)),
        lambda said: begin_law_version(actor=request.actor, **said),
        title=_("New version of the law"),
        button=_("Begin the version"),
        done=_("The version begins; each procedure goes on as a copy whose values wait to be verified."),
        back=reverse("awards:procedures"),
        crumbs=[Crumb(_("Procedures"), reverse("awards:procedures"))],
        lead=_("Procedures in force end the day before and go on as copies, every value of which is not verified."),
    )


def _found(pk: int, part: str, row: int):
    """The value of that procedure: a row of another is not there."""
    model = OF_PATH.get(part)
    if model is None:
        raise Http404
    procedure = get_object_or_404(Procedure.objects.select_related("award", "law"), pk=pk)
    if model is Procedure:
        if row != pk:
            raise Http404
        return procedure, procedure
    return procedure, get_object_or_404(model, pk=row, procedure=procedure)


def _crumbs(procedure: Procedure) -> list[Crumb]:
    return [
        Crumb(_("Procedures"), reverse("awards:procedures")),
        Crumb(_award_of(procedure), procedure.get_absolute_url()),
    ]


def _award_of(procedure: Procedure) -> str:
    return Award.objects.named(on=procedure.during.start or clock.today()).get(pk=procedure.award_id).printed_name
