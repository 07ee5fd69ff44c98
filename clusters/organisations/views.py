from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.organisations.actions import ON_PAPER, add_unit, set_on_paper
from clusters.organisations.forms.units import OnPaperForm, UnitForm
from clusters.organisations.models.organisation import PROVINCIAL_KINDS, Organisation
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted
from emulation.core.views.marks import marked, once_more
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


@door("organisation", "write")
def on_paper(request, pk):
    visible = Organisation.objects.visible_to(request.actor).select_related("parent")
    found = record_or_404(visible, request.actor, "write", pk=pk)
    initial = {name: getattr(found, name) for name in ON_PAPER}
    form = OnPaperForm(posted(request), initial=initial, derived=found.on_paper_by_name)
    return answer(
        request,
        marked(form, found, ON_PAPER),
        once_more(form, found, ON_PAPER, lambda said: set_on_paper(found, actor=request.actor, **said)),
        title=_("On its papers"),
        button=_("Save"),
        done=_("Saved. Papers made from now on bear it; signed ones stay as they are."),
        back=found.get_absolute_url(),
        crumbs=[
            Crumb(_("Organisations"), reverse("clusters:organisations")),
            Crumb(found.name, found.get_absolute_url()),
        ],
        lead=_("Leave a field empty where what stands in it in grey is right."),
    )
