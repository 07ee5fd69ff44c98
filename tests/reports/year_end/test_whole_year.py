"""The year-end report says what `expected.py` reckoned by hand, part by part, and nothing beneath it that is not there."""

from datetime import date

import pytest

from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import Derivation
from clusters.models import ClusterKind
from reports.document.render import docx, pdf, xlsx
from reports.document.rules.document import Heading
from reports.year_end.compose import compose
from reports.year_end.material import collect_year
from tests.awards.register.make import make_honour
from tests.clusters.figures.make import in_state, make_figure, make_indicator
from tests.clusters.membership.make import make_membership
from tests.clusters.organisations.make import make_organisation
from tests.reports.six_month.readings import docx_text, html_text, pdf_text, row_of, table_of, texts_of, xlsx_text
from tests.reports.year_end import expected
from tests.reports.year_end.world import DAY, LETTERS, YEAR, make_bare_year, make_whole_year, report_figures

pytestmark = pytest.mark.django_db


def composed(world):
    return compose(collect_year(world.year, as_of=DAY))


def parts_of(document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]


def under(document, words) -> str:
    """What the part says in sentences."""
    at = next(n for n, block in enumerate(document.blocks) if isinstance(block, Heading) and words in block.text)
    found = []
    for block in document.blocks[at + 1 :]:
        if isinstance(block, Heading) and block.level == 1:
            break
        found += [getattr(block, "text", "")] + [item.text for item in getattr(block, "items", ())]
    return " ".join(found)


def test_a_whole_year_says_what_was_reckoned_by_hand():
    world = make_whole_year()
    document = composed(world)
    name = world.name

    honours = table_of(document, "Khen thưởng theo đơn vị thành viên")
    printed = {letter: number or "…" for letter, number in expected.HONOURS.items()}
    assert {letter: row_of(honours, name(letter))[4] for letter in LETTERS} == printed
    assert row_of(honours, "Toàn Cụm")[1:5] == (*expected.BY_SUBJECT.values(), expected.TOTAL)
    before = table_of(document, "So với năm trước")
    assert row_of(before, "Tổng số")[1:4] == (expected.TOTAL, expected.TOTAL_BEFORE, expected.CHANGE)

    together = table_of(document, "Kết quả chung của Cụm")
    revenue = row_of(together, world.revenue.name)
    assert revenue[3:6] == (expected.REVENUE_TOGETHER, expected.REVENUE_BEFORE_TOGETHER, None)
    by_member = document.annexes[1].blocks[0]
    of_revenue = by_member.rows[6:10]
    assert [row.cells[0] for row in of_revenue] == [name(letter) for letter in LETTERS]
    assert [row.cells[2] for row in of_revenue] == [*expected.REVENUE.values(), "…"]
    assert revenue[6] == "3/4"
    for key, indicator in (("growth", world.growth), ("revenue", world.revenue), ("poor", world.poor)):
        assert row_of(together, indicator.name)[7] == expected.REACHED[key]

    pact = under(document, "GIAO ƯỚC THI ĐUA")
    assert f"Đạt tất cả chỉ tiêu được giao: {', '.join(name(one) for one in expected.ALL_REACHED)}." in pact
    missed = "; ".join(getattr(world, key).name for key in expected.MISSED["B"])
    assert f"{name('B')} ({missed})" in pact
    assert f"{name('C')} ({world.growth.name})" in pact
    assert "giao 9 mức chỉ tiêu cho 4 đơn vị: đạt 4; chưa đạt 3; chưa xác định được 1; chưa có số liệu 1." in pact
    best, worst = name(expected.LEAST_POOR), name(expected.POOREST)
    ends = table_of(document, "Đơn vị đứng đầu, đứng cuối")
    assert [row.cells for row in ends.rows] == [(world.poor.name, f"{best}: 1,2%", f"{worst}: 3%")]

    points = table_of(document, "Điểm và xếp hạng")
    for letter in LETTERS:
        rank, _name, own, final, votes, _remark = row_of(points, name(letter))
        assert (int(rank), own, final, votes) == (
            expected.RANKS[letter],
            expected.SELF[letter],
            expected.FINAL[letter],
            expected.VOTES[letter],
        )
    assert f"Không tự chấm điểm: {name('D')}." in points.note
    judged = under(document, "CHẤM ĐIỂM")
    assert f"{name('A')} với 3 phiếu" in judged
    assert f"{name('A')}: Cờ thi đua của Chính phủ." in judged

    coming = under(document, f"NĂM {YEAR + 1}") + under(document, "CỤM PHÓ VÀ GIAO ƯỚC")
    assert f"Cụm trưởng: {name('B')}." in coming
    assert f"Cụm phó: {name('C')}." in coming
    assert "được ký tại Hội nghị tổng kết năm 2023 và ký giao ước thi đua năm 2024 ngày 20/02/2024" in coming
    held = under(document, "HOẠT ĐỘNG CỦA CỤM")
    assert "3/4 thành viên dự" in held
    notes = under(document, "GHI CHÚ VỀ SỐ LIỆU")
    assert f"Chưa có số liệu được tiếp nhận: {', '.join(name(one) for one in expected.NOT_REPORTED)}." in notes


