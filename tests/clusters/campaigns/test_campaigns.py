"""The pages of campaigns: found under any name, narrowed to the year and the own scope, joined in one click; the number
of questions does not grow with what there is."""

from datetime import date

import pytest
from django.urls import reverse

from awards.register.models.honour import Honour
from clusters.campaigns.actions.parts import set_goal
from clusters.campaigns.actions.reviews import review_campaign
from clusters.campaigns.actions.taking_part import report_progress
from clusters.campaigns.models.lives import taking_part
from clusters.campaigns.rules.terms import ReviewKind, Stage
from clusters.duties import duties
from clusters.models import Campaign, CampaignAlias, Directive, OrganisationKind, Participation, Succession
from clusters.organisations.models.lineage import lineage
from clusters.tasks.rules import TaskKind
from emulation.core.actor import Role
from emulation.core.period import Period
from tests.awards.register.make import make_honour
from tests.clusters.campaigns.make import GOAL, joined, launched, make_campaign, make_office, prepared, recorded
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for
from tests.clusters.people.visitors import an_officer
from tests.clusters.tasks.make import make_task
from tests.periods import DAY, YEAR_2023

pytestmark = pytest.mark.django_db
LIST = reverse("clusters:campaigns")


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def officer(db):
    return an_officer()


@pytest.fixture
def city():
    return make_office()


def test_a_campaign_is_found_under_any_of_its_names(officer):
    campaign = Campaign.objects.create(
        name="Phong trào Thử", name_key="phong trao thu", initiator="Đơn vị thử", during=YEAR_2023
    )
    CampaignAlias.objects.create(campaign=campaign, name="Tên Khác Hẳn", name_key="ten khac han")
    for search in ("Phong trào thử", "ten khac"):
        page = officer.get(LIST, {"tim": search})
        assert campaign in page.context["rows"]
    assert campaign not in officer.get(LIST, {"tim": "không có"}).context["rows"]


def test_the_list_shows_the_year_and_the_own_scope_first(city):
    own = recorded(city, name="Năm nay", launched_on=date(2023, 1, 5))
    past = recorded(city, name="Năm trước", during=Period.year(2022))
    elsewhere = recorded(make_office("Tỉnh Lạ"), name="Nơi khác")
    rewarded = make_campaign(name="Chỉ có khen", launched_on=date(2023, 7, 1))
    make_honour(organisation=city.organisation, campaign=rewarded)
    draft = prepared(city, name="Còn soạn")
    client, made = signed_in(city.officer, "vi"), {own, past, elsewhere, rewarded, draft}

    def shown(**asked):
        return set(client.get(LIST, asked).context["rows"]) & made

    assert shown() == {own, rewarded, draft}
    assert shown(nam="2022") == {past}
    assert shown(cua="tat-ca") == made
    assert shown(doi="ngu") == {own}
    assert shown(doi="chi-phat-dong") == {own, past}
    assert shown(doi="chi-khen") == {rewarded}
    assert shown(doi="du-thao") == {draft}
    honours = client.get(reverse("awards:campaign-honours", args=[rewarded.pk]))
    assert [number for _award, number in honours.context["counted"]] == [1]
    assert draft not in set(signed_in(make_office("Tỉnh Khác").officer).get(LIST, {"cua": "tat-ca"}).context["rows"])


