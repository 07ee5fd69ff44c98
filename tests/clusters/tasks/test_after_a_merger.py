"""After mergers a city works with units that kept their old parent, and what its predecessors entered is its own."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from clusters.campaigns.actions.reviews import inspect
from clusters.campaigns.actions.taking_part import report_progress
from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.lives import TakingPart, taking_part
from clusters.campaigns.models.shares import campaigns_reported
from clusters.duties import duties
from clusters.models import OrganisationKind, Task
from clusters.organisations.models.lineage import lineage
from clusters.tasks.models import tasks_done
from clusters.tasks.rules import AssignmentState, TaskKind
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.period import Period
from emulation.core.score_figures import Asked
from tests.clusters.campaigns.make import joined, make_campaign, make_office, recorded
from tests.clusters.campaigns.test_sheet import sheet
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.people.make import actor_for
from tests.clusters.tasks.make import make_task

pytestmark = pytest.mark.django_db
BEFORE, MERGED, DAY = date(2023, 5, 2), date(2023, 6, 1), date(2023, 7, 10)
OLD, NEW = Period(None, MERGED), Period(MERGED, None)
SHEET = ("TT", "Nội dung nhiệm vụ", "Loại", "Cơ quan giao", "Đơn vị chủ trì", "Hạn hoàn thành", "Kinh phí")


@pytest.fixture(autouse=True)
def _day(settings, tmp_path):
    settings.DEMONSTRATION_DAY, settings.MEDIA_ROOT = BEFORE, tmp_path


@pytest.fixture
def old():
    return make_office("Thành phố Thử", during=OLD)


@pytest.fixture
def other():
    return make_office("Tỉnh Cũ", kind=OrganisationKind.PROVINCE, during=OLD)


@pytest.fixture
def unit(old):
    """Keeps its parent."""
    return make_office("Sở Tổng hợp", kind=OrganisationKind.UNIT, parent=old.organisation)


def merged(settings, *came_from):
    settings.DEMONSTRATION_DAY = DAY
    return make_office("Thành phố Thử", during=NEW, came_from=came_from)


def anew(office, role=Role.OFFICER):
    """The person's scope as it is after mergers."""
    return actor_for(role=role, organisation=office.organisation)


def refused(deed, *said):
    with pytest.raises(Refusal) as refusal:
        deed()
    assert all(word in str(refusal.value) for word in said), str(refusal.value)


def test_units_of_several_mergers_are_one_of_which_any_report_is_heard():
    campaign, september = make_campaign(), date(2023, 9, 1)
    first, second = (make_office(name, during=OLD) for name in ("Sở Một", "Sở Hai"))
    between = make_office("Sở Giữa", during=Period(MERGED, september), came_from=(first, second))
    beside = make_office("Sở Bên", during=Period(None, september))
    last = make_office("Sở Cuối", during=Period(september), came_from=(between, beside))
    for office, on in ((first, BEFORE), (second, None), (last, None)):
        campaign.participations.create(organisation=office.organisation, joined_on=BEFORE, reported_on=on)
    assert taking_part([campaign.pk], lineage()) == {campaign.pk: TakingPart(1, 1)}
    campaign.participations.create(organisation=make_office("Sở Lạ").organisation, joined_on=BEFORE)
    assert taking_part([campaign.pk], lineage()) == {campaign.pk: TakingPart(2, 1)}


def test_a_city_gives_tasks_and_campaigns_to_units_that_kept_their_parent(settings, old, unit):
    city = merged(settings, old)
    page = signed_in(city.officer, "vi")
    said = {
        "organisation": city.organisation.pk,
        "kind": "task",
        "given_by": "UBND thành phố",
        "text": "Rà soát biên chế",
        "units": [unit.organisation.pk],
    }
    assert page.post(reverse("clusters:task-add"), said)["Location"] == Task.objects.get().get_absolute_url()
    rows = [(1, "Việc từ tệp", "", "UBND", "Sở Tổng hợp", "", "")]
    read = page.post(
        reverse("clusters:tasks-send-in"),
        {"organisation": city.organisation.pk, "file": sheet(rows=rows, head=SHEET)},
    )
    assert ([*read.context["told"]], read.context["refused"]) == ([], 0)
    campaign = recorded(city, name="Của thành phố mới")
    client, actor = signed_in(anew(unit), "vi"), anew(unit)
    assert campaign in client.get(reverse("clusters:campaigns")).context["rows"]
    assert reverse("clusters:campaign-join", args=[campaign.pk, unit.organisation.pk]) in words(
        client.get(campaign.get_absolute_url())
    )
    part = joined(campaign, unit.__class__(unit.organisation, actor, None))
    assert part.organisation == unit.organisation
    stranger = make_office("Sở Lạ", kind=OrganisationKind.UNIT, parent=make_office("Tỉnh Lạ").organisation)
    refused(lambda: joined(campaign, stranger), "không thuộc phạm vi")


