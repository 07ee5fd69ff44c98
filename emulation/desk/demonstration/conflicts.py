"""Conflicts of interest on the central board's desk: one reviewer once worked at Cần Thơ (`accounts`), one has declared
kin, one has left a dossier to colleagues."""

from datetime import date

from awards.conflicts.actions import declare_kin
from awards.conflicts.rules.terms import Kinship
from awards.models import DeclaredKin, Review
from awards.nominations.actions.recusals import recuse
from emulation.desk.demonstration.dossiers import REVIEWER, Desks
from emulation.desk.demonstration.reviews import SECOND, THIRD

KIN, BORN = "Tạ Núi Cao", 1976
LEFT = "Hợp tác xã Minh Họa 81"


def load_conflicts(day: date) -> None:
    """Nothing where somebody has declared kin already."""
    people = Desks(day)
    if DeclaredKin.objects.exists() or not all(people.has(name) for name in (REVIEWER, SECOND, THIRD)):
        return
    declare_kin(name=KIN, kinship=Kinship.SIBLING, birth_year=BORN, actor=people.actor(SECOND))
    review = Review.objects.visible_to(people.actor(THIRD)).filter(nomination__name=LEFT).with_names().first()
    if review is not None:
        recuse(review.nomination, actor=people.actor(THIRD))
