"""Two people at one honour at the same moment: one deed holds, the other is a sentence."""

from awards.models import Honour, HonourCorrection
from awards.register.actions.honours import correct_honour, enter_honour
from tests.at_once import at_once, second_while_first
from tests.awards.register.honours.typing import TODAY, said
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for


def test_the_same_honour_entered_twice_at_once_stands_once(own_database):
    office = make_organisation()
    officer = actor_for(organisation=office)
    given = second_while_first(*[lambda: enter_honour(office, said(), on=TODAY, actor=officer)] * 2)
    assert isinstance(given, str)
    assert Honour.objects.filter(organisation=office).count() == 1


def test_a_line_is_not_corrected_into_one_that_is_just_being_entered(own_database):
    office = make_organisation()
    officer = actor_for(organisation=office)
    other = enter_honour(office, said(unit="Trường B"), on=TODAY, actor=officer)
    given = second_while_first(
        lambda: enter_honour(office, said(), on=TODAY, actor=officer),
        lambda: correct_honour(other, said(), version=1, why="ghi nhầm đơn vị", on=TODAY, actor=officer),
    )
    assert isinstance(given, str)
    assert not HonourCorrection.objects.exists()


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
