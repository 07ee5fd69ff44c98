"""Every line is explained in a sentence, with its points or with what is missing."""

from decimal import Decimal

import pytest

from clusters.indicators.rules.terms import Direction
from clusters.regulation.rules.scoring.functions import points_of
from clusters.regulation.rules.scoring.terms import CriterionLine, Evidence, Scored, Why
from clusters.regulation.rules.terms import FunctionKind as F
from clusters.regulation.words import SENTENCES, WAYS, function_in_words, points_in_words, why_in_words
from emulation.core.quantity import parse_quantity

LINE = CriterionLine(1, Decimal(50), F.PERCENT_OF_TARGET, unit="%")


def said(line, value, target=None, **more):
    evidence = Evidence(parse_quantity(value, unit="%"), target and parse_quantity(target, unit="%"), **more)
    return why_in_words(points_of(line, evidence), line)


def test_every_reason_and_every_way_has_its_words():
    assert set(SENTENCES) == set(Why)
    assert set(WAYS) == set(F)


@pytest.mark.parametrize(
    ("line", "value", "target", "words"),
    [
        (LINE, "7,4%", "8%", "Đạt 92,5% chỉ tiêu (7,4% so với 8%). Được 46,25 trên 50 điểm."),
        (LINE, "9%", "8%", "Đạt chỉ tiêu (9% so với 8%). Được 50 trên 50 điểm."),
        (LINE, "trên 3,5%", "8%", "Chưa tính được từ “trên 3,5%”: còn thiếu kết quả chính xác. Hãy nhập số cụ thể."),
        (
            CriterionLine(1, Decimal(50), F.BANDS, {"bands": [{"limit": "90", "points": "40"}]}),
            "95%",
            None,
            "95% thuộc khung từ 90 trở lên. Được 40 trên 50 điểm.",
        ),
        (
            CriterionLine(1, Decimal(50), F.BANDS, {"bands": [{"limit": "1", "points": "40"}]}, Direction.LOWER),
            "0,5%",
            None,
            "0,5% thuộc khung đến 1. Được 40 trên 50 điểm.",
        ),
        (CriterionLine(1, Decimal(50), F.RATIO), "95%", None, "Đạt 95%. Được 47,5 trên 50 điểm."),
    ],
)
def test_sentences(line, value, target, words):
    assert said(line, value, target) == words


def test_what_was_not_reckoned_says_what_is_missing():
    assert why_in_words(Scored(None, Why.NO_TARGET), LINE).startswith("Chưa tính được: giao ước")
    assert "còn 2 thành viên khác" in why_in_words(Scored(None, Why.NO_OTHERS, {"missing": 2}), LINE)


@pytest.mark.parametrize(
    ("function", "terms", "words"),
    [
        (F.PERCENT_OF_TARGET, {"floor": "50"}, "dưới 50% chỉ tiêu thì không có điểm"),
        (F.BANDS, {"bands": [{"limit": "90.5", "points": "40"}]}, "từ 90,5%: 40"),
        (F.RANK, {"step": "2.5"}, "mỗi bậc sau giảm 2,5 điểm"),
        (F.LOWER_IS_BETTER, {}, "hết điểm từ 200% chỉ tiêu"),
        (F.RANGE, {"tolerance": "1"}, "hết điểm khi lệch 1%"),
        (F.PER_CASE, {"each": "5"}, "mỗi trường hợp 5 điểm, nhiều nhất 50 điểm"),
        (F.FROM_REGISTER, {"zero_at": "30", "full_at": "70"}, "không có điểm đến 30%, đủ điểm từ 70%"),
        (F.YES_NO, {}, "có thực hiện: đủ điểm"),
    ],
)
def test_ways_of_scoring_with_their_terms(function, terms, words):
    assert words in function_in_words(CriterionLine(1, Decimal(50), function, terms, unit="%"))


@pytest.mark.parametrize(
    ("points", "words"), [("46.25", "46,25"), ("50.00", "50"), ("0", "0"), ("1000", "1.000"), (None, "–")]
)
def test_points_are_written_without_empty_decimals(points, words):
    assert points_in_words(None if points is None else Decimal(points)) == words
