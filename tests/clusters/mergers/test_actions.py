"""A merger: what ends, what passes on, what stays; a dry run leaves nothing behind."""

from dataclasses import asdict
from datetime import date, timedelta

import pytest

from clusters.mergers.actions import NewBody, merge_all, merge_organisations, recorded_orders, rehearse
from clusters.models import (
    ClusterLevel,
    Mandate,
    Membership,
    Merger,
    Organisation,
    OrganisationKind,
    Succession,
)
from clusters.people.actions import grant_mandate
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.mergers.make import BASIS, Merging
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import BEFORE_MERGER, EVER, MERGER, SINCE_MERGER

pytestmark = pytest.mark.django_db
SINCE_2023 = Period(date(2023, 1, 1))
LATER = date(2027, 1, 1)
UNTIL_MERGER = Period(date(2023, 1, 1), MERGER)


def test_memberships_and_posts_end_with_the_body(merging, administrator):
    Organisation.objects.filter(pk=merging.one.pk).update(during=EVER)
    membership = make_membership(organisation=merging.one, during=SINCE_2023)
    over = make_membership(organisation=merging.two, during=UNTIL_MERGER)
    year = make_cluster_year(cluster=membership.cluster, year=2025)
    post = make_post(cluster_year=year, organisation=merging.one)
    account = merging.apply(administrator)
    for one in (merging.one, membership, post):
        one.refresh_from_db()
    assert merging.one.during == BEFORE_MERGER
    assert membership.during == UNTIL_MERGER
    assert post.during == Period(date(2025, 1, 1), MERGER)
    over.refresh_from_db()
    assert over.during == UNTIL_MERGER
    told = {one.what: one.by_merger for one in account.memberships}
    assert told == {str(membership.cluster): True, str(over.cluster): False}
    assert account.counts.memberships == 1
    assert not Membership.objects.on(MERGER).filter(organisation__in=[merging.one, merging.two]).exists()
    assert not Membership.objects.filter(organisation=merging.successor).exists(), "a seat is the Council's decision"


def test_mandates_pass_to_the_successor_and_reach_all_that_was(merging, administrator):
    user = make_user()
    for one in (merging.one, merging.two):
        make_mandate(user=user, organisation=one, role=Role.OFFICER, during=SINCE_2023)
    approver = make_mandate(organisation=merging.two, role=Role.APPROVER, during=Period(None, date(2026, 1, 1))).user
    gone = make_mandate(organisation=merging.one, during=Period(None, date(2025, 6, 30))).user
    account = merging.apply(administrator)
    new = Mandate.objects.filter(organisation=merging.successor)
    assert set(new.values_list("user", "role", "during", "legal_basis")) == {
        (user.pk, "officer", SINCE_MERGER, BASIS),
        (approver.pk, "approver", Period(MERGER, date(2026, 1, 1)), BASIS),
    }
    assert {(one.person, one.source) for one in account.mandates} == {
        (str(user), f"{merging.two}, {merging.one}"),
        (str(approver), str(merging.two)),
    }
    assert not Mandate.objects.on(MERGER).filter(organisation__in=[merging.one, merging.two]).exists()
    before, after = (actor_of(user, on=day) for day in (MERGER - timedelta(days=1), MERGER))
    assert before.own == {merging.one.pk, merging.two.pk}
    assert after.own == {merging.one.pk, merging.two.pk, merging.successor.pk}
    assert after.mandates == {(Role.OFFICER, merging.successor.pk)}
    assert not actor_of(gone, on=MERGER).own


def test_what_the_person_holds_at_the_successor_already_is_not_granted_twice(merging, administrator):
    mandate = make_mandate(organisation=merging.one, during=SINCE_2023)
    make_mandate(user=mandate.user, organisation=merging.successor, during=SINCE_MERGER)
    assert merging.apply(administrator).mandates == ()
    assert Mandate.objects.filter(organisation=merging.successor).count() == 1


def test_lineage_recorded_is_taken_and_missing_lineage_is_made(merging, administrator):
    make_succession(predecessor=merging.one, successor=merging.successor, day=MERGER, legal_basis="Đã ghi")
    merging.apply(administrator)
    rows = Succession.objects.filter(successor=merging.successor)
    assert set(rows.values_list("predecessor", "day", "legal_basis")) == {
        (merging.one.pk, MERGER, "Đã ghi"),
        (merging.two.pk, MERGER, BASIS),
    }


def test_a_successor_of_the_same_code_is_recorded_with_the_merger(merging, administrator):
    Organisation.objects.filter(pk=merging.one.pk).update(during=EVER)
    account = merging.apply(administrator, successor=NewBody("C1", "  Tỉnh  Vừa Lập ", OrganisationKind.PROVINCE))
    made = Organisation.objects.coded("C1", MERGER).get()
    assert (made.name, made.during, made.legal_basis) == ("Tỉnh Vừa Lập", SINCE_MERGER, BASIS)
    assert account.is_new
    assert Succession.objects.filter(successor=made, day=MERGER).count() == 2


