"""Indicators and the year before in the report: as printed, only what was accepted, and silence said as silence."""

from datetime import date
from decimal import Decimal

import pytest

from awards.models import Award
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import Derivation, FigurePart, ValueKind
from emulation.core.quantity import parse_quantity
from reports.document.rules.document import Heading, Paragraph, Table
from reports.six_month.compose import compose
from reports.six_month.material.collect import collect
from tests.awards.register.make import make_honour
from tests.clusters.figures.make import in_state, make_figure, make_indicator
from tests.reports.six_month.world import YEAR, make_headed_year

pytestmark = pytest.mark.django_db
DAY = date(YEAR, 7, 10)


@pytest.fixture
def year():
    return make_headed_year()


def composed(year):
    return compose(collect(year, 1, as_of=DAY))


def table_of(blocks, words) -> Table:
    return next(block for block in blocks if isinstance(block, Table) and words in block.caption)


def cells_of(table, name):
    return next(row.cells for row in table.rows if name in row.cells)


def accepted(year, city, indicator, value):
    figure = make_figure(cluster_year=year, organisation=city, indicator=indicator, value=value)
    in_state(figure.sheet, SheetState.ACCEPTED)
    return figure


def test_what_was_printed_is_kept_and_plain_numbers_stay_numbers(year):
    growth = make_indicator(unit="%", value_kind=ValueKind.PERCENT, derivation=Derivation.COMMON_BOUND)
    campaigns = make_indicator(unit="phong trào")
    for city, values in zip(year.cities, (("trên 3,5%", "24"), ("từ 4% trở lên", "73")), strict=True):
        figures = [
            make_figure(cluster_year=year, organisation=city, indicator=indicator, value=value)
            for indicator, value in zip((growth, campaigns), values, strict=True)
        ]
        in_state(figures[0].sheet, SheetState.ACCEPTED)
    document = composed(year)
    whole = table_of(document.blocks, "Kết quả chung của Cụm")
    assert cells_of(whole, growth.name)[3:] == ("đều trên 3,5%", "2/2")
    assert cells_of(whole, campaigns.name)[3:] == (97, "2/2")
    by_member = document.annexes[-1].blocks[0]
    assert document.annexes[-1].landscape
    assert set(cells_of(by_member, growth.name)[3:]) == {"trên 3,5%", "từ 4% trở lên"}
    assert set(cells_of(by_member, campaigns.name)[3:]) == {24, 73}


def test_a_declared_share_keeps_its_base_and_says_whose_word_it_is(year):
    share = make_indicator(value_kind=ValueKind.RATIO, derivation=Derivation.RATIO, declared=True)
    accepted(year, year.cities[0], share, "1.230/2.345")
    document = composed(year)
    assert "1.230/2.345 (52,45%, theo báo cáo)" in cells_of(document.annexes[-1].blocks[0], share.name)
    assert cells_of(table_of(document.blocks, "Kết quả chung"), share.name)[3] == "1.230/2.345 (52,45%, theo báo cáo)"


@pytest.mark.parametrize(
    ("kind", "unit", "text", "printed"),
    [
        (ValueKind.RATIO, "xã", "81.25%", "81,25% (theo báo cáo, không có tử số và mẫu số)"),
        (ValueKind.RATIO, "xã", "07 xã", "07 xã (theo báo cáo, không có mẫu số)"),
        (ValueKind.DECIMAL, "tỷ đồng", "gần 60 ngàn tỷ đồng", "gần 60 ngàn tỷ đồng"),
        (ValueKind.DECIMAL, "tỷ đồng", "5.250", 5250),
        (ValueKind.PERCENT, "%", "bình quân 12.64%", "bình quân 12,64%"),
    ],
)
def test_what_the_paper_says_is_as_it_was_printed_with_what_it_lacks(year, kind, unit, text, printed):
    derivation = Derivation.RATIO if kind is ValueKind.RATIO else Derivation.COMMON_BOUND
    indicator = make_indicator(unit=unit, value_kind=kind, derivation=derivation)
    accepted(year, year.cities[0], indicator, text)
    assert printed in cells_of(composed(year).annexes[-1].blocks[0], indicator.name)


def test_figures_not_accepted_are_no_figures(year):
    figure = make_figure(cluster_year=year, organisation=year.cities[0], value="4711")
    in_state(figure.sheet, SheetState.APPROVED)
    document = composed(year)
    assert document.annexes == ()
    assert any("chưa có số liệu chỉ tiêu" in block.text for block in document.blocks if isinstance(block, Paragraph))


def test_a_plan_share_stands_beside_its_figure(year):
    indicator = make_indicator(unit="tỷ đồng", value_kind=ValueKind.DECIMAL)
    figure = make_figure(cluster_year=year, organisation=year.cities[0], indicator=indicator, value="5.800 tỷ đồng")
    figure.plan_share_text = "gần 50%"
    figure.save()
    in_state(figure.sheet, SheetState.ACCEPTED)
    other = make_figure(cluster_year=year, organisation=year.cities[1], indicator=indicator, value="gần 60 tỷ đồng")
    other.plan_share_text = "50,5%"
    other.save()
    in_state(other.sheet, SheetState.ACCEPTED)
    table = composed(year).annexes[-1].blocks[0]
    assert set(cells_of(table, indicator.name)[3:]) == {5800, "gần 60 tỷ đồng"}
    assert set(cells_of(table, "So với kế hoạch năm")[2:]) == {"%", "gần 50%", Decimal("50.5")}


