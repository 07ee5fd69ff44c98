"""The demonstration's dossiers: every state, and what an official is to be shown among them."""

from datetime import date

import pytest

from awards.models import (
    Appraisal,
    BulkLine,
    Consultation,
    Decision,
    Feedback,
    Nomination,
    NominationComment,
    Publication,
    Review,
    Sitting,
    SittingItem,
)
from awards.nominations.rules.consulting import Told
from awards.nominations.rules.terms import NominationState
from awards.review.rules.terms import AppraisalState, Standing
from emulation.desk.demonstration.accounts import demonstrator, open_accounts
from emulation.desk.demonstration.block import load_block
from emulation.desk.demonstration.councils import load_councils
from emulation.desk.demonstration.days_off import load_days_off
from emulation.desk.demonstration.dossiers import load_dossiers
from emulation.desk.demonstration.publication import load_publication
from emulation.desk.demonstration.reviews import load_reviews

DAY = date(2023, 7, 10)
ASKED_FOR = (
    {"is_compared": True, "differences": 0},
    {"to_discuss": True},
    {"moderated__isnull": False},
    {"came_back": True},
    {"notes__isnull": False},
    {"due__lt": DAY},
    {"handler": None, "standing": "review"},
)


@pytest.mark.django_db
def test_dossiers_stand_in_every_state_at_units_and_cities(settings):
    settings.DEMONSTRATION_DAY = DAY
    actor = demonstrator(DAY)
    open_accounts(DAY, actor=actor)
    load_block(DAY, actor=actor)
    load_days_off(actor=actor)
    assert load_dossiers(DAY) == Nomination.objects.count() >= 40
    states = set(Nomination.objects.values_list("state", flat=True))
    assert states == set(NominationState)
    assert NominationComment.objects.unanswered().count() == 2
    assert Nomination.objects.filter(name="Trần Mây Biếc").count() == 2, "a likely duplicate"
    assert Nomination.objects.filter(board__isnull=False).count() > 10
    told = {one.told(DAY) for one in Consultation.objects.all()}
    assert told == {Told.WAITED_FOR, Told.SILENT, Told.IN_TIME, Told.LATE}
    assert Consultation.objects.filter(opinion="disagrees").exclude(file="").exists(), (
        "a letter of a body without account"
    )
    assert load_dossiers(DAY) == 0
    the_boards_desk_shows_every_stage_of_review()
    the_council_of_can_tho_sits_and_a_decision_waits()


def the_council_of_can_tho_sits_and_a_decision_waits():
    load_councils(DAY)
    assert sorted(Sitting.objects.values_list("state", flat=True)) == ["concluded", "open"]
    assert SittingItem.objects.filter(outcome="agreed").count() == Decision.objects.get().lines.count() == 2
    assert Sitting.objects.get(state="open").current is not None
    load_councils(DAY)
    assert Sitting.objects.count() == 2
    a_list_of_the_board_is_under_consultation()


def a_list_of_the_board_is_under_consultation():
    load_publication(DAY)
    load_publication(DAY)
    shown = Publication.objects.get()
    assert (shown.opens_on, shown.closes_on, shown.shows_on(DAY)) == (date(2023, 7, 6), date(2023, 7, 20), True)
    assert shown.lines.count() >= 3
    assert shown.comments.count() == 1


def the_boards_desk_shows_every_stage_of_review():
    assert load_reviews(DAY) >= 15
    there = Review.objects.filter(body__kind="central_board")
    assert there.count() >= 30
    assert set(there.values_list("standing", flat=True)) == set(Standing)
    assert set(Appraisal.objects.values_list("state", flat=True)) >= {AppraisalState.ASKED, AppraisalState.DONE}
    assert [one for one in ASKED_FOR if not Review.objects.filter(**one).exists()] == []
    told = Feedback.objects.get()
    assert told.nomination.state == NominationState.DECLINED
    assert BulkLine.objects.standing().count() == 2, "what can still be undone"
    assert load_reviews(DAY) == 0
