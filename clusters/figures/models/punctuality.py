"""How many of the figures due from members were sent on time."""

from datetime import date

from django.db.models import Min
from django.utils import timezone

from clusters.figures.models.dates import SheetTerm
from clusters.figures.models.figure import SheetStep
from clusters.figures.rules.dates import is_late
from clusters.membership.models.cluster import ClusterYear, Membership
from clusters.membership.rules.half_years import span
from emulation.core.score_figures import Asked, Counted

SENDING = "approve"


def punctuality_of(cluster_year: ClusterYear, organisation_ids, *, on: date) -> dict[int, tuple[int, int]]:
    """{organisation: (on time, due)} over the spans of the year that have days set, in three queries. Due is what was
    sent or whose day is over, of a member that sat in the cluster during the span; the first time it was sent counts,
    against the day to be on time, whatever extension was granted."""
    terms = {term.half: term for term in SheetTerm.objects.filter(cluster_year=cluster_year)}
    sent = _first_sent(cluster_year, organisation_ids)
    found: dict[int, tuple[int, int]] = {}
    sat = Membership.objects.in_cluster(cluster_year.cluster_id).filter(organisation__in=organisation_ids)
    expected = {
        (membership.organisation_id, half)
        for membership in sat
        for half in terms
        if membership.during.overlaps(span(cluster_year.year, half))
    }
    for organisation, half in expected:
        sent_on, due_on = sent.get((organisation, half)), terms[half].due_on
        if sent_on is None and not is_late(on, due_on):
            continue
        on_time, due = found.get(organisation, (0, 0))
        kept = sent_on is not None and not is_late(sent_on, due_on)
        found[organisation] = (on_time + kept, due + 1)
    return found


def first_sent(cluster_year: ClusterYear, half: int) -> dict:
    """{organisation: the day its figures were first sent to the head}"""
    return {organisation: day for (organisation, kept), day in _first_sent(cluster_year).items() if kept == half}


def punctuality(asked: Asked) -> Counted:
    """For the scoring of a year, as a provider of the floor."""
    return punctuality_of(ClusterYear.objects.get(pk=asked.cluster_year_id), asked.organisations, on=asked.on)


def _first_sent(cluster_year, organisation_ids=None) -> dict:
    steps = SheetStep.objects.filter(
        name=SENDING, sheet__cluster_year=cluster_year, sheet__organisation__isnull=False
    ).order_by()
    if organisation_ids is not None:
        steps = steps.filter(sheet__organisation__in=organisation_ids)
    rows = steps.values("sheet__organisation", "sheet__half").annotate(first=Min("taken_at"))
    return {(row["sheet__organisation"], row["sheet__half"]): timezone.localtime(row["first"]).date() for row in rows}