def test_what_a_predecessor_launched_reaches_the_new_city_and_its_units(settings, old, other, unit):
    of_old, of_other = recorded(old, name="Của thành phố cũ"), recorded(other, name="Của tỉnh cũ")
    city = merged(settings, old, other)
    new_unit = make_office("Sở Mới", kind=OrganisationKind.UNIT, parent=city.organisation)
    reaching = {
        office.organisation.name: set(Campaign.objects.in_scope_of([office.organisation.pk])) & {of_old, of_other}
        for office in (city, new_unit, unit)
    }
    assert reaching == {
        "Thành phố Thử": {of_old, of_other},
        "Sở Mới": {of_old, of_other},
        "Sở Tổng hợp": {of_old},
    }
    page = words(signed_in(city.officer, "vi").get(of_old.get_absolute_url()))
    assert reverse("clusters:campaign-join", args=[of_old.pk, city.organisation.pk]) not in page, "its own"


def test_the_sheet_of_tasks_taken_out_after_a_merger_comes_back_as_recorded(settings, old, other, unit):
    for office in (old, other):
        make_task(office, units=[], kind=TaskKind.REQUEST, text=f"Kiến nghị của {office.organisation}")
    make_task(old, units=[unit], text="Đã giao trước sáp nhập")
    city = merged(settings, old, other)
    client, before = signed_in(city.officer, "vi"), Task.objects.count()
    back = SimpleUploadedFile("lai.xlsx", client.get(reverse("clusters:tasks-take-out")).content)
    page = client.post(reverse("clusters:tasks-send-in"), {"organisation": city.organisation.pk, "file": back})
    assert {why for _place, _name, why in page.context["told"]} == {"đã được ghi nhận tại cơ quan"}
    assert (len(page.context["told"]), page.context["taken"]) == (before, [])
    refused(lambda: make_task(city, units=[unit], text="Đã giao trước sáp nhập"), "đã được giao")


def test_a_unit_owes_what_was_given_to_the_unit_that_it_came_from(settings, old):
    ended = make_office("Sở Cũ", kind=OrganisationKind.UNIT, parent=old.organisation, during=OLD)
    make_task(old, units=[ended], text="Việc của sở")
    city = merged(settings, old)
    after = make_office("Sở Sau", kind=OrganisationKind.UNIT, parent=city.organisation, during=NEW, came_from=[ended])
    beside = make_office("Sở Bên", kind=OrganisationKind.UNIT, parent=city.organisation)
    city = city.__class__(city.organisation, anew(city), None)
    refused(lambda: make_task(city, units=[after, beside], text="Việc của sở"), "Sở Sau", "đã được giao")
    rows = [(1, "Việc của sở", "", "Chủ tịch UBND", "Sở Sau", "", "")]
    sent = {"organisation": city.organisation.pk, "file": sheet(rows=rows, head=SHEET)}
    page = signed_in(city.officer, "vi").post(reverse("clusters:tasks-send-in"), sent)
    assert [why for _place, _name, why in page.context["told"]] == ["đã được ghi nhận tại cơ quan"]


