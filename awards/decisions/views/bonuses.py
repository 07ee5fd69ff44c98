"""Bonuses of a decision: by line, by budget, by either reading of the rounding."""

from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from awards.decisions.actions.bonuses import set_payer, set_rounding
from awards.decisions.forms import PayerForm, RoundingForm
from awards.decisions.models.bonuses import bonuses_of
from awards.decisions.models.decision import Decision
from awards.decisions.models.wording import BONUS_ROUNDINGS, PAID_BY
from awards.decisions.rules.terms import PaidBy
from awards.decisions.views.places import crumbs_of_decision, decision_or_404, page_of_lines
from awards.procedures.rules.bonus import BonusRounding
from emulation.core import clock
from emulation.core.access import door
from emulation.core.numbers import parse_id
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted, refused_to


@door("decision")
@require_safe
def bonuses_of_decision(request, pk):
    found = decision_or_404(request, pk)
    told = bonuses_of(found, request.actor, on=clock.today())
    page = page_of_lines(request, found.lines.not_kept_from(request.actor))
    shown = {one.pk for one in page.rows}
    return render(
        request,
        "awards/decisions/bonuses.html",
        {
            "decision": found,
            "told": told,
            "rows": [
                (one, one.amounts.get(BonusRounding.UP), one.amounts.get(BonusRounding.NONE))
                for one in told.lines
                if one.line.pk in shown
            ],
            "page": page,
            "here": urlencode({"trang": cursor}) if (cursor := request.GET.get("trang")) else "",
            "holds": BONUS_ROUNDINGS[told.rounding],
            "totals": [
                (words, told.total(BonusRounding.UP, paid_by), told.total(BonusRounding.NONE, paid_by))
                for paid_by, words in PAID_BY.items()
            ],
            "whole": (told.total(BonusRounding.UP), told.total(BonusRounding.NONE)),
            "rounds_up": told.rounding is BonusRounding.UP,
            "form": PayerForm(),
            "may_write": request.actor.may("write", found),
            "crumbs": crumbs_of_decision(found),
        },
    )


@door("decision", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def rounding(request, pk):
    found = decision_or_404(request, pk, "write")
    if not found.is_whole_for(request.actor):
        return redirect(found)  # which says why
    return answer(
        request,
        RoundingForm(posted(request), initial={"bonus_rounding": found.bonus_rounding}),
        lambda said: set_rounding(found, BonusRounding(said["bonus_rounding"]), why=said["why"], actor=request.actor),
        title=_("How bonuses are rounded"),
        lead=_("The decree has them rounded up to tens of thousands of đồng; some offices print the bare product."),
        button=_("Save"),
        done=_("It is kept how bonuses are rounded."),
        back=_place(found),
        crumbs=[*crumbs_of_decision(found), Crumb(_("Bonuses"), _place(found))],
    )


@door("decision", "write")
@require_POST
def payer(request, pk):
    found = decision_or_404(request, pk, "write")
    form, query = PayerForm(request.POST), request.GET.urlencode()
    back = f"{_place(found)}?{query}" if query else _place(found)
    if not form.is_valid():
        messages.error(request, _("Choose whose budget pays."))
        return redirect(back)
    keys = [key for text in request.POST.getlist("chon") if (key := parse_id(text)) is not None]
    lines = found.lines.not_kept_from(request.actor).filter(pk__in=keys)
    return refused_to(
        request,
        lambda: set_payer(found, lines, PaidBy(form.cleaned_data["paid_by"]), actor=request.actor),
        done=_("It is kept whose budget pays."),
        back=back,
    )


def _place(found: Decision) -> str:
    return reverse("awards:decision-bonuses", args=[found.pk])
