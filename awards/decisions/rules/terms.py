"""The fixed terms of a decision on honours; their words stand in `models.wording`."""

from enum import StrEnum

from awards.catalogue.rules.terms import Authority


class DecisionState(StrEnum):
    DRAFT = "draft"
    ISSUED = "issued"
    DROPPED = "dropped"


class LaterKind(StrEnum):
    """What a later decision does with honours of this one. `CORRECT` changes what it says of them, not whether they
    stand; each line of the register is then corrected on its own page, with this decision as its reason."""

    SUSPEND = "suspend"
    REVOKE = "revoke"
    RESTORE = "restore"
    CORRECT = "correct"


class SignedAs(StrEnum):
    CHIEF = "chief"
    DEPUTY = "deputy"


class PaidBy(StrEnum):
    """Whose budget pays a bonus: of the body that decides, or of the one that nominated."""

    DECIDER = "decider"
    NOMINATOR = "nominator"


class Rank(StrEnum):
    """What a body is, as far as it decides by itself."""

    PROVINCE = "province"
    UNIT = "unit"
    CENTRE = "centre"


DECIDES = {
    Rank.PROVINCE: frozenset({Authority.PROVINCE_CHAIR, Authority.MINISTER}),
    Rank.UNIT: frozenset({Authority.UNIT_HEAD}),
    Rank.CENTRE: frozenset(),
}
"""Authorities that a body's own head holds. What the Prime Minister or the President decides, the central board
records; a minister's and a chair's awards are of one rank (`SAME_RANK`)."""
