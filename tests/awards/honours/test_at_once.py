"""Two people at one honour at the same moment: one deed holds, the other is a sentence."""

from threading import Thread

from django.db import connection, connections, transaction

from awards.actions.honours import correct_honour, enter_honour
from awards.models import Honour, HonourCorrection
from emulation.core.errors import Refusal
from tests.awards.honours.typing import TODAY, said
from tests.clusters.test_at_the_same_time import at_once
from tests.flows.visitor import eventually
from tests.make import actor_for, make_organisation


def second_while_first(first, second):
    """What the second deed gave, begun when the first has written and not committed."""
    given = []

    def run():
        try:
            given.append(second())
        except Refusal as refusal:
            given.append(str(refusal))
        finally:
            connections.close_all()

    thread = Thread(target=run)
    with transaction.atomic():
        first()
        thread.start()
        eventually(lambda: given or somebody_waits(), seconds=20)
    thread.join()
    return given[0]


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        return cursor.fetchone()[0]


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
