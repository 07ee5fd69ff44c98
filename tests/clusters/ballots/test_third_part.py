"""The third part of a ballot's key: outside the database while votes are cast, gone after the count; lost, or left over.

The attack here is of whoever carries away the database server's whole data directory, dead rows and write-ahead log
included, and knows both passphrases.
"""

import os
import stat
from pathlib import Path

import pytest
from django.db import connection
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.utils import random

from clusters.ballots.actions.ballots import annul, open_voting, replace_teller
from clusters.ballots.actions.votes import count, hand_over
from emulation.core.actions import third_parts
from emulation.core.actor import Role
from emulation.core.ballot_box import KEY_BYTES, BrokenEnvelope, opened_votes
from emulation.core.ballot_flow import BallotState
from emulation.core.errors import Refusal
from emulation.core.models import SealedBallot, User
from tests import services
from tests.clusters.ballots.make import (
    FIRST,
    SECOND,
    counted,
    fresh,
    make_meeting,
    prepared,
    vote_all,
    voting,
    with_passphrases,
)
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.people.make import make_mandate
from tests.periods import DAY

BOTH = (FIRST, SECOND)
SPLIT = (2, 3, 4, 0, None)
LONG_AGO = 1_000_000_000


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.DEMONSTRATION_DAY = DAY
    settings.BALLOT_PARTS_DIR = tmp_path / "parts"
    return settings.BALLOT_PARTS_DIR


def data_directory() -> Path:
    """Of the server that this connection speaks to."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [pid] = cursor.fetchone()
    try:
        return Path(os.readlink(f"/proc/{pid}/cwd"))
    except OSError:
        pytest.skip("the database server runs on another machine, so its files are not at hand")


def written_out() -> None:
    """Dropping a database makes the server write all that it still holds in memory."""
    services.clone("template0", f"{services.own_name()}_written_out")
    services.drop(f"{services.own_name()}_written_out")


def found_in_files(wanted: set[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for path in data_directory().rglob("*"):
        if path.is_file():
            try:
                contents = path.read_bytes()
            except FileNotFoundError:  # another test's database was dropped just now
                continue
            found |= {one for one in wanted - found if one in contents}
    return found


def test_the_whole_data_directory_and_both_passphrases_open_nothing_after_the_count(own_database, folder):
    meeting = make_meeting()
    held = voting(meeting)
    vote_all(meeting, held, SPLIT)
    envelopes = [bytes(one) for one in held.ballot.envelopes.values_list("contents", flat=True)]
    tellers = tuple((one.key, bytes(one.part), said) for one, said in zip(held.ballot.tellers.all(), BOTH, strict=True))
    [third] = (path.read_bytes() for path in folder.iterdir())

    def opened_from_the_files():
        written_out()
        needed = {*envelopes, *(secret for key, part, _said in tellers for secret in (key.locked, part))}
        assert found_in_files(needed) == needed, "dead rows or the log still hold all that the database ever held"
        for part in [None, *(path.read_bytes() for path in folder.iterdir())]:
            try:
                return opened_votes(envelopes, tellers, third=part, of=5)
            except BrokenEnvelope:
                continue
        return []

    assert len(opened_from_the_files()) == 5, "while the third part exists, the attack succeeds"
    count(held, passphrases=BOTH, actor=meeting.tellers[0])
    assert opened_from_the_files() == []
    assert found_in_files({third, third.hex().encode()}) == set()


def test_an_annulment_removes_the_third_part_and_one_taken_back_does_not(own_database, folder):
    meeting = make_meeting()
    held = voting(meeting)
    [kept] = folder.iterdir()
    assert (stat.S_IMODE(kept.stat().st_mode), stat.S_IMODE(folder.stat().st_mode)) == (0o600, 0o700)
    with pytest.raises(Refusal):
        annul(held, why="", actor=meeting.head.officer)
    assert kept.exists()
    annul(held, why="Thử", actor=meeting.head.officer)
    assert list(folder.iterdir()) == []


@pytest.mark.django_db
def test_a_lost_third_part_stops_the_vote_with_a_sentence_and_a_new_vote_is_held(folder):
    meeting = make_meeting()
    held = voting(meeting)
    vote_all(meeting, held, (1, 0, 0, "-", "-"))
    [kept] = folder.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    for lose in (lambda: None, kept.unlink):
        lose()
        with pytest.raises(Refusal, match="Phần khóa thứ ba .* không còn trên máy chủ"):
            count(held, passphrases=BOTH, actor=meeting.tellers[0])
        with pytest.raises(Refusal, match="Hủy cuộc bỏ phiếu này và bỏ phiếu lại"):
            vote_all(meeting, held, ("-", "-", "-", 0, "-"))
    page = words(signed_in(meeting.head.officer, "vi").get(held.get_absolute_url()))
    assert "Phần khóa thứ ba của cuộc bỏ phiếu không còn trên máy chủ" in page
    annul(held, why="Mất phần khóa thứ ba", actor=meeting.head.officer)
    assert counted(meeting, (1, 0, 0, 0, 0)).ballot.state == BallotState.COUNTED


@pytest.mark.django_db
def test_a_leftover_is_swept_and_what_an_open_ballot_needs_is_not(folder):
    """As after a process that was killed between the commit and the removal, or an opening that was taken back."""
    voting(make_meeting())
    [needed] = folder.iterdir()
    old, new = (folder / third_parts.keep(random(KEY_BYTES)) for _ in range(2))
    for path in (needed, old):
        os.utime(path, (LONG_AGO, LONG_AGO))
    assert third_parts.sweep() == 1
    assert set(folder.iterdir()) == {needed, new}


@pytest.mark.django_db
def test_a_ballot_opened_by_the_release_before_is_counted_as_it_was(folder):
    """Its key had two parts, and nothing lies outside the database."""
    meeting = make_meeting()
    held = voting(meeting)
    private, first = PrivateKey.generate(), random(KEY_BYTES)
    second = bytes(one ^ other for one, other in zip(bytes(private), first, strict=True))
    for teller, part in zip(held.ballot.tellers.all(), (first, second), strict=True):
        teller.part = SealedBox(PublicKey(bytes(teller.public_key))).encrypt(part)
        teller.save()
    SealedBallot.objects.filter(pk=held.ballot_id).update(public_key=bytes(private.public_key), third_part="")
    for path in folder.iterdir():
        path.unlink()
    vote_all(meeting, held, SPLIT)
    assert count(held, passphrases=BOTH, actor=meeting.tellers[0]).ballot.collected == 5
    assert fresh(held).third_part == ""


@pytest.mark.django_db
def test_both_tellers_are_never_of_one_member():
    meeting = make_meeting()
    beside = make_mandate(organisation=meeting.units[1], role=Role.OFFICER).user
    said = rf"cũng là người của {meeting.units[1].name}"
    with pytest.raises(Refusal, match=said) as refused:
        prepared(meeting, second_teller=beside)
    assert refused.value.field == "second_teller"
    held = with_passphrases(meeting, prepared(meeting))
    with pytest.raises(Refusal, match=said):
        replace_teller(held, position=2, by=beside, actor=meeting.head.officer)
    assert replace_teller(
        held, position=1, by=User.objects.get(pk=meeting.head.officer.user_id), actor=meeting.head.officer
    )
    replace_teller(held, position=1, by=meeting.teller_accounts["first_teller"], actor=meeting.head.officer)
    open_voting(with_passphrases(meeting, held), actor=meeting.head.officer)
    with pytest.raises(Refusal, match=said):
        hand_over(held, to=beside, passphrase=SECOND, new_passphrase="cau cua nguoi nhan", actor=meeting.tellers[1])
