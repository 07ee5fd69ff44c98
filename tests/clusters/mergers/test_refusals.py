"""Who may merge, what is refused and in which words; what was applied stands."""

from datetime import date

import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from clusters.mergers.actions import NewBody, merge_all, recorded_orders
from clusters.models import (
    MergedOrganisation,
    Merger,
    Organisation,
    OrganisationKind,
    Post,
)
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.period import Period
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.mergers.make import Merging, make_merger
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import actor_for, make_mandate
from tests.clusters.year.whole_years import close_year
from tests.periods import EVER, SINCE_MERGER

pytestmark = pytest.mark.django_db
LATER = date(2027, 1, 1)


def test_a_code_of_another_body_of_that_day_is_refused(merging, administrator):
    with pytest.raises(Refusal, match="mã này"):
        merging.apply(administrator, successor=NewBody("M1", "Tỉnh Vừa Lập", OrganisationKind.PROVINCE))


def test_a_seat_nobody_had_is_refused(merging, administrator):
    with pytest.raises(Refusal, match="chọn lại") as refused:
        merging.apply(administrator, seats=[make_cluster().pk])
    assert refused.value.field == "seats"


def test_only_an_administrator_merges(merging):
    for role in (Role.OFFICER, Role.APPROVER):
        with pytest.raises(Refusal, match="[Cc]hỉ quản trị"):
            merging.apply(actor_for(role=role, organisation=merging.one))
    assert not Merger.objects.exists()


def test_twice_is_refused_by_the_deed_and_by_the_database(merging, administrator):
    merging.apply(administrator)
    with pytest.raises(Refusal, match="không thực hiện hai lần"):
        merging.apply(administrator)
    with pytest.raises(IntegrityError, match="merger_once"), transaction.atomic():
        make_merger(successor=merging.successor)


def test_a_body_is_merged_once(merging, administrator):
    merging.apply(administrator)
    other = make_organisation(name="Tỉnh Mới Khác", code="M2", during=SINCE_MERGER)
    with pytest.raises(
        Refusal, match=r"Tỉnh Cũ Hai \(đến năm 2025\) đã sáp nhập vào đơn vị khác: Tỉnh Mới \(từ năm 2025\)"
    ):
        merging.apply(administrator, successor=other.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_merger(predecessors=[merging.one])


@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
@pytest.mark.parametrize("model", [Merger, MergedOrganisation])
def test_what_was_applied_stands(merging, administrator, model, statement):
    merging.apply(administrator)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises((InternalError, IntegrityError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(model._meta.db_table))


def test_before_a_membership_begins(merging, administrator):
    Organisation.objects.filter(pk=merging.one.pk).update(during=EVER)
    late = make_membership(organisation=merging.one, during=Period(date(2025, 8, 1)))
    with pytest.raises(Refusal) as refused:
        merging.apply(administrator)
    assert str(late.cluster) in str(refused.value)
    assert "01/08/2025" in str(refused.value)
    assert refused.value.field == "day"
    late.refresh_from_db()
    assert late.during.end is None


def test_before_a_post_or_a_mandate_begins(merging, administrator):
    Organisation.objects.filter(pk=merging.one.pk).update(during=EVER)
    year = make_cluster_year(year=2025)
    post = make_post(cluster_year=year, organisation=merging.one, during=Period(date(2025, 10, 1)))
    with pytest.raises(Refusal, match="giữ vai trò từ ngày 01/10/2025"):
        merging.apply(administrator)
    Post.objects.filter(pk=post.pk).update(during=Period(date(2025, 1, 1)))
    make_mandate(organisation=merging.one, during=SINCE_MERGER)
    with pytest.raises(Refusal, match="Phân công của .* bắt đầu ngày 01/07/2025"):
        merging.apply(administrator)


def test_a_successor_among_its_predecessors_children(merging, administrator):
    child = make_organisation(kind=OrganisationKind.UNIT, parent=merging.one, during=SINCE_MERGER)
    with pytest.raises(Refusal, match="thuộc Tỉnh Cũ Một") as refused:
        merging.apply(administrator, successor=child.pk)
    assert refused.value.field == "successor"
    grown = make_organisation(kind=OrganisationKind.UNIT, parent=child)
    with pytest.raises(Refusal, match="thuộc Tỉnh Cũ Một"):
        merging.apply(administrator, successor=grown.pk)


def test_other_refusals_of_the_deed(merging, administrator):
    with pytest.raises(Refusal, match="đứng ở cả hai bên"):
        merging.apply(administrator, predecessors=(merging.one.pk, merging.successor.pk))
    with pytest.raises(Refusal, match="ít nhất một đơn vị"):
        merging.apply(administrator, predecessors=())
    late = make_organisation(during=Period(date(2025, 8, 1)))
    with pytest.raises(Refusal, match="ngày trước ngày 01/08/2025"):
        merging.apply(administrator, day=date(2025, 8, 1), successor=late.pk)
    with pytest.raises(Refusal, match="bắt đầu đúng ngày sáp nhập"):
        merging.apply(administrator, successor=make_organisation(name="Tỉnh Có Từ Lâu").pk)
    with pytest.raises(Refusal, match="căn cứ"):
        merging.apply(administrator, legal_basis="  ")
    with pytest.raises(Refusal, match="Không có lần sáp nhập nào"):
        merge_all(recorded_orders(LATER), actor=administrator)
    make_succession(predecessor=merging.successor, successor=merging.one, day=date(2020, 1, 1))
    with pytest.raises(Refusal, match="không thể sáp nhập vào đơn vị tiền thân"):
        merging.apply(administrator)


def test_a_closed_year_is_not_changed(merging, administrator):
    year = make_cluster_year(year=2025)
    make_post(cluster_year=year, organisation=merging.one)
    close_year(year, on=date(2026, 3, 1))
    with pytest.raises(Refusal, match="đã đóng"):
        merging.apply(administrator)


def test_one_that_is_refused_takes_all_others_back(administrator):
    merging = Merging(LATER)
    merging.record()
    membership = make_membership(organisation=merging.one)
    unfit = make_organisation(name="Tỉnh Đã Hết", during=Period(None, date(2020, 1, 1)))
    last = make_organisation(name="Z Tỉnh Mới", during=Period(LATER))
    make_succession(predecessor=unfit, successor=last, day=LATER)
    orders = recorded_orders(LATER)
    assert [len(order.predecessors) for order in orders] == [2, 1]
    with pytest.raises(Refusal, match="Tỉnh Đã Hết"):
        merge_all(orders, actor=administrator)
    membership.refresh_from_db()
    assert membership.during == EVER
    assert not Merger.objects.exists()


def test_units_of_two_provinces_need_their_successor_recorded_first(merging, administrator):
    other = make_organisation()
    old = [make_organisation(kind=OrganisationKind.UNIT, parent=one) for one in (other, make_organisation())]
    with pytest.raises(Refusal, match="các tỉnh khác nhau"):
        merging.apply(
            administrator,
            predecessors=[one.pk for one in old],
            successor=NewBody("X.1", "Sở Thử", OrganisationKind.UNIT),
        )