def test_a_campaign_from_its_draft_to_the_first_unit_on_pages(city):
    department = make_office("Sở Thử", kind=OrganisationKind.UNIT, parent=city.organisation)
    recorded(city, name="Đang chạy", addressed=["everybody"])
    client = signed_in(city.officer, "vi")
    sent = {
        "organisation": city.organisation.pk,
        "is_recorded": "0",
        "name": "Phong trào mới",
        "aliases": "Tên ngắn\nTên ngắn hơn",
        "level": "province",
        "drive": "peak",
        "addressed": ["officials"],
        "first_day": "01/07/2023",
        "last_day": "01/06/2023",
    }
    answer = client.post(reverse("clusters:campaign-add"), sent)
    assert answer.status_code == 422
    assert "trước ngày" in words(answer)
    assert "Tên ngắn hơn" in words(answer)
    client.post(reverse("clusters:campaign-add"), sent | {"last_day": "31/12/2023"})
    made = Campaign.objects.get(name="Phong trào mới")
    page = words(client.get(made.get_absolute_url()))
    assert "Còn thiếu: mục tiêu đo được" in page
    assert "Đang chạy" in page, "what runs at the same time is told before the launch"
    goal = {"text": "Hồ sơ đúng hạn", "amount": "từ 95%", "unit": "%", "source": "Cổng", "checked_on": "15/12/2023"}
    client.post(reverse("clusters:campaign-goal-add", args=[made.pk]), goal)
    approver = signed_in(city.approver, "vi")
    approver.post(reverse("clusters:campaign-launch", args=[made.pk]))
    unit = signed_in(department.officer, "vi")
    join = reverse("clusters:campaign-join", args=[made.pk, department.organisation.pk])
    assert join in words(unit.get(made.get_absolute_url()))
    answer = unit.post(join, {"goals": "Giảm 10%"})
    part = Participation.objects.get()
    assert answer["Location"] == part.get_absolute_url()
    assert "chưa có tin" in words(unit.get(part.get_absolute_url()))
    assert "1 đơn vị chưa có tin" in words(client.get(made.get_absolute_url()))
    progress = reverse("clusters:participation-progress", args=[part.pk])
    top = [one.get(made.get_absolute_url()).content.decode().split("</h1>")[1][:1500] for one in (unit, client)]
    assert [progress in one for one in top] == [True, False]
    ahead = {"on": "11/07/2023", "text": "Ra quân"}
    answer = unit.post(reverse("clusters:participation-progress", args=[part.pk]), ahead)
    assert "chưa đến" in words(answer)
    assert "Ra quân" in words(answer)


def test_the_directive_that_launches_a_campaign_is_its_document(city):
    campaign = recorded(city)
    missing = signed_in(city.officer, "vi").get(campaign.get_absolute_url())
    assert "văn bản phát động" in words(missing)
    directive = Directive.objects.create(
        organisation=city.organisation, kind="directive", number="1/CT-UBND", dated=DAY, year=2023
    )
    Campaign.objects.filter(pk=campaign.pk).update(directive=directive)
    told = words(signed_in(city.officer, "vi").get(campaign.get_absolute_url()))
    assert ("văn bản phát động" in told, "1/CT-UBND" in told) == (False, True)


def test_each_stage_has_its_proof_and_each_month_its_word(city):
    department = make_office("Sở Thử", kind=OrganisationKind.UNIT, parent=city.organisation)
    campaign = recorded(city, launched_on=date(2023, 1, 5), document="Kế hoạch 7/KH")
    part = joined(campaign, department)
    for text in ("Ra quân", "Xong đợt một"):
        report_progress(part, on=date(2023, 7, 3), text=text, figure="", actor=department.officer)
    final = {"kind": ReviewKind.FINAL, "on": DAY, "document": "Báo cáo 9/BC", "conclusion": "Đạt"}
    review_campaign(campaign, actor=city.officer, **final)
    page = signed_in(city.officer, "vi").get(campaign.get_absolute_url())
    proofs = {stage: proof.text for stage, proof in page.context["proofs"].items()}
    assert proofs == {
        Stage.LAUNCHED: "Kế hoạch 7/KH",
        Stage.JOINED: "Sở Thử",
        Stage.REPORTED: "Sở Thử",
        Stage.SUMMED_UP: "Báo cáo 9/BC",
    }
    assert page.context["months"][0] == (date(2023, 1, 1), 0)
    assert page.context["months"][-1] == (date(2023, 7, 1), 2)
    assert f"{part.get_absolute_url()}#progress" in page.content.decode()
    own = signed_in(department.officer, "vi").get(part.get_absolute_url())
    assert own.context["proofs"][Stage.REPORTED].text == "Ra quân"


