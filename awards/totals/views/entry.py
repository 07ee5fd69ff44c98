"""Declaring totals in a small table, correcting and withdrawing one."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from awards.register.access import organisations_of
from awards.totals.actions.declare import LineRefusals, declare_totals
from awards.totals.actions.said import Smaller, Twice
from awards.totals.actions.steps import correct_total, withdraw_total
from awards.totals.forms import CorrectionForm, TotalsForm, VersionedReasonForm
from awards.totals.models.total import DeclaredTotal
from awards.totals.rules.terms import TotalState
from awards.totals.views.totals import crumbs_of, crumbs_of_totals, visible_total
from clusters.membership.rules.half_years import half_in_question
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.refusals import refusing_clashes
from emulation.core.actor import Role
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.numbers import format_for_input, format_integer
from emulation.core.views.deeds import answer, posted


@door("declared_total", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request):
    today = clock.today()
    year, half = half_in_question(today)
    first = next((where for role, where in request.actor.mandates if role is Role.OFFICER), None)
    form = TotalsForm(
        posted(request),
        request.FILES or None,
        initial={"organisation": first, "year": year, "half": half},
        organisations=organisations_of(request.actor, row="declared_total"),
    )
    rows: list[tuple[str, str]] = []
    if form.is_bound and form.is_valid():
        read = form.cleaned_data
        try:
            with refusing_clashes():
                made = declare_totals(
                    read["organisation"],
                    **{name: read[name] for name in ("year", "half", "days", "number", "day")},
                    upload=read["file"],
                    lines=form.lines,
                    actor=request.actor,
                    on=today,
                )
        except LineRefusals as refusal:
            for place, each in refusal.found:
                form.refuse_line(place, each.field, str(each))
            rows = [shown for place, each in refusal.found if (shown := _rows_behind(place, each))]
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            number = len(made)
            told = ngettext("%(number)s total is declared.", "%(number)s totals are declared.", number)
            messages.success(request, told % {"number": number})
            return redirect(f"{reverse('awards:totals')}?don-vi={read['organisation'].pk}&nam={read['year']}")
    context = {"form": form, "crumbs": crumbs_of_totals(), "rows": dict.fromkeys(rows)}
    return render(request, "awards/totals/enter.html", context, status=422 if form.is_bound else 200)


def _rows_behind(place: int, refusal: Refusal) -> tuple[str, str] | None:
    """(address, words) of what stands in the way of that line."""
    line = {"number": place}
    if isinstance(refusal, Smaller):
        words = _("Line %(number)s: see those rows of the register") % line
        return f"{reverse('awards:register')}?{refusal.query}", words
    if isinstance(refusal, Twice):
        return refusal.total.get_absolute_url(), _("Line %(number)s: see the total that is declared already") % line
    return None


@door("declared_total", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request, pk):
    found = visible_total(request, pk, "write")
    is_share = found.share is not None
    typed = {
        "value": format_for_input(found.share.normalize()) if is_share else format_integer(found.count),
        "number": found.source.number,
        "day": format_date(found.source.day),
        "version": found.version,
    }
    form = CorrectionForm(posted(request), request.FILES or None, initial=typed, is_share=is_share)
    return answer(
        request,
        form,
        lambda read: correct_total(
            found,
            **{name: read[name] for name in ("value", "number", "day", "version", "why")},
            upload=read["file"],
            on=clock.today(),
            actor=request.actor,
        ),
        title=_("Correct a total"),
        lead=_named(found),
        button=_("Save the correction"),
        done=_("The correction is saved. What the total said before stays in its history."),
        back=DeclaredTotal.get_absolute_url,
        crumbs=crumbs_of(found),
    )


@door("declared_total", "withdraw")
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, pk):
    found = visible_total(request, pk, "withdraw")
    if found.state != TotalState.IN_FORCE and request.method != "POST":
        return redirect(found)
    return answer(
        request,
        VersionedReasonForm(posted(request), initial={"version": found.version}),
        lambda read: withdraw_total(found, version=read["version"], why=read["why"], actor=request.actor),
        title=_("Withdraw a total"),
        lead=_named(found),
        button=_("Withdraw it"),
        done=_("The total is withdrawn. No report made from now on prints it; its history stays."),
        back=DeclaredTotal.get_absolute_url,
        crumbs=crumbs_of(found),
    )


def _named(found: DeclaredTotal) -> str:
    return f"{found.organisation}, {found.period}: {found}"
