"""The attacks on a conference's ballot, on a Council's: a vote on several dossiers at once, one of them on a ballot of its
own. Whoever attacks may read all of the database at any time."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from emulation.core.models import AuditEntry, BallotEnvelope, BallotTeller, SealedBallot
from tests.attacks import dump, masked, rows, undone
from tests.awards.conflicts.make import make_kin
from tests.awards.sittings.make import NAMES, before_the_council, counted, in_session, make_room, vote, voting
from tests.periods import DAY

OWN, SHARED = "Người Nhà Thử", ("Phòng A", "Phòng B")
ALL_AGREE, NOBODY, MIXED = ((),) * 5, ((OWN, *SHARED),) * 5, ((), (OWN,), SHARED, ("Phòng A",), ("Phòng B",))


@pytest.fixture
def room(own_database, settings):
    """Every deed commits in a transaction of its own, as in life; the last member may not judge one of three dossiers."""
    settings.DEMONSTRATION_DAY = DAY
    return make_room()


def opened(room):
    make_kin(room.account(4))
    dossiers = [before_the_council(room, OWN, kind="individual"), *(before_the_council(room, one) for one in SHARED)]
    return voting(room, in_session(room, *dossiers))


def test_rows_of_an_open_vote_are_the_same_whatever_was_ticked_and_its_envelopes_have_no_order(room):
    sitting = opened(room)

    def all_of(choices):
        for at, against in enumerate(choices):
            vote(room, sitting, at, against)
        found = dump()
        found["core_auditentry"] = re.sub(r"(?m)^\d+", "#", found["core_auditentry"])
        return {table: sorted(masked(text).splitlines()) for table, text in found.items()}

    first, *others = (undone(lambda choices=choices: all_of(choices)) for choices in (ALL_AGREE, NOBODY, MIXED))
    assert len(first["core_ballotenvelope"]) == 4 + 5
    assert all(other == first for other in others)
    for at in range(5):
        vote(room, sitting, at, MIXED[at])
    for ballot, voters in rows("SELECT ballot_id, count(*) FROM core_ballotenvelope GROUP BY 1"):
        turns = rows("SELECT xmin::text::bigint FROM core_ballotvoter WHERE ballot_id = %s AND has_voted", ballot)
        sealed = rows("SELECT DISTINCT xmin::text::bigint FROM core_ballotenvelope WHERE ballot_id = %s", ballot)
        assert len(set(turns)) == voters, "each voted in a transaction of their own"
        assert sealed == [max(turns)], "all sealed votes are of the last one"


def test_statements_journal_and_pages_of_a_vote_are_the_same_whatever_was_ticked(room):
    sitting = opened(room)

    def sent_for(against):
        with CaptureQueriesContext(connection) as sent:
            marks = vote(room, sitting, 0, against)
        statements = [query["sql"] for query in sent.captured_queries]
        assert any("core_ballotenvelope" in statement for statement in statements)
        assert not any(mark in statement for statement in statements for mark in marks)
        return [masked(statement) for statement in statements if "SAVEPOINT" not in statement]

    assert (
        len({tuple(undone(lambda against=against: sent_for(against))) for against in (ALL_AGREE[0], *NOBODY[:1])}) == 1
    )
    member = Client()
    member.force_login(room.account(1))
    items = {str(one): one.pk for one in sitting.items.with_names()}
    said = {f"item-{pk}": "khong" if name == OWN else "dong-y" for name, pk in items.items()}
    answer = member.post(reverse("awards:sitting-vote", args=[sitting.pk]), said)
    marks = re.findall(r"<code>([A-Z2-7-]{19})</code>", answer.content.decode())
    assert (len(marks), "no-store" in answer["Cache-Control"]) == (2, True)
    everything = "".join(dump().values()) + member.get(sitting.get_absolute_url()).content.decode()
    assert not any(mark in everything for mark in marks)
    assert AuditEntry.objects.get(verb="awards.cast_council_vote").after == {"voter": NAMES[1]}


def test_after_the_count_totals_and_sorted_marks_are_all_that_is_kept(room):
    sitting = opened(room)
    marks = [vote(room, sitting, at, MIXED[at]) for at in range(5)]
    secrets = [bytes(one).hex() for one in BallotEnvelope.objects.values_list("contents", flat=True)]
    secrets += [bytes(value).hex() for one in BallotTeller.objects.all() for value in (one.locked_key, one.part)]
    while_open = "".join(dump().values())
    assert all(secret in while_open for secret in secrets)
    counted(room, sitting)
    kept = "".join(dump().values())
    assert not any(secret in kept for secret in secrets)
    assert sorted(mark for each in marks for mark in each) == sorted(
        mark for one in SealedBallot.objects.all() for mark in one.marks
    )
    assert all(one.marks == sorted(one.marks) for one in SealedBallot.objects.all())
