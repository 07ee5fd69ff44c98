"""Campaigns recorded, prepared, launched, joined, reported, inspected, summed up; and every refusal in its sentence."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from clusters.campaigns.actions.campaigns import set_campaign, take_step
from clusters.campaigns.actions.parts import drop_goal, set_goal, set_phase
from clusters.campaigns.actions.reviews import inspect, repair, review_campaign, review_part
from clusters.campaigns.actions.striking_out import (
    strike_out_campaign,
    strike_out_inspection,
    strike_out_part,
    strike_out_progress,
    strike_out_review,
)
from clusters.campaigns.actions.taking_part import join_campaign, report_progress
from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.lives import asleep, heard_by_month, launched_only, overlapping_with, taking_part
from clusters.campaigns.rules.terms import CampaignLevel, CampaignState, ReviewKind
from clusters.models import Membership, Organisation, OrganisationKind
from clusters.organisations.models.lineage import lineage
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.period import Period
from tests.clusters.attachments.make import PDF
from tests.clusters.campaigns.make import (
    GOAL,
    facts,
    joined,
    launched,
    make_campaign,
    make_office,
    prepared,
    recorded,
)
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.people.make import actor_for
from tests.periods import DAY, YEAR_2023

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings, tmp_path):
    settings.DEMONSTRATION_DAY, settings.MEDIA_ROOT = DAY, tmp_path


@pytest.fixture
def city():
    return make_office()


@pytest.fixture
def department(city):
    return make_office("Sở Thử", kind=OrganisationKind.UNIT, parent=city.organisation)


def pdf(name="minh-chung.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def refused(deed, *said):
    with pytest.raises(Refusal) as refusal:
        deed()
    assert all(word in str(refusal.value) for word in said), str(refusal.value)
    return refusal.value


def test_the_whole_way_keeps_the_day_of_each_stage(city, department):
    campaign = launched(city)
    assert (campaign.state, campaign.launched_on) == (CampaignState.LAUNCHED, DAY)
    part = joined(campaign, department, goals="Đạt 3 xã\n\n  Giảm 10% giấy tờ ")
    assert part.goals == "Đạt 3 xã\nGiảm 10% giấy tờ"
    report_progress(part, on=DAY, text="Ra quân", figure="1/3 xã", upload=pdf(), actor=department.officer)
    found = inspect(
        part, on=DAY, office="Sở Nội vụ", findings="Thiếu kế hoạch", due_on=date(2023, 8, 1), actor=city.officer
    )
    repair(found, on=DAY, text="Đã ban hành kế hoạch", upload=pdf(), actor=department.officer)
    said = {"on": DAY, "document": "Báo cáo 1", "conclusion": "Đạt"}
    review_part(part, kind=ReviewKind.MID, actor=department.officer, **said)
    part.refresh_from_db()
    assert (part.reported_on, part.heard_on, part.checked_on, part.summed_up_on) == (DAY, DAY, DAY, None)
    review_part(part, kind=ReviewKind.FINAL, actor=department.officer, **said)
    review_campaign(campaign, kind=ReviewKind.FINAL, actor=city.officer, **said)
    campaign.refresh_from_db()
    days = ("launched_on", "joined_on", "reported_on", "heard_on", "checked_on", "summed_up_on")
    assert {getattr(campaign, name) for name in days} == {DAY}
    refused(lambda: review_campaign(campaign, kind=ReviewKind.FINAL, actor=city.officer, **said), "Tổng kết đã")


def test_a_launch_names_what_is_missing_and_then_its_goals_stand(city):
    draft = prepared(city, complete=False)
    goal = set_goal(draft, None, checked_on=None, actor=city.officer, **(GOAL | {"unit": ""}))
    refused(lambda: take_step(draft, "launch", actor=city.approver), "đơn vị tính", "ngày kiểm tra")
    goal = set_goal(draft, goal, checked_on=date(2023, 12, 1), actor=city.officer, **GOAL)
    take_step(draft, "launch", actor=city.approver)
    refused(lambda: drop_goal(goal, actor=city.officer), "giữ nguyên như khi phát động")


def test_what_is_launched_elsewhere_is_recorded_without_being_complete(city):
    campaign = recorded(city, launched_on=date(2022, 12, 13))
    assert (campaign.state, campaign.is_recorded) == (CampaignState.LAUNCHED, True)
    set_goal(campaign, None, checked_on=None, actor=city.officer, **GOAL)
    central = actor_for(role=Role.CENTRAL_REVIEWER)
    of_state = set_campaign(None, None, actor=central, **facts(name="Cả nước thử", level=CampaignLevel.STATE))
    assert of_state.initiator == "Thủ tướng Chính phủ"
    refused(lambda: set_campaign(None, None, actor=city.officer, **facts(level=CampaignLevel.STATE)), "Chỉ chuyên viên")


def test_bad_input_has_its_sentence(city, department):
    above = recorded(city, name="Phong trào trên", aliases=["Tên gọi khác"])
    beneath = recorded(city, name="Phong trào dưới", parent=above)
    write = {"actor": city.officer}
    refused(
        lambda: set_campaign(city.organisation, above, **facts(name=above.name, parent=beneath), **write),
        "cụ thể hóa chính nó",
    )
    for name, aliases in (
        ("phong trào TRÊN", ()),
        ("Tên gọi khác", ()),
        ("Mới", ["TÊN gọi khác"]),
        ("Mới", [above.name]),
    ):
        refused(
            lambda name=name, aliases=aliases: recorded(city, name=name, aliases=aliases), "trùng với “Phong trào trên”"
        )
    dropped = prepared(city, name="Soạn rồi bỏ")
    take_step(dropped, "drop", why="Trùng", actor=city.officer)
    recorded(city, name="Soạn rồi bỏ")
    over = {"during": Period.half_year(2022, 1), "launched_on": date(2022, 9, 1)}
    refused(lambda: recorded(city, name="Phát động khi hết", **over), "sau ngày cuối 30/06/2022")
    refused(lambda: recorded(city, name="Mai sau", launched_on=date(2023, 7, 11)), "11/07/2023", "chưa đến")
    refused(lambda: recorded(department, name="Cấp tỉnh"), "không phải là tỉnh")
    refused(lambda: recorded(city, name="Cụm", level=CampaignLevel.CLUSTER), "Chọn cụm, khối")
    refused(
        lambda: recorded(city, name="Cụm", level=CampaignLevel.CLUSTER, cluster=make_cluster()), "không thuộc cụm này"
    )
    phase = {"name": "Giai đoạn 1", "during": Period.year(2024)}
    refused(lambda: set_phase(above, actor=city.officer, **phase), "vượt ra ngoài")
    set_phase(above, name="Quý IV", during=Period(date(2023, 10, 1), date(2024, 1, 1)), actor=city.officer)
    shorter = facts(name=above.name, during=Period.half_year(2023, 1))
    refused(lambda: set_campaign(city.organisation, above, **shorter, **write), "Quý IV", "vượt ra ngoài")
    late = prepared(city, name="Soạn muộn", during=Period.half_year(2023, 1))
    refused(lambda: take_step(late, "launch", actor=city.approver), "30/06/2023")
    ended = recorded(city, name="Đã hết", during=Period.year(2022))
    refused(lambda: joined(ended, department), "31/12/2022")
    stranger = make_office("Tỉnh Lạ")
    refused(lambda: joined(above, stranger), "không thuộc phạm vi")
    part = joined(above, department)
    refused(lambda: joined(above, department), "đã tham gia")
    said = facts(name=above.name, level=CampaignLevel.UNIT)
    refused(lambda: set_campaign(city.organisation, above, why="Nhầm", **said, **write), "giữ nguyên")
    refused(lambda: join_as_its_own(above, city), "nơi phát động")
    refused(lambda: recorded(city, name="..."), "phải có chữ")
    set_campaign(city.organisation, above, **facts(name=above.name, criteria="Bổ sung"), **write)
    said = facts(name=above.name, criteria="Bổ sung", launched_on=date(2023, 1, 1))
    set_campaign(city.organisation, above, **said, **write)
    said |= {"launched_on": date(1950, 1, 1)}
    refused(lambda: set_campaign(city.organisation, above, **said, **write), "ghi lý do")
    set_campaign(city.organisation, above, why="Theo văn bản", **said, **write)
    early = make_campaign(
        name="Đã có đơn vị", organisation=city.organisation, joined_on=date(2023, 3, 1), during=Period(None, None)
    )
    said = facts(name=early.name, launched_on=date(2023, 4, 1), during=Period(None, None))
    refused(lambda: set_campaign(city.organisation, early, **said, **write), "01/03/2023")
    report = {"text": "Việc", "figure": "", "actor": department.officer}
    refused(lambda: report_progress(part, on=date(2023, 7, 11), **report), "chưa đến")
    refused(lambda: report_progress(part, on=date(2022, 7, 11), **report), "bắt đầu ngày 01/01/2023")
    undated = make_campaign(name="Không rõ từ khi nào", during=Period(None, None))
    typed = joined(undated, department)
    refused(lambda: report_progress(typed, on=date(1800, 1, 1), **report), "chọn ngày 10/07/2023")
    last = {"document": "Báo cáo", "conclusion": "Đạt", "actor": department.officer}
    refused(lambda: review_part(typed, kind=ReviewKind.FINAL, on=date(1802, 1, 1), **last), "chọn ngày 10/07/2023")
    recorded(city, name="ế" * 400, aliases=["æ" * 400])
    refused(lambda: recorded(city, name="ﬃ" * 400), "dài nhất 400 ký tự")
    once = report | {"on": DAY, "text": "Ra quân"}
    report_progress(part, **once)
    refused(lambda: report_progress(part, **(once | {"text": "ra QUÂN"})), "cho cùng ngày")
    script = pdf("anh.jpg", b"<script>alert(1)</script>")
    refused(lambda: report_progress(part, on=DAY, upload=script, **report), "PDF")
    check = {"on": DAY, "office": "Sở", "findings": "Thiếu"}
    refused(lambda: inspect(part, due_on=date(2023, 7, 1), actor=city.officer, **check), "Hạn khắc phục trước")
    refused(lambda: inspect(part, due_on=None, actor=department.officer, **check), "Chỉ cơ quan phát động")
    found = inspect(part, due_on=DAY, actor=city.officer, **check)
    done = {"on": DAY, "text": "Xong", "actor": department.officer}
    assert refused(lambda: repair(found, upload=None, **done), "minh chứng").field == "file"
    Organisation.objects.filter(pk=department.organisation.pk).update(during=Period(None, date(2023, 7, 1)))
    gone = make_campaign(name="Cả nước khác")
    refused(lambda: joined(gone, make_gone(department)), "không còn tồn tại")


def test_what_was_entered_by_mistake_is_struck_out_and_counts_nowhere(city, department):
    early, late = date(2023, 3, 1), date(2023, 6, 1)
    campaign = recorded(city, name="Có nhầm lẫn")
    part = joined(campaign, department)
    report = {"figure": "", "actor": department.officer}
    wrong = report_progress(part, on=early, text="Gõ nhầm ngày", **report)
    report_progress(part, on=late, text="Đúng ngày", **report)
    check = {"office": "Sở", "findings": "Nhầm", "actor": city.officer}
    inspection = inspect(part, on=early, due_on=DAY, **check)
    said = {"document": "Báo cáo 1", "conclusion": "Đạt", "kind": ReviewKind.FINAL}
    of_part = review_part(part, on=late, actor=department.officer, **said)
    of_all = review_campaign(campaign, on=late, actor=city.officer, **said)
    mid = said | {"kind": ReviewKind.MID, "on": DAY, "actor": city.officer}
    refused(lambda: review_campaign(campaign, **mid), "Đã tổng kết ngày 01/06/2023")
    refused(lambda: strike_out_progress(wrong, why="\u200b", actor=department.officer), "lý do")
    refused(lambda: strike_out_inspection(inspection, why="Nhầm", actor=department.officer), "Chỉ cơ quan phát động")
    refused(lambda: strike_out_part(part, why="Nhầm", actor=department.officer), "Hủy các mục đó trước")
    strike_out_progress(wrong, why="Nhầm ngày", actor=department.officer)
    strike_out_inspection(inspection, why="Nhầm đơn vị", actor=city.officer)
    strike_out_review(of_part, why="Nhầm", actor=department.officer)
    strike_out_review(of_all, why="Nhầm", actor=city.officer)
    refused(lambda: strike_out_review(of_all, why="Nữa", actor=city.officer), "đã hủy")
    refused(lambda: repair(inspection, on=DAY, text="Xong", upload=pdf(), actor=department.officer), "đã hủy")
    for row in (part, campaign):
        row.refresh_from_db()
        days = (row.reported_on, row.heard_on, row.checked_on, row.summed_up_on)
        assert days == (late, late, None, None), row
    assert sum(number for _month, number in heard_by_month(campaign, DAY)) == 1
    page = words(signed_in(department.officer, "vi").get(part.get_absolute_url()))
    assert ("Gõ nhầm ngày" in page, "Nhầm ngày" in page) == (True, True)
    review_part(part, on=DAY, actor=department.officer, **said)
    other = make_office("Sở Vào Nhầm", kind=OrganisationKind.UNIT, parent=city.organisation)
    mistaken = joined(campaign, other)
    strike_out_part(mistaken, why="Vào nhầm", actor=other.officer)
    assert taking_part([campaign.pk], lineage())[campaign.pk].units == 1
    assert joined(campaign, other).pk != mistaken.pk


def join_as_its_own(campaign, office):
    return join_campaign(campaign, office.organisation, goals="", actor=office.officer)


def test_nothing_is_reported_after_the_end_and_nothing_summed_up_before_what_was_reported(city, department, settings):
    campaign = recorded(city, name="Nửa năm", during=Period(date(2023, 1, 1), date(2023, 7, 16)))
    part = joined(campaign, department)
    settings.DEMONSTRATION_DAY = date(2024, 3, 1)
    report = {"text": "Việc", "figure": "", "actor": department.officer}
    refused(lambda: report_progress(part, on=date(2023, 7, 16), **report), "kết thúc ngày 15/07/2023")
    report_progress(part, on=date(2023, 7, 12), **report)
    check = {"office": "Sở", "findings": "Thiếu", "due_on": None, "actor": city.officer}
    inspect(part, on=date(2023, 12, 1), **check)
    last = {"kind": ReviewKind.FINAL, "document": "Báo cáo", "conclusion": "Đạt"}
    early = last | {"on": date(2023, 7, 12)}
    refused(lambda: review_part(part, actor=department.officer, **early), "Ngày 01/12/2023 vẫn còn")
    refused(lambda: review_campaign(campaign, actor=city.officer, **early), "Ngày 01/12/2023 vẫn còn")
    review_campaign(campaign, on=date(2023, 12, 31), actor=city.officer, **last)
    refused(lambda: inspect(part, on=date(2024, 1, 2), **check), "Đã tổng kết ngày 31/12/2023")


def test_who_inspected_strikes_the_inspection_out(city, department):
    part = joined(recorded(city), department)
    central = actor_for(role=Role.CENTRAL_REVIEWER)
    check = {"on": DAY, "office": "Đoàn kiểm tra", "findings": "Thiếu", "due_on": None}
    found = inspect(part, actor=central, **check)
    refused(lambda: strike_out_inspection(found, why="Nhầm", actor=city.officer), "đã kiểm tra; chỉ cơ quan đó")
    url = reverse("clusters:participation-inspect-strike-out", args=[part.pk, found.pk])
    shown = [url in words(signed_in(one, "vi").get(part.get_absolute_url())) for one in (city.officer, central)]
    assert shown == [False, True]
    own = inspect(part, actor=city.officer, **check)
    refused(lambda: strike_out_inspection(own, why="Nhầm", actor=central), "Thành phố Thử đã kiểm tra")
    strike_out_inspection(own, why="Nhầm", actor=city.officer)
    strike_out_inspection(found, why="Nhầm", actor=central)


def test_what_was_recorded_by_mistake_is_struck_out_while_nothing_hangs_on_it(city, department):
    mistaken = recorded(city, name="=1+1")
    part = joined(mistaken, department)
    refused(lambda: strike_out_campaign(mistaken, why="Nhập nhầm", actor=city.officer), "Chưa hủy được", "tham gia")
    strike_out_part(part, why="Nhầm", actor=department.officer)
    page = signed_in(city.officer, "vi")
    strike = reverse("clusters:campaign-strike-out", args=[mistaken.pk])
    assert strike in words(page.get(mistaken.get_absolute_url()))
    assert page.post(strike, {"why": ""}).status_code == 422
    page.post(strike, {"why": "Nhập nhầm từ bảng tính"})
    mistaken.refresh_from_db()
    assert mistaken.state == CampaignState.STRUCK_OUT
    assert not Campaign.objects.launched().filter(pk=mistaken.pk).exists()
    shown = words(page.get(mistaken.get_absolute_url()))
    assert ("Nhập nhầm từ bảng tính" in shown, strike in shown) == (True, False)
    assert signed_in(department.officer).get(mistaken.get_absolute_url()).status_code == 404
    recorded(city, name="=1+1")
    here = launched(city, name="Phát động ở đây")
    refused(lambda: strike_out_campaign(here, why="Nhầm", actor=city.officer), "chỉ hủy được phong trào ghi nhận nhầm")
    central = actor_for(role=Role.CENTRAL_REVIEWER)
    of_state = make_campaign(name="Cả nước ghi nhầm")
    refused(lambda: strike_out_campaign(of_state, why="Nhầm", actor=city.officer), "Chỉ chuyên viên")
    refused(lambda: strike_out_campaign(recorded(city, name="Của tỉnh"), why="Nhầm", actor=central), "Chỉ chuyên viên")
    assert strike_out_campaign(of_state, why="Nhầm", actor=central).state == CampaignState.STRUCK_OUT


def test_the_scan_of_a_campaign_of_the_whole_country_is_kept(city):
    central = actor_for(role=Role.CENTRAL_REVIEWER)
    campaign = make_campaign(name="Cả nước có văn bản")
    page = signed_in(central, "vi")
    sent = {"kind": "mid", "on": "10/07/2023", "document": "Báo cáo 1", "conclusion": "Đạt", "file": pdf()}
    page.post(reverse("clusters:campaign-review", args=[campaign.pk]), sent)
    sent = {"name": campaign.name, "level": "state", "drive": "ordinary", "document": "QĐ 1", "file": pdf("qd.pdf")}
    page.post(reverse("clusters:campaign-change", args=[campaign.pk]), sent)
    campaign.refresh_from_db()
    for paper in (campaign.reviews.get().paper, campaign.document_paper):
        answer = signed_in(city.officer).get(reverse("clusters:paper", args=[paper.pk]))
        assert b"".join(answer.streaming_content) == PDF, "everybody reads it"


def test_the_head_launches_a_campaign_of_the_cluster(city):
    member, year = make_office("Tỉnh Thành Viên"), make_cluster_year()
    make_post(cluster_year=year, organisation=city.organisation)
    for office in (city, member):
        make_membership(cluster=year.cluster, organisation=office.organisation)
    of_cluster = {"name": "Của cụm", "level": CampaignLevel.CLUSTER, "cluster": year.cluster}
    refused(lambda: prepared(member, **of_cluster), "do cụm trưởng phát động")
    recorded(member, **of_cluster)
    head = actor_for(organisation=city.organisation)
    assert set_campaign(city.organisation, None, is_recorded=False, actor=head, **facts(**of_cluster)).pk


def make_gone(office):
    office.organisation.refresh_from_db()
    return office


def test_only_campaigns_of_the_own_scope_reach_a_unit(city, department):
    member = make_office("Tỉnh Cùng Cụm")
    cluster = make_cluster()
    for office in (city, member):
        make_membership(cluster=cluster, organisation=office.organisation)
    made = {
        "country": make_campaign(name="Cả nước"),
        "province": recorded(city, name="Của thành phố"),
        "cluster": recorded(city, name="Của cụm", level=CampaignLevel.CLUSTER, cluster=cluster),
        "unit": recorded(department, name="Của sở", level=CampaignLevel.UNIT),
    }
    prepared(city, name="Còn soạn")
    reached = {
        who.organisation.name: {
            key for key, one in made.items() if Campaign.objects.offered_to(who.officer).filter(pk=one.pk).exists()
        }
        for who in (city, department, member)
    }
    Membership.objects.filter(organisation=member.organisation).update(during=Period(None, DAY))
    assert made["cluster"] not in Campaign.objects.offered_to(member.officer)
    refused(lambda: joined(made["cluster"], member), "không thuộc phạm vi")
    assert reached == {
        "Thành phố Thử": {"country", "province", "cluster"},
        "Sở Thử": {"country", "province", "unit"},
        "Tỉnh Cùng Cụm": {"country", "cluster"},
    }


def test_lists_of_the_database_say_what_the_rules_say(city):
    quiet = recorded(city, name="Im lặng", launched_on=date(2023, 1, 5))
    fresh = recorded(city, name="Mới", launched_on=date(2023, 7, 1))
    named = Campaign.objects.filter(pk__in=[quiet.pk, fresh.pk])
    assert list(asleep(named, DAY)) == list(launched_only(named, DAY)) == [quiet]


def test_what_runs_at_the_same_time_for_the_same_people_is_told_before_the_launch(city):
    same = recorded(city, name="Cùng đối tượng", addressed=["officials", "workers"])
    everybody = make_campaign(name="Mọi người", addressed=["everybody"])
    recorded(city, name="Đối tượng khác", addressed=["farmers"])
    recorded(city, name="Năm trước", addressed=["officials"], during=Period.year(2022))
    recorded(make_office("Tỉnh Lạ"), name="Nơi khác", addressed=["officials"])
    draft = prepared(city, name="Bản soạn", addressed=["officials"], during=YEAR_2023)
    assert set(overlapping_with(draft)) == {same, everybody}
