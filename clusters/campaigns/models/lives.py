"""The life of campaigns and of the parts units take in them, asked for a whole page at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, DateField, Exists, Min, OuterRef, Q, QuerySet, Value
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.db.models.functions import Coalesce, Greatest, Lower, TruncMonth

from clusters.campaigns.models.campaign import Campaign, CampaignQuerySet
from clusters.campaigns.models.participation import Participation, ProgressEntry
from clusters.campaigns.models.parts import CampaignGoal
from clusters.campaigns.rules.life import QUIET_FOR, LifeDates, StageSeen, life, sleeps
from clusters.campaigns.rules.missing import Said
from clusters.campaigns.rules.terms import NOT_STANDING, CampaignState, Part
from clusters.organisations.rules.lineage import Link, origins_of, told_as_one

MONTHS = 12


@dataclass(frozen=True)
class TakingPart:
    """How many take part in a campaign, and of how many anything was reported."""

    units: int = 0
    reporting: int = 0

    @property
    def silent(self) -> int:
        return self.units - self.reporting


def checked_by(campaigns: Iterable[int]) -> Mapping[int, date]:
    """{campaign: the earliest day on which one of its goals is to be checked}"""
    goals = CampaignGoal.objects.filter(campaign__in=campaigns, checked_on__isnull=False).order_by()
    return dict(goals.values_list("campaign").annotate(first=Min("checked_on")))


def taking_part(campaigns: Iterable[int], links: Iterable[Link]) -> Mapping[int, TakingPart]:
    """A unit and what came in its place, after however many mergers, are one where both took part, of which either's
    report is heard. `links`: `lineage()`."""
    parts = Participation.objects.standing().filter(campaign__in=campaigns).order_by().values_list("campaign")
    heard = ArrayAgg("organisation", filter=Q(reported_on__isnull=False), default=Value([]))
    joined = {campaign: rest for campaign, *rest in parts.annotate(joined=ArrayAgg("organisation"), heard=heard)}
    origins = origins_of({unit for units, _heard in joined.values() for unit in units}, links)
    return {campaign: _as_one(units, heard, origins) for campaign, (units, heard) in joined.items()}


def _as_one(joined: Iterable[int], heard: Iterable[int], origins: Mapping[int, frozenset[int]]) -> TakingPart:
    units = told_as_one(joined, origins)
    return TakingPart(len(units), sum(not line.isdisjoint(heard) for line in units.values()))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def heard_by_month(campaign: Campaign, today: date) -> list[tuple[date, int]]:
    """(first day of the month, progress entries of any unit in it): the twelve months that end with today's, from that
    in which the campaign began. None before it began."""
    until = _month(today)
    begun = campaign.during.start or campaign.launched_on
    since = until - MONTHS + 1 if begun is None else max(until - MONTHS + 1, _month(begun))
    if since > until:
        return []
    months = [date(month // 12, month % 12 + 1, 1) for month in range(since, until + 1)]
    entries = ProgressEntry.objects.standing().filter(participation__campaign=campaign, on__gte=months[0]).order_by()
    counted = dict(entries.values_list(TruncMonth("on")).annotate(Count("pk")))
    return [(month, counted.get(month, 0)) for month in months]


def life_of(campaign: Campaign, today: date, check: date | None) -> tuple[StageSeen, ...]:
    return life(dates_of(campaign, check), today)


def dates_of(campaign: Campaign, check: date | None = None) -> LifeDates:
    return LifeDates(
        during=campaign.during,
        launched=campaign.launched_on,
        joined=campaign.joined_on,
        reported=campaign.reported_on,
        heard=campaign.heard_on,
        checked=campaign.checked_on,
        summed_up=campaign.summed_up_on,
        checked_by=check,
    )


def life_of_part(part: Participation, campaign: Campaign, today: date, check: date | None) -> tuple[StageSeen, ...]:
    """Of one unit: it begins with the launch of the campaign."""
    dates = LifeDates(
        during=campaign.during,
        launched=campaign.launched_on,
        joined=part.joined_on,
        reported=part.reported_on,
        heard=part.heard_on,
        checked=part.checked_on,
        summed_up=part.summed_up_on,
        checked_by=check,
    )
    return life(dates, today)


def is_asleep(campaign: Campaign, today: date) -> bool:
    """As `asleep` has it, of one that is at hand."""
    return campaign.state == CampaignState.LAUNCHED and sleeps(dates_of(campaign), today)


def said_by(campaign: Campaign) -> Said:
    goals = list(campaign.goals.all())
    written = {
        Part.DOCUMENT: campaign.document or (campaign.directive is not None and campaign.directive.stands),
        Part.FORM: campaign.form,
        Part.ADDRESSED: campaign.addressed,
        Part.CRITERIA: campaign.criteria,
        Part.PERIOD: campaign.during.start,
        Part.PLAN: campaign.plan,
    }
    return Said(
        goals=len(goals),
        without_unit=sum(not goal.unit for goal in goals),
        without_source=sum(not goal.source for goal in goals),
        without_check_date=sum(goal.checked_on is None for goal in goals),
        written=frozenset(part for part, text in written.items() if text),
    )


OF_ITSELF = frozenset({"CampaignAlias", "CampaignGoal", "CampaignPhase", "CampaignStep"})


def held_by(campaign: Campaign) -> Iterator[str]:
    """What refers to it, by the names of such things; struck out of them does not count."""
    for relation in Campaign._meta.get_fields(include_hidden=True):
        model = relation.related_model
        if not relation.auto_created or not isinstance(relation, ForeignObjectRel) or model.__name__ in OF_ITSELF:
            continue
        rows = model._base_manager.filter(**{relation.field.name: campaign})
        if hasattr(model, "withdrawn_at"):
            rows = rows.filter(withdrawn_at__isnull=True)
        elif model is Campaign:
            rows = rows.exclude(state__in=NOT_STANDING)
        if rows.exists():
            yield str(model._meta.verbose_name_plural)


def asleep(campaigns: CampaignQuerySet, today: date) -> CampaignQuerySet:
    """As `rules.life.sleeps` has it, of many at once."""
    running = campaigns.filter(
        state=CampaignState.LAUNCHED, summed_up_on__isnull=True, during__contains=today
    ).annotate(last_heard=Greatest("launched_on", "joined_on", "heard_on", "checked_on"))
    return running.filter(Q(last_heard__isnull=True) | Q(last_heard__lt=today - QUIET_FOR))


def launched_only(campaigns: CampaignQuerySet, today: date) -> CampaignQuerySet:
    """As `rules.life.only_launched` has it."""
    unheard = campaigns.filter(
        state=CampaignState.LAUNCHED,
        joined_on__isnull=True,
        reported_on__isnull=True,
        checked_on__isnull=True,
        summed_up_on__isnull=True,
    ).annotate(begun=Coalesce("launched_on", Lower("during", output_field=DateField())))
    return unheard.filter(begun__lt=today - QUIET_FOR)


def rewarded_only(campaigns: CampaignQuerySet) -> CampaignQuerySet:
    """The register holds honours of it, yet nobody reported or checked anything."""
    honours: QuerySet = Campaign._meta.get_field("honours").related_model._default_manager.filter(
        campaign=OuterRef("pk")
    )
    return campaigns.filter(Exists(honours), reported_on__isnull=True, checked_on__isnull=True)


def overlapping_with(campaign: Campaign) -> CampaignQuerySet:
    """Campaigns that run at the same time for the same people: of the whole country, or of a body or cluster of the
    launching office, and addressed to some of the same."""
    from_office = [campaign.initiator_organisation_id] if campaign.initiator_organisation_id else []
    others = Campaign.objects.launched().filter(summed_up_on__isnull=True).overlapping(campaign.during)
    others = others.in_scope_of(from_office).exclude(pk__in=[campaign.pk, campaign.parent_id or 0])
    if "everybody" not in campaign.addressed:
        others = others.filter(Q(addressed__overlap=campaign.addressed) | Q(addressed__contains=["everybody"]))
    else:
        others = others.exclude(addressed=[])
    return others
