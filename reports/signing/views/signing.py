"""Signing in two steps: what the paper is to bear; then the paper as it will stand, what becomes final, and the
password."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from clusters.models import Conference, YearResult
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.refusals import refusing_clashes
from emulation.core.actor import Actor
from emulation.core.block_words import speak_of
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.views.crumbs import Crumb
from emulation.core.views.passwords import is_own_password
from emulation.core.views.records import record_or_404
from reports.document.render import html
from reports.document.rules.issuer import UNKNOWN_PLACE
from reports.runs.models.report import Report
from reports.signing.actions.signing import (
    fitted,
    refuse_unless_minutes_can_be_signed,
    refuse_unless_report_can_be_signed,
    refuse_unless_result_can_be_signed,
    sign_minutes,
    sign_report,
    sign_result,
)
from reports.signing.actions.to_sign import PaperToSign, minutes_to_sign, report_to_sign, result_to_sign
from reports.signing.forms import ConfirmingForm, SigningForm
from reports.signing.models import SignedPaper
from reports.signing.rules import as_signed
from reports.signing.words import FINAL_FOR_ALL
from reports.versions.actions.newer import places_behind


@dataclass(frozen=True)
class SigningPage:
    """`refuse`: raises why the thing cannot be signed now; `paper_of`, `sign`: of `reports.signing.actions`;
    `asks_agreement`: whether its numbers are compared before the password, and its data with those of today."""

    title: str
    refuse: Callable[[Any, Actor], Any]
    paper_of: Callable[[Any], PaperToSign]
    sign: Callable[..., SignedPaper]
    asks_agreement: bool = False


@sensitive_post_parameters("password")
@door("report_signing", "sign")
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, pk):
    related = ("cluster_year__cluster__owner", "organisation", "province")
    rows = Report.objects.visible_to(request.actor).select_related(*related)
    found = get_object_or_404(rows, pk=pk)
    if not request.actor.may("sign", found, subject=found.row_of_work):
        raise Http404
    page = SigningPage(_("Sign the report"), refuse_unless_report_can_be_signed, report_to_sign, sign_report, True)
    return _answer(request, found, page)


@sensitive_post_parameters("password")
@door("conference_draft", "sign")
@require_http_methods(["GET", "HEAD", "POST"])
def minutes(request, pk):
    related = ("cluster_year__cluster__owner", "host", "signs_year")
    rows = Conference.objects.visible_to(request.actor).select_related(*related)
    found = record_or_404(rows, request.actor, "sign", subject="conference_draft", pk=pk)
    page = SigningPage(_("Sign the minutes"), refuse_unless_minutes_can_be_signed, minutes_to_sign, sign_minutes)
    return _answer(request, found, page)


@sensitive_post_parameters("password")
@door("result_draft", "sign")
@require_http_methods(["GET", "HEAD", "POST"])
def result(request, pk):
    related = ("cluster_year__cluster__owner", "cluster_year__scheme", "changes", "conference")
    rows = YearResult.objects.visible_to(request.actor).select_related(*related)
    found = record_or_404(rows, request.actor, "sign", subject="result_draft", pk=pk)
    page = SigningPage(_("Sign the result"), refuse_unless_result_can_be_signed, result_to_sign, sign_result)
    return _answer(request, found, page)


def _answer(request, thing: Any, page: SigningPage) -> HttpResponse:
    if thing.cluster_year is not None:
        speak_of(thing.cluster_year.cluster)
    try:
        page.refuse(thing, request.actor)
        paper = page.paper_of(thing)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(thing)
    asked = {"capacities": paper.issuer.capacities, "symbol": paper.issuer.symbol}
    if request.method != "POST":
        initial = _usual(paper, request.actor) | request.GET.dict()
        return _asking(request, page, paper, SigningForm(initial=initial, **asked))
    form = SigningForm(request.POST, **asked)
    if not form.is_valid() or not _fits(paper, form):
        return _asking(request, page, paper, form)
    confirming = ConfirmingForm(request.POST if "password" in request.POST else None, initial=_typed(form), **asked)
    if confirming.is_bound and confirming.is_valid():
        if is_own_password(request, confirming.cleaned_data["password"]):
            try:
                with refusing_clashes():
                    signed = page.sign(thing, confirming.said(), actor=request.actor)
            except Refusal as refusal:
                form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
                return _asking(request, page, paper, form)
            messages.success(request, _("Signed as %(reference)s.") % {"reference": signed.reference})
            return redirect(thing)
        confirming.add_error("password", _("This is not your password. Nothing was signed; type it again."))
    return _confirming(request, page, paper, form, confirming)


def _fits(paper: PaperToSign, form: SigningForm) -> bool:
    try:
        fitted(paper, form.said())
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return False
    return True


def _usual(paper: PaperToSign, actor: Actor) -> dict[str, Any]:
    """What is likeliest: today, the body's place, its chief, the person who is there."""
    place, capacities = paper.issuer.place, paper.issuer.capacities
    usual = {"dated": clock.today(), "place": "" if place == UNKNOWN_PLACE else place}
    return usual | {"capacity": capacities[0].code.value, "name": actor.name} | paper.offices


def _typed(form: SigningForm) -> dict[str, str]:
    return {name: form.data.get(name, "") for name in form.fields}


def _asking(request, page: SigningPage, paper: PaperToSign, form: SigningForm) -> HttpResponse:
    return render(
        request,
        "reports/signing/asking.html",
        {"page": page, "thing": paper.thing, "form": form, "crumbs": _crumbs(paper), **_older(page, paper.thing)},
        status=422 if form.is_bound else 200,
    )


def _confirming(request, page, paper: PaperToSign, form: SigningForm, confirming: ConfirmingForm) -> HttpResponse:
    said = fitted(paper, form.said())
    document = as_signed(paper.document, paper.issuer, said)
    back = QueryDict(mutable=True)
    back.update(_typed(form))
    return render(
        request,
        "reports/signing/confirming.html",
        {
            "page": page,
            "thing": paper.thing,
            "form": confirming,
            "reference": document.reference,
            "day": format_date(said.dated),
            "final": [*FINAL_FOR_ALL, paper.final],
            "document": html.render(document, top_level=3),
            "amend_url": f"{request.path}?{back.urlencode()}",
            "crumbs": _crumbs(paper),
            **_older(page, paper.thing),
        },
        status=422 if confirming.is_bound else 200,
    )


def _older(page: SigningPage, thing: Any) -> dict[str, Any]:
    """How far the paper is behind its data, or why that cannot be told."""
    if not page.asks_agreement:
        return {}
    try:
        return {"places_behind": places_behind(thing, on=clock.today())}
    except Refusal as refusal:
        return {"unlike_today": str(refusal)}


def _crumbs(paper: PaperToSign) -> list[Crumb]:
    return [Crumb(str(paper.thing), paper.thing.get_absolute_url())]
