from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.organisations.actions import add_unit
from clusters.organisations.forms.units import UnitForm
from clusters.organisations.models.organisation import PROVINCIAL_KINDS, Organisation
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted
from emulation.core.views.records import record_or_404


@door("organisation", "write")
def add(request, pk):
    parent = record_or_404(Organisation.objects.visible_to(request.actor), request.actor, "write", pk=pk)
    if parent.kind not in PROVINCIAL_KINDS:
        raise Http404
    return answer(
        request,
        UnitForm(posted(request)),
        lambda said: add_unit(
            parent,
            code=said["code"],
            name=said["name"],
            during=said["during"],
            legal_basis=said["source"],
            verified=said["verified"],
            actor=request.actor,
        ),
        title=_("Add a unit"),
        button=_("Add the unit"),
        done=_("The unit is recorded; it can now sit in a cluster or block of the province."),
        back=parent.get_absolute_url(),
        crumbs=[
            Crumb(_("Organisations"), reverse("clusters:organisations")),
            Crumb(parent.name, parent.get_absolute_url()),
        ],
        lead=_("A department, a district or another body under %(parent)s.") % {"parent": parent},
    )
