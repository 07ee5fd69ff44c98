"""The steps of a merger: what hangs on the old bodies is cut at the day, or granted anew at the successor."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext as _

from clusters.membership.actions.memberships import add_member
from clusters.membership.models.cluster import Membership, Post
from clusters.mergers.actions.check import Found
from clusters.mergers.actions.orders import MergerOrder
from clusters.mergers.rules.account import Ended, Offered, Passed
from clusters.mergers.rules.mandates import Grant
from clusters.mergers.rules.objections import goes_beyond
from clusters.organisations.models.organisation import Organisation, Succession, SuccessionKind
from clusters.people.models.mandate import Mandate, MandateRole
from emulation.core.actions.refusals import refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.period import Period

Row = TypeVar("Row", Organisation, Membership, Post, Mandate)


def end_on(
    rows: Collection[Row],
    day: date,
    *,
    what: Callable[[Row], str],
    unit: Callable[[Row], str] = lambda one: str(one.organisation),
) -> tuple[Ended, ...]:
    """Cuts what goes beyond the day; what was recorded to end on it is told as well."""
    told = tuple(
        Ended(unit(one), what(one), one.during, goes_beyond(one.during, day))
        for one in rows
        if goes_beyond(one.during, day) or one.during.end == day
    )
    beyond = [one for one in rows if goes_beyond(one.during, day)]
    for one in beyond:
        one.during = one.during.until(day)
    if beyond:
        type(beyond[0]).objects.bulk_update(beyond, ["during"])
    return told


def record_lineage(order: MergerOrder, merged: Iterable[Organisation], successor: Organisation) -> None:
    known = set(Succession.objects.filter(successor=successor).values_list("predecessor", flat=True))
    Succession.objects.bulk_create(
        Succession(
            predecessor=one,
            successor=successor,
            day=order.day,
            kind=SuccessionKind.MERGE,
            legal_basis=order.legal_basis,
        )
        for one in merged
        if one.pk not in known
    )


def grant_at_successor(
    granted: Collection[Grant], order: MergerOrder, found: Found, successor: Organisation
) -> tuple[Passed, ...]:
    with refusing_conflicts():
        Mandate.objects.bulk_create(
            Mandate(
                user_id=grant.person,
                organisation=successor,
                role=grant.role,
                during=grant.during,
                legal_basis=order.legal_basis,
            )
            for grant in granted
        )
    told = []
    for grant in granted:
        sources = [one for one in found.mandates if (one.user_id, one.role) == (grant.person, grant.role)]
        told.append(
            Passed(
                str(sources[0].user),
                str(MandateRole(grant.role).label),
                ", ".join(str(one.organisation) for one in sources),
                grant.during,
            )
        )
    return tuple(told)


def seats_offered(found: Found, day: date) -> tuple[Offered, ...]:
    sat: dict[int, list[Membership]] = {}
    for one in found.memberships:
        if one.cluster.during.contains(day):
            sat.setdefault(one.cluster_id, []).append(one)
    return tuple(
        Offered(pk, str(rows[0].cluster), ", ".join(str(one.organisation) for one in rows)) for pk, rows in sat.items()
    )


def take_seats(order: MergerOrder, found: Found, successor: Organisation, actor: Actor) -> tuple[str, ...]:
    clusters = {one.cluster_id: one.cluster for one in found.memberships if one.cluster.during.contains(order.day)}
    if order.seats - clusters.keys():
        raise Refusal(
            _("No predecessor sat in one of the clusters chosen until the merger, or it does not go on; choose again."),
            field="seats",
        )
    chosen = [clusters[pk] for pk in sorted(order.seats)]
    for cluster in chosen:
        during = successor.during.intersection(Period(order.day, cluster.during.end))
        add_member(cluster, organisation=successor, during=during, source=order.legal_basis, actor=actor)
    return tuple(map(str, chosen))
