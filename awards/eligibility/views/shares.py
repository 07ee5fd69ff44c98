"""Shares that provinces set for themselves."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from awards.catalogue.models.award import Award
from awards.eligibility.actions import set_share
from awards.eligibility.forms import ShareForm
from awards.eligibility.models.shares import TitleShare
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.views.crumbs import Crumb


def crumbs() -> list[Crumb]:
    return [Crumb(_("Rules that are checked"), reverse("awards:rules"))]


@door("title_share")
@require_safe
def shares(request):
    rows = TitleShare.objects.visible_to(request.actor).select_related("organisation", "award")
    found = list(rows.order_by("organisation__sort_key", "award__position", "-during"))
    named = Award.objects.named(on=clock.today()).filter(pk__in={one.award_id for one in found})
    names = dict(named.values_list("pk", "printed_name"))
    return render(
        request,
        "awards/eligibility/shares.html",
        {
            "crumbs": crumbs(),
            "rows": [{"share": one, "award": names[one.award_id]} for one in found],
            "may_write": request.actor.may_somewhere("write", "title_share"),
        },
    )


@door("title_share", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def set_own(request):
    own = Organisation.objects.filter(pk__in=request.actor.entered).on(clock.today()).sorted()
    form = ShareForm(request.POST if request.method == "POST" else None, organisations=own)
    if form.is_bound and form.is_valid():
        try:
            set_share(form.cleaned_data["organisation"], form.said, actor=request.actor)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            messages.success(request, _("The share is set. Cases are judged by it from its day on."))
            return redirect("awards:shares")
    context = {"form": form, "crumbs": [*crumbs(), Crumb(_("Shares set by provinces"), reverse("awards:shares"))]}
    return render(request, "awards/eligibility/share.html", context, status=422 if form.is_bound else 200)
