"""The demonstration's dossiers: every state, and what an official is to be shown among them."""

from datetime import date

import pytest

from awards.models import Consultation, Nomination, NominationComment
from awards.nominations.rules.consulting import Told
from awards.nominations.rules.terms import NominationState
from emulation.desk.demonstration.accounts import demonstrator, open_accounts
from emulation.desk.demonstration.block import load_block
from emulation.desk.demonstration.dossiers import load_dossiers

DAY = date(2023, 7, 10)


@pytest.mark.django_db
def test_dossiers_stand_in_every_state_at_units_and_cities(settings):
    settings.DEMONSTRATION_DAY = DAY
    actor = demonstrator(DAY)
    open_accounts(DAY, actor=actor)
    load_block(DAY, actor=actor)
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
