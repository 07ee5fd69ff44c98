"""Half-year figures in sentences: what cannot be read, what a cluster's figure is and what it leaves open."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.indicators.models.indicator import Indicator
from clusters.indicators.models.wording import PARTS
from clusters.indicators.models.wording import half_in_words as half_in_words
from clusters.indicators.rules.cluster_figure import ClusterFigure, Silence
from clusters.indicators.rules.plan_reach import PlanReach
from clusters.indicators.rules.reading import FigureTrouble, ReadAs, Reading, missing_base
from clusters.indicators.rules.targets import Misfit, TargetReading
from clusters.indicators.rules.terms import AVERAGES, Derivation, FigurePart, ValueKind
from clusters.membership.rules.half_years import WHOLE_YEAR
from emulation.core.quantity import Quantity
from emulation.core.quantity.spelling import with_thousands_spelled

ONWARDS = re.compile(r"(từ .+) (trở (?:lên|xuống))")
TROUBLES = {
    FigureTrouble.NOT_A_QUANTITY: lambda: _(
        "“%(seen)s” is no figure. Write it like 3,5%% · trên 3,5%% · 9,5%% - 10%% · 19/19."
    ),
    FigureTrouble.AMBIGUOUS: lambda: _(
        "“%(seen)s” may be thousands or a fraction. Write the fraction with a comma, thousands without the dot."
    ),
    FigureTrouble.COMMA_THOUSANDS: lambda: _(
        "“%(seen)s” may be thousands or a fraction, and whole numbers have no fraction. Write thousands without the "
        "comma."
    ),
    FigureTrouble.TOO_MANY_DIGITS: lambda: _(
        "“%(seen)s” has more digits than any figure here: at most 18, and 18 behind the comma."
    ),
    FigureTrouble.UPSIDE_DOWN: lambda: _("“%(seen)s” is upside down: the smaller bound comes first."),
    FigureTrouble.UNITS_DIFFER: lambda: _("“%(seen)s” names two units. Write both bounds in one unit."),
    FigureTrouble.NOTHING_TO_DIVIDE_BY: lambda: _(
        "“%(seen)s” has nothing to divide by. The second number is above zero."
    ),
    FigureTrouble.OTHER_SHARE: lambda: _("In “%(seen)s” the part and the whole do not make that share."),
    FigureTrouble.OTHER_UNIT: lambda: _(
        "The unit here is “%(unit)s”, not “%(seen)s”. Convert the figure, then enter it."
    ),
    FigureTrouble.NOT_A_RATIO: lambda: _("Write the part and the whole, like 19/19."),
    FigureTrouble.A_RATIO: lambda: _("One number belongs here, not a part and a whole like “%(seen)s”."),
    FigureTrouble.NOT_WHOLE: lambda: _("“%(seen)s” is not a whole number."),
    FigureTrouble.NEGATIVE: lambda: _("“%(seen)s” is below zero, which cannot be here."),
    FigureTrouble.PART_ABOVE_WHOLE: lambda: _("In “%(seen)s” the part is larger than the whole."),
    FigureTrouble.HIDDEN_SIGN: lambda: _(
        "Signs that nobody sees stand in the cell and may change how “%(seen)s” reads. Type the figure again."
    ),
    FigureTrouble.UP_AND_DOWN: lambda: _("“%(seen)s” says a rise and a number below zero. Write one of the two."),
    FigureTrouble.FALLS: lambda: _(
        "“%(seen)s” says a fall. Write the number with a minus, like -3%%; without it where the indicator itself "
        "counts the fall."
    ),
    FigureTrouble.RISES: lambda: _(
        "“%(seen)s” says a rise. Write the number reached; the number alone where the indicator itself counts the rise."
    ),
    FigureTrouble.GUESSED_PART: lambda: _(
        "“%(seen)s” guesses at a part and a whole. Write them as counted, like 5/36, and say in the note that it is "
        "estimated."
    ),
}
MISFITS = {
    Misfit.NOT_EXACT: gettext_lazy("“%(seen)s” is not one exact number. Write it like 8%%, or choose another kind."),
    Misfit.NOT_A_RANGE: gettext_lazy("“%(seen)s” has no two bounds. Write it like 9,5%% - 10%%."),
    Misfit.NOT_AT_LEAST: gettext_lazy("“%(seen)s” names no lower bound only. Write it like từ 75%% trở lên."),
    Misfit.NOT_AT_MOST: gettext_lazy("“%(seen)s” names no upper bound only. Write it like không quá 1%%."),
    Misfit.NOT_A_RATIO: gettext_lazy("“%(seen)s” has no part and whole. Write it like 19/19."),
    Misfit.NOT_AN_AMOUNT: gettext_lazy("“%(seen)s” is no amount. Write it like 471.000, in the unit of the indicator."),
    Misfit.NOT_A_SHARE: gettext_lazy("“%(seen)s” is no share. Write it like 95%%."),
    Misfit.VAGUE: gettext_lazy("“%(seen)s” binds nobody. Write the number without “khoảng” or “ước”."),
}
UNDERSTOOD = {
    ReadAs.THOUSANDS: lambda said: _("Read as %(figure)s.") % {"figure": with_thousands_spelled(said)},
    ReadAs.FRACTION: lambda said: (
        _("Read as %(figure)s, with a fraction. Write thousands without the comma.") % {"figure": said}
    ),
    ReadAs.OTHER_SCALE: lambda said: _("Read as %(figure)s.") % {"figure": said},
    ReadAs.SHARE_ONLY: lambda _said: _("As reported, without part and whole."),
    ReadAs.PART_ONLY: lambda _said: _("As reported, without the whole."),
    ReadAs.ABOVE_ALL: lambda said: (
        _("Read as %(figure)s, more than the whole. Look whether this is right.") % {"figure": said}
    ),
    ReadAs.BELOW_ONE: lambda said: (
        _("Read as %(figure)s, below one per cent. If it is a part of 1, write it times 100.") % {"figure": said}
    ),
    ReadAs.BEYOND_BELIEF: lambda said: (
        _("Read as %(figure)s. Look whether it is in this unit.") % {"figure": with_thousands_spelled(said)}
    ),
}
CELL_TOO_LONG = gettext_lazy("This cell takes at most %(most)s characters. Shorten the text.")


def trouble_in_words(reading: Reading, unit: str) -> str:
    if reading.trouble is None:
        return ""
    return TROUBLES[reading.trouble]() % {"seen": reading.seen, "unit": unit}


def reading_in_words(reading: Reading) -> str:
    """For whoever wrote it, at once; empty where it was understood as it stands."""
    if reading.read_as is None or reading.quantity is None:
        return ""
    return UNDERSTOOD[reading.read_as](reading.quantity.as_text())


def figure_in_words(quantity: Quantity, indicator: Indicator) -> str:
    """As printed; a part of a whole also as a share: 19/20 (95,00%). A declared one says whose word it is, and what it
    lacks."""
    text = quantity.said
    lacks = missing_base(quantity, ValueKind(indicator.value_kind))
    if lacks is ReadAs.SHARE_ONLY:
        return _("%(figure)s (as reported, without part and whole)") % {"figure": text}
    if lacks is ReadAs.PART_ONLY:
        return _("%(figure)s (as reported, without the whole)") % {"figure": text}
    share = quantity.share_as_text()
    if share and indicator.declared:
        return _("%(figure)s (%(share)s, as reported)") % {"figure": text, "share": share}
    return f"{text} ({share})" if share else text


def cluster_figure_in_words(found: ClusterFigure, indicator: Indicator) -> str:
    if found.quantity is None:
        words = {
            Silence.NOBODY_REPORTED: lambda: _("no figures yet"),
            Silence.CANNOT_TELL: lambda: _("cannot be told from what was reported"),
            Silence.ENTERED_BY_HEAD: lambda: _("not entered yet"),
        }
        return words[found.silence]()
    text = figure_in_words(found.quantity, indicator)
    if indicator.derivation == Derivation.COMMON_BOUND:
        text = _("each %(figure)s") % {"figure": text}
    if indicator.derivation in AVERAGES:
        text = _("on average %(figure)s") % {"figure": text}
    if found.is_whole:
        return text
    return _("%(figure)s (%(counted)s of %(members)s members)") % {
        "figure": text,
        "counted": found.counted,
        "members": found.members,
    }


def plan_reach_in_words(reach: PlanReach, members: str) -> str:
    """`members`: what the members of the cluster are called, as "tỉnh"."""
    said = [
        _("%(reached)s/%(all)s %(members)s at %(least)s%% of the plan of the year or more")
        % {"reached": reach.reached, "all": reach.members, "members": members, "least": reach.least}
    ]
    if reach.unsure:
        said.append(_("%(number)s cannot be told") % {"number": reach.unsure})
    if reach.silent:
        said.append(_("%(number)s without figures") % {"number": reach.silent})
    return "; ".join(said)


def part_in_words(part: FigurePart, half: int) -> str:
    """The heading of a column."""
    if part is FigurePart.VALUE and half == WHOLE_YEAR:
        return _("Result of the whole year")
    return str(PARTS[part])


def share_of_plan(share: str) -> str:
    """“từ 50% trở lên” of the plan keeps its last words last."""
    bound = ONWARDS.fullmatch(share)
    if bound is None:
        return _("%(share)s of the plan") % {"share": share}
    return _("%(share)s of the plan %(onwards)s") % {"share": bound[1], "onwards": bound[2]}


def target_trouble(found: TargetReading, text: str, unit: str) -> str:
    if found.misfit is not None:
        return MISFITS[found.misfit] % {"seen": text}
    if found.quantity is None and found.reading.trouble is None:
        return _("Write the target.")
    return trouble_in_words(found.reading, unit)