def test_a_goal_that_says_two_things_is_told_before_the_launch(city):
    draft = prepared(city)
    page = signed_in(city.officer, "vi").get(draft.get_absolute_url())
    assert "hai việc" not in words(page)
    set_goal(draft, None, checked_on=DAY, actor=city.officer, **GOAL | {"text": "Đạt 5 xã và giảm 10% giấy tờ"})
    assert "hai việc" in words(signed_in(city.officer, "vi").get(draft.get_absolute_url()))


def test_the_centre_is_told_of_what_only_it_can_wake_or_answer(city):
    asleep = make_campaign(name="Cả nước ngủ", launched_on=date(2023, 1, 5))
    asked = make_task(city, units=[], kind=TaskKind.REQUEST)
    central = actor_for(role=Role.CENTRAL_REVIEWER)
    told = {
        duty.subject.id: duty.kind for duty in duties(central, DAY) if duty.kind in ("campaigns.wake", "tasks.answer")
    }
    assert (told[asleep.pk], told[asked.pk]) == ("campaigns.wake", "tasks.answer")
    heard = make_campaign(name="Cả nước thức", launched_on=DAY)
    for campaign, said in ((asleep, True), (heard, False)):
        page = words(signed_in(central, "vi").get(campaign.get_absolute_url()))
        assert ("Một quý nay không có tin gì" in page) is said, campaign
    for campaign, said in ((asleep, True), (heard, False)):
        row = words(signed_in(central, "vi").get(LIST, {"tim": campaign.name})).split('class="campaigns"')[1]
        assert ("Đang ngủ</span>" in row) is said, campaign


def test_a_unit_and_what_came_in_its_place_are_told_apart_and_counted_as_one(city):
    campaign = make_campaign(name="Trước và sau sắp xếp")
    old = make_organisation(name="Thành phố Cũ Mới", during=Period(None, date(2023, 7, 1)))
    new = make_organisation(name="Thành phố Cũ Mới", during=Period(date(2023, 7, 1), None))
    Succession.objects.create(predecessor=old, successor=new, day=date(2023, 7, 1), kind="merge", legal_basis="Thử")
    for body, on in ((old, date(2023, 3, 1)), (new, DAY)):
        campaign.participations.create(organisation=body, joined_on=on)
    page = words(signed_in(city.officer, "vi").get(campaign.get_absolute_url()))
    assert "1 đơn vị tham gia" in page
    assert ("(đến năm 2023)" in page, "(từ năm 2023)" in page) == (True, True)
    assert taking_part([campaign.pk], lineage())[campaign.pk].silent == 1
    campaign.participations.filter(organisation=old).update(reported_on=date(2023, 4, 1))
    assert taking_part([campaign.pk], lineage())[campaign.pk].silent == 0, "the report of either is heard"


def test_findings_are_for_the_unit_and_who_inspects(city):
    department = make_office("Sở Thử", kind=OrganisationKind.UNIT, parent=city.organisation)
    part = joined(launched(city), department)
    part.inspections.create(on=DAY, office="Sở Nội vụ", findings="Kết luận kín", due_on=DAY)
    other = make_office("Sở Khác", kind=OrganisationKind.UNIT, parent=city.organisation)
    read = {
        who.organisation.name: "Kết luận kín" in words(signed_in(who.officer).get(part.get_absolute_url()))
        for who in (city, department, other)
    }
    assert read == {"Thành phố Thử": True, "Sở Thử": True, "Sở Khác": False}


def test_questions_do_not_grow_with_campaigns_and_units(city, django_assert_max_num_queries):
    campaign = recorded(city, name="Đông đơn vị")

    def asked(url):
        client = signed_in(city.officer, "vi")
        with django_assert_max_num_queries(60) as counted:
            client.get(url)
        return len(counted)

    def grow(number):
        for place in range(number):
            made = make_campaign(name=f"Cả nước {Campaign.objects.count()} {place}")
            for one in (made, campaign):
                one.participations.create(organisation=make_organisation(), joined_on=DAY, reported_on=DAY)

    grow(1)
    few = [asked(LIST), asked(campaign.get_absolute_url())]
    grow(5)
    assert [asked(LIST), asked(campaign.get_absolute_url())] == few
    assert Honour.objects.count() == 0
