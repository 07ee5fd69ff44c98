"""Two people of one desk in the same moment, with real connections."""

from functools import partial

import pytest

from awards.models import Nomination
from awards.nominations.actions.steps import take_step
from awards.review.actions.bulk import do_together, seen_as
from awards.review.actions.taking import take_dossier
from awards.review.rules.terms import BulkKind
from tests.at_once import at_once, second_while_first
from tests.awards.review.make import again, arrived, in_charge_of, make_board
from tests.periods import DAY

pytestmark = pytest.mark.usefixtures("own_database")


def test_of_two_who_take_one_dossier_one_has_it_and_the_other_is_told_who(settings):
    settings.DEMONSTRATION_DAY = DAY
    board = make_board()
    review = arrived(board)
    given = at_once(*(partial(take_dossier, review, actor=actor) for actor in (board.first, board.second)))
    [told] = [one for one in given if isinstance(one, str)]
    kept = again(review)
    assert f"{kept.handler_name} phụ trách hồ sơ Trường Thử nghiệm" in told
    assert [one.appraiser_id for one in kept.appraisals.all()] == [kept.handler_id]
    assert kept.nomination.steps.filter(name="take_up").count() == 1

    other = in_charge_of(arrived(board, "Trường Rút"), board.first)
    looked_at = [seen_as(again(one)) for one in (in_charge_of(kept, _of(board, kept)), other)]
    withdrawn = partial(take_step, other.nomination, "withdraw", why="Xin rút", actor=board.offices.city.approver)
    said = second_while_first(withdrawn, partial(do_together, BulkKind.COUNCIL, looked_at, actor=_of(board, kept)))
    assert "1 hồ sơ đã thay đổi nên chưa thực hiện gì: Trường Rút (Đơn vị đã rút)" in said
    assert Nomination.objects.get(pk=kept.nomination_id).state == "review"


def _of(board, review):
    return next(one for one in (board.first, board.second) if one.user_id == review.handler_id)
