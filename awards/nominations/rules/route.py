"""Which bodies a dossier goes through: who may decide on the award says where it ends. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from awards.catalogue.rules.terms import Level


class Desk(StrEnum):
    """A body that takes dossiers up: the nominator's own, its province's, the central board's."""

    OWN = "own"
    PROVINCE = "province"
    BOARD = "board"


@dataclass(frozen=True)
class Nominator:
    """`is_province`: a province or city itself, not a unit beneath one."""

    is_province: bool


def route_of(level: str, nominator: Nominator) -> tuple[Desk, ...]:
    """The desks in their order. State awards are submitted by the province and end at the centre, a province's own end
    at the province, those of the grassroots at the unit itself (Law of 2022, Articles 77–80). What a province nominates
    for its own awards, its own desk takes up."""
    if level == Level.STATE:
        return (Desk.BOARD,) if nominator.is_province else (Desk.PROVINCE, Desk.BOARD)
    if level == Level.PROVINCE:
        return (Desk.OWN,) if nominator.is_province else (Desk.PROVINCE,)
    return (Desk.OWN,)


def desk_after(route: tuple[Desk, ...], desk: Desk | None) -> Desk | None:
    """The next one; the first after None, None after the last and after a desk that is not on the way."""
    if desk is None:
        return route[0]
    place = route.index(desk) + 1 if desk in route else len(route)
    return route[place] if place < len(route) else None


def desk_before(route: tuple[Desk, ...], desk: Desk | None) -> Desk | None:
    """The one that passed it on; None before the first."""
    place = route.index(desk) if desk in route else 0
    return route[place - 1] if place else None
