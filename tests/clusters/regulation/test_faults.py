"""What hinders a scheme from being adopted, each with its sentence."""

from dataclasses import replace
from decimal import Decimal

import pytest

from clusters.indicators.rules.terms import Direction
from clusters.regulation.rules.scoring.faults import SchemeFault, Wrong, faults
from clusters.regulation.rules.scoring.terms import CriterionLine, Group, PureScheme
from clusters.regulation.rules.terms import FunctionKind as F
from clusters.regulation.rules.terms import GroupKind
from clusters.regulation.words import fault_in_words

FIRST = CriterionLine(1, Decimal(60), F.PANEL)
SECOND = CriterionLine(2, Decimal(40), F.YES_NO)
GROUP = Group(1, GroupKind.CRITERIA, Decimal(100), (FIRST, SECOND))
SCHEME = PureScheme(Decimal(100), (GROUP,))
TITLES = {("group", 1): "Kinh tế", ("group", 2): "Điểm thưởng", ("line", 1): "Dòng một", ("line", 2): "Dòng hai"}


def of(*groups, maximum=Decimal(100)):
    return [fault.wrong for fault in faults(PureScheme(maximum, groups))]


def with_line(line):
    return of(replace(GROUP, lines=(replace(line, key=1, maximum=Decimal(60)), SECOND)))


def test_a_scheme_that_adds_up_has_none():
    assert faults(SCHEME) == ()


def test_maxima_that_do_not_add_up_are_named_with_both_sums():
    wrong = PureScheme(Decimal(1000), (replace(GROUP, maximum=Decimal(600)),))
    said = [fault_in_words(fault, TITLES) for fault in faults(wrong)]
    assert said == [
        "Các nhóm tiêu chí cộng lại được 600 điểm, còn quy định ghi 1.000 điểm. Hãy sửa một trong hai.",
        "Các tiêu chí của “Kinh tế” cộng lại được 100 điểm, còn nhóm ghi 600 điểm. Hãy sửa một trong hai.",
    ]


def test_a_bonus_group_caps_its_lines_but_no_line_is_above_it():
    bonus = Group(2, GroupKind.BONUS, Decimal(50), (replace(FIRST, key=3, maximum=Decimal(30)),) * 2)
    assert of(GROUP, bonus) == []
    assert of(GROUP, replace(bonus, maximum=Decimal(20))) == [Wrong.LINE_ABOVE_GROUP] * 2


def test_nothing_to_score():
    assert of() == [Wrong.NO_GROUPS]
    assert of(GROUP, Group(2, GroupKind.BONUS, Decimal(5))) == [Wrong.EMPTY_GROUP]


def test_an_indicator_in_two_lines():
    twice = replace(GROUP, lines=(replace(FIRST, has_indicator=7), replace(SECOND, has_indicator=7)))
    assert of(twice) == [Wrong.INDICATOR_TWICE] * 2


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        (CriterionLine(1, Decimal(1), F.BANDS), Wrong.NO_BANDS),
        (CriterionLine(1, Decimal(1), F.BANDS, {"bands": [{"limit": "a", "points": "1"}]}), Wrong.TERM_MISSING),
        (CriterionLine(1, Decimal(1), F.BANDS, {"bands": [{"limit": "1", "points": "61"}]}), Wrong.BAND_ABOVE_MAXIMUM),
        (
            CriterionLine(
                1, Decimal(1), F.BANDS, {"bands": [{"limit": "1", "points": "9"}, {"limit": "2", "points": "8"}]}
            ),
            Wrong.BANDS_NOT_ASCENDING,
        ),
        (
            CriterionLine(
                1,
                Decimal(1),
                F.BANDS,
                {"bands": [{"limit": "1", "points": "8"}, {"limit": "2", "points": "9"}]},
                Direction.LOWER,
            ),
            Wrong.BANDS_NOT_ASCENDING,
        ),
        (CriterionLine(1, Decimal(1), F.RANK), Wrong.TERM_MISSING),
        (CriterionLine(1, Decimal(1), F.RANK, {"step": "0"}), Wrong.TERM_NEGATIVE),
        (CriterionLine(1, Decimal(1), F.PER_CASE, {"each": "-1"}), Wrong.TERM_NEGATIVE),
        (CriterionLine(1, Decimal(1), F.RANGE, {"tolerance": "-1"}), Wrong.TERM_NEGATIVE),
        (CriterionLine(1, Decimal(1), F.PERCENT_OF_TARGET, {"floor": "x"}), Wrong.TERM_MISSING),
        (CriterionLine(1, Decimal(1), F.LOWER_IS_BETTER, {"zero_at": "100"}), Wrong.ZERO_AT_TOO_LOW),
        (CriterionLine(1, Decimal(1), F.FROM_REGISTER, {"zero_at": "70", "full_at": "30"}), Wrong.SHARES_UPSIDE_DOWN),
    ],
)
def test_terms_that_say_nothing(line, wrong):
    assert with_line(line) == [wrong]


def test_every_fault_has_its_sentence():

    facts = {"maximum": Decimal(1), "sum": Decimal(2)}
    for wrong in Wrong:
        assert fault_in_words(SchemeFault(wrong, 1, 1, facts), TITLES)
