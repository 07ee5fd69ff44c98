"""Correcting a line of the register, and deciding where somebody else corrected it at the same time."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from awards.register.actions import honours
from awards.register.forms.honours import CorrectionForm, as_typed
from awards.register.rules.terms import HonourStatus
from awards.register.views.answers import refused, shown
from awards.register.views.changes import in_words, label_of
from awards.register.views.honours import crumbs_of, visible_honour
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Refusal

THEIRS, MINE = "theirs", "mine"
CHOICE = "chon-"
NOT_KEPT = {"csrfmiddlewaretoken", "version"}


@door("honour", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request, pk):
    found = visible_honour(request, pk, "write")
    if request.method != "POST":
        if found.status != HonourStatus.IN_FORCE:
            messages.error(request, _("Only an honour in force can be corrected."))
            return redirect(found)
        return correction_page(request, found, correction_form(request, found, None))
    typed = settled(request.POST, found)
    form = correction_form(request, found, typed)
    similar = []
    if form.is_valid():
        read = form.cleaned_data
        try:
            honours.correct_honour(
                found,
                form.said,
                version=read["version"],
                why=read["why"],
                same_seen=read["same_seen"],
                on=clock.today(),
                actor=request.actor,
            )
        except honours.Changed as changed:
            return render(request, "awards/register/conflict.html", conflict(found, changed, typed), status=409)
        except Refusal as refusal:
            similar = refused(form, refusal)
        else:
            messages.success(request, _("The correction is saved. What the line said before stays in its history."))
            return redirect(found)
    return correction_page(request, found, form, similar)


def correction_form(request, found, typed) -> CorrectionForm:
    return CorrectionForm(typed, initial=as_typed(found), honour=found, actor=request.actor, today=clock.today())


def correction_page(request, found, form, similar=()):
    context = {
        "honour": found,
        "crumbs": crumbs_of(found),
        "form": form,
        "similar": shown(similar),
        "button": _("Save the correction"),
    }
    return render(request, "awards/register/correct.html", context, status=422 if form.is_bound else 200)


def settled(typed, found):
    """What was typed, with the value of the register wherever the page of two values was answered so."""
    typed = typed.copy()
    there = as_typed(found)
    for name in [key for key in typed if key.startswith(CHOICE)]:
        field = name.removeprefix(CHOICE)
        if typed.pop(name)[-1] == THEIRS and field in there:
            typed[field] = there[field]
            if field == "award":
                typed["family"] = there["family"]
            if field == "identity":
                typed.pop("forget_identity", None)
    return typed


def conflict(found, changed, typed) -> dict:
    """Field by field what stands in the register and what was typed. A field that only one of the two changed is
    chosen beforehand; where both did, the person chooses."""
    fields = []
    for name, theirs in changed.theirs.items():
        mine = changed.mine[name]
        if theirs == mine:
            continue
        chosen = MINE if name not in changed.before_theirs else ""
        if name in changed.before_theirs and changed.before_theirs[name] == mine:
            chosen = THEIRS
        fields.append(
            {
                "name": f"{CHOICE}{name}",
                "label": label_of(name),
                "theirs": in_words(name, theirs),
                "mine": in_words(name, mine),
                "chosen": chosen,
            }
        )
    kept = [(name, value) for name, values in typed.lists() for value in values if name not in NOT_KEPT]
    return {
        "honour": found,
        "crumbs": crumbs_of(found),
        "fields": fields,
        "last": changed.last,
        "version": changed.honour.version,
        "kept": kept,
    }
