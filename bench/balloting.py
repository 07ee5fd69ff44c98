"""A sealed ballot of 70 votes: the last vote cast, and the count. The floor is the stretching of the two tellers'
passphrases at full strength, without which nothing opens; each count is taken back, so that the next one does the
same."""

from dataclasses import dataclass, replace

from bench.table import Table
from bench.turns import in_turns

VOTERS, OPTIONS, LIMIT, TIMES = 70, 12, 3, 7
PASSPHRASES = ("cau mat thu nhat de do", "cau mat thu hai de do")
CLUSTER_YEAR = 1


@dataclass(frozen=True)
class Held:
    """The record that holds the ballot: of a cluster year that the actor heads; the actor is also its teller."""

    whose: object
    table_row: str = "ballot"


def measure_ballot(table: Table) -> None:
    from django.test import override_settings  # noqa: PLC0415  (after django.setup)

    from emulation.core.ballot_box import FULL  # noqa: PLC0415

    with override_settings(PASSPHRASE_STRETCHING=FULL):
        _measure(table)


def _measure(table: Table) -> None:
    from django.db import transaction  # noqa: PLC0415  (after django.setup)

    from emulation.core.actions.ballots import cast_vote, count_votes  # noqa: PLC0415
    from emulation.core.actor import Actor, Role  # noqa: PLC0415
    from emulation.core.ballot_box import fits  # noqa: PLC0415

    head = Actor(None, "Đo", frozenset({(Role.OFFICER, 1)}), headed_entered=frozenset({CLUSTER_YEAR}))
    ballot, held_by, actor = _voted(head)
    keys = [one.key for one in ballot.tellers.all()]

    def undone(deed):
        with transaction.atomic():
            deed()
            transaction.set_rollback(True)

    def count():
        return count_votes(ballot, passphrases=PASSPHRASES, held_by=held_by, actor=actor)

    taken = in_turns(
        {
            "stretch": lambda: [fits(passphrase, key) for passphrase, key in zip(PASSPHRASES, keys, strict=True)],
            "cast": lambda: undone(lambda: cast_vote(ballot, voter=VOTERS, choices=[0])),
            "count": lambda: undone(count),
        },
        times=TIMES,
    )
    table.head(f"a sealed ballot of {VOTERS} votes; the floor is two stretched passphrases")
    table.measured("the last vote cast", taken["cast"])
    table.measured("opened and counted", taken["count"], floor=taken["stretch"], limit=LIMIT)


def _voted(actor):
    """Open, with all votes in but that of the last voter."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415

    from emulation.core.access import Whose  # noqa: PLC0415
    from emulation.core.actions.ballot_tellers import set_passphrase  # noqa: PLC0415
    from emulation.core.actions.ballots import Named, Teller, cast_vote, open_ballot, prepare_ballot  # noqa: PLC0415
    from emulation.core.ballot_flow import BallotWay  # noqa: PLC0415

    people = [
        get_user_model().objects.create_user(username=f"do-kiem-phieu-{at}", full_name=f"Kiểm phiếu viên {at}")
        for at in (1, 2)
    ]
    ballot = prepare_ballot(
        question="Cuộc bỏ phiếu để đo",
        way=BallotWay.SEALED,
        options=[Named(at, f"Đơn vị {at}") for at in range(OPTIONS)],
        tellers=tuple(Teller(one.full_name, one.pk) for one in people),
        quorum=1,
        own_excluded=False,
        actor=actor,
    )
    for one, passphrase in zip(people, PASSPHRASES, strict=True):
        set_passphrase(ballot, passphrase=passphrase, actor=replace(actor, user_id=one.pk))
    voters = [Named(number, f"Thành viên {number}") for number in range(1, VOTERS + 1)]
    actor = replace(actor, user_id=people[0].pk)
    held_by = Held(Whose(cluster_years=frozenset({CLUSTER_YEAR}), people=frozenset(one.pk for one in people)))
    ballot = open_ballot(ballot, eligible=VOTERS, voters=voters, held_by=held_by, actor=actor)
    for voter in voters[:-1]:
        cast_vote(ballot, voter=voter.key, choices=[voter.key % OPTIONS])
    return ballot, held_by, actor
