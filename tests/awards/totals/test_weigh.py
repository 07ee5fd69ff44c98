"""A total includes the honours that the register names; parts never come to more than all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from awards.totals.rules.terms import KINDS, PARTS, TotalSubject
from awards.totals.rules.weigh import parts_and_all, weigh

S = TotalSubject
COUNTS = st.integers(0, 10_000)
NAMED = st.fixed_dictionaries(dict.fromkeys(KINDS.values(), COUNTS))
DECLARED = st.dictionaries(st.sampled_from(list(S)), COUNTS)


def smaller(declared, named):
    return {(one.subject, one.declared, one.named) for one in weigh(declared, named) if one.is_smaller}


def test_each_kind_and_all_times_hold_the_honours_named():
    named = {"collective": 3, "individual": 5}
    assert smaller({S.COLLECTIVE: 3, S.INDIVIDUAL: 5, S.TIMES: 8}, named) == set()
    assert smaller({S.COLLECTIVE: 2, S.INDIVIDUAL: 9, S.TIMES: 7}, named) == {(S.COLLECTIVE, 2, 3), (S.TIMES, 7, 8)}
    assert smaller({S.HOUSEHOLD: 0}, named) == set()


def test_what_was_never_split_may_hold_any_kind():
    named = {"collective": 3, "individual": 5}
    assert smaller({S.COLLECTIVE: 1, S.TOGETHER: 7}, named) == set()
    assert smaller({S.COLLECTIVE: 1, S.TOGETHER: 6}, named) == {(S.TOGETHER, 7, 8)}


@settings(deadline=None)
@given(DECLARED, NAMED, st.sampled_from(list(S)))
def test_whoever_declares_more_is_never_smaller_for_it(declared, named, subject):
    more = {**declared, subject: declared[subject] + 1} if subject in declared else declared
    assert {each for each, _d, _n in smaller(more, named)} <= {each for each, _d, _n in smaller(declared, named)}


@settings(deadline=None)
@given(NAMED)
def test_declaring_exactly_what_is_named_is_right(named):
    exact = {subject: named[kind] for subject, kind in KINDS.items()} | {S.TIMES: sum(named.values())}
    assert smaller(exact, named) == set()
    assert parts_and_all(exact).agree


@settings(deadline=None)
@given(DECLARED)
def test_parts_agree_with_all_when_none_is_unsaid_and_equal_or_some_is_and_fewer(declared):
    found = parts_and_all(declared)
    parts = {subject: number for subject, number in declared.items() if subject in PARTS}
    if S.TIMES not in declared or not parts:
        assert found is None
        return
    told, whole = sum(parts.values()), declared[S.TIMES]
    complete = S.TOGETHER in declared or len(parts) == len(KINDS)
    assert found.agree == (told == whole or (told < whole and not complete))
