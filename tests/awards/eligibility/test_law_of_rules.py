"""The law of the rules: what they answer is what trying every possible world answers, for chains, windows and shares.

Fifty random histories each in the suite; `make law` tries 2,000 (ROUNDS).
"""

import os

import pytest

from awards.eligibility.rules import chains, flags
from awards.eligibility.rules.leaders import leaders_quota
from awards.eligibility.rules.provisions import BY_LAW_2022, OF_LABOUR_ORDER
from awards.eligibility.rules.terms import Answer
from awards.eligibility.rules.windows import judged_window
from tests.awards.eligibility import slow
from tests.awards.eligibility.histories import chain_case, quota_case, window_case

ROUNDS = int(os.environ.get("LAW_ROUNDS", "50"))


def three_fighters(seed):
    facts = chain_case(seed)
    return chains.three_fighters(facts).answer, slow.three_fighters(facts)


def two_titles(seed):
    facts = chain_case(seed, awards=("CSTDCS", "CSTD_TINH"))
    return chains.two_higher_fighters(facts).answer, slow.two_titles(facts)


def window_of_merit(seed):
    facts = window_case(seed)
    found = judged_window(facts, BY_LAW_2022).answer
    return found, slow.window(facts, prior="BK_TINH", one_excellent=False)


def window_of_order(seed):
    facts = window_case(seed)
    asked = type(OF_LABOUR_ORDER)(frozenset({"BK_TINH"}), 5, OF_LABOUR_ORDER.each, OF_LABOUR_ORDER.one, 3)
    return judged_window(facts, asked).answer, slow.window(facts, prior="BK_TINH", one_excellent=True)


def share_of_leaders(seed):
    clusters, proposals, share = quota_case(seed)
    quota = leaders_quota("CO_CP", clusters, proposals, share_percent=share)
    return flags._judged(quota).answer, slow.flag_quota(clusters, proposals, share)


LAWS = [three_fighters, two_titles, window_of_merit, window_of_order, share_of_leaders]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_rule_answers_as_every_possible_world_does(law):
    differing, seen = [], set()
    for seed in range(ROUNDS):
        quick, plain = law(seed)
        seen.add(plain)
        if quick is not plain:
            differing.append(f"history {seed}: {quick}, of all worlds {plain}")
    assert differing == []
    assert seen == set(Answer), "the histories do not try every answer"
