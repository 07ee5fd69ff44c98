"""The cluster year of the five cities in 2023: its regulation from the suggested template, its pact signed by all, the
dates of its figures. Targets are invented but for those the press printed of Cần Thơ (facts.yaml)."""

from datetime import date

from clusters.indicators.rules.terms import TargetKind
from clusters.membership.rules.half_years import WHOLE_YEAR, span
from clusters.models import Campaign, ClusterYear, Indicator, Organisation, Pact, Scheme, SheetTerm
from clusters.pacts.actions.contents import PromisedAim, change_head, choose_campaigns, keep_commitment, set_targets
from clusters.pacts.actions.pacts import answer_pact, ask_members, begin_pact, open_signing
from clusters.pacts.actions.signing import sign_pact
from clusters.pacts.rules.terms import PactSection, TargetOrigin
from clusters.people.models.scope import actor_of
from clusters.regulation.actions.origins import Origin
from clusters.regulation.actions.schemes import adopt_scheme, begin_scheme
from clusters.regulation.rules.laws import laws_on
from emulation.core.models import User
from emulation.desk.demonstration.accounts import CITIES, NAME
from emulation.desk.demonstration.past import on_the_day

CLUSTER, YEAR = "CUM_5TP", 2023
HEAD = "cantho"
SIGNED_ON = date(2023, 3, 30)
OFFICE = "Phó Chủ tịch UBND thành phố"
BASES = (
    *laws_on(SIGNED_ON),
    "Quy định bình xét thi đua của Cụm đã được các thành viên thông qua",
)
PREAMBLE = "Các thành viên Cụm thống nhất ký kết Giao ước thi đua năm 2023 với những nội dung sau đây."
COMMITMENTS = (
    (
        PactSection.LEADERSHIP,
        "Mỗi thành viên phát động ít nhất 10 phong trào thi đua theo chuyên đề trong năm",
        "Số phong trào đã phát động",
        "phong trào",
        "Báo cáo của thành viên",
        date(2023, 12, 15),
    ),
    (
        PactSection.LEADERSHIP,
        "Khen thưởng người trực tiếp công tác, lao động từ 70% trở lên trong số cá nhân được khen",
        "Tỷ lệ người trực tiếp",
        "%",
        "Sổ khen thưởng",
        date(2023, 12, 31),
    ),
    (
        PactSection.SOCIO_ECONOMY,
        "Thực hiện đạt các chỉ tiêu phát triển kinh tế - xã hội ghi tại phụ lục của giao ước này",
        "Số chỉ tiêu đạt",
        "chỉ tiêu",
        "Số liệu cả năm đã tiếp nhận",
        date(2024, 1, 31),
    ),
    (
        PactSection.EXEMPLARS,
        "Mỗi thành viên phát hiện, biểu dương ít nhất 100 điển hình tiên tiến",
        "Số điển hình được biểu dương",
        "điển hình",
        "Báo cáo của thành viên",
        date(2023, 12, 15),
    ),
    (
        PactSection.INSPECTION,
        "Tham dự đầy đủ hội nghị sơ kết, hội nghị tổng kết của Cụm",
        "Số hội nghị tham dự",
        "hội nghị",
        "Biên bản hội nghị",
        date(2024, 1, 31),
    ),
)
ORDER = ("hanoi", "haiphong", "danang", "hochiminh", "cantho")
RESOLUTION = "Nghị quyết của HĐND thành phố về kế hoạch năm 2023"
TARGETS = {
    "grdp-toc-do-tang": (
        TargetKind.AT_LEAST,
        ("từ 7% trở lên", "từ 12,7% trở lên", "từ 6,5% trở lên", "từ 7,5% trở lên", "từ 7,5% trở lên"),
    ),
    "thu-ngan-sach": (
        TargetKind.AMOUNT,
        ("353.000 tỷ đồng", "105.000 tỷ đồng", "19.200 tỷ đồng", "469.000 tỷ đồng", "11.400 tỷ đồng"),
    ),
    "von-dau-tu-toan-xa-hoi": (
        TargetKind.AMOUNT,
        ("460.000 tỷ đồng", "190.000 tỷ đồng", "38.000 tỷ đồng", "400.000 tỷ đồng", "30.500 tỷ đồng"),
    ),
    "ho-ngheo": (
        TargetKind.AT_MOST,
        ("không quá 0,1%", "không quá 1%", "không quá 2%", "không quá 0,3%", "không quá 0,36%"),
    ),
    "bao-hiem-y-te": (TargetKind.SHARE, ("93,75%", "93%", "97%", "93%", "92,1%")),
    "lao-dong-qua-dao-tao": (
        TargetKind.AT_LEAST,
        ("từ 73% trở lên", "từ 86% trở lên", "từ 67% trở lên", "từ 87% trở lên", "từ 75% trở lên"),
    ),
    "do-thi-hoa": (TargetKind.RANGE, ("49% - 50%", "46% - 48%", "87% - 88%", "79% - 80%", "73% - 75%")),
}
DUE = {1: (date(2023, 7, 15), date(2023, 7, 25)), WHOLE_YEAR: (date(2024, 1, 15), date(2024, 1, 31))}


