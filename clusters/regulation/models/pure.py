"""A scheme as the rules of scoring read it."""

from clusters.indicators.rules.terms import Direction, ValueKind
from clusters.regulation.models.criterion import Criterion
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.scoring.terms import CriterionLine, Group
from clusters.regulation.rules.scoring.terms import PureScheme as PureScheme
from clusters.regulation.rules.terms import FunctionKind, GroupKind


def pure_scheme(scheme: Scheme) -> PureScheme:
    """`scheme` was asked for `with_lines()`. Keys are those of the rows."""
    return PureScheme(
        scheme.maximum,
        tuple(
            Group(group.pk, GroupKind(group.kind), group.maximum, tuple(pure_line(line) for line in group.lines))
            for group in scheme.listed
        ),
    )


def pure_line(line: Criterion) -> CriterionLine:
    return CriterionLine(
        key=line.pk,
        maximum=line.maximum,
        function=FunctionKind(line.function),
        terms=line.terms,
        direction=Direction(line.indicator.direction) if line.indicator else Direction.HIGHER,
        unit=line.indicator.unit if line.indicator else "",
        has_indicator=line.indicator_id,
        of_a_whole=line.indicator is not None and line.indicator.value_kind == ValueKind.RATIO,
    )
