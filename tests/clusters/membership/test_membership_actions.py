from datetime import date

import pytest

from clusters.membership.actions.memberships import add_member, correct_membership_period, end_membership
from clusters.models import Membership
from emulation.core.actions.refusals import period_of, refusing_conflicts
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for, make_administrator
from tests.periods import BEFORE_MERGER, EVER, FIRST_HALF_2023, MERGER, SINCE_MERGER, YEAR_2023

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(db):
    return make_administrator()


def test_a_member_is_added_and_written_down(administrator):
    cluster, unit = make_cluster(code="CUM_A"), make_organisation()
    membership = add_member(cluster, organisation=unit, during=YEAR_2023, source="QĐ thử", actor=administrator)
    assert membership.owner_id == cluster.owner_id
    entry = AuditEntry.objects.latest("id")
    assert entry.verb == "clusters.add_member"
    assert entry.organisation_id == unit.pk
    assert entry.after["cluster"] == cluster.name
    assert (entry.after["from"], entry.after["until"]) == ("2023-01-01", "2024-01-01")


def test_only_an_administrator_adds_ends_and_corrects():
    officer = actor_for()
    membership = make_membership()
    deeds = [
        lambda: add_member(membership.cluster, organisation=make_organisation(), during=EVER, actor=officer),
        lambda: end_membership(membership, last_day=date(2023, 1, 1), why="thử", actor=officer),
        lambda: correct_membership_period(
            membership, during=YEAR_2023, source="", verified=True, why="thử", actor=officer
        ),
    ]
    for deed in deeds:
        with pytest.raises(Refusal, match="administrator|quản trị"):
            deed()
    membership.refresh_from_db()
    assert membership.during == EVER
    assert not AuditEntry.objects.filter(actor_id=officer.user_id).exists()


def test_overlap_names_the_other_cluster_and_its_days(administrator):
    first = make_membership(during=BEFORE_MERGER)
    second = make_cluster(owner=first.cluster.owner)
    with pytest.raises(Refusal) as refusal:
        add_member(second, organisation=first.organisation, during=YEAR_2023, actor=administrator)
    assert first.cluster.name in str(refusal.value)
    assert "30/06/2025" in str(refusal.value)
    assert not second.memberships.exists()


def test_clusters_of_another_owner_do_not_overlap(administrator):
    first = make_membership()
    add_member(make_cluster(), organisation=first.organisation, during=YEAR_2023, actor=administrator)
    assert first.organisation.memberships.count() == 2


def test_a_unit_not_alive_on_those_days_is_refused(administrator):
    unit = make_organisation(name="Tỉnh Mới", during=SINCE_MERGER)
    with pytest.raises(Refusal, match=r"Tỉnh Mới.*01/07/2025"):
        add_member(make_cluster(), organisation=unit, during=YEAR_2023, actor=administrator)


def test_days_outside_the_clusters_life_are_refused(administrator):
    cluster = make_cluster(name="Cụm Cũ", during=FIRST_HALF_2023)
    with pytest.raises(Refusal, match=r"Cụm Cũ.*30/06/2023"):
        add_member(cluster, organisation=make_organisation(), during=YEAR_2023, actor=administrator)


def test_days_upside_down_are_refused_at_the_last_day():
    with pytest.raises(Refusal, match=r"31/12/2022.*01/01/2023") as refusal:
        period_of(date(2023, 1, 1), date(2022, 12, 31))
    assert refusal.value.field == "last_day"
    assert period_of(date(2023, 1, 1), date(2023, 12, 31)) == YEAR_2023
    assert period_of(None, None) == EVER


def test_ending_keeps_the_last_day_and_the_reason(administrator):
    membership = make_membership(during=SINCE_MERGER)
    end_membership(membership, last_day=date(2025, 12, 31), why="Chia lại cụm", actor=administrator)
    membership.refresh_from_db()
    assert membership.during == Period(MERGER, date(2026, 1, 1))
    entry = AuditEntry.objects.latest("id")
    assert (entry.verb, entry.why) == ("clusters.end_membership", "Chia lại cụm")
    assert (entry.before["until"], entry.after["until"]) == (None, "2026-01-01")


def test_an_ending_cannot_lengthen_nor_precede_the_beginning(administrator):
    membership = make_membership(during=YEAR_2023)
    for day in (date(2024, 5, 1), date(2022, 5, 1)):
        with pytest.raises(Refusal) as refusal:
            end_membership(membership, last_day=day, why="thử", actor=administrator)
        assert refusal.value.field == "last_day"


def test_a_change_needs_a_reason(administrator):
    membership = make_membership()
    with pytest.raises(Refusal) as refusal:
        end_membership(membership, last_day=date(2024, 1, 1), why="  ", actor=administrator)
    assert refusal.value.field == "why"


def test_a_correction_writes_only_what_changed(administrator):
    membership = make_membership(during=YEAR_2023, verified=False)
    correct_membership_period(
        membership, during=YEAR_2023, source="", verified=True, why="Đã đối chiếu", actor=administrator
    )
    entry = AuditEntry.objects.latest("id")
    assert (entry.before, entry.after) == ({"verified": False}, {"verified": True})


def test_a_correction_may_not_run_into_another_membership(administrator):
    unit = make_organisation()
    first = make_membership(organisation=unit, during=BEFORE_MERGER)
    second = make_membership(cluster=make_cluster(owner=first.cluster.owner), organisation=unit, during=SINCE_MERGER)
    with pytest.raises(Refusal, match=first.cluster.name):
        correct_membership_period(second, during=YEAR_2023, source="", verified=True, why="thử", actor=administrator)


def test_a_membership_under_a_post_is_not_shortened(administrator):
    membership = make_membership()
    make_post(cluster_year=make_cluster_year(cluster=membership.cluster), organisation=membership.organisation)
    with pytest.raises(Refusal, match="2023"):
        end_membership(membership, last_day=date(2023, 6, 30), why="thử", actor=administrator)
    end_membership(membership, last_day=date(2023, 12, 31), why="thử", actor=administrator)


def test_what_the_database_refuses_becomes_a_sentence():
    membership = make_membership()
    with pytest.raises(Refusal) as refusal, refusing_conflicts():
        make_membership(cluster=membership.cluster, organisation=membership.organisation, during=YEAR_2023)
    constraint = next(one for one in Membership._meta.constraints if one.name == "membership_one_cluster_of_an_owner")
    assert str(refusal.value) == str(constraint.violation_error_message)
