"""What reports and form 0601 say after mergers in mid-year: a unit and what it came from are one, what is open is carried."""

from datetime import date

import pytest
from django.db.models import Q

from clusters.models import Exemplar, OrganisationKind, Task
from clusters.tasks.rules import AssignmentState, TaskKind
from emulation.core import clock
from emulation.core.period import Period
from reports.followed.material import followed_in
from reports.form_0601.material import form_0601_material
from reports.province.compose import compose as compose_of_province
from reports.province.material.collect import collect as collect_of_province
from reports.runs.models.subject import ProvinceYear
from reports.six_month.compose import compose
from reports.six_month.material.collect import collect
from tests.clusters.campaigns.make import make_campaign, make_office
from tests.clusters.membership.make import make_membership
from tests.periods import EVER
from tests.reports.six_month.readings import row_of, table_of, texts_of
from tests.reports.six_month.world import YEAR, make_headed_year

pytestmark = pytest.mark.django_db
MERGED, AS_OF = date(YEAR, 7, 1), date(YEAR + 1, 1, 10)
OLD, NEW = Period(None, MERGED), Period(MERGED, None)


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DAY = AS_OF


def of_province(office, half):
    return compose_of_province(collect_of_province(ProvinceYear(office.organisation, YEAR), half, as_of=AS_OF))


def taking_part(campaign, office, *, heard=None):
    part = campaign.participations.create(organisation=office.organisation, joined_on=date(YEAR, 1, 9))
    if heard:
        part.progress.create(on=heard, text="Việc", entered_by_name="A", entered_at=clock.now())
        part.inspections.create(on=heard, office="Sở Nội vụ", findings="Đủ")


def unit_of(city, name, during=EVER, came_from=()):
    return make_office(name, kind=OrganisationKind.UNIT, parent=city.organisation, during=during, came_from=came_from)


def test_a_unit_of_two_mergers_is_told_once_and_who_had_ended_not_at_all():
    city, campaign = make_office(), make_campaign(name="Nông thôn mới thử")
    august, october = date(YEAR, 8, 1), date(YEAR, 10, 1)
    first, second, gone = (
        unit_of(city, name, Period(None, august)) for name in ("Sở Một", "Sở Hai", "Sở Không kế thừa")
    )
    between = unit_of(city, "Sở Giữa", Period(august, october), (first, second))
    last = unit_of(city, "Sở Cuối", Period(october), (between,))
    taking_part(campaign, first, heard=date(YEAR, 7, 15))
    for office in (second, last, gone):
        taking_part(campaign, office)
    campaign.__class__.objects.update(during=Period(date(YEAR, 1, 1), date(YEAR + 2, 1, 1)))
    document = of_province(city, 2)
    assert row_of(table_of(document, "phong trào"), "Nông thôn mới thử")[3:6] == (2, 1, 1)
    assert "“Nông thôn mới thử”: Sở Không kế thừa." in texts_of(document)
    next_year = collect_of_province(ProvinceYear(city.organisation, YEAR + 1), 1, as_of=date(YEAR + 1, 7, 10))
    assert [one.joined for one in next_year.followed.campaigns] == [("Sở Cuối",)]
    campaign.participations.filter(organisation=last.organisation).delete()
    next_year = collect_of_province(ProvinceYear(city.organisation, YEAR + 1), 1, as_of=date(YEAR + 1, 7, 10))
    assert next_year.followed.campaigns == (), "nobody of them stands"


def test_an_inspection_before_a_split_is_counted_once_and_an_exemplar_stays_told():
    city, campaign = make_office(), make_campaign(name="Nông thôn mới thử")
    before = unit_of(city, "Sở Chia", OLD)
    halves = [unit_of(city, name, NEW, (before,)) for name in ("Sở Một nửa", "Sở Nửa kia")]
    taking_part(campaign, before, heard=date(YEAR, 7, 1))
    for office in halves:
        taking_part(campaign, office)
    said = {"title": "Cách làm hay", "problem": "A", "steps": "B", "result": "C", "contact": "D", "kind": "model"}
    Exemplar.objects.create(
        organisation=before.organisation,
        recognised_on=date(YEAR, 5, 1),
        recognised_by="Hội đồng",
        recognised_in="Quyết định 1",
        **said,
    )
    whole = collect_of_province(ProvinceYear(city.organisation, YEAR), 2, as_of=AS_OF).followed
    assert [(one.joined, one.inspected) for one in whole.campaigns] == [(("Sở Một nửa", "Sở Nửa kia"), 1)]
    after = followed_in(
        {one.organisation.pk: one.organisation.name for one in halves},
        during=Period.year(YEAR),
        of_tasks=Q(pk=0),
        as_of=AS_OF,
    )
    assert [(one.title, one.unit in {"Sở Một nửa", "Sở Nửa kia"}) for one in after.exemplars] == [
        ("Cách làm hay", True)
    ]


