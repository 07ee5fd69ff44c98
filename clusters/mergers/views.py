"""Mergers of organisations: recorded, prepared, looked at beforehand, applied; an administrator's pages."""

from itertools import groupby

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from clusters.membership.models.cluster import Membership, Post
from clusters.mergers.actions import merge_all, recorded_orders, rehearse
from clusters.mergers.forms import MergerForm
from clusters.mergers.rules.account import together
from clusters.organisations.models.merger import MergedOrganisation, Merger, recorded_mergers
from clusters.organisations.models.organisation import Succession
from clusters.people.models.mandate import Mandate
from emulation.core.access import door
from emulation.core.dates import DateError, format_date, parse_date
from emulation.core.errors import Refusal
from emulation.core.numbers import parse_id
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import administrators_only, posted

MERGED = Prefetch("merged", MergedOrganisation.objects.select_related("organisation"))


@door("merger")
@require_safe
@administrators_only
def mergers(request):
    recorded = []
    for day, rows in groupby(recorded_mergers(), key=lambda one: one.day):
        by_successor = [(pair, list(group)) for pair, group in groupby(rows, key=lambda one: one.successor)]
        recorded.append(
            {
                "day": day,
                "mergers": by_successor,
                "bodies": sum(len(group) for _pair, group in by_successor),
            }
        )
    applied = Merger.objects.select_related("successor").prefetch_related(MERGED)
    above = [
        Crumb(_("Clusters"), reverse("clusters:clusters")),
        Crumb(_("Organisations"), reverse("clusters:organisations")),
    ]
    return render(request, "clusters/mergers/mergers.html", {"recorded": recorded, "applied": applied, "crumbs": above})


@door("merger")
@require_safe
@administrators_only
def merger(request, pk):
    found = get_object_or_404(Merger.objects.select_related("successor").prefetch_related(MERGED), pk=pk)
    merged = [one.organisation for one in found.merged.all()]
    ended = {"organisation__in": merged, "during__endswith": found.day}
    return render(
        request,
        "clusters/mergers/merger.html",
        {
            "merger": found,
            "crumbs": _crumbs(),
            "merged": merged,
            "memberships": Membership.objects.filter(**ended).select_related("organisation", "cluster"),
            "posts": Post.objects.filter(**ended).select_related("organisation", "cluster_year__cluster"),
            "mandates": Mandate.objects.filter(
                organisation=found.successor, during__startswith=found.day, legal_basis=found.legal_basis
            ).select_related("user"),
            "seats": Membership.objects.filter(organisation=found.successor).select_related("cluster"),
        },
    )


@door("merger", "write")
@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def merge(request):
    """The form; once it is sent, what would happen; once that is confirmed, the deed. What was typed goes along."""
    form = MergerForm(posted(request), initial=_recorded_for(request.GET.get("ke-nhiem", "")))
    if request.method == "POST" and form.is_valid():
        order = form.order()
        try:
            if "confirm" in request.POST:
                (account,) = merge_all([order], actor=request.actor)
                messages.success(
                    request, _("The merger into %(successor)s is applied.") % {"successor": account.successor}
                )
                return redirect("clusters:merger", account.merger)
            return _preview(request, rehearse([order], actor=request.actor), form=form)
        except Refusal as refusal:
            visible = {field.name for field in form.visible_fields()}
            form.add_error(refusal.field if refusal.field in visible else None, refusal.message)
    return render(
        request,
        "core/form.html",
        {
            "form": form,
            "title": _("Prepare a merger"),
            "button": _("See what would happen"),
            "lead": _("Nothing is changed yet: the next page shows what ends, what passes on and what stays."),
            "crumbs": _crumbs(),
            "back": reverse("clusters:mergers"),
        },
        status=422 if form.is_bound else 200,
    )


@door("merger", "write")
@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def recorded(request):
    """All mergers recorded for ?ngay= that were not applied yet: what would happen, then all of them or none."""
    day = _day(request.GET.get("ngay", ""))
    orders = recorded_orders(day) if day else []
    if request.method == "POST" and orders:
        try:
            done = merge_all(orders, actor=request.actor)
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect(f"{request.path}?ngay={format_date(day)}")
        said = ngettext(
            "%(count)s merger of %(day)s is applied.", "%(count)s mergers of %(day)s are applied.", len(done)
        )
        messages.success(request, said % {"count": len(done), "day": format_date(day)})
        return redirect("clusters:mergers")
    accounts, hindrance = [], ""
    try:
        accounts = rehearse(orders, actor=request.actor) if orders else []
    except Refusal as refusal:
        hindrance = str(refusal)
    return _preview(request, accounts, day=day, hindrance=hindrance)


def _preview(request, accounts, *, form=None, day=None, hindrance=""):
    return render(
        request,
        "clusters/mergers/preview.html",
        {
            "accounts": accounts,
            "total": together(account.counts for account in accounts) if accounts else None,
            "form": form,
            "day": day or (accounts[0].day if accounts else None),
            "hindrance": hindrance,
            "crumbs": _crumbs(),
        },
    )


def _recorded_for(asked: str) -> dict:
    """First values of the form from what is recorded for a successor."""
    successor = parse_id(asked)
    rows = [] if successor is None else list(Succession.objects.filter(successor=successor))
    if not rows:
        return {}
    return {
        "legal_basis": rows[0].legal_basis,
        "day": rows[0].day,
        "successor": rows[0].successor_id,
        "predecessors": [row.predecessor_id for row in rows],
    }


def _day(text: str):
    try:
        return parse_date(text.strip()) if text.strip() else None
    except DateError:
        return None


def _crumbs() -> list[Crumb]:
    return [
        Crumb(_("Organisations"), reverse("clusters:organisations")),
        Crumb(_("Mergers"), reverse("clusters:mergers")),
    ]
