from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from awards.catalogue.models.award import Award
from awards.procedures import words
from awards.procedures.forms import CaseDaysForm, ProceduresForm
from awards.procedures.models.procedure import Procedure
from awards.procedures.views.parts import parts_of
from emulation.core import clock
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb


@door("procedure")
@require_safe
def procedures(request):
    """Every award given today with the versions of its procedure; those without one say so."""
    form = ProceduresForm(request.GET)
    form.is_valid()
    text, day = form.cleaned_data.get("tim") or "", form.cleaned_data.get("ngay")
    awards = Award.objects.visible_to(request.actor).on(day or clock.today()).named(on=day or clock.today())
    if text:
        awards = awards.written_like(text)
    if form.errors:
        awards = awards.none()
    rows = Procedure.objects.visible_to(request.actor).with_unverified().select_related("law")
    by_award: dict[int, list[Procedure]] = {}
    for procedure in rows.on(day) if day else rows:
        by_award.setdefault(procedure.award_id, []).append(procedure)
    awards = list(awards)
    return render(
        request,
        "awards/procedures/procedures.html",
        {
            "form": form,
            "is_narrowed": bool(text or day),
            "awards": [{"award": award, "versions": by_award[award.pk]} for award in awards if award.pk in by_award],
            "without": [award.printed_name for award in awards if award.pk not in by_award],
            "may_write": request.actor.may("write", Procedure()),
        },
    )


@door("procedure")
@require_safe
def procedure(request, pk):
    """One version as it is printed, and which version holds for a case with the days asked for."""
    found = get_object_or_404(Procedure.objects.visible_to(request.actor).whole().with_unverified(), pk=pk)
    form = CaseDaysForm(request.GET)
    days = _days_asked(form)
    versions = Procedure.objects.versions_of(found.award)
    return render(
        request,
        "awards/procedures/procedure.html",
        {
            "procedure": found,
            "award": Award.objects.named(on=found.during.start or clock.today()).get(pk=found.award_id).printed_name,
            "versions": list(reversed(versions.procedures.values())),
            "transitions": [{"row": row, "name": words.named(row)} for row in found.transitions.all()],
            "parts": parts_of(found, may_write=request.actor.may("write", found)),
            "form": form,
            "held": versions.holding(**days) if any(days.values()) else None,
            "history": [
                {"change": change, "fields": words.changes_of(change), "of": _changed(found, change)}
                for change in found.changes.all()
            ],
            "may_write": request.actor.may("write", found),
            "crumbs": [Crumb(_("Procedures"), reverse("awards:procedures"))],
        },
    )


def _days_asked(form):
    form.is_valid()
    said = form.cleaned_data
    return {
        "receipt": said.get("nhan"),
        "decision": said.get("quyet_dinh"),
        "achievement_end": said.get("thanh_tich"),
    }


def _changed(found: Procedure, change) -> str:
    """What a change was made to, as the page calls it."""
    rows = {
        "ProcedureStage": found.stages,
        "ProcedurePaper": found.papers,
        "ProcedureRule": found.rules,
        "ProcedureCriterion": found.criteria,
        "ProcedureMeasure": found.measures,
        "ProcedureConsultation": found.consultations,
        "ProcedureTransition": found.transitions,
    }
    if change.part not in rows:
        return _("Day that decides the version of the law")
    there = (str(row) for row in rows[change.part].all() if row.pk == change.part_id)
    return next(there, None) or words.name_of_gone(change)