def test_the_cluster_has_an_average_and_its_share_of_the_plan(year):
    indicator = make_indicator(unit="%", value_kind=ValueKind.PERCENT, derivation=Derivation.AVERAGE)
    for city, value, share in zip(year.cities, ("7,4%", "7,7%"), ("50,5%", "72%"), strict=True):
        figure = make_figure(cluster_year=year, organisation=city, indicator=indicator, value=value)
        figure.write(FigurePart.PLAN_SHARE, share, parse_quantity(share))
        figure.save()
        in_state(figure.sheet, SheetState.ACCEPTED)
    cells = cells_of(table_of(composed(year).blocks, "Kết quả chung"), indicator.name)
    assert cells[3:] == ("bình quân 7,55%", "2/2 thành phố đạt từ 50% kế hoạch năm trở lên", "2/2")


def test_the_year_before_is_compared_line_by_line(year):
    award = Award.objects.first()
    for decided, times in ((date(YEAR, 3, 1), 3), (date(YEAR - 1, 3, 1), 2)):
        for _ in range(times):
            make_honour(organisation=year.cities[0], award=award, decision_date=decided)
    table = table_of(composed(year).blocks, "So với cùng kỳ năm trước")
    now, before, *told = table.rows[-1].cells[1:]
    assert (now.value, before.value, *told) == (3, 2, 1, 150)
    assert [f"%2F{one}&" in each.source for each, one in ((now, YEAR), (before, YEAR - 1))] == [True, True]
    assert sum(row.cells[1].value for row in table.rows[:-1]) == 3


def test_who_has_nothing_of_the_year_before_is_named(year):
    for decided in (date(YEAR, 3, 1), date(YEAR - 1, 3, 1)):
        make_honour(organisation=year.cities[0], decision_date=decided)
    said = [block.text for block in composed(year).blocks if isinstance(block, Paragraph)]
    assert any(f"{YEAR - 1} của 1 đơn vị: {year.cities[1].name};" in text for text in said)
    make_honour(organisation=year.cities[1], decision_date=date(YEAR - 1, 3, 1))
    said = [block.text for block in composed(year).blocks if isinstance(block, Paragraph)]
    assert any(f"{YEAR} của 1 đơn vị: {year.cities[1].name};" in text for text in said)
    make_honour(organisation=year.cities[1], decision_date=date(YEAR, 3, 1))
    assert not any("cần lưu ý" in block.text for block in composed(year).blocks if isinstance(block, Paragraph))


def test_an_annex_is_named_only_where_there_is_one(year):
    by_head = make_indicator(derivation=Derivation.BY_HEAD)
    figure = make_figure(cluster_year=year, organisation=None, indicator=by_head, value="5")
    in_state(figure.sheet, SheetState.ACCEPTED)
    document = composed(year)
    assert cells_of(table_of(document.blocks, "Kết quả chung"), by_head.name)[3:] == (5, "")
    assert document.annexes == ()
    assert not any("Phụ lục" in block.text for block in document.blocks if isinstance(block, Paragraph))
    accepted(year, year.cities[0], make_indicator(), "5")
    for numbers in (["Phụ lục"], ["Phụ lục I", "Phụ lục II"]):
        document = composed(year)
        assert [annex.number for annex in document.annexes] == numbers
        said = [block.text for block in document.blocks if isinstance(block, Paragraph)]
        assert any(f"tại {numbers[-1]}." in text for text in said)
        make_honour(organisation=year.cities[0], decision_date=date(YEAR, 3, 1))


def test_without_a_year_before_nothing_is_compared(year):
    make_honour(organisation=year.cities[0], decision_date=date(YEAR, 3, 1))
    blocks = composed(year).blocks
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and "cùng kỳ" in block.text)
    assert "chưa so sánh được" in blocks[at + 1].text


def test_tables_are_numbered_one_after_the_other(year):
    make_honour(organisation=year.cities[0], decision_date=date(YEAR, 3, 1))
    accepted(year, year.cities[0], make_indicator(), "5")
    captions = [block.caption for block in composed(year).blocks if isinstance(block, Table)]
    assert [caption.split(".")[0] for caption in captions] == [f"Bảng {n}" for n in range(1, len(captions) + 1)]


def test_the_parts_stand_in_the_trades_order_and_a_share_told_twice_is_explained(year):
    twice = "hai số có thể khác nhau"
    make_honour(organisation=year.cities[0], decision_date=date(YEAR, 3, 1))
    document = composed(year)
    parts = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert parts == [
        "I. KẾT QUẢ THỰC HIỆN GIAO ƯỚC THI ĐUA",
        "II. CÔNG TÁC KHEN THƯỞNG",
        "III. GHI CHÚ VỀ SỐ LIỆU",
    ]
    assert not any(twice in block.text for block in document.blocks if isinstance(block, Paragraph))
    declared = make_indicator(
        name="Tỷ lệ trực tiếp thử",
        value_kind=ValueKind.RATIO,
        derivation=Derivation.RATIO,
        declared=True,
        unit="lượt",
    )
    accepted(year, year.cities[0], declared, "3/4")
    (said,) = [block.text for block in composed(year).blocks if isinstance(block, Paragraph) and twice in block.text]
    assert "“Tỷ lệ trực tiếp thử” do các đơn vị tự báo cáo" in said
