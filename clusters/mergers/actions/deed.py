"""The merger itself. A dry run is the same deed, taken back: what is shown is what happens."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.models.cluster import Cluster, ClusterYear, Post
from clusters.mergers.actions.check import Found, find, name_of_successor, refuse_unfit, refuse_without_fate
from clusters.mergers.actions.orders import MergerOrder, NewBody
from clusters.mergers.actions.steps import end_on, grant_at_successor, record_lineage, seats_offered, take_seats
from clusters.mergers.actions.successor import make_successor
from clusters.mergers.models import kept_by
from clusters.mergers.rules.account import Kept, MergerAccount
from clusters.mergers.rules.mandates import Held, passed_on
from clusters.organisations.models.merger import MergedOrganisation, Merger
from clusters.organisations.models.names import told_apart, with_years
from clusters.organisations.models.organisation import Organisation
from clusters.people.models.mandate import Mandate
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import refusing_conflicts, require_administrator
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.period import ONE_DAY, Period


def merge_organisations(
    *,
    day: date,
    legal_basis: str,
    predecessors: Iterable[int],
    successor: int | NewBody,
    seats: Iterable[int] = (),
    actor: Actor,
) -> MergerAccount:
    """`day` is the first on which the old bodies no longer are and the successor is."""
    order = MergerOrder(day, legal_basis, tuple(predecessors), successor, frozenset(seats))
    return merge_all([order], actor=actor)[0]


@transaction.atomic
def merge_all(orders: list[MergerOrder], *, actor: Actor) -> list[MergerAccount]:
    """All or nothing, in the order given."""
    require_administrator(actor, "merger")
    if not orders:
        raise Refusal(_("There is no merger to apply: none is recorded for that day, or all were applied already."))
    if any(not order.legal_basis.strip() for order in orders):
        raise Refusal(_("Name the legal basis of the merger: number and date of the resolution."), field="legal_basis")
    refuse_without_fate()
    merged = {pk for order in orders for pk in order.predecessors}
    _hold(orders, merged)
    stays = kept_by(merged)
    return [_merge(order, stays, actor) for order in orders]


def rehearse(orders: list[MergerOrder], *, actor: Actor) -> list[MergerAccount]:
    with transaction.atomic():
        accounts = merge_all(orders, actor=actor)
        transaction.set_rollback(True)
    return accounts


def _hold(orders: list[MergerOrder], merged: set[int]) -> None:
    """Years before people before bodies, each by their ids, as the deeds that change only one of them do."""
    lasting = Period(min(order.day for order in orders) - ONE_DAY)
    posts = Post.objects.overlapping(lasting).filter(organisation__in=merged)
    mandates = Mandate.objects.overlapping(lasting).filter(organisation__in=merged)
    bodies = merged | {order.successor for order in orders if not isinstance(order.successor, NewBody)}
    for rows, ids in (
        (ClusterYear.objects, posts.values("cluster_year")),
        (get_user_model().objects, mandates.values("user")),
        (Organisation.objects, bodies),
    ):
        list(rows.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk").values_list("pk"))


def _merge(order: MergerOrder, stays: dict[int, list[Kept]], actor: Actor) -> MergerAccount:
    found = find(order)
    refuse_unfit(order, found)
    day, merged = order.day, found.predecessors
    offered = seats_offered(found, day)
    units = tuple(told_apart(Organisation.objects.filter(parent__in=merged).on(day).sorted()).values())
    clusters = tuple(str(one) for one in Cluster.objects.filter(owner__in=merged).on(day))
    lives = {one.pk: one.during for one in merged}
    bodies = end_on(merged, day, unit=str, what=lambda one: "")
    successor = found.successor
    if isinstance(successor, NewBody):
        successor = make_successor(successor, order, merged)
    record_lineage(order, merged, successor)
    memberships = end_on(found.memberships, day, what=lambda one: str(one.cluster))
    posts = end_on(found.posts, day, what=lambda one: f"{one.title}, {one.cluster_year}")
    already = list(Mandate.objects.overlapping(Period(day)).filter(organisation=successor))
    granted = passed_on(
        [Held(one.user_id, one.role, one.during, lives[one.organisation_id]) for one in found.mandates],
        [Held(one.user_id, one.role, one.during, successor.during) for one in already],
        day,
    )
    account = MergerAccount(
        merger=0,
        day=day,
        legal_basis=order.legal_basis,
        successor=with_years(successor),
        is_new=isinstance(found.successor, NewBody),
        predecessors=tuple(with_years(one) for one in merged),
        bodies=bodies,
        memberships=memberships,
        posts=posts,
        mandates_ended=end_on(found.mandates, day, what=lambda one: f"{one.user}, {one.get_role_display()}"),
        mandates=grant_at_successor(granted, order, found, successor),
        seats=take_seats(order, found, successor, actor),
        offered=offered,
        units=units,
        clusters=clusters,
        stays=_stays(merged, stays),
    )
    return replace(account, merger=_recorded(order, found, successor, account, actor).pk)


def _stays(merged: Iterable[Organisation], stays: dict[int, list[Kept]]) -> tuple[Kept, ...]:
    total = Counter[str]()
    for one in merged:
        for kept in stays[one.pk]:
            total[kept.relation] += kept.rows
    return tuple(Kept(relation, rows) for relation, rows in sorted(total.items()))


def _recorded(
    order: MergerOrder, found: Found, successor: Organisation, account: MergerAccount, actor: Actor
) -> Merger:
    with refusing_conflicts():
        merger = Merger.objects.create(
            successor=successor,
            day=order.day,
            legal_basis=order.legal_basis,
            applied_at=clock.real_now(),
            applied_by_name=actor.name,
            counts=asdict(account.counts),
        )
    MergedOrganisation.objects.bulk_create(
        MergedOrganisation(merger=merger, organisation=one) for one in found.predecessors
    )
    record(
        actor,
        "clusters.merge_organisations",
        merger,
        after=_as_told(found, account),
        why=order.legal_basis,
        organisation_id=successor.pk,
    )
    return merger


def _as_told(found: Found, account: MergerAccount) -> dict[str, object]:
    """For the journal, by name; what there was none of is left out."""
    changed = {
        "memberships_ended": [f"{one.unit} – {one.what}" for one in account.memberships if one.by_merger],
        "posts_ended": [f"{one.unit} – {one.what}" for one in account.posts if one.by_merger],
        "mandates_ended": [f"{one.unit} – {one.what}" for one in account.mandates_ended if one.by_merger],
        "mandates_passed_on": [f"{one.person}, {one.role}" for one in account.mandates],
        "seats": account.seats,
    }
    return {
        "successor": name_of_successor(found),
        "day": account.day,
        "predecessors": account.predecessors,
        **{name: told for name, told in changed.items() if told},
        "stays": account.counts.stays,
    }
