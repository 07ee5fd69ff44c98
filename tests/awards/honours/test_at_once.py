"""Two people at one honour at the same moment: one deed holds, the other is a sentence."""

from awards.actions.honours import correct_honour, enter_honour
from awards.models import Honour, HonourCorrection
from tests.awards.honours.typing import TODAY, said
from tests.clusters.test_at_the_same_time import at_once
from tests.make import actor_for, make_organisation


def test_the_same_honour_entered_twice_at_once_stands_once(own_database):
    office = make_organisation()
    officer = actor_for(organisation=office)
    given = at_once(*[lambda: enter_honour(office, said(), on=TODAY, actor=officer)] * 2)
    assert Honour.objects.filter(organisation=office).count() == 1
    assert sorted(type(one) is str for one in given) == [False, True]


def test_two_corrections_at_once_are_one_and_a_question(own_database):
    office = make_organisation()
    officer = actor_for(organisation=office)
    honour = enter_honour(office, said(), on=TODAY, actor=officer)
    given = at_once(
        *(
            lambda unit=unit: correct_honour(
                honour, said(unit=unit), version=1, why="ghi nhầm đơn vị", on=TODAY, actor=officer
            )
            for unit in ("Trường A", "Trường B")
        )
    )
    assert sorted(type(one) is str for one in given) == [False, True]
    assert HonourCorrection.objects.count() == 1
    assert Honour.objects.get(pk=honour.pk).version == 2
