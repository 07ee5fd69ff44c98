"""Attacks on a sealed ballot with everything a database administrator has: rows with their place and transaction,
sequences, the journal, statements as they are sent and logged, sessions, a dump taken while votes are cast.

Whoever attacks here may read all of the database at any time. Each test first shows what an open ballot would give
away in the same place. `docs/adr/0010-sealed-ballot.md` says what is not covered.
"""

import logging
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from clusters.ballots.actions.votes import cast, count
from emulation.core.actions import third_parts
from emulation.core.ballot_box import (
    FULL,
    BrokenEnvelope,
    TellerKey,
    WrongPassphrase,
    mark_in_words,
    opened_votes,
)
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, SealedBallot, User
from tests.attacks import dump, masked, rows, undone
from tests.clusters.ballots.make import FIRST, SECOND, fresh, make_meeting, vote_all, voting
from tests.periods import DAY

BOTH = (FIRST, SECOND)
UNANIMOUS, SPLIT = (1, 0, 1, 1, 1), (2, 3, 4, 0, None)


@pytest.fixture(autouse=True)
def full_strength(settings):
    settings.PASSPHRASE_STRETCHING = FULL


@pytest.fixture
def committed(own_database, settings):
    """Every deed commits in a transaction of its own, as in life."""
    settings.DEMONSTRATION_DAY = DAY
    return own_database


def third_of(held) -> bytes:
    return third_parts.kept(fresh(held).third_part)


def keys_in(held) -> tuple[tuple[TellerKey, bytes], ...]:
    return tuple((one.key, bytes(one.part)) for one in held.ballot.tellers.all())


@pytest.mark.usefixtures("committed")
def test_a_dump_taken_while_votes_are_cast_is_the_same_whatever_was_chosen():
    meeting = make_meeting()
    held = voting(meeting)

    def all_of(choices):
        vote_all(meeting, held, choices)
        found = dump()
        found["core_auditentry"] = re.sub(r"(?m)^\d+", "#", found["core_auditentry"])
        return {table: sorted(masked(text).splitlines()) for table, text in found.items()}

    unanimous, split = (undone(lambda choices=choices: all_of(choices)) for choices in (UNANIMOUS, SPLIT))
    assert len(unanimous["core_ballotenvelope"]) == 5
    assert unanimous == split


@pytest.mark.usefixtures("committed")
def test_place_and_transaction_of_a_sealed_vote_tell_nothing_even_with_both_keys():
    """Voters' rows do tell who voted when; sealed votes are all of the last transaction and lie in an order of chance,
    so that even both tellers together with a dump cannot pair the two."""
    paired = []
    for _ in range(6):
        meeting = make_meeting()
        held = voting(meeting)
        marks = vote_all(meeting, held, UNANIMOUS)
        turns = rows(
            "SELECT xmin::text::bigint, key FROM core_ballotvoter WHERE ballot_id = %s ORDER BY 1", held.ballot_id
        )
        assert [key for _turn, key in turns] == [unit.pk for unit in meeting.units]
        assert len({turn for turn, _key in turns}) == 5
        envelopes = rows(
            "SELECT xmin::text, contents FROM core_ballotenvelope WHERE ballot_id = %s ORDER BY ctid", held.ballot_id
        )
        assert {turn for turn, _contents in envelopes} == {str(turns[-1][0])}
        (first, second), third = keys_in(held), third_of(held)
        papers = [
            opened_votes([bytes(contents)], ((*first, FIRST), (*second, SECOND)), third=third, of=5)[0]
            for _, contents in envelopes
        ]
        paired.append([mark_in_words(paper.mark) for paper in papers] == marks)
        count(held, passphrases=BOTH, actor=meeting.tellers[0])
    assert not all(paired)


@pytest.mark.usefixtures("committed")
def test_no_sequence_numbers_the_sealed_votes():
    meeting = make_meeting()
    held = voting(meeting)
    query = "SELECT sequencename, last_value FROM pg_sequences ORDER BY 1"
    grown = []
    for city, choice in zip(meeting.cities, SPLIT, strict=True):
        before = dict(rows(query))
        cast(
            held,
            member=city.organisation,
            choice=None if choice is None else meeting.units[choice],
            actor=city.approver,
        )
        grown.append({name: value for name, value in rows(query) if value != before[name]}.keys())
    assert set(map(frozenset, grown)) == {frozenset({"core_auditentry_id_seq"})}


@pytest.mark.usefixtures("committed")
def test_statements_as_they_are_logged_are_the_same_whatever_was_chosen():
    meeting = make_meeting()
    held = voting(meeting)
    vote_all(meeting, held, ("-", 0, 0, "-", "-"))
    voter = meeting.cities[0]

    def sent_for(choice):
        chosen = None if choice is None else meeting.units[choice]
        with CaptureQueriesContext(connection) as sent:
            mark = cast(held, member=voter.organisation, choice=chosen, actor=voter.approver)
        statements = [query["sql"] for query in sent.captured_queries]
        assert any("core_ballotenvelope" in statement for statement in statements)
        assert not any(mark in statement for statement in statements)
        return [masked(statement) for statement in statements if "SAVEPOINT" not in statement]

    said = [undone(lambda choice=choice: sent_for(choice)) for choice in (1, 3, None)]
    assert said[0] == said[1] == said[2]


