"""What a pact holds and who signs it, read once for its page, its checksum and its paper."""

from datetime import date

from django.utils import timezone

from clusters.membership.models.cluster import Membership, Post, PostKind
from clusters.membership.models.heads import head_on
from clusters.organisations.models.organisation import Organisation
from clusters.pacts.models.pact import Pact
from clusters.pacts.rules.contents import Contents, bases_of
from clusters.pacts.rules.terms import PactState


def contents_of(pact: Pact) -> Contents:
    """Three queries; `pact.cluster_year.cluster` is at hand."""
    return Contents(
        cluster=pact.cluster_year.cluster.code,
        year=pact.cluster_year.year,
        number=pact.number,
        legal_bases=bases_of(pact.legal_bases),
        preamble=pact.preamble,
        place=pact.place,
        dated=pact.dated,
        why=pact.why,
        commitments=tuple(
            (
                one.section,
                one.text,
                one.measure,
                one.unit,
                one.source,
                one.checked_on.isoformat() if one.checked_on else "",
            )
            for one in pact.commitments.all()
        ),
        campaigns=tuple(pact.campaigns.values_list("name", flat=True)),
        targets=tuple(
            pact.targets.values_list(
                "indicator__code", "organisation__code", "kind", "text", "origin", "origin_paper"
            ).order_by("indicator__code", "organisation__code")
        ),
    )


def signing_day(pact: Pact, on: date) -> date:
    """The day on which it is judged who signs, within the year: the day of signing that the pact bears, else the one on
    which signing was opened, and before that `on`. Who joins or leaves later changes nothing of it."""
    year = pact.cluster_year.year
    day = pact.dated or _opened_on(pact) or on
    return min(max(day, date(year, 1, 1)), date(year, 12, 31))


def _opened_on(pact: Pact) -> date | None:
    if pact.state not in (PactState.SIGNING, PactState.IN_FORCE):
        return None
    opened = pact.steps.filter(name="open_signing").values_list("taken_at", flat=True).first()
    return None if opened is None else timezone.localtime(opened).date()


def signers_of(pact: Pact, on: date) -> list[Organisation]:
    """Members on the day of signing: the head first, then the deputies, then the others by name."""
    day = signing_day(pact, on)
    sat = Membership.objects.in_cluster(pact.cluster_year.cluster_id).on(day).values("organisation")
    found = list(Organisation.objects.filter(pk__in=sat).sorted())
    head = head_on(pact.cluster_year, day)
    deputies = set(
        Post.objects.filter(cluster_year=pact.cluster_year_id, kind=PostKind.DEPUTY)
        .on(day)
        .values_list("organisation", flat=True)
    )
    return sorted(found, key=lambda one: 0 if one == head else 1 if one.pk in deputies else 2)
