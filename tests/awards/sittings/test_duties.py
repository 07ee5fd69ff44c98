"""Who is called to a Council's sitting reads it at home: before, on and after its day, in session, over."""

from datetime import date, timedelta

import pytest

from awards.decisions.actions.decisions import leave_out
from awards.nominations.actions.steps import take_step
from awards.nominations.duties import nomination_duties
from awards.nominations.views.whereabouts import stands_in
from awards.sittings.actions.sittings import take_off_agenda
from awards.sittings.duties import sitting_duties
from awards.sittings.models.sitting import Sitting
from emulation.core.actor import Actor
from emulation.core.models import User
from emulation.desk.agenda import sorted_by_day
from tests.awards.conflicts.make import make_recusal
from tests.awards.decisions.make import drafted
from tests.awards.sittings.make import (
    asked_in_writing,
    attended,
    before_the_council,
    concluded,
    convened,
    in_session,
    make_room,
)
from tests.awards.sittings.make import voting as voting_open
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def room():
    return make_room()


def told(actor: Actor, on: date = DAY) -> list[tuple[str, str]]:
    """(deed, what its title says after the Council's name) of sittings."""
    return [(str(one.kind), one.title.rpartition(": ")[2]) for one in sitting_duties(actor, on)]


def of_dossiers(actor: Actor) -> list[str]:
    return [str(one.kind) for one in nomination_duties(actor, DAY)]


@pytest.mark.parametrize(
    ("after", "secretary", "member"),
    [
        (timedelta(days=-8), [], []),
        (timedelta(days=-7), ["ngày 10/07/2023"], ["ngày 10/07/2023"]),
        (timedelta(0), ["hôm nay"], ["hôm nay"]),
        (timedelta(days=1), ["ngày 10/07/2023"], []),
    ],
    ids=["far", "within days", "its day", "missed"],
)
def test_a_planned_sitting_is_told_within_days_to_its_secretary_and_members(room, after, secretary, member):
    convened(room)
    on = DAY + after
    assert [said for _deed, said in told(room.secretary, on)] == secretary
    assert [said for _deed, said in told(room.members[3], on)] == member
    assert told(room.offices.city.officer, on) == [], "who has no part in it"


def test_a_sitting_of_today_stands_before_what_came_back(room):
    convened(room)
    agenda = sorted_by_day(sitting_duties(room.secretary, DAY), DAY)
    assert ([one.kind for one in agenda.now], agenda.this_week, agenda.number) == (["sittings.attend"], (), 1)


def test_in_session_a_vote_takes_its_place_and_who_is_absent_is_not_called(room):
    attended(room, convened(room, before_the_council(room, "Phòng A")), absent=("Ủy viên Hai",))
    assert [told(room.members[at]) for at in (3, 4)] == [[("sittings.attend", "hôm nay")], []]
    Sitting.objects.update(state="cancelled")
    dossier = before_the_council(room, "Phòng B")
    voting_open(room, in_session(room, dossier))
    assert [deed for deed, _said in told(room.members[0])] == ["sittings.vote"]
    assert told(room.secretary) == [("sittings.attend", "đang họp")]
    body, user = room.offices.city.organisation, User.objects.get(pk=room.members[0].user_id)
    make_recusal(dossier, user, body=body)
    assert [deed for deed, _said in told(room.members[0])] == ["sittings.attend"], "a ballot that is not his to cast"


def test_an_opinion_in_writing_is_no_meeting_to_go_to(room):
    asked_in_writing(room, before_the_council(room, "Phòng A"))
    assert told(room.secretary) == []


def test_a_dossier_waits_for_a_decision_only_while_neither_a_sitting_nor_a_draft_has_it(room):
    city, dossier = room.offices.city, before_the_council(room, "Phòng A")
    assert (of_dossiers(city.approver), of_dossiers(room.secretary)) == (["nominations.decide"], ["nominations.minute"])
    planned = convened(room, dossier)
    assert (of_dossiers(city.approver), of_dossiers(room.secretary)) == ([], [])
    assert (stands_in(dossier, city.approver).sitting, stands_in(dossier, room.offices.unit.officer).sitting) == (
        planned,
        None,
    )
    take_off_agenda(planned.items.get(), actor=room.secretary)
    assert of_dossiers(room.secretary) == ["nominations.minute"]
    concluded(room, dossier)
    assert of_dossiers(room.secretary) == [], "its minutes are the sitting's"
    assert of_dossiers(city.approver) == ["nominations.decide"]
    draft = drafted(room, dossier)
    assert of_dossiers(city.approver) == []
    assert stands_in(dossier, city.approver).draft == draft
    leave_out(draft.lines.get(), actor=city.officer)
    again = take_step(dossier, "look_again", why="Thử", actor=city.officer)
    take_step(again, "put_to_council", actor=city.officer)
    assert of_dossiers(room.secretary) == ["nominations.minute"], "looked at again, it wants minutes anew"
