"""Conferences that a province holds by itself: a list of its own, entered by its people."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clusters.conferences.actions.province_conferences import set_province_conference, strike_out_province_conference
from clusters.conferences.forms import ProvinceConferenceForm
from clusters.conferences.models.province_conference import ROW, ProvinceConference
from clusters.organisations.models.organisation import PROVINCIAL_KINDS, Organisation
from emulation.core import clock
from emulation.core.access import door
from emulation.core.forms.parts import ReasonForm
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted
from emulation.core.views.records import record_or_404

FIELDS = ("kind", "year", "subject", "held_on", "place", "people", "chair", "conclusion")


@door("province_conference")
@require_safe
def province_conferences(request, pk):
    province = _province_or_404(request, pk)
    return render(
        request,
        "clusters/conferences/province_conferences.html",
        {
            "province": province,
            "crumbs": _crumbs(province)[:-1],
            "conferences": list(_standing(province).order_by("-held_on", "-id")),
            "may_write": request.actor.may("write", province, subject=ROW),
        },
    )


@door("province_conference", "write")
def province_conference(request, pk, conference=None):
    province = _province_or_404(request, pk, "write")
    found = None if conference is None else get_object_or_404(_standing(province), pk=conference)
    initial = {name: getattr(found, name) for name in FIELDS} if found else {"year": clock.today().year}
    return answer(
        request,
        ProvinceConferenceForm(posted(request), initial=initial),
        lambda said: set_province_conference(province, found, actor=request.actor, **said),
        title=_("Conference of the province"),
        lead=_("One that the province holds by itself; those of a cluster are planned on the cluster's page."),
        button=_("Save"),
        done=_("The conference is saved."),
        back=_crumbs(province)[-1].url,
        crumbs=_crumbs(province),
    )


@door("province_conference", "write")
def strike_out_province(request, pk, conference):
    province = _province_or_404(request, pk, "write")
    found = get_object_or_404(_standing(province).select_related("organisation"), pk=conference)
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: strike_out_province_conference(found, why=said["why"], actor=request.actor),
        title=_("Strike out a conference"),
        lead=str(found),
        button=_("Strike it out"),
        done=_("The conference is struck out; the journal keeps it."),
        back=_crumbs(province)[-1].url,
        crumbs=_crumbs(province),
    )


def _province_or_404(request, pk: int, deed: str = "read") -> Organisation:
    found = record_or_404(Organisation.objects.all(), request.actor, deed, subject=ROW, pk=pk)
    if found.kind not in PROVINCIAL_KINDS:
        raise Http404
    return found


def _standing(province: Organisation):
    return ProvinceConference.objects.standing().filter(organisation=province)


def _crumbs(province: Organisation) -> list[Crumb]:
    url = reverse("clusters:province-conferences", args=[province.pk])
    return [Crumb(str(province), province.get_absolute_url()), Crumb(_("Conferences of the province"), url)]
