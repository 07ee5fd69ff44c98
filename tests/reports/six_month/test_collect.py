"""Which honours count: decided in the half-year, by an organisation that was a member that day, in force."""

from datetime import date

import pytest

from awards.register.rules.terms import HonourStatus
from clusters.models import ClusterLevel, Membership, OrganisationKind
from emulation.core.period import Period
from reports.agreement.rules.printed import printed_together
from reports.agreement.rules.terms import Verdict
from reports.document.rules.document import Chart
from reports.document.rules.tables import UNKNOWN
from reports.runs.models.heads import head_of
from reports.runs.models.kinds import DoesNotAddUp
from reports.six_month.compose import compose
from reports.six_month.material.collect import collect
from tests.awards.register.make import make_honour
from tests.awards.totals.make import make_total
from tests.clusters.membership.make import make_membership
from tests.clusters.organisations.make import make_organisation
from tests.reports.six_month.readings import row_of, table_of, texts_of
from tests.reports.six_month.world import make_headed_year

pytestmark = pytest.mark.django_db
DAY = date(2023, 7, 10)


@pytest.fixture
def cluster_year():
    return make_headed_year()


def total(cluster_year, half=1):
    return collect(cluster_year, half, as_of=DAY).counted.total


@pytest.mark.parametrize(
    ("day", "half"),
    [
        (date(2022, 12, 31), None),
        (date(2023, 1, 1), 1),
        (date(2023, 6, 30), 1),
        (date(2023, 7, 1), 2),
        (date(2023, 12, 31), 2),
        (date(2024, 1, 1), None),
    ],
)
def test_a_half_year_has_its_first_day_and_not_its_last(cluster_year, day, half):
    make_honour(organisation=cluster_year.cities[0], decision_date=day, achievement_year=2022)
    assert [total(cluster_year, each) for each in (1, 2)] == [int(half == 1), int(half == 2)]


def test_only_the_days_of_membership_count(cluster_year):
    guest = make_organisation(name="Thử Khách", kind=OrganisationKind.CITY)
    make_membership(cluster=cluster_year.cluster, organisation=guest, during=Period(date(2023, 3, 1), date(2023, 5, 1)))
    for day in (date(2023, 2, 28), date(2023, 3, 1), date(2023, 4, 30), date(2023, 5, 1)):
        make_honour(organisation=guest, decision_date=day, achievement_year=2022)
    assert total(cluster_year) == 2


@pytest.mark.parametrize("status", [HonourStatus.REVOKED, HonourStatus.UNDONE])
def test_what_is_no_longer_in_force_does_not_count(cluster_year, status):
    make_honour(organisation=cluster_year.cities[0], status=status)
    assert total(cluster_year) == 0


def test_another_cluster_s_honours_do_not_count(cluster_year):
    make_honour(organisation=make_organisation())
    assert total(cluster_year) == 0


@pytest.mark.parametrize("level", ClusterLevel)
def test_a_cluster_of_a_province_says_that_only_the_members_own_lists_count(cluster_year, level):
    cluster_year.cluster.level = level
    said = " ".join(texts_of(compose(collect(cluster_year, 1, as_of=DAY))))
    assert ("danh sách khen thưởng của chính các đơn vị thành viên" in said) == (level == ClusterLevel.PROVINCE)


def test_totals_without_names_are_told_apart_and_not_added(cluster_year):
    make_total(cluster_year.cities[0], count=500)
    material = collect(cluster_year, 1, as_of=DAY)
    assert material.counted.total == 0
    assert [(row.number, row.named) for row in material.declared] == [(500, 0)]


def test_the_head_is_the_members_who_holds_the_post_and_a_year_without_one_has_none(cluster_year):
    assert head_of(cluster_year, DAY) == cluster_year.cities[0]
    cluster_year.posts.all().delete()
    with pytest.raises(LookupError):
        head_of(cluster_year, DAY)


@pytest.mark.parametrize("members", [1, 3])
def test_a_constant_number_of_queries(cluster_year, members, django_assert_num_queries):
    for _ in range(members):
        city = make_organisation(kind=OrganisationKind.CITY)
        make_membership(cluster=cluster_year.cluster, organisation=city)
        make_honour(organisation=city)
    cluster_year.refresh_from_db()
    with django_assert_num_queries(20):
        collect(cluster_year, 1, as_of=DAY)


def test_a_report_whose_parts_do_not_sum_is_not_composed(cluster_year):
    make_honour(organisation=cluster_year.cities[1])
    material = collect(cluster_year, 1, as_of=DAY)
    Membership.objects.filter(organisation=cluster_year.cities[1]).delete()
    lacking = collect(cluster_year, 1, as_of=DAY)
    assert lacking.counted.total == 0
    compose(material)
    broken = type(material)(**{**vars(material), "members": lacking.members})
    with pytest.raises(DoesNotAddUp):
        compose(broken)


def test_the_tables_add_up_and_the_lines_bear_the_cities_names(cluster_year):
    for _ in range(3):
        make_honour(organisation=cluster_year.cities[0], award="BK_TINH")
    make_honour(organisation=cluster_year.cities[1], award="CSTD_TINH", target_group="")
    document = compose(collect(cluster_year, 1, as_of=DAY))
    first = next(block for block in document.blocks if hasattr(block, "rows"))
    assert {row.cells[1] for row in first.rows} >= {
        "Bằng khen của Chủ tịch UBND thành phố",
        "Chiến sĩ thi đua cấp thành phố",
    }
    assert first.rows[-1].cells[-1].value == 4
    texts = [cell for block in document.blocks if hasattr(block, "rows") for row in block.rows for cell in row.cells]
    assert "Chưa phân loại nhóm đối tượng" in texts
    assert document.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def test_a_member_of_which_the_register_says_nothing_is_no_zero_and_totals_say_so(cluster_year):
    make_honour(organisation=cluster_year.cities[0])
    document = compose(collect(cluster_year, 1, as_of=DAY))
    chart = next(block for block in document.blocks if isinstance(block, Chart))
    assert chart.bars == (("Thử Một", 1),)
    silent = "chưa ghi lượt khen thưởng nào trong kỳ của Thử Hai: chưa rõ"
    assert any(silent in getattr(block, "text", "") for block in document.blocks)
    by_member, against_awards = (
        table_of(document, name) for name in ("Khen thưởng theo đơn vị", "Số lượt khen thưởng 6 tháng")
    )
    assert row_of(by_member, "Thử Hai")[1:] == (UNKNOWN,) * 5
    at = [column.title for column in against_awards.columns].index("Thử Hai")
    assert {row.cells[at] for row in against_awards.rows} == {UNKNOWN}
    assert all("số tổng chưa gồm đơn vị đó" in table.note for table in (by_member, against_awards))
    assert [one for one in printed_together(document, year=2023) if one.verdict is not Verdict.AGREES] == []


def test_a_half_year_without_honours_says_so(cluster_year):
    document = compose(collect(cluster_year, 1, as_of=DAY))
    assert any("chưa có lượt khen thưởng" in getattr(block, "text", "") for block in document.blocks)
