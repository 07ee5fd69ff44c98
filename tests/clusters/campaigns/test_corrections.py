"""What was stated of a campaign and is relied on can be put right by who launched it, with a reason that the units read;
and a save judges and changes nothing that the person did not change."""

from datetime import date

import pytest
from django.urls import reverse

from clusters.campaigns.actions.campaigns import set_campaign, take_step
from clusters.campaigns.actions.parts import set_phase
from clusters.campaigns.actions.reviews import review_part
from clusters.campaigns.actions.striking_out import strike_out_campaign, strike_out_part
from clusters.campaigns.actions.taking_part import report_progress
from clusters.campaigns.rules.terms import CampaignLevel, ReviewKind
from clusters.duties import duties
from clusters.models import Campaign, Directive, Membership, OrganisationKind
from emulation.core import clock
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.clusters.campaigns.make import facts, joined, make_campaign, make_office, prepared, recorded
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.membership.make import make_cluster, make_membership
from tests.periods import DAY, YEAR_2023

pytestmark = pytest.mark.django_db
REPORTED = date(2023, 6, 1)


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def city():
    return make_office()


@pytest.fixture
def department(city):
    return make_office("Sở Thử", kind=OrganisationKind.UNIT, parent=city.organisation)


def days(campaign):
    campaign.refresh_from_db()
    return campaign.during.start, campaign.during.last_day


def test_a_slip_in_the_days_is_put_right_with_a_reason_that_the_units_read(city, department):
    campaign = recorded(city, during=Period(None, None))
    part = joined(campaign, department)
    office, unit = signed_in(city.officer, "vi"), signed_in(department.officer, "vi")
    change = reverse("clusters:campaign-change", args=[campaign.pk])
    sent = {"name": campaign.name, "level": "province", "form": "thematic", "drive": "ordinary"}
    sent["addressed"] = ["everybody"]
    assert office.post(change, sent | {"last_day": "31/12/2023"}).status_code == 302
    answer = office.post(change, sent | {"last_day": "31/12/2025"})
    assert (answer.status_code, "ghi lý do" in words(answer)) == (422, True)
    office.post(change, sent | {"last_day": "31/12/2025", "why": "Gõ nhầm năm 2023"})
    assert days(campaign) == (None, date(2025, 12, 31))
    kept = AuditEntry.objects.filter(why="Gõ nhầm năm 2023").values_list("verb", "organisation_id")
    assert set(kept) == {
        ("clusters.set_campaign", city.organisation.pk),
        ("clusters.correct_campaign", department.organisation.pk),
    }
    told = [one.url for one in duties(department.officer, DAY) if one.kind == "campaigns.look"]
    assert told == [part.get_absolute_url()]
    for client, page in ((office, campaign), (unit, part)):
        assert "Gõ nhầm năm 2023" in words(client.get(page.get_absolute_url()))