def test_the_sheet_of_campaigns_knows_those_of_the_predecessors(settings, old, other):
    """What is shown as taken is what is recorded."""
    recorded(old, name="Phong trào cũ", aliases=["Tên khác"])
    recorded(other, name="Của tỉnh cũ")
    city = merged(settings, old, other)
    of_namesake = make_office("Thành phố Thử")
    recorded(of_namesake, name="Cùng tên cơ quan")
    client, own = signed_in(city.officer, "vi"), {"organisation": city.organisation.pk}
    rows = [
        (1, "phong trào CŨ", "", "", "", "", ""),
        (2, "Mới", "", "", "", "", "tên khác"),
        (3, "Của tỉnh cũ", "", "", "", "", "", "Tỉnh Cũ"),
        (4, "Cùng tên cơ quan", "", "", "", "", ""),
        (5, "Hoàn toàn mới", "", "", "", "", ""),
    ]
    page = client.post(reverse("clusters:campaigns-send-in"), own | {"file": sheet(rows=rows)})
    told = {name: why for _place, name, why in page.context["told"]}
    assert ["đã được ghi nhận" in told[name] for name in ("phong trào CŨ", "Mới", "Cùng tên cơ quan")] == [True] * 3
    assert "Tỉnh Cũ phát động, đã có" in told["Của tỉnh cũ"]
    assert (page.context["left_out"], page.context["refused"]) == (4, 0)
    client.post(reverse("clusters:campaigns-record"), {"kept": page.context["kept"]})
    assert list(Campaign.objects.filter(initiator_organisation=city.organisation).values_list("name", flat=True)) == [
        "Hoàn toàn mới"
    ]
    refused(lambda: recorded(city, name="của TỈNH cũ"), "trùng với “Của tỉnh cũ”")


def test_nothing_is_reported_or_inspected_of_a_unit_after_its_end(settings, old, unit):
    ended = make_office("Sở Cũ", kind=OrganisationKind.UNIT, parent=old.organisation, during=OLD)
    part = joined(recorded(old, name="Dở dang"), ended)
    city = merged(settings, old)
    after = make_office("Sở Sau", kind=OrganisationKind.UNIT, parent=old.organisation, during=NEW, came_from=[ended])
    report, check = {"text": "Việc", "figure": "", "actor": after.officer}, {"office": "Sở Nội vụ", "due_on": None}
    refused(lambda: report_progress(part, on=MERGED, **report), "Sở Cũ", "đến ngày 31/05/2023")
    refused(lambda: inspect(part, on=DAY, findings="Đủ", actor=city.officer, **check), "Sở Cũ", "31/05/2023")
    report_progress(part, on=date(2023, 5, 31), **report)
    part.__class__.objects.update(joined_on=date(2023, 1, 2), heard_on=date(2023, 1, 3))
    silent = [duty.subject.id for duty in duties(after.officer, DAY) if duty.kind == "campaigns.report"]
    assert silent == [], "it can report no more"


def test_the_home_names_the_unit_that_owes(settings, old, other):
    for office in (old, other):
        make_task(office, units=[office], text="Cùng một việc")
    city = merged(settings, old, other)
    told = sorted(duty.why for duty in duties(city.officer, DAY) if duty.kind == "tasks.report")
    assert told == ["Chủ tịch UBND giao Thành phố Thử (đến năm 2023).", "Chủ tịch UBND giao Tỉnh Cũ (đến năm 2023)."]
    page = words(signed_in(city.officer, "vi").get(reverse("clusters:tasks")))
    assert ("– Tỉnh Cũ (đến năm 2023)" in page, "– Thành phố Thử (đến năm 2023)" in page) == (True, True)


def test_a_score_asks_of_a_unit_what_it_came_from_did_unless_that_is_scored_itself(settings, old, other):
    year = Period.year(2023)
    for name, offices in (("Cả hai", (old, other)), ("Một", (old,)), ("Im lặng", (other,))):
        campaign = make_campaign(name=name, during=year)
        for office in offices:
            part = campaign.participations.create(organisation=office.organisation, joined_on=BEFORE)
            if office is old:
                part.progress.create(on=BEFORE, text="Việc", entered_by_name="A", entered_at=clock.now())
    for office, state in ((old, AssignmentState.DONE), (other, AssignmentState.OWED)):
        task = make_task(office, units=[office], text=f"Việc {state}", due_on=BEFORE)
        task.assignments.update(state=state, document="1/BC")
    city = merged(settings, old, other)

    def asked(*offices):
        return Asked(0, 2023, frozenset(office.organisation.pk for office in offices), DAY)

    new, former = city.organisation.pk, other.organisation.pk
    assert campaigns_reported(asked(city)) == {new: (2, 3)}
    assert campaigns_reported(asked(city, other)) == {new: (2, 2), former: (0, 2)}
    assert tasks_done(asked(city)) == {new: (1, 2)}
    assert tasks_done(asked(city, other)) == {new: (1, 1), former: (0, 1)}
    later = Asked(0, 2024, frozenset({new}), date(2024, 7, 10))
    Campaign.objects.update(during=Period(date(2023, 1, 1), date(2025, 1, 1)))
    assert campaigns_reported(later) == {}, "the parts of units that ended before the year"
