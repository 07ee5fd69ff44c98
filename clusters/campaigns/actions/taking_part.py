"""A unit joins a campaign, sets itself goals, reports in a minute; every day is kept for the life of the campaign."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.attachments.actions import file_paper
from clusters.campaigns.actions.campaigns import locked_campaign, state_refusal
from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.participation import ROW, Participation, ProgressEntry
from clusters.campaigns.rules.terms import CampaignState
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.text import search_key, squash


@transaction.atomic
def join_campaign(campaign: Campaign, organisation: Organisation, *, goals: str, actor: Actor) -> Participation:
    """`goals`: of its own, one a line."""
    if not actor.may("write", organisation, subject=ROW):
        raise Refusal(_("Only an officer of the unit itself lets it take part."))
    campaign, today = locked_campaign(campaign), clock.today()
    if campaign.state != CampaignState.LAUNCHED:
        raise Refusal(state_refusal(campaign))
    last_day = campaign.summed_up_on or campaign.during.last_day
    if last_day is not None and last_day < today:
        raise Refusal(_("The campaign ended on %(day)s; nobody joins it any more.") % {"day": format_date(last_day)})
    if organisation.pk == campaign.initiator_organisation_id:
        raise Refusal(_("%(unit)s launched this campaign itself; others take part in it.") % {"unit": organisation})
    if not organisation.during.contains(today):
        raise Refusal(_("%(unit)s no longer stands today, so it joins nothing.") % {"unit": organisation})
    if not Campaign.objects.in_scope_of([organisation.pk], on=today).filter(pk=campaign.pk).exists():
        raise Refusal(_("This campaign does not reach %(unit)s.") % {"unit": organisation})
    part = Participation(campaign=campaign, organisation=organisation, goals=_lines(goals), joined_on=today)
    with refusing_conflicts():
        part.save()
    keep_day(campaign, joined_on=today)
    record(actor, "clusters.join_campaign", part, after={"campaign": campaign.name, "goals": part.goals})
    return part


@transaction.atomic
def set_own_goals(part: Participation, *, goals: str, actor: Actor) -> Participation:
    part = _own(part, actor)
    before, part.goals = part.goals, _lines(goals)
    if before != part.goals:
        part.save(update_fields=["goals"])
        record(actor, "clusters.set_own_goals", part, before={"goals": before}, after={"goals": part.goals})
    return part


@transaction.atomic
def report_progress(
    part: Participation, *, on: date, text: str, figure: str, upload=None, actor: Actor
) -> ProgressEntry:
    part = _own(part, actor)
    refuse_day_of_part(part, on)
    last_day = part.campaign.during.last_day
    if last_day is not None and on > last_day:
        raise Refusal(
            _("The campaign ran until %(day)s. Choose that day or an earlier one.") % {"day": format_date(last_day)},
            field="on",
        )
    refuse_after_summing_up(part, on)
    _refuse_repeated(part, on, squash(text), squash(figure))
    paper = None
    if upload is not None:
        paper = file_paper(upload, organisation=part.organisation, actor=actor)
    entry = ProgressEntry.objects.create(
        participation=part,
        on=on,
        text=squash(text),
        figure=squash(figure),
        paper=paper,
        entered_by_name=actor.name,
        entered_at=clock.now(),
    )
    keep_day(part, reported_on=on)
    keep_day(part.campaign, reported_on=on)
    record(actor, "clusters.report_progress", part, after={"on_day": format_date(on), "text": entry.text})
    return entry


def keep_day(row: Campaign | Participation, **days: date) -> None:
    """Under the row's lock: of each stage the first day, of reports the last one besides."""
    changed = []
    for name, day in days.items():
        kept = getattr(row, name)
        if kept is None or day < kept:
            setattr(row, name, day)
            changed.append(name)
        if name == "reported_on" and (row.heard_on is None or day > row.heard_on):
            row.heard_on = day
            changed.append("heard_on")
    if changed:
        row.save(update_fields=changed)


def locked_part(part: Participation) -> Participation:
    """With its campaign, which is locked first: its days are kept too."""
    campaign = locked_campaign(part.campaign)
    rows = Participation.objects.select_for_update(of=("self",)).select_related("organisation__parent")
    found = rows.get(pk=part.pk)
    found.campaign = campaign
    if found.withdrawn_at is not None:
        raise Refusal(_("This part was struck out; let the unit take part anew."))
    return found


def refuse_day(campaign: Campaign, on: date, part: Participation | None = None) -> None:
    """To come; before the campaign began or, where nobody entered that, before the unit joined."""
    if on > clock.today():
        raise Refusal(
            _("%(day)s is still to come. Only what was done is reported.") % {"day": format_date(on)}, field="on"
        )
    begun = max(filter(None, (campaign.launched_on, campaign.during.start)), default=None)
    if begun is not None and on < begun:
        raise Refusal(
            _("The campaign began on %(day)s; choose that day or a later one.") % {"day": format_date(begun)},
            field="on",
        )
    joined = part.joined_on if part else campaign.joined_on or campaign.recorded_on
    if begun is None and joined is not None and on < joined:
        raise Refusal(
            _("Nobody entered when the campaign began; choose %(day)s, on which it was joined, or a later day.")
            % {"day": format_date(joined)},
            field="on",
        )


def refuse_day_of_part(part: Participation, on: date) -> None:
    """As of the campaign; and on which the unit stood no more: what came in its place takes part in its own name."""
    refuse_day(part.campaign, on, part)
    last_day = part.organisation.during.last_day
    if last_day is not None and on > last_day:
        raise Refusal(
            _("%(unit)s stood until %(day)s. Choose a day until then; later ones belong to what came in its place.")
            % {"unit": part.organisation, "day": format_date(last_day)},
            field="on",
        )


def refuse_after_summing_up(part: Participation, on: date) -> None:
    for row in (part, part.campaign):
        if row.summed_up_on is not None and on > row.summed_up_on:
            raise Refusal(
                _("It was summed up on %(day)s. Choose that day or an earlier one.")
                % {"day": format_date(row.summed_up_on)},
                field="on",
            )


def _refuse_repeated(part: Participation, on: date, text: str, figure: str) -> None:
    said = search_key(text), search_key(figure)
    for entry in part.progress.standing().filter(on=on):
        if (search_key(entry.text), search_key(entry.figure)) == said:
            raise Refusal(_("This was reported already for the same day; look at the page of the part."), field="text")


def _own(part: Participation, actor: Actor) -> Participation:
    if not actor.may("write", part):
        raise Refusal(_("Only an officer of the unit itself reports for it."))
    return locked_part(part)


def _lines(text: str) -> str:
    return "\n".join(filter(None, (squash(line) for line in text.splitlines())))