def test_one_journal_entry_tells_all_of_it(merging, administrator):
    membership = make_membership(organisation=merging.one, during=Period(None, date(2026, 1, 1)))
    mandate = make_mandate(organisation=merging.two)
    account = merging.apply(administrator)
    entry = AuditEntry.objects.filter(organisation_id=merging.successor.pk).get()
    assert (entry.verb, entry.subject_id, entry.organisation_id, entry.why) == (
        "clusters.merge_organisations",
        str(account.merger),
        merging.successor.pk,
        BASIS,
    )
    assert entry.after["memberships_ended"] == [f"{merging.one} – {membership.cluster}"]
    assert entry.after["mandates_passed_on"] == [f"{mandate.user}, {mandate.get_role_display()}"]
    assert entry.after["predecessors"] == ["Tỉnh Cũ Hai (đến năm 2025)", "Tỉnh Cũ Một (đến năm 2025)"]
    merger = Merger.objects.get()
    assert merger.counts == asdict(account.counts)
    assert (merger.counts["memberships"], merger.counts["mandates"]) == (1, 1)
    assert merger.applied_by_name == administrator.name


def test_units_and_blocks_go_on_and_the_successor_s_people_keep_them(merging, administrator):
    unit = make_organisation(name="Sở Đi Tiếp", code="C1.A", kind=OrganisationKind.UNIT, parent=merging.one)
    ended = make_organisation(kind=OrganisationKind.UNIT, parent=merging.one, during=BEFORE_MERGER)
    block = make_cluster(name="Khối Đi Tiếp", owner=merging.one, level=ClusterLevel.PROVINCE)
    seat = make_membership(cluster=block, organisation=unit)
    year = make_cluster_year(cluster=block, year=2025)
    mandate = make_mandate(organisation=merging.one)
    account = merging.apply(administrator)
    assert account.units == ("Sở Đi Tiếp",)
    assert account.clusters == ("Khối Đi Tiếp",)
    assert str(ended) not in str(account.units)
    seat.refresh_from_db()
    assert seat.during == EVER
    keeper = actor_of(mandate.user, on=MERGER)
    assert keeper.kept == {year.pk}
    assert keeper.oversees(year.pk)


def test_the_successor_takes_a_seat_only_when_that_is_ordered(merging, administrator):
    membership = make_membership(organisation=merging.one)
    over = make_membership(organisation=merging.two, cluster=make_cluster(during=BEFORE_MERGER), during=BEFORE_MERGER)
    account = merging.apply(administrator, seats=[membership.cluster_id])
    assert [one.cluster for one in account.offered] == [membership.cluster_id]
    seat = Membership.objects.get(organisation=merging.successor)
    assert (seat.cluster, seat.during, seat.source) == (membership.cluster, SINCE_MERGER, BASIS)
    assert account.seats == (str(membership.cluster),)
    assert over.cluster_id != seat.cluster_id


def test_a_dry_run_tells_the_same_and_changes_nothing(administrator):
    merging = Merging(LATER)
    merging.record()
    membership = make_membership(organisation=merging.one)
    make_mandate(organisation=merging.two)
    orders = recorded_orders(LATER)
    foretold = rehearse(orders, actor=administrator)
    membership.refresh_from_db()
    assert membership.during == EVER
    assert not Merger.objects.exists()
    assert not AuditEntry.objects.filter(verb="clusters.merge_organisations").exists()
    assert Mandate.objects.filter(organisation=merging.successor).count() == 0
    done = merge_all(orders, actor=administrator)
    assert [one.counts for one in done] == [one.counts for one in foretold]
    assert done[0].mandates == foretold[0].mandates


def test_recorded_orders_leave_out_what_was_applied(administrator):
    Merging(LATER).record()
    (order,) = recorded_orders(LATER)
    assert order.legal_basis == BASIS
    assert recorded_orders(LATER, legal_basis="Căn cứ khác")[0].legal_basis == "Căn cứ khác"
    merge_all([order], actor=administrator)
    assert recorded_orders(LATER) == []


def test_units_merge_into_a_unit_of_the_province_of_that_day(merging, administrator):
    merging.apply(administrator)
    old = [
        make_organisation(kind=OrganisationKind.UNIT, parent=parent, during=Period(None, date(2025, 9, 1)))
        for parent in (merging.one, merging.two)
    ]
    mandate = make_mandate(organisation=old[0])
    merge_organisations(
        day=date(2025, 9, 1),
        legal_basis=BASIS,
        predecessors=[one.pk for one in old],
        successor=NewBody("M1.A", "Sở Hợp Nhất", OrganisationKind.UNIT),
        actor=administrator,
    )
    made = Organisation.objects.coded("M1.A", date(2025, 9, 1)).get()
    assert made.parent == merging.successor
    assert actor_of(mandate.user, on=date(2025, 9, 1)).own == {made.pk, *(one.pk for one in old)}


def test_a_mandate_granted_at_the_successor_afterwards_stands_beside(merging, administrator):
    merging.apply(administrator)
    user = make_user()
    grant_mandate(
        user,
        organisation=merging.successor,
        role="officer",
        during=SINCE_MERGER,
        legal_basis="QĐ thử",
        actor=administrator,
    )
    assert merging.one.pk in actor_of(user, on=MERGER).own
