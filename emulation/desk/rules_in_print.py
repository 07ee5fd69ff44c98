"""The numbered rules with their provisions, and the ways of dossiers, as one page of Markdown printed from the code."""

from django.utils import translation

from awards.catalogue.models.wording import LEVELS
from awards.catalogue.rules.terms import Level
from awards.eligibility.rules.law import RULES, TOLD_ELSEWHERE
from awards.nominations.rules.route import Desk, Nominator, route_of
from awards.procedures.models.wording import EFFECTS
from awards.procedures.models.wording import RULES as NAMES
from emulation.core.dates import format_date

DESKS = {Desk.OWN: "tự xét tại đơn vị đề nghị", Desk.PROVINCE: "tỉnh, thành phố", Desk.BOARD: "Ban TĐKT Trung ương"}
NOMINATORS = {"đơn vị thuộc tỉnh": Nominator(is_province=False), "tỉnh, thành phố": Nominator(is_province=True)}


def page_of_rules() -> str:
    with translation.override("vi"):
        return "\n".join(["# Điều kiện và đường đi của hồ sơ", "", PRINTED, "", *_rules(), *_routes()]) + "\n"


PRINTED = "In từ mã nguồn bằng `manage.py print_rules`."


def _rules() -> list[str]:
    lines = ["## Điều kiện", "", "| Mã | Nội dung | Căn cứ | Hiệu lực | Không đạt thì |", "|---|---|---|---|---|"]
    for rule in RULES:
        since = f"từ {format_date(rule.since)}" if rule.since else ""
        until = f"trước {format_date(rule.until)}" if rule.until else ""
        term = " ".join(filter(None, (since, until))) or "mọi thời điểm"
        effect = str(EFFECTS[rule.effect]) + ("" if rule.is_verified else " (chưa kiểm chứng)")
        lines.append(f"| {rule.code} | {rule.provision} | {rule.law} | {term} | {effect} |")
    elsewhere = "; ".join(f"{code}: {NAMES[code]}" for code in NAMES if code in TOLD_ELSEWHERE)
    return [*lines, "", f"Xét ở hồ sơ và phiên họp: {elsewhere}", ""]


def _routes() -> list[str]:
    lines = [
        "## Đường đi",
        "",
        "| Cấp của danh hiệu, hình thức | Nơi đề nghị | Các nơi xét, theo thứ tự |",
        "|---|---|---|",
    ]
    for level in Level:
        for who, nominator in NOMINATORS.items():
            way = " → ".join(DESKS[desk] for desk in route_of(level, nominator))
            lines.append(f"| {LEVELS[level]} | {who} | {way} |")
    return lines