@pytest.mark.usefixtures("committed")
def test_the_journal_and_the_sessions_hold_no_choice_and_no_mark(caplog):
    meeting = make_meeting()
    held = voting(meeting)
    voter = meeting.cities[0]
    visitor = Client()
    visitor.force_login(User.objects.get(pk=voter.approver.user_id))
    address = f"{held.get_absolute_url()}phieu/{voter.organisation.pk}/"
    with caplog.at_level(logging.DEBUG):
        answer = visitor.post(address, {"choice": meeting.units[2].pk})
    mark = re.search(r"<code>([A-Z2-7-]{19})</code>", answer.content.decode())[1]
    assert "no-store" in answer["Cache-Control"]
    assert mark not in "".join(dump().values())
    assert mark not in str(answer.cookies)
    assert mark not in visitor.get(held.get_absolute_url()).content.decode()
    told = [record.getMessage() for record in caplog.records if "core_ballotenvelope" not in record.getMessage()]
    assert mark not in caplog.text
    assert not any(
        f"choice={meeting.units[2].pk}" in line or f"'choice': '{meeting.units[2].pk}'" in line for line in told
    )
    entry = AuditEntry.objects.get(verb="clusters.cast_vote")
    assert entry.after == {"voter": voter.organisation.name}
    assert entry.before is None


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("known", [FIRST, SECOND])
def test_a_dump_and_one_tellers_passphrase_open_no_vote(known):
    meeting = make_meeting()
    held = voting(meeting)
    vote_all(meeting, held, SPLIT)
    envelopes = [bytes(one) for one in held.ballot.envelopes.values_list("contents", flat=True)]
    (first, second), third = keys_in(held), third_of(held)
    assert len(opened_votes(envelopes, ((*first, FIRST), (*second, SECOND)), third=third, of=5)) == 5
    with pytest.raises(WrongPassphrase):
        opened_votes(envelopes, ((*first, known), (*second, known)), third=third, of=5)
    own = first if known == FIRST else second
    for pair in ((own, own), ((own[0], first[1]), (own[0], second[1]))):
        with pytest.raises(BrokenEnvelope):
            opened_votes(envelopes, ((*pair[0], known), (*pair[1], known)), third=third, of=5)
    assert first[0].stretching == second[0].stretching == FULL
    assert FULL.memory >= 64 * 1024 * 1024


@pytest.mark.usefixtures("committed")
def test_after_the_count_a_dump_holds_totals_and_sorted_marks_and_nothing_of_the_votes():
    meeting = make_meeting()
    held = voting(meeting)
    marks = vote_all(meeting, held, SPLIT)
    secrets = [bytes(one).hex() for one in held.ballot.envelopes.values_list("contents", flat=True)]
    secrets += [bytes(value).hex() for one in held.ballot.tellers.all() for value in (one.locked_key, one.part)]
    while_open = "".join(dump().values())
    assert all(secret in while_open for secret in secrets)
    count(held, passphrases=BOTH, actor=meeting.tellers[0])
    kept = "".join(dump().values())
    assert not any(secret in kept for secret in secrets)
    assert fresh(held).marks == sorted(marks)
    turns = rows("SELECT DISTINCT xmin::text FROM core_ballotoption WHERE ballot_id = %s", held.ballot_id)
    assert len(turns) == 1


@pytest.mark.usefixtures("committed")
def test_a_key_put_under_the_voters_hands_is_noticed_at_the_count():
    """An administrator who also writes could seal later votes to a key of his own; they then do not open."""
    meeting = make_meeting()
    held = voting(meeting)
    vote_all(meeting, held, (1, 0, "-", "-", "-"))
    other = voting(make_meeting())
    SealedBallot.objects.filter(pk=held.ballot_id).update(public_key=bytes(other.ballot.public_key))
    vote_all(meeting, held, ("-", "-", 0, 0, 0))
    with pytest.raises(Refusal, match="đã bị can thiệp"):
        count(held, passphrases=BOTH, actor=meeting.tellers[0])


@pytest.mark.usefixtures("committed")
def test_a_vote_left_out_is_noticed_by_its_voter_and_at_the_count():
    meeting = make_meeting()
    held = voting(meeting)
    vote_all(meeting, held, (1, 0, 0, 0, "-"))
    held.ballot.envelopes.first().delete()
    with pytest.raises(Refusal, match="Có 3 phiếu niêm phong nhưng 4 thành viên đã bỏ phiếu"):
        count(held, passphrases=BOTH, actor=meeting.tellers[0])
