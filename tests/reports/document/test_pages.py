"""Pages of a made PDF, read one by one: none has only signatures, recipients, a total or a number."""

import io
import re
import subprocess
from dataclasses import replace

import pypdf
import pytest

from reports.document.render import pdf
from reports.document.rules.document import Annex, BulletList, Column, Document, Paragraph, Row, Signature, Table
from tests.reports.document.sample import report

SENTENCE = "Các đơn vị thành viên tổ chức phong trào thi đua, thực hiện nhiệm vụ được giao. " * 2
HANDS = tuple(Signature((f"KIỂM PHIẾU VIÊN {at}",), f"Người Thử {at}") for at in range(1, 6))
CHECK = "0123456789abcdef" * 4


@pytest.fixture
def one_above_the_other() -> tuple[Signature, Signature]:
    """The chair's office takes three lines, the secretary's one; one has signed by machine."""
    chair = ("TM. HỘI ĐỒNG", "CHỦ TỊCH", "PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN")
    return Signature(("THƯ KÝ",), "Thư-Ký-Thử", by_hand=False, note="(Đã ký)"), Signature(chair, "Chủ-Tọa-Thử")


def pages_of(document: Document) -> list[str]:
    read = pypdf.PdfReader(io.BytesIO(pdf.render(document)))
    return [" ".join(page.extract_text().split()) for page in read.pages]


def boxes_of(document: Document, folder) -> list[tuple[float, float, float, str]]:
    """(left, top, right, word), in points from the page's left upper corner"""
    path = folder / "paper.pdf"
    path.write_bytes(pdf.render(document))
    read = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True).stdout.decode()
    number = r'="([\d.]+)"'
    found = re.findall(rf'xMin{number} yMin{number} xMax{number} yMax="[\d.]+">(.*?)</word>', read)
    return [(float(left), float(top), float(right), word) for left, top, right, word in found]


def paper(*blocks, **changes) -> Document:
    return replace(report(), **{"blocks": blocks, "annexes": (), **changes})


def body(paragraphs: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph.of(SENTENCE) for _ in range(paragraphs))


@pytest.mark.parametrize("signers", [(), HANDS[:2], HANDS], ids=["one", "two", "five"])
@pytest.mark.parametrize("paragraphs", range(8, 22, 2))
def test_the_page_of_the_signatures_has_words_of_the_text_and_the_recipients(paragraphs, signers):
    pages = pages_of(paper(*body(paragraphs), Paragraph.of("Trên đây là báo cáo."), signers=signers))
    last = pages[-1]
    assert "Các đơn vị thành viên" in last
    assert "Trên đây là báo cáo./." in last
    assert all(signer.name in last for signer in signers)
    assert "Nơi nhận:" in last
    assert "Lưu: VT" in last
    assert signers or "CỤM TRƯỞNG" in last


def test_names_of_two_who_sign_stand_at_one_height(one_above_the_other, tmp_path):
    boxes = boxes_of(paper(*body(2), signers=one_above_the_other), tmp_path)
    tops = {word: top for _left, top, _right, word in boxes}
    secretary, chair = (tops[one.name] for one in one_above_the_other)
    assert secretary == pytest.approx(chair, abs=0.5)


def test_more_signers_than_a_page_holds_are_shared_out_evenly():
    many = tuple(Signature((f"ĐƠN VỊ {at}",), f"Người Thử {at}.") for at in range(1, 11))
    pages = pages_of(paper(*body(2), signers=many, recipients=()))
    assert [sum(signer.name in page for signer in many) for page in pages][-2:] == [6, 4]


@pytest.mark.parametrize("lines", range(3, 8))
def test_words_that_introduce_a_list_stand_on_the_page_of_its_first_line(lines):
    words, items = "Các đơn vị được đề nghị khen thưởng:", tuple(f"Đơn vị {at}." for at in range(1, 9))
    filling = tuple(Paragraph.of("Một dòng.") for _ in range(lines))
    pages = pages_of(paper(*body(10), *filling, Paragraph.of(words), BulletList.of(*items), *body(2)))
    assert f"{words} - Đơn vị 1." in next(page for page in pages if words in page)


def test_a_long_list_before_the_last_words_begins_where_there_is_room_and_ends_with_the_signatures():
    items = tuple(f"Mục {at}. {SENTENCE}" for at in range(1, 7))
    pages = pages_of(paper(*body(9), BulletList.of(*items), Paragraph.of("Trên đây là báo cáo.")))
    assert len(pages) == 2
    assert "Mục 1." in pages[0]
    assert "Mục 6." in pages[1]


def table(rows: int) -> Table:
    made = (Row.of(f"Dòng {at}", at) for at in range(1, rows + 1))
    columns = (Column("Đơn vị", weight=3), Column("Số lượt", "integer"))
    return Table("Bảng thử", columns, (*made, Row.total("Tổng số", rows)), note="Chú thích của bảng.")


@pytest.mark.parametrize("rows", range(22, 34, 2))
def test_a_total_and_a_note_stand_with_the_rows_before_them(rows):
    pages = pages_of(paper(table(rows), *body(2)))
    assert f"Dòng {rows} {rows} Tổng số {rows} Chú thích của bảng." in next(page for page in pages if "Tổng số" in page)


def test_a_table_of_few_tall_rows_goes_over_to_the_next_page():
    tall = tuple(Row.of(f"Dòng {at} {'nhiệm vụ được giao ' * 30}hết {at}.", at) for at in range(1, 12))
    pages = pages_of(paper(replace(table(1), rows=tall), *body(2)))
    places = [next(at for at, page in enumerate(pages) if f"hết {number}." in page) for number in range(1, 12)]
    assert places == sorted(places)
    assert places[0] == 0 < places[-1], "it begins on the page of its caption and loses no row at the edge"


def test_each_page_of_an_annex_has_its_own_number_and_each_page_the_check_code():
    annex = Annex("Phụ lục", "Bảng thử", (table(60),))
    pages = pages_of(paper(*body(3), annexes=(annex, annex), check=CHECK))
    starts = [at for at, page in enumerate(pages) if "Phụ lục" in page and "Kèm theo" in page]
    assert len(starts) == 2
    first, second = starts
    assert [page.split()[0] for page in pages[first:second]] == [str(at) for at in range(1, second - first + 1)]
    assert pages[second].startswith("1 ")
    assert not pages[0].startswith("1 ")
    assert all(" ".join(CHECK[at : at + 8] for at in range(0, 64, 8)) in page for page in pages)


def test_a_word_without_a_place_to_break_stays_within_its_cell(tmp_path):
    """However long a name is: a list's next column and the edge of the paper stay free of it."""
    columns = (Column("TT", weight=0.5), Column("Tên", weight=2), Column("Đơn vị", weight=2), Column("Ký nhận"))
    rows = (Row.of("1", "W" * 90, "Sở Thử nghiệm", ""), Row.of("2", "Phòng Quản lý", "123/QĐ-UBND", ""))
    boxes = boxes_of(paper(Table(caption="", columns=columns, rows=rows)), tmp_path)
    unit = min(left for left, _top, _right, word in boxes if word == "Sở")
    wide = [right for _left, _top, right, word in boxes if set(word) == {"W", "\u200b"}]
    assert len(wide) > 1
    assert max(wide) < unit
    assert "123/QĐ-UBND" in [word for *_place, word in boxes]
