"""Certificates: 300 of them as one PDF against one page's typesetting 300 times; the answer to a check code, among
20,000, against the log-in page. Rows are invented by the database itself and rolled back."""

from dataclasses import replace
from functools import partial

from bench.pages import FLOOR, ask
from bench.table import Table
from bench.turns import in_turns

SHEETS, LIMIT_OF_SHEETS, TIMES = 300, 4, 5
CERTIFICATES, LIMIT_OF_LOOK_UP = 20_000, 3
LINES = """
INSERT INTO awards_decisionline (decision_id, nomination_id, honour_id, stands)
SELECT %(decision)s, %(nomination)s, id, false FROM awards_honour ORDER BY id LIMIT %(number)s
"""
MADE = """
INSERT INTO awards_certificate (list_id, line_id, code, received_by, handed_by_name)
SELECT %(list)s, id, translate(upper(substr(md5(id::text), 1, 12)), '01', 'XY'), '', ''
FROM awards_decisionline WHERE decision_id = %(decision)s AND honour_id IS NOT NULL
"""


def measure_certificates(table: Table) -> None:
    """Leaves nothing behind."""
    _measure_sheets(table)
    _measure_look_up(table)


def _measure_sheets(table: Table) -> None:
    from awards.certificates.rules.layout import A4, FIRST, HEIGHTS  # noqa: PLC0415  (after django.setup)
    from emulation.core import clock  # noqa: PLC0415
    from reports.document.render import certificates  # noqa: PLC0415
    from reports.document.rules.certificates import Certificates, CertificateSheet, Printing  # noqa: PLC0415

    sheet = CertificateSheet(
        kind="BẰNG KHEN",
        conferrer="CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ ĐO",
        name="",
        beside="Phó Trưởng phòng Nghiệp vụ, Sở Đo",
        reason="Đã hoàn thành xuất sắc nhiệm vụ năm 2022",
        decision="Quyết định số: 12/QĐ-UBND\nngày 10 tháng 7 năm 2023",
        day="Đo, ngày 10 tháng 7 năm 2023",
        signs_as=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer="Người Ký Thử",
        code="K7M2-9XPA-44TR",
    )
    sheets = tuple(replace(sheet, name=f"Nguyễn Văn Mẫu {at}") for at in range(SHEETS))
    whole = Certificates(
        title="Bằng khen",
        issuer="UBND thành phố Đo",
        identifier="bench",
        as_of=clock.today(),
        printing=Printing.WHOLE,
        width=A4[0],
        height=A4[1],
        right=0.0,
        down=0.0,
        scale=1.0,
        at=dict(FIRST),
        heights=dict(HEIGHTS),
        sheets=sheets,
    )
    one = replace(whole, sheets=sheets[:1])
    taken = in_turns(
        {"one": lambda: certificates.render(one), "all": lambda: certificates.render(whole)},
        times=TIMES,
    )
    table.head(f"{SHEETS} certificates as one PDF; the floor is one page, {SHEETS} times")
    table.measured("certificates of a whole list", taken["all"], floor=taken["one"] * SHEETS, limit=LIMIT_OF_SHEETS)


def _measure_look_up(table: Table) -> None:
    from django.db import connection, transaction  # noqa: PLC0415  (after django.setup)
    from django.test import Client  # noqa: PLC0415

    from awards.models import Certificate, CertificateList, Decision, Nomination  # noqa: PLC0415
    from emulation.core import clock  # noqa: PLC0415

    stranger = Client()
    with transaction.atomic(), connection.cursor() as cursor:
        nomination = Nomination.objects.select_related("holder").first()
        today = clock.today()
        decision = Decision.objects.create(
            body=nomination.holder,
            subject="Đo",
            state="issued",
            number="999",
            symbol="QĐ-ĐO",
            day=today,
            year=today.year,
        )
        made = CertificateList.objects.create(decision=decision, reason="Đo", made_by_name="Đo", made_at=clock.now())
        said = {"decision": decision.pk, "nomination": nomination.pk, "list": made.pk, "number": CERTIFICATES}
        cursor.execute(LINES, said)
        cursor.execute(MADE, said)
        cursor.execute("ANALYZE awards_certificate, awards_decisionline")
        code = Certificate.objects.latest("pk").code
        taken = in_turns(
            {
                FLOOR: partial(ask, stranger, FLOOR),
                "right": partial(ask, stranger, f"/tra-bang-khen/?ma={code}"),
            }
        )
        transaction.set_rollback(True)
    table.head(f"a check code among {CERTIFICATES} certificates; the floor is the log-in page")
    table.measured("answer to a code", taken["right"], floor=taken[FLOOR], limit=LIMIT_OF_LOOK_UP)
