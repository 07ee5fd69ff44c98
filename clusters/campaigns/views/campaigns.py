"""The list of campaigns with the bar of each life, and the page of one."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from clusters.campaigns.actions.campaigns import CAMPAIGN
from clusters.campaigns.actions.misfits import is_relied_on
from clusters.campaigns.forms.campaigns import CampaignsFilterForm
from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.lives import (
    TakingPart,
    asleep,
    checked_by,
    heard_by_month,
    is_asleep,
    launched_only,
    life_of,
    life_of_part,
    overlapping_with,
    rewarded_only,
    said_by,
    taking_part,
)
from clusters.campaigns.models.participation import ROW as PARTICIPATION
from clusters.campaigns.models.participation import Participation
from clusters.campaigns.models.wording import ADDRESSED
from clusters.campaigns.rules.missing import what_is_missing
from clusters.campaigns.rules.terms import Addressed, CampaignState
from clusters.campaigns.views.places import campaign_or_404, crumbs_of, strike_out_url
from clusters.campaigns.views.proofs import proofs_of, summed_up
from clusters.campaigns.words import parts_in_words
from clusters.indicators.rules.one_thing import says_two_things
from clusters.organisations.models.lineage import lineage_for
from clusters.organisations.models.names import told_apart
from clusters.organisations.models.organisation import Organisation
from clusters.organisations.rules.lineage import descendants
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.walk import offers_of
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.period import Period
from emulation.core.text import search_key, sort_key

ON_A_PAGE = 50
ORDER = KeysetOrder(("sort_key", "id"))
UNITS_SHOWN, OVERLAPS_SHOWN = 100, 10


@door("campaign")
@require_safe
def campaigns(request):
    """Those of the year that reach the person's unit, unless more is asked for."""
    today = clock.today()
    form = CampaignsFilterForm(request.GET if request.GET else {"nam": str(today.year)})
    rows = (
        asked_campaigns(request.actor, form, today).select_related("initiator_organisation").prefetch_related("aliases")
    )
    query = request.GET.copy()
    query.pop("trang", None)
    kept = query.urlencode()
    page = read_page(rows, ORDER, cursor=request.GET.get("trang", ""), bound_to=f"campaigns|{kept}", size=ON_A_PAGE)
    ids = [one.pk for one in page.rows]
    checks, units = checked_by(ids), taking_part(ids, lineage_for(request.actor))
    for one in page.rows:
        one.life = life_of(one, today, checks.get(one.pk))
        one.is_asleep = is_asleep(one, today)
        one.taking_part = units.get(one.pk, TakingPart())
    return render(
        request,
        "clusters/campaigns/campaigns.html",
        {
            "rows": page.rows,
            "page": page,
            "query": kept,
            "form": form,
            "may_add": request.actor.may_somewhere("write", "campaign_work"),
            "may_send_in": bool(request.actor.entered),
            "forms_of": list(Organisation.objects.provinces().filter(pk__in=request.actor.own).on(today)),
            "form_year": today.year,
            "crumbs": crumbs_of()[:1],
        },
    )


def asked_campaigns(actor, form: CampaignsFilterForm, today):
    rows = Campaign.objects.visible_to(actor).standing()
    if not form.is_valid():
        return rows.none()
    said = form.cleaned_data
    rows = rows.matching(search_key(said["tim"]))
    if said["nam"]:
        rows = rows.running_in(Period.year(said["nam"]))
    if not said["cua"] and actor.own and not said["tim"]:
        rows = rows.in_scope_of(actor.own)
    narrowed = {
        "ngu": lambda: asleep(rows, today),
        "chi-phat-dong": lambda: launched_only(rows, today),
        "chi-khen": lambda: rewarded_only(rows),
        "du-thao": lambda: rows.filter(state=CampaignState.DRAFT),
    }
    return narrowed[said["doi"]]() if said["doi"] else rows