def test_in_a_cluster_the_report_of_a_predecessor_outside_it_is_heard():
    year = make_headed_year()
    campaign, before = make_campaign(name="Nông thôn mới thử"), make_office("Tỉnh Ngoài", during=OLD)
    after = make_office("Tỉnh Sau", during=NEW, came_from=(before,))
    make_membership(cluster=year.cluster, organisation=after.organisation, during=NEW)
    taking_part(campaign, before, heard=date(YEAR, 7, 1))
    taking_part(campaign, after)
    make_campaign(name="Của tỉnh ngoài", organisation=before.organisation)
    document = compose(collect(year, 2, as_of=AS_OF))
    assert row_of(table_of(document, "phong trào"), "Nông thôn mới thử")[3:6] == (1, 1, 1)
    assert "Tỉnh Sau (1): Của tỉnh ngoài." in texts_of(document)


def test_what_is_open_at_the_merger_is_carried_into_the_report_of_the_new_city():
    old, other = make_office("Thành phố Thử", during=OLD), make_office("Tỉnh Cũ", during=OLD)
    unit, elsewhere = unit_of(old, "Sở Thử"), make_office("Tỉnh Lạ")
    for keeper, kind, text, owing in (
        (old, TaskKind.TASK, "Việc dở dang", (unit,)),
        (elsewhere, TaskKind.TASK, "Nơi khác giao", (other, elsewhere)),
        (other, TaskKind.REQUEST, "Xin hướng dẫn", ()),
        (elsewhere, TaskKind.REQUEST, "Nơi khác xin", ()),
    ):
        task = Task.objects.create(
            organisation=keeper.organisation, kind=kind, text=text, given_by="UBND", given_on=date(YEAR, 2, 1)
        )
        for office in owing:
            task.assignments.create(organisation=office.organisation, state=AssignmentState.OWED)
    city = make_office("Thành phố Thử", during=NEW, came_from=(old, other))
    document = of_province(city, 2)
    table, said = table_of(document, "nhiệm vụ được giao"), " ".join(texts_of(document))
    assert [row.cells[1] for row in table.rows] == ["Việc dở dang", "Nơi khác giao"]
    assert row_of(table, "Nơi khác giao")[4] == 1, "its own part"
    assert ("Xin hướng dẫn" in said, "Nơi khác xin" in said) == (True, False)


def test_form_0601_counts_what_runs_while_the_province_stands():
    old = make_office("Thành phố Thử", during=OLD)
    unit = unit_of(old, "Sở Thử")
    city = make_office("Thành phố Thử", during=NEW, came_from=(old,))
    for name, office, first, end in (
        ("Trước", unit, date(YEAR, 1, 1), date(YEAR, 6, 1)),
        ("Suốt năm", unit, date(YEAR, 1, 1), date(YEAR + 1, 1, 1)),
        ("Sau", unit, date(YEAR, 7, 15), date(YEAR + 1, 1, 1)),
        ("Của thành phố", old, date(YEAR, 1, 1), date(YEAR + 1, 1, 1)),
    ):
        make_campaign(name=name, organisation=office.organisation, during=Period(first, end))
    undated = {"organisation": unit.organisation, "during": Period(None, None)}
    make_campaign(name="Ghi sau sáp nhập", recorded_on=date(YEAR, 8, 1), **undated)
    forms = [form_0601_material(office.organisation, YEAR, as_of=AS_OF) for office in (old, city)]
    assert [(form.counted.total, form.without_beginning) for form in forms] == [(3, 0), (3, 1)]
