"""Cần Thơ's directive for 2023 with the targets that the press printed of it, campaigns that the five cities take part
in, tasks that were given (facts.yaml). What units report and what an inspection found is invented."""

from dataclasses import dataclass
from datetime import date

from clusters.campaigns.actions.campaigns import FACTS, set_campaign
from clusters.campaigns.actions.parts import set_goal
from clusters.campaigns.actions.reviews import inspect
from clusters.campaigns.actions.taking_part import join_campaign, report_progress
from clusters.campaigns.rules.terms import CampaignForm, CampaignLevel, Drive
from clusters.directives.actions import set_directive, set_directive_target
from clusters.indicators.rules.terms import TargetKind as K
from clusters.models import Campaign, Directive, Indicator, Organisation
from clusters.tasks.actions import give_task, report_done
from clusters.tasks.rules import TaskKind
from emulation.core.period import Period
from emulation.desk.demonstration.accounts import CITIES
from emulation.desk.demonstration.block import UNITS
from emulation.desk.demonstration.past import on_the_day
from emulation.desk.demonstration.year import HEAD, People

ISSUED_ON, ENTERED_ON, GIVEN_ON = date(2022, 12, 13), date(2023, 1, 9), date(2023, 7, 7)
END_OF_YEAR = date(2023, 12, 31)
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
BY_DIRECTIVE = (
    "Đề cao vai trò người đứng đầu và trưởng cụm, khối thi đua trong tổ chức phong trào",
    "Xây dựng tiêu chí phong trào cụ thể, rõ ràng, dễ kiểm tra, giám sát",
    "Chú trọng khen đột xuất, cơ sở, tập thể nhỏ, công nhân, nông dân, người lao động trực tiếp",
    "Đẩy mạnh ứng dụng công nghệ thông tin trong quy trình, thủ tục, hồ sơ khen thưởng và quản lý nhà nước về thi đua, "
    "khen thưởng",
)
AT_CONFERENCE = (
    "Đẩy mạnh các phong trào do Thủ tướng Chính phủ phát động, hoàn thành cao nhất chỉ tiêu năm 2023",
    "Thể chế hóa nghị quyết của Trung ương về cơ chế đặc thù và đưa kết quả vào tiêu chí chấm điểm thi đua",
    "Chọn nhiệm vụ trọng tâm: giải ngân vốn đầu tư công, thu ngân sách, chuyển đổi số",
    "Phát hiện tập thể, cá nhân xuất sắc để nhân rộng, khen thưởng kịp thời",
)
COUNCIL = "Phó Chủ tịch Hội đồng Thi đua - Khen thưởng Trung ương"
JOINED = "Cả nước chung sức xây dựng nông thôn mới"
REPORTED = {
    "hanoi": (date(2023, 6, 20), "Ra quân chỉnh trang đường làng, ngõ xóm ở các huyện"),
    "cantho": (date(2023, 6, 28), "Các huyện đăng ký xã phấn đấu trong năm"),
    "danang": (date(2023, 3, 2), "Phát động tại huyện Hòa Vang"),
}


@dataclass(frozen=True)
class _Cast:
    """Who does the deeds of a day: the cities and Cần Thơ's departments by their log-ins."""

    people: People
    bodies: dict[str, Organisation]


def load_campaigns(day: date) -> None:
    """What is there already is left as it is."""
    city = Organisation.objects.coded("92", day).first()
    if city is None or day < GIVEN_ON or Directive.objects.filter(organisation=city).exists():
        return
    with on_the_day(ENTERED_ON) as then:
        cast = _cast(then)
        directive = _directive(city, cast)
        campaign = _launched_by(directive, cast)
        _take_part(campaign, cast)
    with on_the_day(GIVEN_ON) as then:
        cast = _cast(then)
        _report(campaign, cast)
        _tasks(directive, cast)
        _to_be_launched(city, cast)


def _cast(day: date) -> _Cast:
    codes = {name: code for code, (name, _city) in CITIES.items()} | {
        name: code for name, (code, _unit) in UNITS.items()
    }
    return _Cast(People(day, HEAD), {name: Organisation.objects.coded(code, day).get() for name, code in codes.items()})


def _directive(city: Organisation, cast: _Cast) -> Directive:
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


def _launched_by(directive: Directive, cast: _Cast) -> Campaign:
    officer, found = cast.people.officer(HEAD), Campaign.objects.get(name__startswith=OF_THE_DIRECTIVE)
    said = {name: getattr(found, name) for name in FACTS} | {
        "form": CampaignForm.REGULAR,
        "addressed": ["everybody"],
        "directive": directive,
        "launched_on": ISSUED_ON,
        "during": Period(ISSUED_ON, date(2024, 1, 1)),
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


def _take_part(campaign: Campaign, cast: _Cast) -> None:
    of_state = Campaign.objects.get(name=JOINED)
    for name in (*REPORTED, "haiphong"):
        join_campaign(of_state, cast.bodies[name], goals="", actor=cast.people.officer(name))
    for name in UNITS:
        goals = "Giảm 10% thời gian giải quyết hồ sơ"
        join_campaign(campaign, cast.bodies[name], goals=goals, actor=cast.people.officer(name))


def _report(campaign: Campaign, cast: _Cast) -> None:
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


def _tasks(directive: Directive, cast: _Cast) -> None:
    officer, city = cast.people.officer(HEAD), directive.organisation
    departments = [cast.bodies[name] for name in UNITS]
    said = {"kind": TaskKind.TASK, "conference": None, "due_on": END_OF_YEAR, "known_by": "Báo cáo tổng kết năm"}
    given = [
        give_task(
            city,
            units=departments,
            directive=directive,
            given_by="UBND thành phố Cần Thơ",
            addressed_to="các cấp, ngành",
            text=text,
            actor=officer,
            **said,
        )
        for text in BY_DIRECTIVE
    ]
    for text in AT_CONFERENCE:
        give_task(
            city,
            units=[cast.bodies[name] for name, _city in CITIES.values()],
            directive=None,
            given_by=COUNCIL,
            addressed_to="Cụm thi đua 5 thành phố trực thuộc Trung ương",
            text=text,
            actor=officer,
            **said,
        )
    first = list(UNITS)[0]
    owed = given[1].assignments.get(organisation=cast.bodies[first])
    done = "Đã ban hành tiêu chí, thang điểm của phong trào"
    report_done(owed, text=done, document="Văn bản trình diễn", actor=cast.people.officer(first))


def _to_be_launched(city: Organisation, cast: _Cast) -> None:
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
