"""One honour by hand."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from awards.register.access import organisations_of
from awards.register.actions import honours
from awards.register.forms.honours import CHOSEN_BY, OF_A_DECISION, HonourForm, as_typed
from awards.register.models.honour import Honour
from awards.register.views.answers import refused, shown
from awards.register.views.honours import crumbs_of_register
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Role
from emulation.core.errors import Refusal

LONGEST_ID = 18


@door("honour", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request):
    """`?theo=` is an own honour whose decision the new one shares."""
    form = entry_form(request, request.POST if request.method == "POST" else None)
    similar = []
    if form.is_bound and form.is_valid():
        try:
            made = honours.enter_honour(
                form.cleaned_data["organisation"],
                form.said,
                same_seen=form.cleaned_data["same_seen"],
                on=clock.today(),
                actor=request.actor,
            )
        except Refusal as refusal:
            similar = refused(form, refusal)
        else:
            messages.success(request, _("The honour is in the register. It counts in every total from now on."))
            return redirect(made)
    context = {
        "form": form,
        "crumbs": crumbs_of_register(),
        "similar": shown(similar),
        "button": _("Enter into the register"),
    }
    return render(request, "awards/register/enter.html", context, status=422 if form.is_bound else 200)


def entry_form(request, typed, initial=None) -> HonourForm:
    first = next((where for role, where in request.actor.mandates if role is Role.OFFICER), None)
    initial = {"organisation": first} | (shared_decision(request) if initial is None else initial)
    return HonourForm(
        typed,
        initial=initial,
        actor=request.actor,
        today=clock.today(),
        organisations=organisations_of(request.actor),
    )


def shared_decision(request) -> dict:
    asked = request.GET.get("theo", "")
    rows = Honour.objects.visible_to(request.actor).select_related("award")
    found = rows.filter(pk=asked).first() if asked.isascii() and asked.isdigit() and len(asked) <= LONGEST_ID else None
    if found is None or not request.actor.may("write", found):
        return {}
    typed = as_typed(found) | {"organisation": found.organisation_id}
    return {name: typed[name] for name in OF_A_DECISION}


@door("honour", "write")
@require_safe
def awards_of_day(request):
    """The choice of awards for the day and family in the form, a piece of its page."""
    asked = {name: request.GET.get(name, "") for name in CHOSEN_BY}
    form = entry_form(request, None, {name: value for name, value in asked.items() if value})
    return render(request, "awards/register/_award_field.html", {"form": form})
