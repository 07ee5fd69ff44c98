"""What the cluster did together in the period: its conferences and its other activities, by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from clusters.conferences.rules.periods import belongs_to
from clusters.conferences.rules.terms import ActivityKind, ConferenceKind
from clusters.models import Activity, ClusterYear, Conference
from emulation.core.period import Period


@dataclass(frozen=True)
class HeldConference:
    """Of `year`; `signs_year`: the next one, where its pact was signed there too. `present` of `members` were there;
    `conclusion` in the words of its minutes."""

    kind: ConferenceKind
    subject: str
    year: int
    signs_year: int | None
    held_on: date
    place: str
    present: int
    members: int
    conclusion: str


@dataclass(frozen=True)
class HeldActivity:
    kind: ActivityKind
    subject: str
    held_on: date
    place: str
    organiser: str
    result: str


def conferences_held(cluster_year: ClusterYear, half: int, period: Period) -> Iterator[HeldConference]:
    """Closed ones only, for their minutes no longer change: those of the period, and the one that closes it whenever it
    was held."""
    of_members = Q(attendance__organisation__isnull=False)
    on_its_days = Q(held_on__range=(period.start, period.last_day))
    held = Conference.objects.closed().filter(
        on_its_days | Q(cluster_year=cluster_year), cluster_year__cluster=cluster_year.cluster_id
    )
    for one in held.select_related("cluster_year", "signs_year").annotate(
        present=Count("attendance", filter=of_members & Q(attendance__is_present=True)),
        asked=Count("attendance", filter=of_members),
    ):
        kind, of, signs = ConferenceKind(one.kind), one.cluster_year.year, one.signs_year and one.signs_year.year
        if belongs_to(cluster_year.year, half, period, kind=kind, of=of, signs=signs, held_on=one.held_on):
            yield HeldConference(
                kind, one.subject, of, signs, one.held_on, one.place, one.present, one.asked, one.conclusion
            )


def activities_held(cluster_year: ClusterYear, period: Period) -> Iterator[HeldActivity]:
    """Whichever year they were entered under: by the cut-off days the year begins in December of the one before."""
    held = Activity.objects.standing().filter(
        cluster_year__cluster=cluster_year.cluster_id, held_on__range=(period.start, period.last_day)
    )
    for one in held.select_related("organiser"):
        organiser = one.organiser.name if one.organiser else ""
        yield HeldActivity(ActivityKind(one.kind), one.subject, one.held_on, one.place, organiser, one.result)
