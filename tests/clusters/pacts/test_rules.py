"""Targets by their kinds, what the drafting aid finds vague, and the checksum of the contents."""

from dataclasses import replace
from datetime import date

import pytest

from clusters.indicators.rules.one_thing import says_two_things
from clusters.indicators.rules.targets import Misfit, read_target
from clusters.indicators.rules.terms import TargetKind as K
from clusters.indicators.rules.terms import ValueKind
from clusters.indicators.words import MISFITS, target_trouble
from clusters.pacts.rules.contents import Contents, checksum
from clusters.pacts.rules.drafting_aid import PastPromise, Vagueness, vaguenesses
from clusters.pacts.rules.flow import PactHindrance
from clusters.pacts.words import HINDRANCES, VAGUENESSES

PERCENT, WHOLE, RATIO, DECIMAL = ValueKind.PERCENT, ValueKind.WHOLE, ValueKind.RATIO, ValueKind.DECIMAL


@pytest.mark.parametrize(
    ("text", "kind", "value_kind", "unit"),
    [
        ("8%", K.EXACT, PERCENT, "%"),
        ("9,5% - 10%", K.RANGE, PERCENT, "%"),
        ("từ 75% trở lên", K.AT_LEAST, PERCENT, "%"),
        ("trên 75%", K.AT_LEAST, PERCENT, "%"),
        ("không quá 1%", K.AT_MOST, PERCENT, "%"),
        ("19/19", K.RATIO, RATIO, "xã"),
        ("471.000 tỷ đồng", K.AMOUNT, WHOLE, "tỷ đồng"),
        ("43.000", K.AMOUNT, DECIMAL, "tỷ đồng"),
        ("43 nghìn tỷ đồng", K.AMOUNT, DECIMAL, "tỷ đồng"),
        ("95%", K.SHARE, PERCENT, "%"),
        ("95%", K.SHARE, RATIO, "xã"),
        ("từ 95% trở lên", K.AT_LEAST, RATIO, "xã"),
    ],
)
def test_a_target_of_each_kind_is_read(text, kind, value_kind, unit):
    found = read_target(text, kind=kind, value_kind=value_kind, unit=unit)
    assert (found.misfit, found.reading.trouble) == (None, None)
    assert found.quantity is not None


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("10% - 9,5%", K.RANGE, "ngược"),
        ("8%", K.RANGE, "9,5% - 10%"),
        ("trên 8%", K.EXACT, "8%"),
        ("8%", K.AT_LEAST, "trở lên"),
        ("8%", K.AT_MOST, "không quá"),
        ("khoảng 8%", K.EXACT, "không ràng buộc"),
        ("tám phần trăm", K.EXACT, "tám phần trăm"),
        ("8 tỷ đồng", K.EXACT, "tỷ đồng"),
        ("8%", K.AMOUNT, "471.000"),
        ("9" * 35, K.EXACT, "nhiều chữ số"),
    ],
)
def test_a_target_that_does_not_fit_gets_a_sentence(text, kind, words):
    found = read_target(text, kind=kind, value_kind=PERCENT, unit="%")
    assert found.quantity is None
    assert words in target_trouble(found, text, "%")


def test_an_amount_is_no_share_and_a_number_no_ratio():
    assert read_target("95", kind=K.SHARE, value_kind=WHOLE, unit="xã").misfit is Misfit.NOT_A_SHARE
    assert read_target("19/19", kind=K.RATIO, value_kind=RATIO, unit="xã").quantity.share == 1


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("Giải ngân 95% vốn đầu tư công và hoàn thành 19 xã nông thôn mới", True),
        ("Phát động 3 phong trào; biểu dương 100 điển hình", True),
        ("Phát động 3 phong trào thi đua. Biểu dương 100 điển hình.", True),
        ("Tổ chức 2 hội nghị, đồng thời kiểm tra 5 đơn vị", True),
        ("Phát hiện và biểu dương 100 điển hình tiên tiến", False),
        ("Thực hiện tốt chức năng quản lý nhà nước về thi đua và khen thưởng", False),
        ("Ký giao ước tại TP. Hồ Chí Minh trong quý I", False),
        ("Tỷ lệ hộ nghèo giảm còn 0,36%", False),
        ("Nâng 10% năng suất và thu nhập của người lao động", False),
        ("Tổ chức 4 cuộc giám sát và kiểm tra việc thực hiện phong trào", False),
        ("Phát động và tổ chức 3 phong trào và hoàn thành 19 xã nông thôn mới", True),
    ],
)
def test_two_things_in_one_sentence(text, two):
    assert says_two_things(text) is two


def test_a_bare_promise_is_vague_in_everything_and_a_whole_one_in_nothing():
    assert vaguenesses(PastPromise("Đẩy mạnh phong trào thi đua"), year=2023) == (
        Vagueness.NO_MEASURE,
        Vagueness.NO_UNIT,
        Vagueness.NO_SOURCE,
        Vagueness.NO_CHECK_DATE,
    )
    whole = PastPromise("Phát động 3 phong trào", "Số phong trào", "phong trào", "Báo cáo", date(2023, 12, 15))
    assert vaguenesses(whole, year=2023) == ()
    assert vaguenesses(replace(whole, checked_on=date(2022, 12, 31)), year=2023) == (
        Vagueness.CHECKED_OUTSIDE_THE_YEAR,
    )
    assert vaguenesses(replace(whole, checked_on=date(2024, 3, 31)), year=2023) == ()


CONTENTS = Contents(
    cluster="CUM",
    year=2023,
    number=0,
    legal_bases=("Luật Thi đua, khen thưởng",),
    preamble="Các thành viên thống nhất",
    place="Cần Thơ",
    dated=date(2023, 3, 30),
    why="",
    commitments=(("leadership", "Một", "", "", "", ""), ("leadership", "Hai", "", "", "", "")),
    campaigns=("Phong trào B", "Phong trào A"),
    targets=(("grdp", "92", "exact", "8%", "own", ""), ("grdp", "01", "exact", "7%", "own", "")),
)


@pytest.mark.parametrize(
    "change",
    [
        {"cluster": "KHÁC"},
        {"year": 2024},
        {"number": 1},
        {"legal_bases": ()},
        {"preamble": "Khác"},
        {"place": "Hà Nội"},
        {"dated": None},
        {"why": "Lý do"},
        {"commitments": CONTENTS.commitments[::-1]},
        {"campaigns": ("Phong trào A",)},
        {"targets": CONTENTS.targets[:1]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_checksum_changes_with_every_part(change):
    assert checksum(replace(CONTENTS, **change)) != checksum(CONTENTS)


def test_the_checksum_does_not_depend_on_an_order_nobody_sees():
    shuffled = replace(CONTENTS, campaigns=CONTENTS.campaigns[::-1], targets=CONTENTS.targets[::-1])
    assert checksum(shuffled) == checksum(CONTENTS)
    assert len(checksum(CONTENTS)) == 64


def test_everything_has_its_words():
    assert set(MISFITS) == set(Misfit)
    assert set(VAGUENESSES) == set(Vagueness)
    assert set(HINDRANCES) == set(PactHindrance)
