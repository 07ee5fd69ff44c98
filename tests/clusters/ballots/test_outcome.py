"""What a counted ballot decides, by the regulation."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from clusters.ballots.rules import BallotOutcome, OutcomeKind, outcome_of

HALF = Decimal(50)
VOTES = st.dictionaries(st.integers(1, 12), st.integers(0, 12), max_size=12)
PLACES = st.none() | st.dictionaries(st.integers(1, 12), st.integers(1, 12), max_size=12)
SHARES = st.decimals(0, 100, places=2)


def test_most_votes_and_the_share_reached_decide():
    assert outcome_of({1: 3, 2: 2}, threshold=HALF, of=6) == BallotOutcome(OutcomeKind.CHOSEN, 3, frozenset({1}), 1)


def test_most_votes_below_the_share_decide_nothing():
    told = outcome_of({1: 3, 2: 2}, threshold=Decimal("50.01"), of=6)
    assert told == BallotOutcome(OutcomeKind.TOO_FEW, 3, frozenset({1}))


def test_equals_are_voted_on_anew_unless_their_places_part_them():
    votes = {1: 3, 2: 3, 3: 0}
    assert outcome_of(votes, threshold=HALF, of=6) == BallotOutcome(OutcomeKind.EQUAL, 3, frozenset({1, 2}))
    by_place = outcome_of(votes, threshold=HALF, of=6, places={1: 2, 2: 1, 3: 3})
    assert by_place == BallotOutcome(OutcomeKind.CHOSEN_BY_PLACE, 3, frozenset({1, 2}), 2)
    assert outcome_of(votes, threshold=HALF, of=6, places={1: 1, 2: 1, 3: 3}).kind is OutcomeKind.EQUAL
    assert outcome_of(votes, threshold=HALF, of=6, places={1: 1}).kind is OutcomeKind.EQUAL


def test_without_a_valid_vote_nobody_is_chosen():
    assert outcome_of({1: 0, 2: 0}, threshold=Decimal(0), of=6) == BallotOutcome(OutcomeKind.NO_VOTES)
    assert outcome_of({}, threshold=Decimal(0), of=0) == BallotOutcome(OutcomeKind.NO_VOTES)


@given(VOTES, SHARES, st.integers(1, 12), PLACES)
def test_whoever_is_chosen_leads_and_reaches_the_share(votes, threshold, of, places):
    told = outcome_of(votes, threshold=threshold, of=of, places=places)
    if told.chosen is not None:
        assert votes[told.chosen] == max(votes.values()) == told.votes > 0
        assert votes[told.chosen] * 100 >= threshold * of
        assert told.chosen in told.leading
    assert (told.chosen is not None) == (told.kind in (OutcomeKind.CHOSEN, OutcomeKind.CHOSEN_BY_PLACE))


@given(VOTES, SHARES, st.integers(1, 12), PLACES)
def test_one_vote_more_never_takes_the_choice_away(votes, threshold, of, places):
    told = outcome_of(votes, threshold=threshold, of=of, places=places)
    if told.chosen is not None:
        more = votes | {told.chosen: votes[told.chosen] + 1}
        assert outcome_of(more, threshold=threshold, of=of, places=places).chosen == told.chosen


@given(VOTES, SHARES, st.integers(1, 12), PLACES)
def test_the_order_of_the_options_decides_nothing(votes, threshold, of, places):
    turned = dict(reversed(list(votes.items())))
    asked = {"threshold": threshold, "of": of, "places": places}
    assert outcome_of(votes, **asked) == outcome_of(turned, **asked)
