"""Units of a province: recorded by an administrator, within its life, each name once; then they sit in its blocks."""

from datetime import date

import pytest
from django.urls import reverse

from clusters.membership.forms.memberships import MemberForm
from clusters.models import ClusterLevel, MandateRole, OrganisationKind
from clusters.organisations.actions import add_unit
from clusters.people.actions import grant_mandate
from clusters.people.forms import MandateForm
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import actor_for, make_administrator, make_user
from tests.clusters.people.visitors import an_administrator, an_officer
from tests.periods import BEFORE_MERGER, DAY, EVER, MERGER, SINCE_MERGER

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return make_organisation(name="Thành phố Có Khối", kind=OrganisationKind.CITY)


@pytest.fixture
def administrator():
    return make_administrator()


def test_a_unit_belongs_to_its_province_and_is_audited(city, administrator):
    unit = add_unit(city, code="92.SNV", name="  Sở  Thử  Một ", during=EVER, actor=administrator)
    assert (unit.parent, unit.kind, unit.name) == (city, OrganisationKind.UNIT, "Sở Thử Một")
    assert AuditEntry.objects.filter(verb="clusters.add_unit", organisation_id=city.pk).count() == 1


def test_refusals(city, administrator):
    add_unit(city, code="92.SNV", name="Sở Thử Một", during=EVER, actor=administrator)
    with pytest.raises(Refusal, match="đã có đơn vị mang tên này"):
        add_unit(city, code="92.KHAC", name="sở thử một", during=EVER, actor=administrator)
    with pytest.raises(Refusal, match="mã này thuộc đơn vị khác"):
        add_unit(city, code="92.SNV", name="Sở Thử Hai", during=EVER, actor=administrator)
    with pytest.raises(Refusal, match="[Cc]hỉ quản trị"):
        add_unit(city, code="92.X", name="Sở Thử Ba", during=EVER, actor=actor_for(role=Role.OFFICER))
    ended = make_organisation(during=BEFORE_MERGER)
    with pytest.raises(Refusal, match="không phải trong tất cả|tồn tại"):
        add_unit(ended, code="X.1", name="Sở Muộn", during=Period(date(2026, 1, 1)), actor=administrator)
    board = make_organisation(kind=OrganisationKind.CENTRAL_BOARD)
    with pytest.raises(Refusal, match="Chỉ tỉnh"):
        add_unit(board, code="B.1", name="Vụ Thử", during=EVER, actor=administrator)


def test_a_block_takes_only_units_of_its_province(city, administrator):
    own = add_unit(city, code="92.A", name="Sở Thử A", during=EVER, actor=administrator)
    other = make_organisation()
    block = make_cluster(owner=city, level=ClusterLevel.PROVINCE)
    assert list(MemberForm(cluster=block).fields["organisation"].queryset) == [own]
    assert other not in MemberForm(cluster=block).fields["organisation"].queryset


def test_a_unit_recorded_late_may_go_on_under_the_successor_but_not_begin_there(administrator):
    old, new = make_organisation(during=BEFORE_MERGER), make_organisation(during=SINCE_MERGER)
    with pytest.raises(Refusal, match="không phải trong tất cả|tồn tại"):
        add_unit(old, code="X.1", name="Sở Đi Tiếp", during=EVER, actor=administrator)
    make_succession(predecessor=old, successor=new, day=MERGER)
    assert add_unit(old, code="X.1", name="Sở Đi Tiếp", during=EVER, actor=administrator).parent == old
    for during in (SINCE_MERGER, Period(date(2026, 1, 1))):
        with pytest.raises(Refusal, match="không phải trong tất cả|tồn tại"):
            add_unit(old, code="X.2", name="Sở Lập Sau", during=during, actor=administrator)
    with pytest.raises(Refusal, match="không phải trong tất cả|tồn tại"):
        add_unit(new, code="X.2", name="Sở Có Trước", during=EVER, actor=administrator)


def test_a_block_of_a_merged_province_takes_units_of_its_successor(administrator):
    old, new = make_organisation(during=BEFORE_MERGER), make_organisation(during=SINCE_MERGER)
    make_succession(predecessor=old, successor=new, day=MERGER)
    units = [
        add_unit(parent, code=f"{parent.code}.A", name="Sở Thử", during=parent.during, actor=administrator)
        for parent in (old, new)
    ]
    for owner in (old, new):
        block = make_cluster(owner=owner, level=ClusterLevel.PROVINCE)
        assert set(MemberForm(cluster=block).fields["organisation"].queryset) == set(units)


def test_people_of_a_unit_have_its_rights_and_the_province_oversees(city, administrator):
    unit = add_unit(city, code="92.A", name="Sở Thử A", during=EVER, actor=administrator)
    block = make_cluster(owner=city, level=ClusterLevel.PROVINCE)
    assert unit not in MandateForm().fields["organisation"].queryset
    make_membership(cluster=block, organisation=unit)
    assert unit in MandateForm().fields["organisation"].queryset
    year = make_cluster_year(cluster=block)
    user = make_user()
    grant_mandate(
        user, organisation=unit, role=MandateRole.OFFICER, during=EVER, legal_basis="QĐ thử", actor=administrator
    )
    assert actor_of(user, on=DAY).joined == {year.pk}
    assert not actor_of(user, on=DAY).oversees(year.pk)
    keeper = make_user()
    grant_mandate(
        keeper, organisation=city, role=MandateRole.OFFICER, during=EVER, legal_basis="QĐ thử", actor=administrator
    )
    assert actor_of(keeper, on=DAY).oversees(year.pk)


def test_through_the_pages(city):
    administrator = an_administrator()
    response = administrator.post(
        reverse("clusters:unit-add", args=[city.pk]), {"name": "Sở Thử Một", "code": "92.SNV", "verified": "on"}
    )
    assert response.status_code == 302
    page = administrator.get(city.get_absolute_url()).content.decode()
    assert "Sở Thử Một" in page
    assert reverse("clusters:unit-add", args=[city.pk]) in page
    assert (
        reverse("clusters:unit-add", args=[city.pk]) not in an_officer().get(city.get_absolute_url()).content.decode()
    )
    refused = administrator.post(reverse("clusters:unit-add", args=[city.pk]), {"name": "Sở Thử Hai", "code": "92 snv"})
    assert refused.status_code == 422
    assert "Sở Thử Hai" in refused.content.decode()
