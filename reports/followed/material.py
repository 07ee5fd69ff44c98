"""What was followed through in a period: campaigns that units take part in or launched, exemplars, tasks and
requests with their state. Asked for the reports of a cluster and of a province; frozen."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import BooleanField, Exists, ExpressionWrapper, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from clusters.campaigns.rules.terms import CampaignLevel, ReviewKind
from clusters.models import (
    Adoption,
    Assignment,
    AssignmentStep,
    Campaign,
    CampaignReview,
    Exemplar,
    Inspection,
    Participation,
    ProgressEntry,
    Task,
)
from clusters.organisations.models.lineage import line_in_query, lineage
from clusters.organisations.rules.lineage import Link, answering_for, origins_of, told_as_one
from clusters.tasks.rules import AssignmentState, TaskKind
from emulation.core.period import Period


@dataclass(frozen=True)
class Review:
    kind: ReviewKind
    on: date
    document: str


@dataclass(frozen=True)
class FollowedCampaign:
    """`joined`: names of the units that take part; `silent`: those of them of which nothing was heard in the period;
    `inspected`: how many of them were inspected in it. `reviews` of the whole campaign in the period."""

    name: str
    initiator: str
    joined: tuple[str, ...]
    silent: tuple[str, ...]
    inspected: int
    reviews: tuple[Review, ...]


@dataclass(frozen=True)
class LaunchedHere:
    """By one unit, the names of campaigns that run in the period; `undated`: of those whose beginning nobody entered,
    so that nobody can tell whether they do, from the year in which they were recorded or first joined."""

    unit: str
    names: tuple[str, ...]
    undated: tuple[str, ...] = ()


@dataclass(frozen=True)
class FollowedTask:
    """As it stands on the day of the report: of `owing` units `done` proved it and were accepted, `reported` wait to be
    accepted; `late`: its day went by and some unit has not finished."""

    text: str
    given_by: str
    due_on: date | None
    owing: int
    done: int
    reported: int
    late: bool


@dataclass(frozen=True)
class FollowedRequest:
    text: str
    given_by: str
    addressed_to: str
    answered_on: date | None
    answer: str


@dataclass(frozen=True)
class FollowedExemplar:
    """Recognised in the period, or applied by others in it: by how many units, of how many a result is measured."""

    title: str
    unit: str
    recognised_on: date
    recognised_in: str
    used_by: int
    measured_by: int


@dataclass(frozen=True)
class Followed:
    campaigns: tuple[FollowedCampaign, ...] = ()
    launched: tuple[LaunchedHere, ...] = ()
    exemplars: tuple[FollowedExemplar, ...] = ()
    tasks: tuple[FollowedTask, ...] = ()
    requests: tuple[FollowedRequest, ...] = ()


def followed_in(
    names: Mapping[int, str],
    *,
    during: Period,
    of_tasks: Q,
    as_of: date,
    keepers: Collection[int] = (),
    cluster: int | None = None,
) -> Followed:
    """`names`: {unit: its name} of whom it is told; `of_tasks`: which tasks and requests are theirs. `cluster`: whose
    report it is, in which no campaign of another cluster has a place. `keepers`: the province and what it came from; of
    tasks that they did not give to their own units only their own part is told. Eight queries at most, whatever there
    is; the lineage is asked once, where a campaign is found."""
    links = cache(lineage)
    given, running = _given(of_tasks, during), Campaign.objects.launched().running_in(during)
    if cluster is not None:
        running = running.exclude(Q(level=CampaignLevel.CLUSTER) & ~Q(cluster=cluster))
    return Followed(
        campaigns=_campaigns(names, running, during, links),
        launched=_launched(names, running, during, links),
        exemplars=_exemplars(names, during, links),
        tasks=_tasks([one for one in given if one.kind == TaskKind.TASK], during, as_of, keepers),
        requests=_requests([one for one in given if one.kind == TaskKind.REQUEST]),
    )


def _campaigns(
    names: Mapping[int, str], running: QuerySet, during: Period, links: Callable[[], Sequence[Link]]
) -> tuple[FollowedCampaign, ...]:
    """A unit and what it came from are one where both took part; who stood no more in the period is not told."""
    in_period = {"on__range": (during.start, during.last_day)}
    of_it = {"participation": OuterRef("pk")} | in_period
    entries, checks = (rows.objects.standing().filter(**of_it) for rows in (ProgressEntry, Inspection))
    parts = (
        Participation.objects.standing()
        .filter(organisation__in=line_in_query(names), joined_on__lte=during.last_day, campaign__in=running)
        .annotate(
            stood=ExpressionWrapper(Q(organisation__during__overlap=during), output_field=BooleanField()),
            heard=Exists(entries),
            inspected=Exists(checks),
        )
        .order_by("campaign__sort_key", "campaign", "organisation__sort_key")
        .values_list("campaign", "campaign__name", "campaign__initiator", "organisation", "stood", "heard", "inspected")
    )
    by_campaign: dict[tuple[int, str, str], dict[int, tuple[bool, bool]]] = defaultdict(dict)
    standing: set[int] = set()
    for *campaign, unit, stood, heard, inspected in parts:
        by_campaign[*campaign,][unit] = heard, inspected
        if stood and unit in names:
            standing.add(unit)
    if not by_campaign:
        return ()
    origins = origins_of({unit for theirs in by_campaign.values() for unit in theirs}, links())
    reviews = _reviews([pk for pk, _name, _initiator in by_campaign], in_period)
    told = []
    for (pk, name, initiator), theirs in by_campaign.items():
        lines = told_as_one(theirs, origins)
        joined = {unit: [theirs[one] for one in lines[unit]] for unit in theirs if unit in lines and unit in standing}
        silent = tuple(names[unit] for unit, line in joined.items() if not any(heard for heard, _inspected in line))
        inspected = _inspected(
            [lines[unit] for unit in joined], {one for one, (_heard, seen) in theirs.items() if seen}
        )
        if joined:
            units = tuple(names[unit] for unit in joined)
            told.append(FollowedCampaign(name, initiator, units, silent, inspected, tuple(reviews[pk])))
    return tuple(told)


def _inspected(lines: Iterable[Collection[int]], checked: Collection[int]) -> int:
    """How many units; what several came from counts with the first of them alone."""
    told: set[int] = set()
    number = 0
    for line in lines:
        found = {one for one in line if one in checked} - told
        number, told = number + bool(found), told | found
    return number


def _reviews(campaigns: Iterable[int], in_period: dict) -> dict[int, list[Review]]:
    found: dict[int, list[Review]] = defaultdict(list)
    reviews = CampaignReview.objects.standing().filter(campaign__in=campaigns, participation__isnull=True, **in_period)
    for one in reviews:
        found[one.campaign_id].append(Review(ReviewKind(one.kind), one.on, one.document))
    return found


def _launched(
    names: Mapping[int, str], running: QuerySet, during: Period, links: Callable[[], Sequence[Link]]
) -> tuple[LaunchedHere, ...]:
    """What a unit came from launched is told under the unit, unless that is told of itself."""
    own = running.filter(initiator_organisation__in=line_in_query(names)).exclude(level=CampaignLevel.STATE)
    under = _told_under(names, [one.initiator_organisation_id or 0 for one in own], links)
    end_of_year = date(during.last_day.year, 12, 31)
    dated: dict[int, list[str]] = defaultdict(list)
    undated: dict[int, list[str]] = defaultdict(list)
    for one in own:
        unit, begun = under[one.initiator_organisation_id], one.begun_on
        if begun is None:
            if one.was_known_by(end_of_year):
                undated[unit].append(one.name)
        elif begun <= during.last_day:
            dated[unit].append(one.name)
    return tuple(
        LaunchedHere(names[unit], tuple(dated[unit]), tuple(undated[unit]))
        for unit in names
        if unit in dated or unit in undated
    )


def _told_under(
    names: Mapping[int, str], bodies: Collection[int], links: Callable[[], Sequence[Link]]
) -> Mapping[int, int]:
    """{each of the bodies: the unit that it became}"""
    if all(body in names for body in bodies):
        return {unit: unit for unit in names}
    return {before: unit for unit, line in answering_for(names, links()).items() for before in line}


def _exemplars(
    names: Mapping[int, str], during: Period, links: Callable[[], Sequence[Link]]
) -> tuple[FollowedExemplar, ...]:
    """Those of what a unit came from are told under the unit, unless that is told of itself."""
    days = (during.start, during.last_day)
    applied = Adoption.objects.filter(exemplar=OuterRef("pk"), applied_on__range=days)
    told = Exemplar.objects.recognised().filter(
        organisation__in=line_in_query(names), recognised_on__lte=during.last_day
    )
    told = told.filter(Q(recognised_on__range=days) | Exists(applied)).with_use().order_by("recognised_on", "pk")
    under = _told_under(names, [one.organisation_id for one in told], links)
    return tuple(
        FollowedExemplar(
            one.title,
            names[under[one.organisation_id]],
            one.recognised_on,
            one.recognised_in,
            one.used_by,
            one.measured_by,
        )
        for one in told
    )


def given_by_themselves(line: Collection[int], *, prefix: str = "") -> Q:
    """Tasks and requests that a body, or one that it came from, keeps for itself and its own clusters; those that it
    keeps as head of another body's cluster are that cluster's."""
    kept = Q(**{f"{prefix}organisation__in": line})
    of_none = Q(**{f"{prefix}cluster_year__isnull": True})
    return kept & (of_none | Q(**{f"{prefix}cluster_year__cluster__owner__in": line}))


def _given(of_tasks: Q, during: Period) -> list[Task]:
    """By the end of the period; requests that were not answered before it began, and those made in it. Not what a
    directive of a later year gave, though it was issued before the year began."""
    is_open = Q(answered_on__isnull=True) | Q(answered_on__gte=during.start) | Q(given_on__gte=during.start)
    known = Q(kind=TaskKind.TASK) | is_open
    rows = Task.objects.standing().filter(of_tasks, known, given_on__lte=during.last_day)
    rows = rows.exclude(directive__year__gt=during.last_day.year)
    return list(rows.distinct().order_by("due_on", "pk"))


def _tasks(given: list[Task], during: Period, as_of: date, keepers: Collection[int]) -> tuple[FollowedTask, ...]:
    """Not finished before the period began: so one is carried from report to report."""
    tasks = {one.pk: one for one in given}
    owed = Assignment.objects.filter(task__in=tasks).order_by()
    if keepers:
        owed = owed.filter(given_by_themselves(keepers, prefix="task__") | Q(organisation__in=keepers))
    states: dict[int, Counter[str]] = defaultdict(Counter)
    for task, state in owed.values_list("task", "state"):
        states[task][state] += 1
    accepted = AssignmentStep.objects.filter(assignment__in=owed, target=AssignmentState.DONE).order_by()
    last = dict(accepted.values_list("assignment__task").annotate(Max("taken_at")))
    found = []
    for pk, task in tasks.items():
        owing, done = states[pk].total(), states[pk][AssignmentState.DONE]
        is_finished = owing == done
        if (
            is_finished
            and pk in last
            and during.start is not None
            and timezone.localtime(last[pk]).date() < during.start
        ):
            continue
        late = not is_finished and task.due_on is not None and task.due_on < as_of
        found.append(
            FollowedTask(task.text, task.given_by, task.due_on, owing, done, states[pk][AssignmentState.REPORTED], late)
        )
    return tuple(found)


def _requests(given: list[Task]) -> tuple[FollowedRequest, ...]:
    return tuple(
        FollowedRequest(one.text, one.given_by, one.addressed_to, one.answered_on, one.answer)
        for one in sorted(given, key=lambda one: one.pk)
    )
