"""The catalogue of indicators, which an administrator extends."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.indicators.models.indicator import Indicator
from clusters.membership.models.cluster import Cluster
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import dates, period_of, refusing_conflicts, require_administrator, require_reason
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.period import Period
from emulation.core.text import search_key
from emulation.core.words import term

WORDS = ("name", "guidance", "source", "verified", "position")
MEANING = ("unit", "value_kind", "direction", "derivation", "weighted_by", "declared", "cluster")


@transaction.atomic
def add_indicator(
    *, name: str, during: Period, cluster: Cluster | None = None, actor: Actor, **particulars
) -> Indicator:
    """`particulars`: the other fields of the model but the code, which is made of the name and stays for ever."""
    require_administrator(actor, "indicator")
    indicator = Indicator(name=name, during=during, cluster=cluster, code=_free_code(name), **particulars)
    with refusing_conflicts():
        indicator.save()
    record(actor, "clusters.add_indicator", indicator, after=_kept(indicator))
    return indicator


@transaction.atomic
def change_indicator(indicator: Indicator, *, why: str, actor: Actor, **changes) -> Indicator:
    """Words at any time; what a figure means only while there is none."""
    require_administrator(actor, "indicator")
    require_reason(why)
    indicator = Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
    before = _kept(indicator)
    new_meaning = [name for name in MEANING if name in changes and changes[name] != getattr(indicator, name)]
    if new_meaning and indicator.figures.exists():
        raise Refusal(
            _(
                "Figures of this indicator were already entered, so its unit and way of reckoning stay. "
                "End it, and add another indicator."
            ),
            field=new_meaning[0],
        )
    for name, value in changes.items():
        setattr(indicator, name, value)
    after = _kept(indicator)
    if before == after:
        return indicator
    with refusing_conflicts():
        indicator.save()
    record(actor, "clusters.change_indicator", indicator, before=before, after=after, why=why)
    return indicator


@transaction.atomic
def end_indicator(indicator: Indicator, *, last_day: date, why: str, actor: Actor) -> Indicator:
    """`last_day` still counts: the half-year it falls in is the last to be reported."""
    require_administrator(actor, "indicator")
    require_reason(why)
    indicator = Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
    during = period_of(indicator.during.start, last_day)
    if not indicator.during.covers(during):
        raise Refusal(
            _("This indicator is reported %(term)s; choose a day within that time.") % {"term": term(indicator.during)},
            field="last_day",
        )
    before, indicator.during = indicator.during, during
    indicator.save(update_fields=["during"])
    record(actor, "clusters.end_indicator", indicator, before=dates(before), after=dates(during), why=why)
    return indicator


def _kept(indicator: Indicator) -> dict:
    kept = {name: getattr(indicator, name) for name in (*WORDS, *MEANING)}
    named = {name: str(getattr(indicator, name) or "") for name in ("cluster", "weighted_by")}
    return kept | named | dates(indicator.during)


def _free_code(name: str) -> str:
    stem = "-".join(search_key(name).split())[:50].strip("-") or "chi-tieu"
    taken = set(Indicator.objects.filter(code__startswith=stem).values_list("code", flat=True))
    codes = [stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 2))]
    return next(code for code in codes if code not in taken)
