"""Why somebody may not judge a dossier; the words stand in `models.wording`."""

from enum import StrEnum


class Ground(StrEnum):
    """`BODY`: works or worked in the nominating body, the nominated one, or, at the centre, in the province it belongs
    to; or in what these came from or became. `HAND`: prepared or judged it for another body. `ONESELF`: bears the
    nominee's name. `KIN`: declared kin bears it. `RECUSED`: asked to be left out of
    it, or of another dossier that surely is the same nominee's."""

    BODY = "body"
    HAND = "hand"
    ONESELF = "oneself"
    KIN = "kin"
    RECUSED = "recused"


DECIDED = ("awarded", "declined", "withdrawn")
BY_NAME = frozenset({Ground.ONESELF, Ground.KIN})


class Kinship(StrEnum):
    SPOUSE = "spouse"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    IN_LAW = "in_law"
    OTHER = "other"


EARLIEST_BIRTH = 1900
MOST_KIN = 60
