"""The numbered rules, as they stand in the code."""

from itertools import groupby

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from awards.catalogue.models.award import Award
from awards.eligibility.forms import RulesForm
from awards.eligibility.rules.finding import Rule
from awards.eligibility.rules.law import RULES, TOLD_ELSEWHERE
from awards.procedures.models.wording import EFFECTS
from awards.procedures.models.wording import RULES as RULE_NAMES
from emulation.core import clock
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb
from emulation.core.words import term


@door("award")
@require_safe
def rules(request):
    """Every rule with its provision, its law and the days it is in force; of one day where a day is asked for."""
    form = RulesForm(request.GET)
    day = form.cleaned_data["ngay"] if form.is_valid() else None
    shown = [rule for rule in RULES if day is None or rule.during.contains(day)]
    codes = {code for rule in shown for code in rule.awards}
    names = dict(
        Award.objects.filter(code__in=codes).named(on=day or clock.today()).values_list("code", "printed_name")
    )
    return render(
        request,
        "awards/eligibility/rules.html",
        {
            "crumbs": [Crumb(_("Procedures"), reverse("awards:procedures"))],
            "form": form,
            "day": day,
            "groups": [
                {"code": code, "name": RULE_NAMES[code], "rules": [_row(rule, names) for rule in of_code]}
                for code, of_code in groupby(shown, key=lambda rule: rule.code)
            ],
            "number": len(shown),
            "unverified": sum(not rule.is_verified for rule in shown),
            "told_elsewhere": [RULE_NAMES[code] for code in RULE_NAMES if code in TOLD_ELSEWHERE],
        },
    )


def _row(rule: Rule, names: dict[str, str]) -> dict:
    return {
        "provision": rule.provision,
        "law": rule.law,
        "term": term(rule.during) if rule.since or rule.until else _("at all times"),
        "effect": EFFECTS[rule.effect],
        "blocks": rule.effect == "blocks",
        "is_verified": rule.is_verified,
        "awards": sorted(names[code] for code in rule.awards if code in names),
    }