def test_the_parts_stand_in_the_trade_s_order():
    document = composed(make_whole_year())
    assert parts_of(document) == [
        "I. KẾT QUẢ THỰC HIỆN GIAO ƯỚC THI ĐUA",
        "II. CÔNG TÁC KHEN THƯỞNG",
        "III. CHẤM ĐIỂM, BÌNH XÉT THI ĐUA",
        "IV. HOẠT ĐỘNG CỦA CỤM",
        "V. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
        f"VI. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM NĂM {YEAR + 1}",
        f"VII. CỤM TRƯỞNG, CỤM PHÓ VÀ GIAO ƯỚC THI ĐUA NĂM {YEAR + 1}",
        "VIII. GHI CHÚ VỀ SỐ LIỆU",
    ]
    assert [annex.number for annex in document.annexes] == ["Phụ lục I", "Phụ lục II"]


def test_each_format_is_made_says_the_same_and_is_the_same_to_the_byte(tmp_path):
    world = make_whole_year()
    document, again = composed(world), composed(world)
    for render in (docx.render, pdf.render, xlsx.render):
        assert render(document) == render(again)
    for said in (docx_text(document), pdf_text(document, tmp_path), xlsx_text(document), html_text(document)):
        assert world.revenue.name in said
        assert "6 tháng" not in said


def test_what_is_not_there_is_one_plain_sentence_or_left_out():
    """No pact, no figures, nothing frozen, no honours, nobody wrote anything."""
    world = make_bare_year()
    document = composed(world)
    assert [part.split(". ")[1] for part in parts_of(document)] == [
        "KẾT QUẢ THỰC HIỆN GIAO ƯỚC THI ĐUA",
        "CÔNG TÁC KHEN THƯỞNG",
        "CHẤM ĐIỂM, BÌNH XÉT THI ĐUA",
        "GHI CHÚ VỀ SỐ LIỆU",
    ]
    assert under(document, "THỰC HIỆN GIAO ƯỚC").strip() == (
        f"Đến ngày báo cáo chưa có giao ước thi đua năm {YEAR} đã ký để đối chiếu và chưa có số liệu chỉ tiêu cả năm "
        "được cụm trưởng tiếp nhận."
    )
    assert "chưa có lượt khen thưởng nào" in under(document, "KHEN THƯỞNG")
    assert under(document, "CHẤM ĐIỂM") == (f"Đến ngày báo cáo chưa chốt điểm và kết quả bình xét thi đua năm {YEAR}.")
    assert document.annexes == ()
    assert not any("Đạt tất cả" in text or "Có chỉ tiêu chưa đạt" in text for text in texts_of(document))
    assert "phương hướng" not in document.subject
    assert pdf.render(document).startswith(b"%PDF")


