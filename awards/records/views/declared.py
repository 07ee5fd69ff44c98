"""Honours from before the register: declaring one, those that wait for a word, and giving it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from awards.records.actions.declared import (
    AS_WHOM,
    DECLARED,
    DeclaredSaid,
    confirm_declared,
    declare_honour,
    refuse_declared,
    withdraw_declared,
)
from awards.records.forms.subjects import DeclareForm, StepForm
from awards.records.models.declared import DeclaredHonour
from awards.records.models.history import honours_held_by
from awards.records.views.subjects import crumbs_of, crumbs_of_subjects, names_of_awards, visible_subject
from awards.register.models.printed import printed_names
from awards.register.rules.terms import HonourStatus
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.walk import offers_of
from emulation.core.errors import Refusal
from emulation.core.views.records import record_or_404

SHOWN = 100
BUTTONS = {
    "confirm": gettext_lazy("Confirm the honour"),
    "refuse": gettext_lazy("Do not confirm"),
    "withdraw": gettext_lazy("Withdraw the declaration"),
}
DONE = {
    "confirm": gettext_lazy("The honour is confirmed. Chains count it as certain from now on."),
    "refuse": gettext_lazy("The honour is not confirmed. Its office reads your reason."),
    "withdraw": gettext_lazy("The declaration is withdrawn."),
}


def visible_declared(request, pk, deed="read") -> DeclaredHonour:
    rows = DeclaredHonour.objects.select_related("subject__organisation", "award", "scan", "organisation")
    return record_or_404(rows, request.actor, deed, pk=pk)


def _plain(step: str) -> str:
    """The step's name, whoever's turn it is."""
    return next((step.removesuffix(whom) for whom in AS_WHOM.values() if step.endswith(whom)), step)


@door("declared_honour", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def declare(request, pk):
    subject = visible_subject(request, pk, "write", subject="declared_honour")
    typed = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = DeclareForm(*typed, subject=subject)
    if form.is_bound and form.is_valid():
        read = dict(form.cleaned_data)
        scan = read.pop("scan")
        try:
            made = declare_honour(subject, DeclaredSaid(**read), scan=scan, on=clock.today(), actor=request.actor)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            messages.success(request, _("The honour is declared. It is shown as self-declared until it is confirmed."))
            return redirect(made)
    context = {"subject": subject, "crumbs": crumbs_of(subject), "form": form}
    return render(request, "awards/records/declare.html", context, status=422 if form.is_bound else 200)


@door("declared_honour")
@require_safe
def waiting(request):
    """Those that wait for the person's own word, the oldest first."""
    rows = DeclaredHonour.objects.confirmable_by(request.actor).select_related("subject", "award", "organisation")
    found = list(rows.order_by("id")[: SHOWN + 1])
    names = names_of_awards(found)
    return render(
        request,
        "awards/records/waiting.html",
        {
            "crumbs": crumbs_of_subjects(),
            "rows": [{"declared": one, "award": names[one.award_id]} for one in found[:SHOWN]],
            "more": len(found) > SHOWN,
            "shown_at_most": SHOWN,
        },
    )


@door("declared_honour")
@require_safe
def declared(request, pk):
    found = visible_declared(request, pk)
    lines = [one for one in honours_held_by(found.subject) if one.status == HonourStatus.IN_FORCE]
    printed = printed_names(lines)
    steps = {_plain(step.name): step for step in offers_of(DECLARED, found, actor=request.actor)}
    return render(
        request,
        "awards/records/declared.html",
        {
            "declared": found,
            "award": names_of_awards([found])[found.award_id],
            "crumbs": crumbs_of(found.subject),
            "lines": [{"honour": one, "award": printed[one.pk]} for one in reversed(lines)],
            "steps": found.steps.all(),
            "confirming": steps.get("confirm"),
            "refusing": steps.get("refuse"),
            "withdrawing": steps.get("withdraw"),
        },
    )


@door("declared_honour", "confirm")
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, pk):
    return _step(request, visible_declared(request, pk, "confirm"), "confirm")


@door("declared_honour", "confirm")
@require_http_methods(["GET", "HEAD", "POST"])
def refuse(request, pk):
    return _step(request, visible_declared(request, pk, "confirm"), "refuse")


@door("declared_honour", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, pk):
    return _step(request, visible_declared(request, pk, "write"), "withdraw")


def _step(request, found: DeclaredHonour, name: str):
    """Asks before the deed is done; where it is no longer open, the page of the honour says how it stands."""
    offered = {_plain(one.name) for one in offers_of(DECLARED, found, actor=request.actor)}
    if name not in offered and request.method != "POST":
        return redirect(found)
    form = StepForm(request.POST if request.method == "POST" else None, needs_reason=name != "confirm")
    if form.is_bound and form.is_valid():
        try:
            _taken(found, name, form.cleaned_data.get("why", ""), request.actor)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, DONE[name])
        return redirect(found)
    context = {
        "declared": found,
        "award": names_of_awards([found])[found.award_id],
        "crumbs": crumbs_of(found.subject),
        "form": form,
        "button": BUTTONS[name],
    }
    return render(request, "awards/records/step.html", context, status=422 if form.is_bound else 200)


def _taken(found: DeclaredHonour, name: str, why: str, actor) -> None:
    if name == "confirm":
        confirm_declared(found, actor=actor)
    elif name == "refuse":
        refuse_declared(found, why=why, actor=actor)
    else:
        withdraw_declared(found, why=why, actor=actor)
