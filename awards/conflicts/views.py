"""A person's own declarations of kin."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from awards.conflicts.actions import declare_kin, withdraw_kin
from awards.conflicts.forms import KinForm
from awards.conflicts.models.kin import DeclaredKin
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.records import record_or_404


@door("declared_kin")
@require_safe
def kin(request):
    """Never says whether any of them is nominated: that would tell."""
    rows = DeclaredKin.objects.visible_to(request.actor).standing()
    return render(request, "awards/conflicts/kin.html", {"rows": rows})


@door("declared_kin", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def declare(request):
    return answer(
        request,
        KinForm(posted(request)),
        lambda said: declare_kin(**said, actor=request.actor),
        title=_("Declare kin"),
        button=_("Declare"),
        done=_("Declared. Dossiers that nominate this person are kept from you until they are decided."),
        back=reverse("awards:kin"),
        crumbs=[Crumb(_("Declared kin"), reverse("awards:kin"))],
        lead=_("Only you read it. The journal keeps that you declared, not whom."),
    )


@door("declared_kin", "write")
@require_POST
def withdraw(request, pk):
    found = record_or_404(DeclaredKin.objects.visible_to(request.actor), request.actor, "write", pk=pk)
    return refused_to(
        request,
        lambda: withdraw_kin(found, actor=request.actor),
        done=_("The declared person is withdrawn."),
        back=reverse("awards:kin"),
    )
