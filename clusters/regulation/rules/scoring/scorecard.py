"""All lines of one member together: points of the groups under their caps, and the total."""

from collections.abc import Mapping
from decimal import Decimal

from clusters.regulation.rules.scoring.functions import points_of
from clusters.regulation.rules.scoring.terms import Evidence, Group, PureScheme, Scorecard, Scored
from clusters.regulation.rules.terms import GroupKind

NOTHING = Decimal(0)


def scorecard(scheme: PureScheme, evidence: Mapping[int, Evidence]) -> Scorecard:
    """`evidence` by the key of the line; a line without any is scored with nothing known of it."""
    lines = {
        line.key: points_of(line, evidence.get(line.key, Evidence())) for group in scheme.groups for line in group.lines
    }
    return totalled(scheme, lines)


def totalled(scheme: PureScheme, lines: Mapping[int, Scored]) -> Scorecard:
    """Of lines scored already, be it by people. A bonus or a penalty that nobody gave counts as none."""
    groups = {group.key: _sum(group, lines) for group in scheme.groups}
    total = sum((_signed(group, groups[group.key]) for group in scheme.groups), NOTHING)
    missing = tuple(
        line.key
        for group in scheme.groups
        if group.kind is GroupKind.CRITERIA
        for line in group.lines
        if lines[line.key].points is None
    )
    return Scorecard(lines, groups, max(NOTHING, total), missing)


def _sum(group: Group, lines: Mapping[int, Scored]) -> Decimal:
    return min(group.maximum, sum((lines[line.key].points or NOTHING for line in group.lines), NOTHING))


def _signed(group: Group, points: Decimal) -> Decimal:
    return -points if group.kind is GroupKind.PENALTY else points
