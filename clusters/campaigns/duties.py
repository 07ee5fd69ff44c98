"""What waits for a person in campaigns: reports that fell silent, repairs, launches, campaigns asleep or to be summed
up. Who can wake a campaign is told of it: the unit of its own part, the launching office of the whole,
the central board of the whole country's."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clusters.campaigns.models.campaign import OF_NO_OFFICE, Campaign, CampaignStep
from clusters.campaigns.models.lives import asleep
from clusters.campaigns.models.participation import Inspection, Participation
from clusters.campaigns.models.parts import CampaignGoal
from clusters.campaigns.rules.life import QUIET_FOR
from clusters.campaigns.rules.terms import TOLD, CampaignState
from emulation.core.actor import CENTRAL, Actor, Role
from emulation.core.dates import format_date
from emulation.core.duty import Duty, DutyKind, about, first_few
from emulation.core.numbers import format_integer

SHOWN = 5
A_YEAR = timedelta(days=366)
TOLD_FOR = timedelta(days=14)
"""How long units are told that a campaign was corrected; its page says so for ever."""


class CampaignDuty(DutyKind):
    REPORT = "campaigns.report"
    REPAIR = "campaigns.repair"
    LAUNCH = "campaigns.launch"
    LOOK = "campaigns.look"
    WAKE = "campaigns.wake"
    SUM_UP = "campaigns.sum_up"
    MORE = "campaigns.more"


def campaign_duties(actor: Actor, on: date) -> Iterator[Duty]:
    """Of each kind the first few, the longest silent first; one line tells how many more the list shows."""
    if actor.entered:
        yield from _repairs(actor)
        yield from _silent_parts(actor, on)
        yield from _corrected(actor, on)
        yield from _ended(actor, on)
    if actor.entered or actor.has(Role.CENTRAL_REVIEWER):
        yield from _asleep(actor, on)
    if actor.approved:
        yield from _to_launch(actor)


def _repairs(actor: Actor) -> Iterator[Duty]:
    due = Inspection.objects.unrepaired().filter(participation__organisation__in=actor.entered)
    due = due.select_related("participation__campaign").order_by("due_on", "pk")

    def told(one: Inspection) -> Duty:
        return Duty(
            CampaignDuty.REPAIR,
            _("Repair what the inspection found: %(campaign)s") % {"campaign": one.participation.campaign},
            reverse("clusters:inspection-repair", args=[one.pk]),
            one.findings,
            one.due_on,
            about(one),
            one.participation.organisation_id,
        )

    yield from first_few(due, told, most=SHOWN, more=_more_in(""))


def _silent_parts(actor: Actor, on: date) -> Iterator[Duty]:
    since = on - QUIET_FOR
    silent = (
        Participation.objects.standing()
        .filter(
            Q(heard_on__lt=since) | Q(heard_on__isnull=True, joined_on__lt=since),
            organisation__in=actor.entered,
            organisation__during__contains=on,
            summed_up_on__isnull=True,
            campaign__summed_up_on__isnull=True,
            campaign__during__contains=on,
        )
        .select_related("campaign")
    )

    def told(one: Participation) -> Duty:
        return Duty(
            CampaignDuty.REPORT,
            _("Report progress: %(campaign)s") % {"campaign": one.campaign},
            reverse("clusters:participation-progress", args=[one.pk]),
            _("Last heard on %(day)s.") % {"day": format_date(one.heard_on or one.joined_on)},
            subject=about(one),
            organisation=one.organisation_id,
        )

    yield from first_few(silent.order_by("heard_on", "pk"), told, most=SHOWN, more=_more_in(""))


def _corrected(actor: Actor, on: date) -> Iterator[Duty]:
    lately = CampaignStep.objects.filter(
        campaign=OuterRef("campaign"), name__in=TOLD, taken_at__date__range=(on - TOLD_FOR, on)
    )
    parts = Participation.objects.standing().filter(Exists(lately), organisation__in=actor.entered)

    def told(one: Participation) -> Duty:
        return Duty(
            CampaignDuty.LOOK,
            _("See what was corrected: %(campaign)s") % {"campaign": one.campaign},
            one.get_absolute_url(),
            _("Who launched it corrected what was stated of it; the page says why."),
            subject=about(one),
            organisation=one.organisation_id,
        )

    yield from first_few(parts.select_related("campaign").order_by("pk"), told, most=SHOWN, more=_more_in(""))


def _asleep(actor: Actor, on: date) -> Iterator[Duty]:
    whose = Q(initiator_organisation__in=actor.entered)
    if actor.has(Role.CENTRAL_REVIEWER):
        whose |= OF_NO_OFFICE
    own = Campaign.objects.filter(whose)

    def told(one: Campaign) -> Duty:
        why = _("Nothing was heard for a quarter.")
        return _of(CampaignDuty.WAKE, one, _("Wake the campaign: %(campaign)s"), why, actor)

    rows = asleep(own, on).order_by("last_heard", "pk")
    yield from first_few(rows, told, most=SHOWN, more=_more_in("?doi=ngu"))


def _ended(actor: Actor, on: date) -> Iterator[Duty]:
    ended = Campaign.objects.launched().filter(
        initiator_organisation__in=actor.entered,
        summed_up_on__isnull=True,
        during__endswith__lte=on,
        during__endswith__gt=on - A_YEAR,
    )

    def told(one: Campaign) -> Duty:
        why = _("It ended on %(day)s without a final review.") % {"day": format_date(one.during.last_day)}
        return _of(CampaignDuty.SUM_UP, one, _("Sum up the campaign: %(campaign)s"), why, actor)

    yield from first_few(ended.order_by("during__endswith", "pk"), told, most=SHOWN, more=_more_in("?tim="))


def _to_launch(actor: Actor) -> Iterator[Duty]:
    """Drafts that lack nothing of what hinders the launch."""
    goals = CampaignGoal.objects.filter(campaign=OuterRef("pk"))
    lacking = goals.filter(Q(unit="") | Q(source="") | Q(checked_on__isnull=True))
    ready = Campaign.objects.filter(
        Exists(goals), ~Exists(lacking), state=CampaignState.DRAFT, initiator_organisation__in=actor.approved
    )

    def told(one: Campaign) -> Duty:
        return _of(
            CampaignDuty.LAUNCH, one, _("Launch the campaign: %(campaign)s"), _("Its goals are complete."), actor
        )

    yield from first_few(ready.order_by("pk"), told, most=SHOWN, more=_more_in("?doi=du-thao"))


def _more_in(narrowed: str) -> Callable[[int, Duty], Duty]:
    def more(number: int, first: Duty) -> Duty:
        title = ngettext("%(number)s more deed in campaigns", "%(number)s more deeds in campaigns", number)
        return Duty(
            CampaignDuty.MORE,
            title % {"number": format_integer(number)},
            reverse("clusters:campaigns") + narrowed,
            _("They wait for you in the list."),
            organisation=first.organisation,
            number=number,
        )

    return more


def _of(kind: CampaignDuty, campaign: Campaign, title: str, why: str, actor: Actor) -> Duty:
    return Duty(
        kind,
        title % {"campaign": campaign},
        campaign.get_absolute_url(),
        why,
        subject=about(campaign),
        organisation=campaign.initiator_organisation_id or actor.body_of(CENTRAL),
    )
