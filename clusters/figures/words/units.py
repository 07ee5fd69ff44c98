"""Units of today in sentences: what a unit is made of, what its members' figures say together."""

from django.utils.translation import gettext as _

from clusters.figures.models.figure import Figure
from clusters.figures.rules.joined_figure import JoinedFigure, joined_figure
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.terms import Derivation, Direction, FigurePart
from clusters.indicators.words import figure_in_words
from clusters.organisations.models.organisation import OrganisationKind
from clusters.organisations.models.units_of_today import UnitOfToday


def listed(organisations) -> str:
    return ", ".join(one.name for one in organisations)


def called(organisations) -> str:
    """What they are all called, where they are of one kind."""
    kinds = {one.kind for one in organisations}
    if kinds == {OrganisationKind.PROVINCE}:
        return _("provinces")
    return _("cities") if kinds == {OrganisationKind.CITY} else _("units of the cluster")


def unit_in_words(one: UnitOfToday) -> str:
    """The name of the unit and what it is made of."""
    names = {
        "unit": one.unit.name,
        "members": listed(one.members),
        "origins": listed(one.origins),
        "parts": listed(one.became),
    }
    if one.became:
        return _("%(unit)s (split into %(parts)s; no single unit stands for it today)") % names
    if not one.row.is_changed:
        return one.unit.name
    if one.elsewhere:
        return _("%(unit)s (now made of %(origins)s; in this cluster: %(members)s)") % names
    if len(one.members) == 1:
        return _("%(unit)s (formerly %(members)s)") % names
    return _("%(unit)s (now made of %(members)s, all in this cluster)") % names


def unit_figure_in_words(one: UnitOfToday, indicator: Indicator, figures: dict[int, Figure | None]) -> dict:
    """What stands in the cell of a unit that changed. `figures`: of its members. `text`: one figure for all of them;
    else `parts`: each member's own. `shares`: of the annual plan, which are never added."""
    values = {pk: figure.value if figure else None for pk, figure in figures.items()}
    joined = joined_figure(
        Derivation(indicator.derivation), Direction(indicator.direction), values, is_whole=one.row.is_whole
    )
    names = {member.pk: member.name for member in one.members}
    said = {names[pk]: figure for pk, figure in figures.items() if figure}
    shares = [(name, share) for name, figure in said.items() if (share := figure.said_of(FigurePart.PLAN_SHARE))]
    if joined.quantity is not None:
        return {"text": _joined_in_words(joined, names, indicator), "shares": shares}
    parts = [
        (names[pk], figure_in_words(value, indicator) if value else _("no figures yet")) for pk, value in values.items()
    ]
    notes = "; ".join(f"{name}: {figure.note}" for name, figure in said.items() if figure.note)
    return {"parts": parts if joined.given else [], "shares": shares, "note": notes}


def _joined_in_words(joined: JoinedFigure, names: dict[int, str], indicator: Indicator) -> str:
    text = figure_in_words(joined.quantity, indicator)
    if not joined.silent:
        return text
    return _("%(figure)s (%(given)s; no figures yet: %(silent)s)") % {
        "figure": text,
        "given": ", ".join(names[pk] for pk, _figure in joined.given),
        "silent": ", ".join(names[pk] for pk in joined.silent),
    }
