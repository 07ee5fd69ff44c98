"""Figures as reports print them: typed, told back at once, and shown to others as they were printed."""

from decimal import Decimal

import pytest

from clusters.figures.intake.form import PARTS
from clusters.figures.rules.jump import jumps
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import Derivation, FigurePart, ValueKind
from clusters.models import Figure
from clusters.regulation.rules.scoring.functions import points_of
from clusters.regulation.rules.scoring.terms import CriterionLine, Evidence, Why
from clusters.regulation.rules.terms import FunctionKind
from emulation.core.quantity import parse_quantity
from tests.clusters.figures.make import in_state, make_indicator
from tests.clusters.figures.visiting import at, save, signed_in, words
from tests.clusters.figures.workbooks import brought_in, changed, taken_out

pytestmark = pytest.mark.django_db


@pytest.fixture
def money():
    return make_indicator(unit="tỷ đồng", value_kind=ValueKind.DECIMAL, name="Thu ngân sách thử")


@pytest.fixture
def communes():
    return make_indicator(unit="xã", value_kind=ValueKind.RATIO, derivation=Derivation.RATIO, name="Xã đạt chuẩn thử")


def test_thousands_and_scales_are_told_back_at_once_and_when_the_page_is_opened_again(cluster, money):
    year, _head, member = cluster
    client = signed_in(member.officer, "vi")
    assert "Hiểu là năm nghìn hai trăm năm mươi tỷ đồng." in words(save(client, year, member, money, "5.250"))
    again = words(save(client, year, member, money, "gần 60 ngàn tỷ đồng", seen="5.250"))
    assert "Hiểu là gần 60.000 tỷ đồng." in again
    assert "Hiểu là gần 60.000 tỷ đồng." in words(client.get(at("figure-sheet", year, member)))
    kept = Figure.objects.get().value
    assert (kept.high, kept.high_closed, kept.said) == (60000, False, "gần 60 ngàn tỷ đồng")
    assert "Hiểu là" not in words(save(client, year, member, money, "60.000,5", seen="gần 60 ngàn tỷ đồng"))


def test_a_workbook_is_told_back_before_it_is_written(cluster, money):
    year, _head, member = cluster
    officer = signed_in(member.officer, "vi")
    content = changed(taken_out(officer, year, member), {(money.code, PARTS[FigurePart.VALUE]): "5.250"})
    assert "Hiểu là năm nghìn hai trăm năm mươi tỷ đồng." in words(brought_in(officer, year, member, content))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("81.25%", "81,25% (theo báo cáo, không có tử số và mẫu số)"),
        ("07 xã", "07 xã (theo báo cáo, không có mẫu số)"),
        ("5/36", "5/36 (13,89%)"),
        ("13/16 xã, đạt 81,3%", "13/16 xã (81,25%)"),
    ],
)
def test_a_part_without_its_whole_is_kept_as_declared_and_marked_for_every_reader(cluster, communes, text, shown):
    year, head, member = cluster
    save(signed_in(member.officer), year, member, communes, text)
    in_state(Figure.objects.get().sheet, SheetState.ACCEPTED)
    reader = signed_in(head.officer, "vi")
    assert shown in words(reader.get(at("figure-sheet", year, member)))
    side = words(reader.get(at("cluster-figures", year)))
    assert shown in side
    assert ("chưa xác định được từ số đã báo cáo" in side) is ("/" not in text)


def test_shares_of_the_plan_and_of_other_periods_are_shown_with_a_decimal_comma(cluster, money):
    year, head, member = cluster
    client = signed_in(member.officer)
    save(client, year, member, money, "5800")
    save(client, year, member, money, "50.88%", part=FigurePart.PLAN_SHARE.value)
    in_state(Figure.objects.get().sheet, SheetState.ACCEPTED)
    assert "50,88%" in words(signed_in(head.officer).get(at("cluster-figures", year)))


def test_a_part_without_its_whole_gives_no_points():
    line = CriterionLine(
        1, Decimal(10), FunctionKind.BANDS, {"bands": [{"limit": "5", "points": "10"}]}, of_a_whole=True
    )
    assert points_of(line, Evidence(parse_quantity("07 xã"))).why is Why.NOT_A_SHARE
    assert points_of(line, Evidence(parse_quantity("81,25%"))).points == 10


def test_a_part_is_not_held_against_a_share():
    assert not jumps(parse_quantity("07 xã"), parse_quantity("81,25%"), 50)
    assert jumps(parse_quantity("81,25%"), parse_quantity("5/36"), 50)
