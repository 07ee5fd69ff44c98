"""Whose duty a dossier of the desk is."""

import pytest
from django.urls import reverse

from awards.nominations.actions.course import held_back
from awards.nominations.duties import nomination_duties
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.shelf import MINE, ShelfFilter, counts_of, in_the_state
from awards.review.actions.taking import ask_opinion, hand_to, take_dossier
from awards.review.duties import review_duties
from clusters.models import Mandate
from emulation.core.period import Period
from tests.awards.nominations.test_pages import signed_in
from tests.awards.review.make import again, arrived, given, in_charge_of, make_board
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


def waits_for(actor) -> int:
    """As its duties, its list and the number above the list say."""
    rows = Nomination.objects.visible_to(actor)
    listed = in_the_state(rows, ShelfFilter(state=MINE), actor).count()
    assert listed == len(list(nomination_duties(actor, DAY))) == counts_of(rows, actor)[MINE]
    return listed


def test_what_is_in_charge_of_somebody_who_left_the_desk_is_everybody_s_again():
    board = make_board()
    review = in_charge_of(arrived(board), board.first)
    assert [waits_for(one) for one in (board.second, board.third)] == [0, 0]
    Mandate.objects.filter(user=board.first.user_id).update(during=Period(None, DAY))
    assert [waits_for(one) for one in (board.second, board.third)] == [1, 1]
    assert held_back(review.nomination, board.second) == ""
    pane = signed_in(board.second).get(reverse("awards:review", args=[review.pk])).content.decode()
    assert reverse("awards:review-take", args=[review.pk]) in pane
    assert take_dossier(again(review), actor=board.second).handler_id == board.second.user_id
    assert [waits_for(one) for one in (board.second, board.third)] == [1, 0]


def test_what_is_in_somebody_s_charge_waits_for_that_one_alone():
    """Asked for an opinion, a person has that to do alone, whether somebody is in charge or nobody; afterwards too."""
    board = make_board()
    review, people = arrived(board), (board.first, board.second, board.third)
    assert [waits_for(one) for one in people] == [1, 1, 1]
    ask_opinion(review, board.second.user_id, actor=board.leader)
    assert [waits_for(one) for one in people] == [1, 0, 1]
    review = in_charge_of(review, board.first)
    assert [waits_for(one) for one in people] == [1, 0, 0]
    assert len(list(review_duties(board.second, DAY))) == 1
    hand_to([review], board.third.user_id, actor=board.leader)
    assert [waits_for(one) for one in people] == [0, 0, 1]
    for one in people:
        review = given(again(review), one)
    assert [waits_for(one) for one in people] == [0, 0, 1]
