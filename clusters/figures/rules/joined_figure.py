"""What the figures of several members say of the one unit that stands for them today. Pure.

Amounts are added and parts are put over wholes, as for a cluster. Growth rates, shares without their base and whatever
else nobody can add up stand apart, each under the name of who reported it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from clusters.indicators.rules.cluster_figure import cluster_figure
from clusters.indicators.rules.terms import Derivation, Direction
from emulation.core.quantity import Quantity

ADDED_UP = frozenset({Derivation.SUM, Derivation.RATIO})


@dataclass(frozen=True)
class JoinedFigure:
    """`quantity`: one figure for all who gave one; None where they stand apart, or nobody gave one. `given`: members
    that have a figure, with it; `silent`: those that have none."""

    quantity: Quantity | None
    given: tuple[tuple[int, Quantity], ...]
    silent: tuple[int, ...]

    @property
    def stands_apart(self) -> bool:
        return self.quantity is None and bool(self.given)


def joined_figure(
    derivation: Derivation, direction: Direction, figures: Mapping[int, Quantity | None], *, is_whole: bool
) -> JoinedFigure:
    """`figures`: of the row's members, None for who has none. `is_whole`: the unit is made of no body besides them, so
    that the figure of an only member is the unit's own. A figure that stands alone keeps its wording."""
    given = tuple((member, figure) for member, figure in figures.items() if figure is not None)
    silent = tuple(member for member, figure in figures.items() if figure is None)
    quantities = [figure for _member, figure in given]
    is_own = is_whole and len(figures) == 1
    if not quantities or not (is_own or _adds_up(derivation, quantities)):
        return JoinedFigure(None, given, silent)
    if len(quantities) == 1:
        return JoinedFigure(quantities[0], given, silent)
    found = cluster_figure(derivation, direction, quantities, unit=quantities[0].unit)
    return JoinedFigure(found.quantity, given, silent)


def _adds_up(derivation: Derivation, quantities: list[Quantity]) -> bool:
    """Amounts written in two units are not one amount."""
    if derivation not in ADDED_UP or len({one.unit for one in quantities}) > 1:
        return False
    return derivation is Derivation.SUM or all(one.denominator is not None for one in quantities)
