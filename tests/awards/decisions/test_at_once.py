"""Two who give a number of one body in the same moment."""

import pytest

from awards.decisions.actions.decisions import issue_decision
from awards.decisions.actions.later import record_later
from awards.decisions.rules.terms import LaterKind
from tests.at_once import second_while_first
from tests.awards.decisions.make import agreed_dossier, drafted, issued, said_by
from tests.awards.sittings.make import make_room
from tests.periods import DAY


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.mark.parametrize("first", ["issue", "record"])
def test_of_two_who_give_one_number_at_once_the_second_is_told(own_database, first):
    room = make_room()
    approver, decision = room.offices.city.approver, issued(room, agreed_dossier(room, "Phòng A"))
    other, lines = drafted(room, agreed_dossier(room, "Phòng B")), list(decision.lines.with_names())
    deeds = {
        "issue": lambda: issue_decision(other, said_by(room, number="77"), actor=approver),
        "record": lambda: record_later(
            decision, LaterKind.CORRECT, lines, number="77/QĐ-UBND", day=DAY, why="Sửa tên", actor=approver
        ),
    }
    second = deeds.pop(first), next(iter(deeds.values()))
    assert "Số 77/QĐ-UBND của năm 2023 đã cấp cho" in str(second_while_first(*second))
