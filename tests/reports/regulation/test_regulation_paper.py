"""The regulation of a cluster year on paper: what it says as a draft and adopted, of a block too; who gets it."""

import io
from dataclasses import replace
from datetime import date

import docx
import pytest
from django.urls import reverse
from django.utils.translation import override
from pypdf import PdfReader

from clusters.models import ClusterKind, ClusterLevel, OrganisationKind, Scheme
from clusters.regulation.actions.origins import Origin
from clusters.regulation.actions.schemes import adopt_scheme, begin_scheme
from reports.document.render import docx as to_docx
from reports.document.render import pdf as to_pdf
from reports.regulation.compose import compose
from reports.regulation.material import regulation_material
from tests.clusters.figures.make import make_two_cities
from tests.clusters.figures.visiting import signed_in
from tests.clusters.organisations.make import make_organisation
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_two_cities()


def made(scheme):
    found = Scheme.objects.with_lines().select_related("cluster_year__cluster__owner").get(pk=scheme.pk)
    with override("vi"):
        return compose(regulation_material(found))


def words_of(document) -> str:
    pages = PdfReader(io.BytesIO(to_pdf.render(document))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def begun(year, head):
    return begin_scheme(year, origin=Origin.SUGGESTED, actor=head.officer)


def adopted(year, head):
    return adopt_scheme(
        begun(year, head), on=date(2023, 3, 30), votes_for=2, votes_cast=2, document="Thử", actor=head.approver
    )


def test_a_draft_says_so_and_binds_nobody(cities):
    year, head, _member = cities
    words = words_of(made(begun(year, head)))
    assert "QUY ĐỊNH (DỰ THẢO)" in words
    assert "chưa có hiệu lực" in words
    assert "Căn cứ kết quả biểu quyết" not in words


def test_adopted_it_has_its_articles_its_table_and_the_law_of_its_day(cities):
    year, head, _member = cities
    document = made(adopted(year, head))
    words = words_of(document)
    assert "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;" in words
    assert "năm 2022;" not in words
    assert "ngày 30 tháng 3 năm 2023: 2/2 thành viên tán thành;" in words
    assert "Tổng điểm tối đa của các nhóm tiêu chí là 1000 điểm" in words.replace("1.000", "1000")
    assert "Điều 6. Tổ chức thực hiện" in words
    assert "/QyĐ-CTĐ" in words
    (annex,) = document.annexes
    (table,) = annex.blocks
    assert table.rows[-1].cells[2] == 1000
    assert sum(row.style == "section" for row in table.rows) == 5
    assert table.rows[1].cells[-1].startswith("Đơn vị tự chấm") or "tự chấm" in table.rows[1].cells[-1].lower()
    letters = docx.Document(io.BytesIO(to_docx.render(document)))
    assert any(one.text.startswith("Điều 1.") for one in letters.paragraphs)


def test_a_blocks_regulation_speaks_of_the_block(cities):
    """But for what the head itself wrote into the table."""
    year, head, _member = cities
    city = make_organisation(name="Cần Thơ", kind=OrganisationKind.CITY)
    year.cluster.kind, year.cluster.name = ClusterKind.KHOI, "Khối thi đua thử"
    scheme = adopted(year, head)
    found = Scheme.objects.with_lines().get(pk=scheme.pk)
    found.cluster_year = year
    year.cluster.level, year.cluster.owner = ClusterLevel.PROVINCE, city
    with override("vi"):
        document = compose(regulation_material(found))
    words = words_of(replace(document, annexes=()))
    assert "KHỐI TRƯỞNG" in words
    assert "- UBND thành phố Cần Thơ (để báo cáo);" in words
    assert "cụm" not in words.casefold()


def test_members_get_it_always_the_same(cities):
    year, head, member = cities
    scheme = begun(year, head)
    for form, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
        url = reverse("reports:regulation-paper", args=[year.pk, form])
        assert signed_in(member.officer).get(url).status_code == 404
        answer = signed_in(head.officer, "en").get(url)
        assert answer.content.startswith(begins)
        assert answer.content == signed_in(head.officer, "vi").get(url).content
        assert "quy-dinh-binh-xet-thi-dua-nam-2023-" in answer["Content-Disposition"]
    assert signed_in(head.officer).get(reverse("reports:regulation-paper", args=[year.pk, "xlsx"])).status_code == 404
    adopt_scheme(scheme, on=date(2023, 3, 30), votes_for=2, votes_cast=2, document="", actor=head.approver)
    url = reverse("reports:regulation-paper", args=[year.pk, "pdf"])
    assert signed_in(member.officer).get(url).status_code == 200
    assert signed_in(make_two_cities()[2].officer).get(url).status_code == 404
