"""Who scores whom: balanced, never itself, never its own scorer, drawn so that anyone can draw it again."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters.scores.rules.assignment import assign

MEMBERS = st.sets(st.integers(1, 10_000), min_size=1, max_size=70)


@given(MEMBERS, st.integers(1, 5), st.text(max_size=10))
def test_laws_of_the_assignment(members, k, seed):
    found = assign(sorted(members), k, seed)
    assert found.k == min(k, (len(members) - 1) // 2)
    assert found.is_reduced == (len(members) < 2 * k + 1)
    assert all(scorer != scored for scorer, scored in found.pairs)
    assert not {(scored, scorer) for scorer, scored in found.pairs} & found.pairs
    given_to, gives = Counter(pair[1] for pair in found.pairs), Counter(pair[0] for pair in found.pairs)
    if found.k:
        assert set(given_to.values()) == set(gives.values()) == {found.k}
        assert set(given_to) == set(gives) == members
    else:
        assert not found.pairs


@given(MEMBERS, st.randoms(use_true_random=False))
def test_the_order_of_members_does_not_matter(members, chance):
    shuffled = chance.sample(sorted(members), len(members))
    assert assign(shuffled, 2, "hạt").pairs == assign(sorted(members), 2, "hạt").pairs


@pytest.mark.parametrize(("n", "k"), [(5, 2), (4, 1), (3, 1), (2, 0), (1, 0)])
def test_a_small_cluster_has_fewer_scorers(n, k):
    assert assign(range(1, n + 1), 2, "hạt").k == k


def test_another_seed_draws_another_circle():
    assert len({assign(range(1, 13), 2, str(seed)).pairs for seed in range(20)}) > 1
