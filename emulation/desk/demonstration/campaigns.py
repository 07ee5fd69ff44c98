"""Cần Thơ's directive for 2023 with the targets that the press printed of it, campaigns that the five cities take part
in, tasks that were given, problems that were named (facts.yaml). What units report, what an inspection found, a request
and a model are invented."""

from datetime import date

from clusters.campaigns.actions.campaigns import FACTS, set_campaign
from clusters.campaigns.actions.parts import set_goal
from clusters.campaigns.actions.reviews import inspect
from clusters.campaigns.actions.taking_part import join_campaign, report_progress
from clusters.campaigns.rules.terms import CampaignForm, CampaignLevel, Drive
from clusters.directives.actions import set_directive, set_directive_target
from clusters.exemplars.actions import apply_exemplar, recognise_exemplar, set_exemplar
from clusters.exemplars.rules import ExemplarKind
from clusters.indicators.rules.terms import TargetKind as K
from clusters.models import Campaign, Directive, Indicator, Organisation
from emulation.core.period import Period
from emulation.desk.demonstration.block import UNITS
from emulation.desk.demonstration.past import on_the_day
from emulation.desk.demonstration.tasks import Cast, cast_of, give_tasks, give_tasks_of_the_city
from emulation.desk.demonstration.year import HEAD
from reports.runs.actions.passages import write_passage
from reports.runs.models.subject import ProvinceYear
from reports.runs.rules.passages import PassagePlace

ISSUED_ON, ENTERED_ON, GIVEN_ON = date(2022, 12, 13), date(2023, 1, 9), date(2023, 7, 7)
SUMMED_UP_ON = date(2023, 3, 1)
THEME = (
    "Tăng cường xây dựng Đảng, hệ thống chính trị trong sạch, vững mạnh; tập trung các nguồn lực đẩy mạnh phát triển "
    "kinh tế - xã hội thành phố"
)
BASES = "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị\nChỉ thị số 19/CT-TTg ngày 16/7/2021"
TARGETS = (
    ("grdp-toc-do-tang", "", "", K.RANGE, "9,5% - 10%/năm"),
    ("", "GRDP bình quân đầu người", "triệu đồng", K.RANGE, "95 - 98 triệu đồng"),
    ("von-dau-tu-toan-xa-hoi", "", "", K.AMOUNT, "43.000 tỷ đồng"),
    ("do-thi-hoa", "", "", K.SHARE, "74%"),
    ("lao-dong-qua-dao-tao", "", "", K.SHARE, "82%"),
    ("ho-ngheo", "", "", K.EXACT, "còn 0,36%"),
    ("bao-hiem-y-te", "", "", K.SHARE, "92,45%"),
    ("", "Số xã công nhận đạt chuẩn nông thôn mới nâng cao", "xã", K.AMOUNT, "05 xã"),
    ("", "Số xã đạt nông thôn mới kiểu mẫu", "xã", K.AMOUNT, "02 xã"),
    (
        "",
        "Tỷ lệ xã, phường, thị trấn đạt “an toàn về an ninh trật tự” và “3 không: không tội phạm, không ma túy, không "
        "mại dâm”",
        "%",
        K.AT_LEAST,
        "từ 75% trở lên",
    ),
)
OF_THE_DIRECTIVE = "Thi đua yêu nước thực hiện các chỉ tiêu"
PROBLEMS = "- Khen thưởng luân phiên.\n- Nể nang.\n- Khen không đúng quy định, thành tích chưa thật sự nổi bật."
MODEL = {
    "kind": ExemplarKind.MODEL,
    "title": "Một cửa điện tử không giấy (minh họa)",
    "problem": "Hồ sơ giấy luân chuyển qua ba bộ phận, trung bình 5 ngày làm việc",
    "steps": "Số hóa thành phần hồ sơ ngay khi tiếp nhận\nLuân chuyển trên hệ thống, ký số\nTrả kết quả điện tử",
    "cost": "Không phát sinh kinh phí; 02 công chức trong 03 tháng",
    "result": "Thời gian giải quyết còn 3 ngày làm việc, đo trong quý II",
    "contact": "Văn phòng sở (minh họa)",
}
JOINED = "Cả nước chung sức xây dựng nông thôn mới"
REPORTED = {
    "hanoi": (date(2023, 6, 20), "Ra quân chỉnh trang đường làng, ngõ xóm ở các huyện"),
    "cantho": (date(2023, 6, 28), "Các huyện đăng ký xã phấn đấu trong năm"),
    "danang": (date(2023, 3, 2), "Phát động tại huyện Hòa Vang"),
}


def load_campaigns(day: date) -> None:
    """What is there already is left as it is."""
    city = Organisation.objects.coded("92", day).first()
    if city is None or day < GIVEN_ON or Directive.objects.filter(organisation=city).exists():
        return
    with on_the_day(ENTERED_ON) as then:
        cast = cast_of(then)
        directive = _directive(city, cast)
        campaign = _launched_by(directive, cast)
        _take_part(campaign, cast)
    with on_the_day(SUMMED_UP_ON) as then:
        give_tasks_of_the_city(city, cast_of(then))
    with on_the_day(GIVEN_ON) as then:
        cast = cast_of(then)
        _report(campaign, cast)
        give_tasks(directive, cast)
        _to_be_launched(city, cast)
        _model(campaign, cast)
        place, officer = PassagePlace.PROBLEMS, cast.people.officer(HEAD)
        write_passage(ProvinceYear(city, 2023), 1, place=place, text=PROBLEMS, seen="", actor=officer)


