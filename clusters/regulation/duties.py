"""What waits for the head of a cluster with its regulation."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.membership.duties import Said, Years, nothing_said
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.terms import SchemeState
from emulation.core.actor import Actor
from emulation.core.duty import Duty, DutyKind, Subject, about


class RegulationDuty(DutyKind):
    DRAFT = "regulation.draft"
    ADOPT = "regulation.adopt"


def regulation_duties(actor: Actor, years: Years, on: date) -> Said:
    """`years`: {id: cluster year with its head} of those that are open."""
    if not any(actor.may_somewhere(deed, "scheme_draft") for deed in ("write", "adopt")):
        return nothing_said
    rows = Scheme.objects.filter(cluster_year__in=years).values_list("cluster_year", "pk", "state")
    schemes = {pk: (scheme, state) for pk, scheme, state in rows}

    def said(some: Years) -> Iterator[Duty]:
        for pk, year in some.items():
            scheme, state = schemes.get(pk, (None, None))
            if state is None and year.year == on.year and actor.may("write", year, subject="scheme_draft"):
                yield Duty(
                    kind=RegulationDuty.DRAFT,
                    title=_("Draft the regulation of %(year)s") % {"year": year},
                    url=reverse("clusters:scheme", args=[pk]),
                    why=_("Your organisation is head of the cluster this year."),
                    subject=about(year),
                    organisation=year.head_id,
                )
            if scheme is not None and state == SchemeState.DRAFT and actor.may("adopt", year, subject="scheme_draft"):
                yield Duty(
                    kind=RegulationDuty.ADOPT,
                    title=_("Have the regulation of %(year)s adopted") % {"year": year},
                    url=reverse("clusters:scheme", args=[pk]),
                    why=_("Members vote on the draft; the head records the day and the votes."),
                    subject=Subject(Scheme._meta.label_lower, scheme),
                    organisation=year.head_id,
                )

    return said