@pytest.mark.parametrize(
    "changed",
    [
        {"addressed": ["farmers"]},
        {"form": "regular"},
        {"drive": "peak"},
        {"document": ""},
        {"plan": "Kế hoạch khác"},
        {"name": "Phong trào thử, ghi đầy đủ"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_units_joined_changes_only_with_a_reason_of_which_they_are_told(city, department, changed):
    campaign = recorded(city, document="Kế hoạch 1/KH", plan="Kế hoạch năm")
    joined(campaign, department)
    said = facts(document="Kế hoạch 1/KH", plan="Kế hoạch năm") | changed
    with pytest.raises(Refusal, match="ghi lý do"):
        set_campaign(city.organisation, campaign, actor=city.officer, **said)
    set_campaign(city.organisation, campaign, actor=city.officer, why="Ghi thiếu", **said)
    assert campaign.steps.get(name=next(iter(changed))).why == "Ghi thiếu"
    assert [one.kind for one in duties(department.officer, DAY)] == ["campaigns.look"]
    found = [one.pk for name in ("phong trao thu", "thu ghi day") for one in Campaign.objects.matching(name)]
    assert found == [campaign.pk] * (2 if "name" in changed else 1), "a name put right stays another name"


def test_a_phase_goes_and_comes_with_a_reason_so_that_days_can_be_put_right(city, department):
    draft = prepared(city)
    phase = set_phase(draft, name="Giai đoạn 1", during=YEAR_2023, actor=city.officer)
    campaign = take_step(draft, "launch", actor=city.approver)
    part = joined(campaign, department)
    shorter = facts(during=Period(date(2023, 1, 1), date(2023, 12, 1)), why="Rút ngắn", actor=city.officer)
    with pytest.raises(Refusal, match="bỏ giai đoạn đó trước"):
        set_campaign(city.organisation, campaign, **shorter)
    office = signed_in(city.officer, "vi")
    take_out = reverse("clusters:campaign-phase-drop", args=[campaign.pk, phase.pk])
    assert take_out in words(office.get(campaign.get_absolute_url()))
    assert office.post(take_out, {}).status_code == 422
    office.post(take_out, {"why": "Rút ngắn thời gian"})
    set_campaign(city.organisation, campaign, **shorter)
    add = reverse("clusters:campaign-phase-add", args=[campaign.pk])
    days_of_it = {"name": "Giai đoạn 1", "first_day": "01/01/2023", "last_day": "30/11/2023"}
    assert office.post(add, days_of_it).status_code == 422
    office.post(add, days_of_it | {"why": "Ghi lại"})
    assert campaign.phases.get().during.last_day == date(2023, 11, 30)
    assert "Rút ngắn thời gian" in words(signed_in(department.officer, "vi").get(part.get_absolute_url()))


def test_goals_and_phases_of_a_recorded_campaign_that_units_joined_change_with_a_reason(city, department):
    campaign = recorded(city)
    part = joined(campaign, department)
    office, url = signed_in(city.officer, "vi"), campaign.get_absolute_url()
    said = {"text": "Xã đạt chuẩn"}
    office.post(reverse("clusters:campaign-goal-add", args=[campaign.pk]), said)
    goal = campaign.goals.get()
    assert not campaign.steps.exists(), "what nobody stated may still be entered"
    assert reverse("clusters:campaign-goal-drop", args=[campaign.pk, goal.pk]) in words(office.get(url))
    days_of_it = {"name": "Giai đoạn 1", "first_day": "01/01/2023", "last_day": "30/11/2023"}
    for page, args, sent, step in (
        ("goal-add", [], {"text": "Xã nâng cao"}, "goal"),
        ("goal", [goal.pk], said | {"amount": "6 xã"}, "goal"),
        ("goal-drop", [goal.pk], {}, "goal_out"),
        ("phase-add", [], days_of_it, "phase"),
    ):
        address = reverse(f"clusters:campaign-{page}", args=[campaign.pk, *args])
        assert office.post(address, sent).status_code == 422, page
        assert office.post(address, sent | {"why": f"Sửa {page}"}).status_code == 302, page
        assert campaign.steps.get(why=f"Sửa {page}").name == step
    assert campaign.goals.get().text == "Xã nâng cao"
    assert [one.kind for one in duties(department.officer, DAY)] == ["campaigns.look"]
    assert "Sửa goal-drop" in words(signed_in(department.officer, "vi").get(part.get_absolute_url()))


@pytest.mark.parametrize(
    ("during", "launched_on", "refused_at"),
    [
        (YEAR_2023, None, "first_day"),
        (Period(None, date(2024, 1, 1)), date(2023, 1, 5), "launched_on"),
        (YEAR_2023, date(2023, 1, 5), None),
    ],
)
def test_a_beginning_that_units_rely_on_is_not_emptied(city, department, during, launched_on, refused_at):
    campaign = recorded(city, during=during, launched_on=launched_on)
    joined(campaign, department)
    kept = None if refused_at else launched_on
    emptied = facts(during=Period(None, during.end), launched_on=kept, why="Gõ nhầm", actor=city.officer)
    if refused_at is None:
        set_campaign(city.organisation, campaign, **emptied)
        assert days(campaign) == (None, date(2023, 12, 31))
        return
    with pytest.raises(Refusal, match="ngày bắt đầu") as refusal:
        set_campaign(city.organisation, campaign, **emptied)
    assert refusal.value.field == refused_at


def test_what_was_forgotten_is_reported_after_the_unit_summed_up_but_nothing_later(city, department, settings):
    settings.DEMONSTRATION_DAY = date(2024, 2, 1)
    campaign = recorded(city, during=Period(date(2023, 1, 1), date(2025, 1, 1)))
    part, said = joined(campaign, department), {"figure": "", "actor": department.officer}
    review_part(
        part,
        kind=ReviewKind.FINAL,
        on=date(2024, 1, 8),
        document="Báo cáo 1",
        conclusion="Đạt",
        actor=department.officer,
    )
    part.refresh_from_db()
    with pytest.raises(Refusal, match="08/01/2024"):
        report_progress(part, on=date(2024, 1, 9), text="Sau tổng kết", **said)
    report_progress(part, on=date(2023, 12, 18), text="Quên ghi", **said)
    page = words(signed_in(department.officer, "vi").get(part.get_absolute_url()))
    offered = [reverse(f"clusters:participation-{name}", args=[part.pk]) for name in ("progress", "review")]
    assert [f'href="{address}"' in page for address in offered] == [True, False]


def test_a_campaign_struck_out_shows_no_life_and_leads_nobody_to_it(city, department):
    campaign = recorded(city)
    part = joined(campaign, department)
    strike_out_part(part, why="Nhầm", actor=department.officer)
    strike_out_campaign(campaign, why="Ghi nhầm", actor=city.officer)
    page = signed_in(city.officer, "vi").get(campaign.get_absolute_url())
    assert ([page.context[name] or None for name in ("missing", "stages")], "Ghi nhầm" in words(page)) == (
        [None, None],
        True,
    )
    read = signed_in(department.officer, "vi").get(part.get_absolute_url())
    assert campaign.name in words(read)
    assert f'href="{campaign.get_absolute_url()}"' not in read.content.decode()


@pytest.mark.parametrize(
    ("during", "criteria", "said"),
    [
        (Period.half_year(2023, 1), "Một", "10/07/2023"),
        (Period(date(2023, 6, 2), date(2024, 1, 1)), "Một", "01/06/2023"),
        (Period(date(2023, 6, 1), date(2023, 7, 11)), "Một", None),
        (YEAR_2023, "Hai", None),
        (YEAR_2023, "", None),
    ],
)
def test_no_correction_leaves_out_what_units_entered(city, department, during, criteria, said):
    campaign = recorded(city, criteria="Một")
    report_progress(joined(campaign, department), on=REPORTED, text="Việc", figure="", actor=department.officer)
    said_of_it = facts(during=during, criteria=criteria, why="Gõ nhầm", actor=city.officer)
    if said is None:
        set_campaign(city.organisation, campaign, **said_of_it)
        campaign.refresh_from_db()
        assert (campaign.during, campaign.criteria) == (during, criteria)
    else:
        with pytest.raises(Refusal, match=said):
            set_campaign(city.organisation, campaign, **said_of_it)


def test_an_end_that_nobody_stated_is_not_entered_before_a_unit_joined(city, department):
    campaign = recorded(city, during=Period(None, None))
    joined(campaign, department)
    with pytest.raises(Refusal, match="10/07/2023") as refusal:
        set_campaign(city.organisation, campaign, actor=city.officer, **facts(during=Period.year(2022)))
    assert refusal.value.field == "last_day"


def test_another_name_is_added_to_one_that_was_joined_before_it_begins(city, department):
    later = Period.year(2024)
    campaign = recorded(city, during=later)
    joined(campaign, department)
    set_campaign(city.organisation, campaign, actor=city.officer, **facts(during=later, aliases=["Tên gọi khác"]))
    assert campaign.aliases.get().name == "Tên gọi khác"


def test_a_save_keeps_what_is_offered_no_more(city, settings):
    cluster = make_cluster()
    make_membership(cluster=cluster, organisation=city.organisation)
    above = make_campaign(name="Cả nước một năm")
    directive = Directive.objects.create(
        organisation=city.organisation, kind="directive", number="1/CT", dated=date(2023, 1, 5), year=2023
    )
    campaign = recorded(
        city,
        name="Của cụm",
        level=CampaignLevel.CLUSTER,
        cluster=cluster,
        parent=above,
        directive=directive,
        during=Period(date(2023, 1, 1), date(2025, 1, 1)),
    )
    Membership.objects.filter(organisation=city.organisation).update(during=Period(None, DAY))
    Directive.objects.update(withdrawn_at=clock.now())
    settings.DEMONSTRATION_DAY = date(2024, 3, 1)
    office, change = signed_in(city.officer, "vi"), reverse("clusters:campaign-change", args=[campaign.pk])
    shown = office.get(change).context["form"]
    sent = {field.html_name: field.value() for field in shown if field.value() not in (None, "")}
    sent |= {"first_day": "01/01/2023", "last_day": "31/12/2024", "aliases": "Tên gọi khác"}
    answer = office.post(change, {name: getattr(said, "pk", said) for name, said in sent.items()})
    assert answer.status_code == 302, answer.context["form"].errors
    campaign.refresh_from_db()
    assert (campaign.parent, campaign.cluster, campaign.directive) == (above, cluster, directive)
    assert campaign.aliases.get().name == "Tên gọi khác"