SAID = {
    "pact": ("Giao ước thi đua năm 2023 có hiệu lực từ ngày 05/3/2023", "Đạt tất cả chỉ tiêu", "đạt giao ước"),
    "figures": ("25.750", "Đứng đầu", "Có chỉ tiêu chưa đạt", "Số liệu chỉ tiêu cả năm do"),
    "before": ("25.000", "Tăng, giảm: để trống khi một trong"),
    "honours": ("5 lượt khen thưởng", "So với năm trước", "nhiều nhất"),
    "result": ("suy tôn dẫn đầu", "Cờ thi đua của Chính phủ", "đã bầu cụm trưởng", "Số phiếu suy tôn"),
    "meeting": ("HOẠT ĐỘNG CỦA CỤM", "3/4 thành viên dự"),
    "coming": ("Giao ước thi đua năm 2024 được ký tại", "GIAO ƯỚC THI ĐUA NĂM 2024"),
    "text": ("Tình hình chung", "TỒN TẠI, HẠN CHẾ", "NHIỆM VỤ TRỌNG TÂM"),
}


@pytest.mark.parametrize("gap", SAID)
def test_where_nothing_was_laid_its_sentences_are_gone_and_the_others_stay(gap):
    world = make_whole_year(but=(gap,))
    told = html_text(composed(world)).replace("\xa0", " ")
    gone = [words for words in SAID[gap] if words in told]
    assert gone == []
    depending = {"pact": {"figures"}, "figures": {"pact", "before"}, "meeting": {"coming"}, "before": set()}
    kept = [part for part in SAID if part != gap and part not in depending.get(gap, set())]
    assert [words for part in kept for words in SAID[part] if words not in told] == []


def test_points_without_a_result_are_told_without_ranks():
    document = composed(make_whole_year(but=("result",)))
    table = table_of(document, "Điểm của các thành viên")
    assert [cell for row in table.rows for cell in row.cells[3:]] == list(expected.FINAL.values())
    assert "chưa chốt kết quả bình xét" in under(document, "CHẤM ĐIỂM")
    assert "Hạng" not in [column.title for column in table.columns]


def test_the_same_few_questions_whatever_the_number_of_honours_and_figures(django_assert_max_num_queries):
    world = make_whole_year()
    world.year.refresh_from_db()
    with django_assert_max_num_queries(60) as first:
        collect_year(world.year, as_of=DAY)
    for letter in LETTERS:
        make_honour(world.member(letter), decision_date=date(YEAR, 4, 1))
        make_membership(cluster=world.year.cluster, organisation=make_organisation())
    world.year.refresh_from_db()
    with django_assert_max_num_queries(len(first.captured_queries)):
        collect_year(world.year, as_of=DAY)


def test_years_that_all_reported_are_subtracted():
    world = make_whole_year(but=("figures",))
    given = {"A": "12.000", "B": "8.500", "C": "5.250", "D": "1.250"}
    report_figures(world.year, world, {letter: f"{value} tỷ đồng" for letter, value in given.items()})
    revenue = row_of(table_of(composed(world), "Kết quả chung của Cụm"), world.revenue.name)
    assert revenue[3:7] == (27000, 25000, 2000, "4/4")
    told = " ".join(texts_of(composed(world)))
    assert "toàn Cụm: 27.000 tỷ đồng, tăng 2.000 tỷ đồng so với năm trước (25.000 tỷ đồng)." in told.replace(
        "\xa0", " "
    )


def test_a_member_that_did_not_report_leaves_the_comparison_unsaid():
    assert not any("toàn Cụm: " in text for text in texts_of(composed(make_whole_year())))


def test_a_block_is_called_a_block_in_the_report_s_own_words():
    world = make_whole_year()
    world.year.cluster.kind = ClusterKind.KHOI
    document = composed(world)
    said = parts_of(document)
    assert "IV. HOẠT ĐỘNG CỦA KHỐI" in said
    assert f"VII. KHỐI TRƯỞNG, KHỐI PHÓ VÀ GIAO ƯỚC THI ĐUA NĂM {YEAR + 1}" in said
    assert table_of(document, "Kết quả chung của Khối")


def test_what_the_head_entered_for_the_cluster_counts_no_members():
    world = make_bare_year()
    by_head = make_indicator(name="Phong trào chung thử", derivation=Derivation.BY_HEAD)
    figure = make_figure(cluster_year=world.year, organisation=None, indicator=by_head, half=0, value="5")
    in_state(figure.sheet, SheetState.ACCEPTED)
    document = composed(world)
    assert row_of(table_of(document, "Kết quả chung của Cụm"), by_head.name)[3:] == (5, "")
    assert document.annexes == ()
