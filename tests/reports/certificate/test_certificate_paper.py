"""Certificates on paper: whole pages, onto blanks, a test print; whatever the names, no word leaves its place."""

import io
import re
import subprocess
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from awards.certificates.actions.certificates import hand_over, make_certificates
from awards.certificates.actions.layouts import set_layout
from awards.certificates.rules.layout import A4, FIRST, HEIGHTS
from awards.models import Certificate
from emulation.core.models import User
from reports.certificate.compose import compose_receipts
from reports.certificate.material import receipts_material
from reports.decision.material import decision_material
from reports.document.render import certificates
from reports.document.rules.certificates import Certificates, CertificateSheet, Printing
from tests.awards.decisions.make import agreed_dossier, issued
from tests.awards.sittings.make import make_room
from tests.periods import DAY
from tests.reports.document.archival import faults_of

MM = 72 / 25.4
SHEET = CertificateSheet(
    kind="BẰNG KHEN",
    conferrer="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THỬ",
    name="Nguyễn Văn Mẫu",
    beside="Phó Trưởng phòng, Sở Thử",
    reason="Đã hoàn thành xuất sắc nhiệm vụ",
    decision="Quyết định số: 12/QĐ-UBND",
    day="Thử, ngày 10 tháng 7 năm 2023",
    signs_as=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Trần Văn Mẫu",
    code="K7M2-9XPA-44TR",
)
WIDEST = "W" * 300


def printed(*sheets, printing=Printing.WHOLE, **said) -> Certificates:
    plain = Certificates(
        title="Bằng khen theo Quyết định 12/QĐ-UBND",
        issuer="UBND tỉnh Thử",
        identifier="certificates/1/whole",
        as_of=date(2023, 7, 10),
        printing=printing,
        width=A4[0],
        height=A4[1],
        right=0.0,
        down=0.0,
        scale=1.0,
        at=dict(FIRST),
        heights=dict(HEIGHTS),
        sheets=sheets or (SHEET,),
    )
    return replace(plain, **said)


def words_of(packed: bytes, path) -> list[list[tuple[str, float, float, float, float]]]:
    """Of each page its words with their boxes in millimetres: left, top, right, bottom."""
    path.write_bytes(packed)
    read = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True).stdout.decode()
    word = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
    return [
        [(text, *(float(edge) / MM for edge in edges)) for *edges, text in word.findall(page)]
        for page in read.split("<page ")[1:]
    ]


def test_whatever_the_names_no_word_leaves_its_place(tmp_path):
    worst = replace(SHEET, name=WIDEST, beside=WIDEST, reason=WIDEST, signer="W" * 200, conferrer="W " * 150)
    for printing in (Printing.WHOLE, Printing.BLANK):
        [page] = words_of(certificates.render(printed(worst, printing=printing)), tmp_path / "worst.pdf")
        assert all(left > 20 and right < A4[0] - 20 and bottom < 193 for _, left, _, right, bottom in page), page
        inner = [one for one in page if FIRST["name_at"] - 1 < one[2] < FIRST["reason_at"] + HEIGHTS["reason_at"]]
        ends = max(bottom for _, _, _, _, bottom in inner)
        assert ends < FIRST["reason_at"] + HEIGHTS["reason_at"] + 0.5
    [page] = words_of(certificates.render(printed()), tmp_path / "plain.pdf")
    assert next(one for one in page if one[0] == "Nguyễn")[4] - next(one for one in page if one[0] == "Nguyễn")[2] > 9


def test_on_a_blank_stands_only_what_it_lacks_moved_as_the_printer_wants_it(tmp_path):
    [whole] = words_of(certificates.render(printed()), tmp_path / "whole.pdf")
    moved = printed(printing=Printing.BLANK, right=5.0, down=-3.0)
    [blank] = words_of(certificates.render(moved), tmp_path / "blank.pdf")
    assert {"BẰNG", "KHEN", "TẶNG", "CỘNG"} <= {one[0] for one in whole}
    assert not {"BẰNG", "KHEN", "TẶNG", "CỘNG"} & {one[0] for one in blank}
    for word in ("Mẫu", "K7M2-9XPA-44TR", "KT.", "Quyết"):
        at, there = (next(one for one in page if one[0] == word) for page in (whole, blank))
        assert (there[1] - at[1], there[2] - at[2]) == pytest.approx((5, -3), abs=0.05)


@pytest.mark.parametrize("printing", Printing)
def test_the_file_is_archival_reads_aloud_and_is_the_same_each_time(printing):
    sheets = [replace(SHEET, name=f"Nguyễn Văn Mẫu {at}") for at in range(3)]
    packed = certificates.render(printed(*sheets, printing=printing))
    assert packed == certificates.render(printed(*sheets, printing=printing))
    read = pypdf.PdfReader(io.BytesIO(packed))
    assert faults_of(packed) == []
    assert [one.title for one in read.outline] == [sheet.name for sheet in sheets]


@pytest.mark.django_db
def test_a_list_is_printed_whole_with_a_qr_code_only_where_the_issuer_wants_one(
    settings, django_assert_max_num_queries
):
    settings.DEMONSTRATION_DAY = DAY
    room = make_room()
    officer = room.offices.city.officer
    decision = issued(room, *(agreed_dossier(room, f"Phòng {at}") for at in range(3)))
    make_certificates(decision, reason="Đã hoàn thành xuất sắc nhiệm vụ", actor=officer)
    client = Client()
    client.force_login(User.objects.get(pk=officer.user_id))

    def pages(**query):
        answer = client.get(reverse("reports:certificates", args=[decision.pk, "tron-trang"]), query)
        return pypdf.PdfReader(io.BytesIO(answer.content)).pages

    with django_assert_max_num_queries(30):
        listed = pages()
    texts = [page.extract_text() for page in listed]
    assert [f"Phòng {at}" in text for at, text in enumerate(texts)] == [True] * 3
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ THỬ" in texts[0]
    plain = len(listed[0].get_contents().get_data())
    set_layout(decision, said={"prints_qr": True}, actor=officer)
    one = Certificate.objects.first()
    [alone] = pages(ma=one.code)
    assert one.printed_code in alone.extract_text()
    assert len(alone.get_contents().get_data()) > plain * 1.5

    rows = Certificate.objects.with_names().select_related("line__honour__organisation").in_order()
    hand_over(decision, [rows[0]], received_by="Trần Thị Thử", on=DAY, actor=officer)
    table = compose_receipts(receipts_material(decision, rows.all())).blocks[1]
    annexed = decision_material(decision, on=DAY).groups[0].collectives
    assert (
        {row.cells[2] for row in table.rows}
        == {line.beside for line in annexed}
        == {str(room.offices.unit.organisation)}
    )
    assert [(row.cells[1], row.cells[4]) for row in table.rows] == [
        ("Phòng 0", "Trần Thị Thử, 10/07/2023"),
        ("Phòng 1", ""),
        ("Phòng 2", ""),
    ]