@door("campaign")
@require_safe
def campaign(request, pk):
    found, today, actor = campaign_or_404(request, pk), clock.today(), request.actor
    check = checked_by([found.pk]).get(found.pk)
    parts = list(found.participations.standing().select_related("organisation")[: UNITS_SHOWN + 1])
    units = told_apart(one.organisation for one in parts)
    for one in parts:
        one.unit = units[one.organisation_id]
        one.life = life_of_part(one, found, today, check)
    is_draft, is_lived = found.state == CampaignState.DRAFT, found.state == CampaignState.LAUNCHED
    reviews = list(found.reviews.filter(participation__isnull=True).select_related("paper"))
    may_write = found.stands and actor.may("write", found)
    for one in reviews:
        one.strike_out_url = strike_out_url("campaign-review-strike-out", one, found) if may_write else ""
    goals = list(found.goals.all())
    for one in goals:
        one.says_two_things = is_draft and says_two_things(one.text)
    return render(
        request,
        "clusters/campaigns/campaign.html",
        {
            "campaign": found,
            "stages": life_of(found, today, check) if is_lived else (),
            "proofs": proofs_of(found) | summed_up(reviews) if is_lived else {},
            "months": heard_by_month(found, today) if is_lived else [],
            "is_asleep": is_asleep(found, today),
            "missing": parts_in_words(what_is_missing(said_by(found))) if found.stands else "",
            "aliases": sorted(found.aliases.all(), key=lambda one: sort_key(one.name)),
            "addressed": [str(ADDRESSED[Addressed(one)]) for one in found.addressed],
            "criteria": [line for line in found.criteria.splitlines() if line.strip()],
            "goals": goals,
            "phases": list(found.phases.all()),
            "children": list(found.children.launched().order_by("sort_key")[:UNITS_SHOWN]),
            "parts": parts[:UNITS_SHOWN],
            "has_more_parts": len(parts) > UNITS_SHOWN,
            "taking_part": taking_part([found.pk], lineage_for(actor)).get(found.pk, TakingPart()),
            "reviews": reviews,
            "overlaps": list(overlapping_with(found)[:OVERLAPS_SHOWN]) if is_draft else [],
            "to_report": _to_report(actor, found),
            "joinable": _joinable(actor, found, today),
            "may_write": may_write,
            "may_change_parts": may_write and (is_draft or found.is_recorded),
            "may_change_phases": may_write,
            "asks_why": may_write and is_relied_on(found),
            "may_strike_out": may_write and found.is_recorded,
            "may_review": may_write and not is_draft,
            "offers": {one.name: one for one in offers_of(CAMPAIGN, found, actor=actor)} if is_draft else {},
            "steps": list(found.steps.all()),
            "crumbs": crumbs_of(),
        },
    )


def _to_report(actor, found: Campaign) -> list[Participation]:
    """Parts of the person's own units that report how far they are."""
    own = found.participations.standing().filter(organisation__in=actor.entered, summed_up_on__isnull=True)
    if found.state != CampaignState.LAUNCHED or not actor.entered:
        return []
    return [one for one in own.select_related("organisation__parent", "campaign") if actor.may("write", one)]


def _joinable(actor, found: Campaign, today) -> list[Organisation]:
    """Units of the person's own that the campaign reaches and that do not take part yet."""
    last_day = found.summed_up_on or found.during.last_day
    is_over = last_day is not None and last_day < today
    if found.state != CampaignState.LAUNCHED or is_over or not actor.entered:
        return []
    outside = Organisation.objects.filter(pk__in=actor.entered).on(today)
    inside = found.participations.standing().values("organisation")
    launchers = descendants([found.initiator_organisation_id or 0], lineage_for(actor))
    outside = outside.exclude(pk__in=inside).exclude(pk__in=launchers).sorted()
    return [
        unit
        for unit in outside
        if actor.may("write", unit, subject=PARTICIPATION)
        and Campaign.objects.in_scope_of([unit.pk], on=today).filter(pk=found.pk).exists()
    ]
