"""Half-year figures of the cities: accepted, on their way, and Cần Thơ's still to finish. Invented but for what the
press printed of the first half of 2023 (the growth of all five, Đà Nẵng's 73 campaigns)."""

from datetime import date

from clusters.figures.actions.figures import write_cell
from clusters.figures.actions.sheets import accept_sheet, approve_sheet, submit_sheet
from clusters.indicators.rules.terms import FigurePart
from clusters.models import ClusterYear, FigureSheet, Indicator, Organisation
from clusters.people.models.scope import actor_of
from emulation.core.actor import Actor
from emulation.core.models import User
from emulation.core.period import Period
from emulation.desk.demonstration.accounts import CITIES

CLUSTER, YEAR, HALF = "CUM_5TP", 2023, 1
HEAD = "cantho"
SOURCE = "Số liệu trình diễn"
INDICATORS = (
    "grdp-toc-do-tang",
    "thu-ngan-sach",
    "von-dau-tu-toan-xa-hoi",
    "giai-ngan-dau-tu-cong",
    "ho-ngheo",
    "bao-hiem-y-te",
    "lao-dong-qua-dao-tao",
    "do-thi-hoa",
    "xa-nong-thon-moi",
    "xa-nong-thon-moi-nang-cao",
    "xa-nong-thon-moi-kieu-mau",
    "phong-trao-chuyen-de",
    "dien-hinh-tien-tien",
    "khen-nguoi-truc-tiep",
)
VALUES = {
    "hanoi": (
        "trên 3,5%", "210.000 tỷ đồng", "188.400 tỷ đồng", "36,2%", "0,1%", "93,1%", "73,2%", "49,1%",
        "382/382", "111/382", "20/382", "24", "1.150", "6.120/7.450",
    ),
    "haiphong": (
        "trên 3,5%", "47.300 tỷ đồng", "72.900 tỷ đồng", "gần 50%", "1,02%", "92,4%", "từ 86% trở lên", "45,6%",
        "137/137", "35/137", "14/137", "18", "412", "2.010/2.630",
    ),
    "danang": (
        "trên 3,5%", "11.400 tỷ đồng", "14.650 tỷ đồng", "38,5%", "2,17%", "98,3%", "67,5%", "87,4%",
        "11/11", "5/11", "2/11", "73", "208", "1.004/1.290",
    ),
    "hochiminh": (
        "trên 3,5%", "196.500 tỷ đồng", "128.000 tỷ đồng", "26%", "0,3%", "91,5%", "86,9%", "79,2%",
        "56/56", "18/56", "3/56", "31", "964", "3.870/4.905",
    ),
    "cantho": ("trên 3,5%", "5.800 tỷ đồng", "", "9,5% - 10%", "0,36%", "92,45%", "", "", "36/36"),
}  # fmt: skip
PLAN_SHARES = {"thu-ngan-sach": "gần 50%", "von-dau-tu-toan-xa-hoi": "trên 45%"}
WALKED = {"hanoi": 3, "haiphong": 3, "danang": 2, "hochiminh": 1, "cantho": 0}


def load_figures(day: date) -> int:
    """Sheets added; a city that has one keeps it as it is."""
    cluster_year = ClusterYear.objects.filter(cluster__code=CLUSTER, year=YEAR).select_related("cluster").first()
    if cluster_year is None:
        return 0
    period = Period.half_year(YEAR, HALF)
    asked = {one.code: one for one in Indicator.objects.asked_of(cluster_year.cluster_id, period)}
    users = {user.username: user for user in User.objects.filter(mandates__isnull=False).distinct()}
    added = 0
    for code, (username, _name) in CITIES.items():
        city = Organisation.objects.coded(code, day).get()
        if FigureSheet.objects.of_half(cluster_year, HALF).filter(organisation=city).exists():
            continue
        officer = actor_of(users[username], on=day)
        for indicator, text in zip(INDICATORS, VALUES[username], strict=False):
            _write(cluster_year, city, asked[indicator], text, actor=officer)
        sheet = FigureSheet.objects.of_half(cluster_year, HALF).get(organisation=city)
        approver, head = (actor_of(users[name], on=day) for name in (f"{username}.duyet", HEAD))
        steps = ((submit_sheet, officer), (approve_sheet, approver), (accept_sheet, head))
        for step, actor in steps[: WALKED[username]]:
            step(sheet, actor=actor)
            sheet.refresh_from_db()
        added += 1
    return added


def _write(cluster_year, city, indicator, text, *, actor: Actor):
    cells = {FigurePart.VALUE: text, FigurePart.PLAN_SHARE: PLAN_SHARES.get(indicator.code, "") if text else ""}
    if text:
        cells[FigurePart.SOURCE] = SOURCE
    for part, written in cells.items():
        if written:
            write_cell(cluster_year, HALF, city, indicator=indicator, part=part, text=written, seen="", actor=actor)