def load_year(day: date) -> None:
    """What is there already is left as it is."""
    cluster_year = ClusterYear.objects.filter(cluster__code=CLUSTER, year=YEAR).select_related("cluster").first()
    if cluster_year is None:
        return
    with on_the_day(min(day, SIGNED_ON)) as then:
        adopt_and_sign(cluster_year, then)


def adopt_and_sign(cluster_year: ClusterYear, on: date) -> None:
    people = People(on, HEAD)
    if not Scheme.objects.filter(cluster_year=cluster_year).exists():
        scheme = begin_scheme(cluster_year, origin=Origin.SUGGESTED, actor=people.officer(HEAD))
        adopt_scheme(
            scheme,
            on=on,
            votes_for=len(CITIES),
            votes_cast=len(CITIES),
            document=NAME,
            actor=people.approver(HEAD),
        )
    if not Pact.objects.of_year(cluster_year).exists():
        cities = {name: Organisation.objects.coded(code, on).get() for code, (name, _city) in CITIES.items()}
        sign_by_all(draft(cluster_year, cities, people), cities, people)


def load_dates() -> None:
    """After the figures, which nobody enters once they are locked."""
    for cluster_year in ClusterYear.objects.filter(cluster__code=CLUSTER, year=YEAR):
        for half, (due_on, locks_on) in DUE.items():
            SheetTerm.objects.get_or_create(
                cluster_year=cluster_year, half=half, defaults={"due_on": due_on, "locks_on": locks_on}
            )


class People:
    """The demonstration's accounts as actors of a day."""

    def __init__(self, day: date, head: str):
        self._users = {user.username: user for user in User.objects.filter(mandates__isnull=False).distinct()}
        self._day, self.head = day, head

    def officer(self, name: str):
        return actor_of(self._users[name], on=self._day)

    def approver(self, name: str):
        return actor_of(self._users[f"{name}.duyet"], on=self._day)


def draft(cluster_year: ClusterYear, cities: dict[str, Organisation], people: People) -> Pact:
    officer = people.officer(people.head)
    pact = begin_pact(cluster_year, actor=officer)
    change_head(pact, legal_bases="\n".join(BASES), preamble=PREAMBLE, place="Cần Thơ", dated=SIGNED_ON, actor=officer)
    for position, (section, text, measure, unit, source, checked_on) in enumerate(COMMITMENTS, 1):
        keep_commitment(
            pact,
            section=section,
            text=text,
            measure=measure,
            unit=unit,
            source=source,
            checked_on=checked_on,
            position=position,
            actor=officer,
        )
    launched = Campaign.objects.filter(initiator="Thủ tướng Chính phủ").overlapping(span(YEAR, WHOLE_YEAR))
    choose_campaigns(pact, list(launched), actor=officer)
    asked = {one.code: one for one in Indicator.objects.asked_of(cluster_year.cluster_id, span(YEAR, WHOLE_YEAR))}
    for code, (kind, texts) in TARGETS.items():
        aims = {
            cities[name].pk: PromisedAim(kind, text, TargetOrigin.RESOLUTION, RESOLUTION)
            for name, text in zip(ORDER, texts, strict=True)
        }
        set_targets(pact, asked[code], aims, actor=officer)
    return pact


def sign_by_all(pact: Pact, members: dict[str, Organisation], people: People, office: str = OFFICE) -> None:
    """`office`: of whoever signs for each."""
    pact = ask_members(pact, actor=people.officer(people.head))
    for name, organisation in members.items():
        answer_pact(pact, organisation=organisation, agreed=True, actor=people.officer(name))
    pact = open_signing(pact, actor=people.approver(people.head))
    for name in sorted(members, key=lambda name: name != people.head):
        sign_pact(pact, organisation=members[name], office=office, actor=people.approver(name))
