"""Directives: a list by year, each with its targets, the campaigns it launches and the tasks it gives."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clusters.directives.actions import (
    FACTS,
    drop_directive_target,
    set_directive,
    set_directive_target,
    strike_out_directive,
)
from clusters.directives.forms import DirectiveForm, DirectiveTargetForm
from clusters.directives.models import Directive, DirectiveTarget
from clusters.directives.rules import bases_of
from clusters.indicators.models.indicator import Indicator
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.access import door
from emulation.core.forms.parts import ReasonForm
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.period import Period
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.records import record_or_404
from emulation.core.views.uploads import limited_upload, refuse_too_large_a_paper

ON_A_PAGE = 50
ORDER = KeysetOrder(("-dated", "-id"))


@door("directive")
@require_safe
def directives(request):
    rows = Directive.objects.visible_to(request.actor).standing().select_related("organisation")
    return render(
        request,
        "clusters/directives/directives.html",
        {
            "page": read_page(rows, ORDER, cursor=request.GET.get("trang", ""), bound_to="directives", size=ON_A_PAGE),
            "may_write": request.actor.may_somewhere("write", "directive"),
            "crumbs": [Crumb(_("Clusters"), reverse("clusters:clusters"))],
        },
    )


@door("directive")
@require_safe
def directive(request, pk):
    found = _directive_or_404(request, pk)
    return render(
        request,
        "clusters/directives/directive.html",
        {
            "directive": found,
            "bases": bases_of(found.legal_bases),
            "tasks": list(found.tasks.filter(withdrawn_at__isnull=True, kind="task")),
            "may_give": request.actor.may("write", found, subject="task"),
            "campaigns": list(found.campaigns.filter(state="launched")),
            "targets": list(found.targets.select_related("indicator")),
            "may_write": found.withdrawn_at is None and request.actor.may("write", found),
            "crumbs": crumbs_of(),
        },
    )


@limited_upload("PAPER_UPLOAD_LIMIT")
@door("directive", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request):
    issuers = Organisation.objects.filter(pk__in=request.actor.entered).on(clock.today())
    return _entered(request, None, issuers)


@limited_upload("PAPER_UPLOAD_LIMIT")
@door("directive", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request, pk):
    return _entered(request, _directive_or_404(request, pk, "write"), Organisation.objects.none())


def _entered(request, found: Directive | None, issuers):
    initial = {name: getattr(found, name) for name in FACTS} if found else {"year": clock.today().year}
    if found is None and len(issuers) == 1:
        initial["organisation"] = issuers[0]
    form = DirectiveForm(
        posted(request), request.FILES or None, initial=initial, organisations=issuers, is_new=found is None
    )
    refuse_too_large_a_paper(request, form)
    return answer(
        request,
        form,
        lambda said: set_directive(
            found.organisation if found else said.pop("organisation"),
            found,
            upload=said.pop("file"),
            actor=request.actor,
            **said,
        ),
        title=_("Change the document") if found else _("Enter a directive"),
        button=_("Save"),
        done=_("The document is saved."),
        back=lambda made: made.get_absolute_url(),
        crumbs=crumbs_of(found),
    )


@door("directive", "write")
def strike_out(request, pk):
    found = _directive_or_404(request, pk, "write")
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: strike_out_directive(found, why=said["why"], actor=request.actor),
        title=_("Strike out the document"),
        lead=str(found),
        button=_("Strike it out"),
        done=_("The document is struck out; the journal keeps it."),
        back=reverse("clusters:directives"),
        crumbs=crumbs_of(found),
    )


@door("directive", "write")
def target(request, pk, target=None):
    found = _directive_or_404(request, pk, "write")
    kept = get_object_or_404(found.targets, pk=target) if target else None
    initial = {name: getattr(kept, name) for name in ("indicator", "name", "unit", "kind", "text")} if kept else None
    asked = Indicator.objects.overlapping(Period.year(found.year)).filter(cluster__isnull=True)
    return answer(
        request,
        DirectiveTargetForm(posted(request), initial=initial, indicators=asked),
        lambda said: set_directive_target(found, kept, actor=request.actor, **said),
        title=_("Target of the year"),
        lead=str(found),
        button=_("Save the target"),
        done=_("The target is saved."),
        back=found.get_absolute_url() + "#targets",
        crumbs=crumbs_of(found),
    )


@door("directive", "write")
@require_POST
def drop_target(request, pk, target):
    found = _directive_or_404(request, pk, "write")
    kept = get_object_or_404(
        DirectiveTarget.objects.select_related("directive__organisation"), pk=target, directive=found
    )
    return refused_to(
        request,
        lambda: drop_directive_target(kept, actor=request.actor),
        done=_("The target is taken out."),
        back=found.get_absolute_url() + "#targets",
    )


def _directive_or_404(request, pk: int, deed: str = "read") -> Directive:
    rows = Directive.objects.visible_to(request.actor).select_related("organisation", "scan")
    return record_or_404(rows, request.actor, deed, pk=pk)


def crumbs_of(found: Directive | None = None) -> list[Crumb]:
    above = [
        Crumb(_("Clusters"), reverse("clusters:clusters")),
        Crumb(_("Directives"), reverse("clusters:directives")),
    ]
    return [*above, Crumb(str(found), found.get_absolute_url())] if found else above
