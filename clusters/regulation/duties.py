"""What waits for the head of a cluster with its regulation."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.terms import SchemeState
from emulation.core.actor import Actor
from emulation.core.duty import Duty


def regulation_duties(actor: Actor, years, on) -> Iterator[Duty]:
    states = dict(Scheme.objects.filter(cluster_year__in=years).values_list("cluster_year", "state"))
    for pk, year in years.items():
        state, url = states.get(pk), reverse("clusters:scheme", args=[pk])
        if state is None and year.year == on.year and actor.may("write", year, subject="scheme_draft"):
            yield Duty(
                title=_("Draft the regulation of %(year)s") % {"year": year},
                url=url,
                why=_("Your organisation is head of the cluster this year."),
            )
        if state == SchemeState.DRAFT and actor.may("adopt", year, subject="scheme_draft"):
            yield Duty(
                title=_("Have the regulation of %(year)s adopted") % {"year": year},
                url=url,
                why=_("Members vote on the draft; the head records the day and the votes."),
            )
