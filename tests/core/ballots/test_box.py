"""The lock of a sealed ballot: what opens it, and what does not."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emulation.core.ballot_box import (
    FULL,
    BrokenEnvelope,
    Stretching,
    WrongPassphrase,
    fits,
    handed_over,
    mark_in_words,
    new_ballot_key,
    new_teller_key,
    opened_votes,
    sealed_vote,
)
from emulation.settings import base

FIRST, SECOND = "câu mật của người thứ nhất", "câu mật của người thứ hai"
LEAST = Stretching(rounds=1, memory=8192)
KEYS = (new_teller_key(FIRST, LEAST), new_teller_key(SECOND, LEAST))
KEY = new_ballot_key((KEYS[0].public, KEYS[1].public))
PUBLIC, PARTS = KEY.public, KEY.for_tellers


def opened(envelopes, *, of, first=FIRST, second=SECOND, keys=KEYS, parts=PARTS, third=KEY.third):
    return opened_votes(envelopes, ((keys[0], parts[0], first), (keys[1], parts[1], second)), third=third, of=of)


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1, 70).flatmap(
        lambda of: st.tuples(st.just(of), st.lists(st.frozensets(st.integers(0, of - 1), max_size=4), max_size=8))
    )
)
def test_what_was_sealed_is_what_is_opened(world):
    of, votes = world
    sealed = [sealed_vote(PUBLIC, choices, of=of) for choices in votes]
    papers = opened([envelope for envelope, _mark in sealed], of=of)
    assert {paper.mark: paper.choices for paper in papers} == {
        mark: choices for (_envelope, mark), choices in zip(sealed, votes, strict=True)
    }
    assert len({len(envelope) for envelope, _mark in sealed}) <= 1


@pytest.mark.parametrize(("first", "second", "wrong"), [("khác", SECOND, 1), (FIRST, "khác", 2), ("khác", "khác", 1)])
def test_a_wrong_passphrase_opens_nothing_and_says_whose_it_is(first, second, wrong):
    envelope, _mark = sealed_vote(PUBLIC, {1}, of=3)
    with pytest.raises(WrongPassphrase) as refused:
        opened([envelope], of=3, first=first, second=second)
    assert refused.value.position == wrong


def test_a_passphrase_fits_however_its_letters_are_composed():
    assert fits(unicodedata.normalize("NFD", FIRST), KEYS[0])
    assert not fits(SECOND, KEYS[0])


def test_a_key_is_stretched_in_full_unless_asked_otherwise_and_opens_only_as_it_was_made():
    key = new_teller_key(FIRST)
    assert key.stretching == FULL == base.PASSPHRASE_STRETCHING
    assert fits(FIRST, key)
    assert not fits(FIRST, replace(key, stretching=LEAST))


def test_the_same_choice_never_looks_the_same():
    assert len({sealed_vote(PUBLIC, {2}, of=5)[0] for _ in range(20)}) == 20


def test_one_teller_alone_opens_nothing():
    envelope, _mark = sealed_vote(PUBLIC, {1}, of=3)
    with pytest.raises(BrokenEnvelope):
        opened([envelope], of=3, second=FIRST, keys=(KEYS[0], KEYS[0]), parts=(PARTS[0], PARTS[0]))


@pytest.mark.parametrize(
    "third",
    [None, bytes(32), new_ballot_key((KEYS[0].public, KEYS[1].public)).third],
    ids=["none", "empty", "of another ballot"],
)
def test_both_tellers_without_the_third_part_open_nothing(third):
    envelope, _mark = sealed_vote(PUBLIC, {1}, of=3)
    with pytest.raises(BrokenEnvelope):
        opened([envelope], of=3, third=third)


def test_a_vote_sealed_for_another_ballot_is_broken():
    other = new_ballot_key((KEYS[0].public, KEYS[1].public))
    with pytest.raises(BrokenEnvelope):
        opened([sealed_vote(other.public, {1}, of=3)[0]], of=3)
    with pytest.raises(BrokenEnvelope):
        opened([sealed_vote(PUBLIC, {9}, of=16)[0]], of=3)
    with pytest.raises(BrokenEnvelope):
        opened([sealed_vote(PUBLIC, {7}, of=8)[0]], of=3)


def test_a_part_handed_over_opens_with_the_new_passphrase_only():
    envelope, mark = sealed_vote(PUBLIC, {0}, of=3)
    new = new_teller_key("câu mật của người nhận", LEAST)
    part = handed_over(PARTS[1], KEYS[1], SECOND, to=new.public, position=2)
    papers = opened([envelope], of=3, second="câu mật của người nhận", keys=(KEYS[0], new), parts=(PARTS[0], part))
    assert [paper.mark for paper in papers] == [mark]
    with pytest.raises(WrongPassphrase):
        handed_over(PARTS[1], KEYS[1], FIRST, to=new.public, position=2)


def test_opened_votes_come_in_an_order_of_chance():
    sealed = [sealed_vote(PUBLIC, set(), of=1) for _ in range(12)]
    cast = [mark for _envelope, mark in sealed]
    orders = [[paper.mark for paper in opened([one for one, _mark in sealed], of=1)] for _ in range(3)]
    assert any(order != cast for order in orders)


def test_a_mark_reads_as_four_groups():
    assert mark_in_words(bytes(10)) == "AAAA-AAAA-AAAA-AAAA"
