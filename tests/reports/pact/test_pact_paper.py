"""The pact on paper: what it says, to whom it is given, the same bytes for the same contents."""

import io
from datetime import date

import docx
import pytest
from django.urls import reverse
from docx.enum.section import WD_ORIENT
from pypdf import PdfReader

from clusters.indicators.rules.terms import ValueKind
from clusters.pacts.actions.contents import change_head, keep_commitment
from clusters.pacts.actions.pacts import begin_addendum, close_unsigned
from clusters.pacts.rules.terms import PactSection
from emulation.core.models import User
from reports.document.render import docx as to_docx
from reports.document.render import pdf as to_pdf
from reports.pact.compose import compose
from reports.pact.material import pact_material
from tests.clusters.figures.make import make_city, make_indicator, make_two_cities
from tests.clusters.pacts.make import COMMITMENT, in_force, in_signing, make_pact, set_target, signed_by
from tests.periods import DAY

pytestmark = pytest.mark.django_db
HOSTILE = '#import "x" <b>đậm</b> *sao* $a$ =1+1'


@pytest.fixture
def cities(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_two_cities()


@pytest.fixture
def draft(cities):
    year, head, member = cities
    pact = make_pact(year, head)
    change_head(
        pact,
        legal_bases="Luật Thi đua, khen thưởng;\nCăn cứ Kế hoạch thử",
        preamble="Các thành viên thống nhất ký giao ước.",
        place="Cần Thơ",
        dated=date(2023, 3, 30),
        actor=head.officer,
    )
    keep_commitment(pact, actor=head.officer, **COMMITMENT | {"text": HOSTILE, "section": PactSection.INSPECTION})
    indicator = make_indicator(value_kind=ValueKind.PERCENT, unit="%", derivation="common_bound", name="GRDP thử")
    set_target(pact, head, indicator, {head: "8%", member: "7,5%"})
    pact.refresh_from_db()
    return pact


def words_of(content) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def made(pact):
    return compose(pact_material(type(pact).objects.select_related("cluster_year__cluster__owner").get(pk=pact.pk)))


def test_a_draft_says_so_and_shows_no_signature(draft):
    words = words_of(to_pdf.render(made(draft)))
    assert "GIAO ƯỚC THI ĐUA (DỰ THẢO)" in words
    assert "Căn cứ Luật Thi đua, khen thưởng;" in words
    assert words.count("Căn cứ Kế hoạch thử") == 1
    assert "Cần Thơ, ngày 30 tháng 3 năm 2023" in words
    assert "I. Công tác lãnh đạo" in words
    assert "II. Công tác kiểm tra" in words
    assert "tiêu chí đo: Số phong trào (phong trào)" in words
    assert "Đã ký" not in words
    assert "Số:" not in words


def test_in_force_it_names_who_signed_when_with_its_checksum(cities, draft):
    _year, head, member = cities
    pact = in_force(draft, head, [head, member])
    words = words_of(to_pdf.render(made(pact)))
    assert "DỰ THẢO" not in words
    assert words.count("Đã ký ngày 10/7/2023") == 2
    assert words.index(head.organisation.name.upper()) < words.index(member.organisation.name.upper())
    assert words.count("KT. CHỦ TỊCH PHÓ CHỦ TỊCH UBND THÀNH PHỐ") == 2
    assert pact.checksum in words.replace(" ", "")
    assert "GRDP thử" in words
    assert "% 8 7,5" in words
    assert "Nghị quyết thử" in words


def test_user_text_stays_text(draft):
    words = words_of(to_pdf.render(made(draft)))
    assert "<b>đậm</b> *sao* $a$ =1+1" in words
    word = docx.Document(io.BytesIO(to_docx.render(made(draft))))
    assert any(HOSTILE in paragraph.text for paragraph in word.paragraphs)


def test_the_same_contents_give_the_same_bytes(draft):
    for render in (to_docx.render, to_pdf.render):
        assert render(made(draft)) == render(made(draft))


def test_the_word_file_has_headings_signature_boxes_and_a_table_with_a_head(cities, draft):
    _year, head, member = cities
    in_force(draft, head, [head, member])
    word = docx.Document(io.BytesIO(to_docx.render(made(draft))))
    headings = [one.text for one in word.paragraphs if one.style.name == "Heading 1"]
    assert headings[0].startswith("I. Công tác lãnh đạo")
    assert headings[-1].endswith("Tổ chức thực hiện")
    boxes = [cell.text for table in word.tables for row in table.rows for cell in row.cells if "(Đã ký" in cell.text]
    assert len(boxes) == 2
    assert [section.orientation for section in word.sections] == [WD_ORIENT.PORTRAIT] * 2


def test_many_members_stand_across_and_in_several_tables(cities, draft):
    year, head, member = cities
    more = [make_city(cluster_year=year) for _ in range(6)]
    indicator = make_indicator(value_kind=ValueKind.PERCENT, unit="%", derivation="common_bound")
    set_target(draft, head, indicator, dict.fromkeys([head, member, *more], "8%"))
    document = made(draft)
    (annex,) = document.annexes
    assert annex.landscape
    assert [len(block.columns) for block in annex.blocks] == [9, 5, 4]


def test_an_addendum_has_its_number_and_its_reason(cities, draft):
    year, head, member = cities
    in_force(draft, head, [head, member])
    addendum = begin_addendum(year, why="Điều chỉnh chỉ tiêu GRDP", actor=head.officer)
    words = words_of(to_pdf.render(made(addendum)))
    assert "PHỤ LỤC SỐ 1 (DỰ THẢO)" in words
    assert "Lý do điều chỉnh: Điều chỉnh chỉ tiêu GRDP." in words


def test_closed_with_a_member_unsigned_it_names_it(cities, draft):
    year, head, member = cities
    third = make_city(cluster_year=year, name="Đơn Vị Không Ký")
    pact = in_signing(draft, head, [head, member, third])
    signed_by(pact, head)
    signed_by(pact, member)
    close_unsigned(pact, why="Hết hạn ký", actor=head.approver)
    words = words_of(to_pdf.render(made(pact)))
    assert "Cụm trưởng chốt khi chưa có chữ ký của:" in words
    assert "Đơn Vị Không Ký" in words
    assert "(Chưa ký)" in words


def test_who_may_not_see_the_pact_gets_no_paper(cities, draft, client):
    _year, head, member = cities
    url = reverse("reports:pact-paper", args=[draft.pk, "pdf"])
    client.force_login(User.objects.get(pk=member.officer.user_id))
    assert client.get(url).status_code == 404
    client.force_login(User.objects.get(pk=head.officer.user_id))
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith('attachment; filename="giao-uoc-thi-dua-nam-2023-')
    assert client.get(reverse("reports:pact-paper", args=[draft.pk, "xlsx"])).status_code == 404


def test_the_same_number_of_questions_whatever_it_holds(cities, draft, django_assert_num_queries):
    year, head, member = cities
    for _ in range(2):
        found = type(draft).objects.select_related("cluster_year__cluster__owner").get(pk=draft.pk)
        with django_assert_num_queries(8):
            pact_material(found)
        indicator = make_indicator(value_kind=ValueKind.PERCENT, unit="%", derivation="common_bound")
        set_target(draft, head, indicator, {head: "8%", member: "7,5%"})
        keep_commitment(draft, actor=head.officer, **COMMITMENT)
