"""The result of the year on paper: what it says, the same bytes for the same contents."""

import io

import docx
import pytest
from django.urls import reverse
from pypdf import PdfReader

from clusters.models import Cluster, ClusterKind, ClusterLevel, YearProposal, YearResult
from clusters.regulation.rules.proposed_awards import ProposedAward
from clusters.results.actions.freezing import freeze_result, withdraw_result
from clusters.results.actions.parts import propose
from clusters.results.actions.results import begin_later_act
from reports.document.render import docx as to_docx
from reports.document.render import pdf as to_pdf
from reports.year_result.compose import compose
from reports.year_result.material import result_material
from tests.clusters.figures.visiting import signed_in
from tests.clusters.results.make import MINUTES, OFFICE, frozen, make_frozen, voted
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(settings):
    settings.DEMONSTRATION_DAY = DAY


def made(result):
    asked = YearResult.objects.select_related(
        "cluster_year__cluster__owner", "cluster_year__scheme", "changes", "conference"
    )
    return compose(result_material(asked.get(pk=result.pk)))


def words_of(result) -> str:
    pages = PdfReader(io.BytesIO(to_pdf.render(made(result)))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_draft_says_so_and_leaves_the_signature_open():
    words = words_of(voted(make_frozen()))
    assert "THÔNG BÁO (DỰ THẢO) Kết quả bình xét thi đua năm 2023" in words
    assert "Nội dung chưa được chốt." in words
    assert "Mã xác thực" not in words


def test_a_frozen_result_says_places_votes_proposals_and_elections():
    world = make_frozen(totals=(50, 40, 40, 20, 10), found_of=[4])
    result = voted(world)
    head, deputy = world.cities[1].organisation, world.cities[2].organisation
    award = ProposedAward.PRIME_MINISTER_CERTIFICATE
    propose(result, organisation=head, award=award, actor=world.head.officer)
    freeze_result(result, office=OFFICE, actor=world.head.approver)
    words = words_of(result)
    assert "(DỰ THẢO)" not in words
    assert f"Căn cứ kết quả biểu quyết: {MINUTES};" in words
    first = world.cities[0].organisation
    assert f"Đơn vị được suy tôn dẫn đầu {world.year.cluster}: {first} với 5 phiếu." in words
    assert "2 (đồng hạng)" in words
    assert "Bị loại trừ: Điều kiện thử (Kết luận thanh tra thử)" in words
    assert f"{head}: Bằng khen của Thủ tướng Chính phủ." in words
    assert "IV. CỤM TRƯỞNG, CỤM PHÓ NĂM 2024" in words
    assert f"Cụm trưởng: {head}." in words
    assert f"Cụm phó: {deputy}." in words
    assert "TM. CỤM THI ĐUA CỤM TRƯỞNG CHỦ TỊCH ỦY BAN NHÂN DÂN" in words
    assert result.frozen_by_name or YearResult.objects.get().frozen_by_name in words


def test_a_block_s_result_names_the_committee_whose_flag_it_proposes():
    world = make_frozen(totals=(50, 40, 40, 20, 10))
    Cluster.objects.filter(pk=world.year.cluster.pk).update(kind=ClusterKind.KHOI, level=ClusterLevel.PROVINCE)
    result = voted(world)
    first = world.cities[0].organisation
    YearProposal.objects.create(result=result, organisation=first, award=ProposedAward.PROVINCE_FLAG)
    committee = world.year.cluster.owner.on_paper.full_name
    assert f"{first}: Cờ thi đua của {committee}." in words_of(result)


def test_a_later_act_names_what_it_changes_and_a_withdrawn_one_says_so():
    world = make_frozen()
    first = frozen(world)
    act = begin_later_act(first, why="Kỷ luật sau chốt.", document="Quyết định 12/QĐ", actor=world.head.officer)
    words = words_of(act)
    assert "THÔNG BÁO (DỰ THẢO) Thay đổi số 1 kết quả bình xét thi đua năm 2023" in words
    assert "Văn bản này thay đổi kết quả đã chốt ngày" in words
    assert "Căn cứ thay đổi: Quyết định 12/QĐ. Lý do: Kỷ luật sau chốt." in words
    withdraw_result(act, why="Nhầm", actor=world.head.officer)
    assert "(ĐÃ RÚT)" in words_of(act)


def test_the_same_result_gives_the_same_bytes_for_all_who_may_read_it():
    world = make_frozen()
    result = frozen(world)
    assert to_docx.render(made(result)) == to_docx.render(made(result))
    for form in ("docx", "pdf"):
        url = reverse("reports:year-result-paper", args=[result.pk, form])
        first = signed_in(world.head.officer).get(url)
        assert first.status_code == 200
        assert first.content == signed_in(world.cities[3].officer, language="vi").get(url).content
        assert "ket-qua-binh-xet-thi-dua-nam-2023-" in first["Content-Disposition"]
    assert (
        signed_in(world.head.officer).get(reverse("reports:year-result-paper", args=[result.pk, "xlsx"])).status_code
        == 404
    )


def test_hostile_words_stay_words():
    world = make_frozen()
    hostile = '#import "x" <b>đậm</b> *sao* $a$ =1+1'
    result = voted(world, minutes=hostile)
    assert hostile in words_of(result)
    document = docx.Document(io.BytesIO(to_docx.render(made(result))))
    assert any(hostile in paragraph.text for paragraph in document.paragraphs)
