"""Totals without names: the list, one of them with its history, its document."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from awards.register.views.register import without
from awards.totals.actions.steps import TOTAL
from awards.totals.forms import TotalsFilterForm
from awards.totals.models.named import named_rows, query_of
from awards.totals.models.total import DeclaredTotal
from awards.totals.rules.terms import KINDS, Measure, TotalState, TotalSubject
from clusters.models import Campaign, Organisation
from emulation.core.access import door
from emulation.core.actions.walk import offers_of
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.views.crumbs import Crumb
from emulation.core.views.files import download
from emulation.core.views.records import record_or_404

PAGE = 50
ORDER = KeysetOrder(("-year", "-id"))
RELATED = ("organisation", "report_line", "source")


def visible_total(request, pk, deed: str = "read") -> DeclaredTotal:
    return record_or_404(DeclaredTotal.objects.select_related(*RELATED), request.actor, deed, pk=pk)


def crumbs_of_totals() -> list[Crumb]:
    return [Crumb(_("Totals without names"), reverse("awards:totals"))]


def crumbs_of(found: DeclaredTotal) -> list[Crumb]:
    return [*crumbs_of_totals(), Crumb(found.content, found.get_absolute_url())]


@door("declared_total")
@require_safe
def totals(request):
    """The newest year first; filters stand in the URL."""
    organisations = Organisation.objects.visible_to(request.actor).filter(declared_totals__isnull=False).distinct()
    form = TotalsFilterForm(request.GET, organisations=organisations)
    form.is_valid()
    asked = {"organisation": form.cleaned_data.get("don_vi"), "year": form.cleaned_data.get("nam")}
    rows = DeclaredTotal.objects.visible_to(request.actor).filter(**{name: one for name, one in asked.items() if one})
    kept = without(request.GET, "trang").urlencode()
    page = read_page(
        rows.select_related(*RELATED), ORDER, cursor=request.GET.get("trang", ""), bound_to=f"totals|{kept}", size=PAGE
    )
    return render(
        request,
        "awards/totals/totals.html",
        {
            "form": form,
            "page": page,
            "query": kept,
            "is_filtered": any(asked.values()),
            "may_write": request.actor.may_somewhere("write", "declared_total"),
        },
    )


@door("declared_total")
@require_safe
def campaign_counts(request):
    """A piece of the list of campaigns, or a page of its own: how many campaigns offices declared, beside how many are
    entered by name."""
    counted = DeclaredTotal.objects.visible_to(request.actor).in_force().filter(measure=Measure.CAMPAIGNS)
    if request.actor.own:
        counted = counted.of_organisations(request.actor.own)
    shown = list(counted.select_related("organisation").order_by("-year", "-half", "organisation__sort_key")[:PAGE])
    for one in shown:
        launched = Campaign.objects.launched().filter(initiator_organisation=one.organisation_id)
        one.named = launched.overlapping(one.during).count()
    return render(
        request,
        "awards/totals/_campaign_counts.html" if request.htmx else "awards/totals/campaign_counts.html",
        {"totals": shown, "crumbs": crumbs_of_totals()},
    )


@door("declared_total")
@require_safe
def total(request, pk):
    found = visible_total(request, pk)
    offered = {step.name: step for step in offers_of(TOTAL, found, actor=request.actor)}
    named = _named(found)
    return render(
        request,
        "awards/totals/total.html",
        {
            "total": found,
            "crumbs": crumbs_of_totals(),
            "named": named,
            "nameless": None if named is None or found.count is None else found.count - named,
            "rows_url": f"{reverse('awards:register')}?{query_of(found)}",
            "is_in_force": found.state == TotalState.IN_FORCE,
            "correcting": offered.get("correct"),
            "withdrawing": offered.get("withdraw"),
            "steps": [{"step": step, "changes": _changes(step)} for step in found.steps.all()],
        },
    )


def _named(found: DeclaredTotal) -> int | None:
    """Honours in the register of what a count of honours declares; where kinds were not split, of every kind."""
    if found.measure != Measure.GIVEN:
        return None
    by_kind = named_rows(found).counted_by_subject()
    subject = TotalSubject(found.subject)
    return by_kind.get(KINDS[subject], 0) if subject in KINDS else sum(by_kind.values())


def _changes(step) -> list[dict]:
    words = {"value": _("Number declared"), "source": _("Document")}
    return [
        {"label": label, "before": step.before[name], "after": step.after[name]}
        for name, label in words.items()
        if name in step.before
    ]


@door("declared_total")
@require_safe
def scan(request, pk):
    found = visible_total(request, pk)
    source = found.source
    if not source.file:
        raise Http404
    return download(
        request,
        source.file,
        checksum=source.checksum,
        name=source.file_name,
        back=found,
        content_type=source.content_type,
    )
