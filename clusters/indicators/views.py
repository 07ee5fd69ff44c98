from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clusters.indicators.actions import MEANING, WORDS, add_indicator, change_indicator, end_indicator
from clusters.indicators.forms import IndicatorChangeForm, IndicatorForm
from clusters.indicators.models.indicator import Indicator
from emulation.core import clock
from emulation.core.access import door
from emulation.core.forms.parts import LastDayForm
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import administrators_only, answer, posted


@door("indicator")
@require_safe
def indicators(request):
    rows = Indicator.objects.visible_to(request.actor).select_related("cluster", "weighted_by")
    reads_figures = request.actor.may_somewhere("read", "figures")
    return render(
        request,
        "clusters/indicators/indicators.html",
        {
            "rows": rows,
            "today": clock.today(),
            "may_read_figures": reads_figures,
            "crumbs": [Crumb(_("Half-year figures"), reverse("clusters:figures"))] if reads_figures else [],
            "may_write": request.actor.may("write", Indicator()),
            "unverified": sum(not row.verified for row in rows),
        },
    )


@door("indicator", "write")
@administrators_only
def add(request):
    return answer(
        request,
        IndicatorForm(posted(request), initial={"position": 10 * (Indicator.objects.count() + 1)}),
        lambda said: add_indicator(
            actor=request.actor, during=said["during"], **{name: said[name] for name in (*WORDS, *MEANING)}
        ),
        title=_("New indicator"),
        button=_("Add the indicator"),
        done=_("The indicator is added; members are asked for it from then on."),
        back=Indicator.get_absolute_url,
        crumbs=_crumbs(),
    )


@door("indicator", "write")
@administrators_only
def change(request, pk):
    found = get_object_or_404(Indicator, pk=pk)
    return answer(
        request,
        IndicatorChangeForm(posted(request), initial={name: getattr(found, name) for name in (*WORDS, *MEANING)}),
        lambda said: change_indicator(
            found, why=said["why"], actor=request.actor, **{name: said[name] for name in (*WORDS, *MEANING)}
        ),
        title=_("Change the indicator"),
        button=_("Save the indicator"),
        done=_("The indicator is saved."),
        back=Indicator.get_absolute_url,
        crumbs=_crumbs(),
        lead=found.name,
    )


@door("indicator", "write")
@administrators_only
def end(request, pk):
    found = get_object_or_404(Indicator, pk=pk)
    return answer(
        request,
        LastDayForm(posted(request)),
        lambda said: end_indicator(found, last_day=said["last_day"], why=said["why"], actor=request.actor),
        title=_("End the indicator"),
        button=_("End the indicator"),
        done=_("The indicator is no longer asked for after that day; what was reported stays."),
        back=Indicator.get_absolute_url,
        crumbs=_crumbs(),
        lead=found.name,
    )


def _crumbs() -> list[Crumb]:
    return [Crumb(_("Catalogue of indicators"), reverse("clusters:indicators"))]
