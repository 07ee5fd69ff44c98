"""Base salaries by the day, of which bonuses are multiples."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from awards.procedures.actions.salaries import begin_base_salary
from awards.procedures.forms import BaseSalaryForm
from awards.procedures.models.procedure import SUBJECT
from awards.procedures.models.salary import BaseSalary
from emulation.core.access import Door, allows, door
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import administrators_only, answer, posted


@door("procedure")
@require_safe
def salaries(request):
    return render(
        request,
        "awards/procedures/salaries.html",
        {
            "rows": BaseSalary.objects.visible_to(request.actor),
            "may_write": allows(request.actor.relations_by_role, Door(SUBJECT, "write")),
            "crumbs": _crumbs(),
        },
    )


@door("procedure", "write")
@administrators_only
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request):
    here = reverse("awards:base-salaries")
    return answer(
        request,
        BaseSalaryForm(posted(request)),
        lambda said: begin_base_salary(**said, actor=request.actor),
        title=_("Enter a further base salary"),
        lead=_("The one in force ends the day before it begins."),
        button=_("Enter it"),
        done=_("The base salary is entered."),
        back=here,
        crumbs=[*_crumbs(), Crumb(_("Base salary"), here)],
    )


def _crumbs() -> list[Crumb]:
    return [Crumb(_("Procedures"), reverse("awards:procedures"))]
