"""How a line of the scheme is scored, and by whom, in words: on its page and on paper."""

from decimal import Decimal

from django.utils.translation import gettext as _

from clusters.indicators.rules.terms import Direction
from clusters.regulation.models.criterion import Criterion, KnockOut
from clusters.regulation.models.pure import pure_line
from clusters.regulation.models.wording import FUNCTIONS, REGISTER_FIGURES
from clusters.regulation.rules.scoring.terms import CriterionLine, to_points
from clusters.regulation.rules.terms import FunctionKind, RegisterFigure
from emulation.core.numbers import format_decimal


def way_of(line: Criterion) -> str:
    said = function_in_words(pure_line(line))
    if line.register_figure:
        return f"{REGISTER_FIGURES[RegisterFigure(line.register_figure)]}: {said}"
    return said


def scorers_of(line: Criterion) -> str:
    found = [_("itself")]
    if line.cross_scored:
        found.append(_("other members"))
    if line.appraised:
        found.append(_("appraisal"))
    return ", ".join(found)


def found_by(condition: KnockOut) -> str:
    if condition.criterion is None:
        return str(condition.get_kind_display())
    return _("“%(criterion)s” stays below %(share)s%% of its maximum") % {
        "criterion": condition.criterion.title,
        "share": condition.share,
    }


def points_in_words(points: Decimal | None) -> str:
    """46,25; 50; – where nothing was scored."""
    return "–" if points is None else format_decimal(to_points(points).normalize() + 0)


def function_in_words(line: CriterionLine) -> str:
    """How a line is scored, with its terms."""
    said = WAYS.get(line.function)
    return said(line) if said else str(FUNCTIONS[line.function])


def _term(line: CriterionLine, name: str, otherwise: str) -> str:
    return format_decimal(Decimal(str(line.terms.get(name, otherwise))))


def _percent_of_target(line: CriterionLine) -> str:
    said = _("in proportion to the share of the target reached, full points from 100%%") % {}
    floor = Decimal(str(line.terms.get("floor", "0")))
    if floor:
        said += "; " + _("none below %(floor)s%% of the target") % {"floor": format_decimal(floor)}
    return said


def _bands(line: CriterionLine) -> str:
    words = _("up to %(limit)s: %(points)s") if line.direction is Direction.LOWER else _("from %(limit)s: %(points)s")
    bands = [
        words % {"limit": _measured(band["limit"], line), "points": _number(band["points"])}
        for band in line.terms.get("bands", ())
    ]
    return _("in bands, in points: %(bands)s") % {"bands": "; ".join(bands) or "–"}


def _number(written) -> str:
    return format_decimal(Decimal(str(written)))


def _measured(written, line: CriterionLine) -> str:
    """90%; 90 tỷ đồng."""
    return _number(written) + ("" if line.unit.startswith("%") or not line.unit else " ") + line.unit


def _rank(line: CriterionLine) -> str:
    return _("by rank in the cluster: the first gets all, each place after it %(step)s points less") % {
        "step": _term(line, "step", "0")
    }


def _lower(line: CriterionLine) -> str:
    return _("the lower the better: full points up to the target, none from %(zero_at)s%% of it") % {
        "zero_at": _term(line, "zero_at", "200")
    }


def _range(line: CriterionLine) -> str:
    tolerance = Decimal(str(line.terms.get("tolerance", "0")))
    if not tolerance:
        return _("full points within the range of the target, none outside")
    return _("full points within the range of the target, falling to none %(tolerance)s beside it") % {
        "tolerance": _measured(tolerance, line)
    }


def _per_case(line: CriterionLine) -> str:
    return _("%(each)s points for each case, at most %(maximum)s") % {
        "each": _term(line, "each", "0"),
        "maximum": points_in_words(line.maximum),
    }


def _from_register(line: CriterionLine) -> str:
    return _("by the share the system knows: none up to %(zero_at)s%%, full points from %(full_at)s%%") % {
        "zero_at": _term(line, "zero_at", "0"),
        "full_at": _term(line, "full_at", "100"),
    }


WAYS = {
    FunctionKind.PERCENT_OF_TARGET: _percent_of_target,
    FunctionKind.BANDS: _bands,
    FunctionKind.RANK: _rank,
    FunctionKind.LOWER_IS_BETTER: _lower,
    FunctionKind.RANGE: _range,
    FunctionKind.PER_CASE: _per_case,
    FunctionKind.FROM_REGISTER: _from_register,
    FunctionKind.RATIO: lambda _line: _("in proportion to the part of the whole"),
    FunctionKind.YES_NO: lambda _line: _("done: full points; not done: none"),
    FunctionKind.PANEL: lambda _line: _("judged by the scorers, from none to the maximum"),
}
