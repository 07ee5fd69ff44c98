"""The fixed terms of what is recorded of a year, and of honours that somebody declares. Keys are permanent."""

from enum import StrEnum


class Rating(StrEnum):
    """How the work of a year was rated, best first."""

    EXCELLENT = "excellent"
    GOOD = "good"
    COMPLETED = "completed"
    NOT_COMPLETED = "not_completed"

    @property
    def is_good(self) -> bool:
        """“Hoàn thành tốt nhiệm vụ” or better."""
        return self in (Rating.EXCELLENT, Rating.GOOD)


class InitiativeScope(StrEnum):
    """How far an initiative or a scientific topic was recognised to have effect, narrowest first."""

    GRASSROOTS = "grassroots"
    PROVINCE = "province"
    NATIONAL = "national"

    def reaches(self, asked: "InitiativeScope") -> bool:
        order = list(InitiativeScope)
        return order.index(self) >= order.index(asked)


class Discipline(StrEnum):
    """The gravest discipline of the year, mildest first. `WARNING`: cảnh cáo or graver."""

    NONE = "none"
    REPRIMAND = "reprimand"
    WARNING = "warning"


class DeclaredState(StrEnum):
    """`AT_CENTRE`: conferred by the State, so a reviewer of the central board confirms it. `AT_PROVINCE`: conferred by
    the province and declared in a unit's book, so the province's approver does."""

    DECLARED = "declared"
    AT_CENTRE = "at_centre"
    AT_PROVINCE = "province"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


WAITING = (DeclaredState.DECLARED, DeclaredState.AT_CENTRE, DeclaredState.AT_PROVINCE)
