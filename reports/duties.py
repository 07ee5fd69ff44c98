"""What waits for a person in this app: the six-month report of a cluster whose head one is."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.models import ClusterYear
from emulation.core.duty import Duty
from reports.models import Report

FIRST_HALF_ENDED = 7


def duties(actor, on: date) -> list[Duty]:
    """From July on: the first half-year of each year headed, until a report of it is made."""
    if not actor.is_officer or on.month < FIRST_HALF_ENDED or not actor.headed:
        return []
    made = Report.objects.filter(cluster_year__in=actor.headed, half=1).values("cluster_year")
    waiting = ClusterYear.objects.filter(pk__in=actor.headed, year=on.year).exclude(pk__in=made)
    return [
        Duty(
            title=_("Make the six-month report: %(cluster)s, first half of %(year)s")
            % {"cluster": year.cluster, "year": year.year},
            url=reverse("reports:reports"),
            why=_("Your organisation is head of the cluster this year."),
        )
        for year in waiting.select_related("cluster")
    ]