def _directive(city: Organisation, cast: Cast) -> Directive:
    officer = cast.people.officer(HEAD)
    directive = set_directive(
        city,
        None,
        kind="directive",
        number="10/CT-UBND",
        dated=ISSUED_ON,
        year=2023,
        theme=THEME,
        legal_bases=BASES,
        actor=officer,
    )
    catalogue = {one.code: one for one in Indicator.objects.filter(cluster__isnull=True)}
    for code, name, unit, kind, text in TARGETS:
        set_directive_target(
            directive,
            None,
            indicator=catalogue[code] if code else None,
            name=name,
            unit=unit,
            kind=kind,
            text=text,
            actor=officer,
        )
    return directive


def _launched_by(directive: Directive, cast: Cast) -> Campaign:
    officer, found = cast.people.officer(HEAD), Campaign.objects.get(name__startswith=OF_THE_DIRECTIVE)
    said = {name: getattr(found, name) for name in FACTS} | {
        "form": CampaignForm.REGULAR,
        "addressed": ["everybody"],
        "directive": directive,
        "launched_on": ISSUED_ON,
        "during": Period.year(2023),
    }
    aliases = [one.name for one in found.aliases.all()]
    campaign = set_campaign(
        found.initiator_organisation, found, name=found.name, aliases=aliases, actor=officer, **said
    )
    set_goal(
        campaign,
        None,
        text="Hoàn thành các chỉ tiêu của năm ghi trong chỉ thị",
        amount="10 chỉ tiêu",
        unit="chỉ tiêu",
        source="Báo cáo kinh tế - xã hội của thành phố",
        checked_on=date(2023, 12, 15),
        actor=officer,
    )
    return campaign


def _take_part(campaign: Campaign, cast: Cast) -> None:
    of_state = Campaign.objects.get(name=JOINED)
    for name in (*REPORTED, "haiphong"):
        join_campaign(of_state, cast.bodies[name], goals="", actor=cast.people.officer(name))
    for name in UNITS:
        goals = "Giảm 10% thời gian giải quyết hồ sơ"
        join_campaign(campaign, cast.bodies[name], goals=goals, actor=cast.people.officer(name))


def _report(campaign: Campaign, cast: Cast) -> None:
    of_state = Campaign.objects.get(name=JOINED)
    for name, (on, text) in REPORTED.items():
        part = of_state.participations.get(organisation=cast.bodies[name])
        report_progress(part, on=on, text=text, figure="", actor=cast.people.officer(name))
    for name in list(UNITS)[:2]:
        part = campaign.participations.get(organisation=cast.bodies[name])
        text = "Đã rà soát thủ tục, công khai thời hạn giải quyết"
        report_progress(part, on=date(2023, 6, 15), text=text, figure="8%", actor=cast.people.officer(name))
    part = campaign.participations.get(organisation=cast.bodies[list(UNITS)[1]])
    inspect(
        part,
        on=date(2023, 6, 30),
        office="Sở Nội vụ",
        findings="Chưa có kế hoạch kiểm tra nội bộ",
        due_on=date(2023, 7, 31),
        actor=cast.people.officer(HEAD),
    )


def _model(campaign: Campaign, cast: Cast) -> None:
    """Invented: of one department, recognised by the city, applied by another."""
    own, other = list(UNITS)[:2]
    card = set_exemplar(cast.bodies[own], None, campaign=campaign, actor=cast.people.officer(own), **MODEL)
    paper = "Quyết định trình diễn"
    card = recognise_exemplar(card, on=date(2023, 6, 20), document=paper, actor=cast.people.approver(HEAD))
    apply_exemplar(card, cast.bodies[other], on=date(2023, 6, 26), actor=cast.people.officer(other))


def _to_be_launched(city: Organisation, cast: Cast) -> None:
    """Invented: a draft whose goals are complete waits for the approver."""
    officer = cast.people.officer(HEAD)
    draft = set_campaign(
        city,
        None,
        is_recorded=False,
        name="Thi đua nước rút sáu tháng cuối năm 2023 (minh họa)",
        aliases=(),
        during=Period(date(2023, 7, 15), date(2024, 1, 1)),
        level=CampaignLevel.PROVINCE,
        cluster=None,
        form=CampaignForm.THEMATIC,
        drive=Drive.PEAK,
        addressed=["officials"],
        criteria="Tỷ lệ hồ sơ giải quyết đúng hạn",
        document="",
        plan="",
        parent=None,
        directive=None,
        launched_on=None,
        actor=officer,
    )
    set_goal(
        draft,
        None,
        text="Hồ sơ thủ tục hành chính giải quyết đúng hạn",
        amount="từ 98% trở lên",
        unit="%",
        source="Cổng dịch vụ công",
        checked_on=date(2023, 12, 20),
        actor=officer,
    )
