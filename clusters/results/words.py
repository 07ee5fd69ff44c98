"""The result of a year in sentences: what hinders a step, why a member may not be acclaimed or proposed, what several
years have in common."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clusters.results.rules.flow import ResultCase, ResultHindrance
from clusters.results.rules.proposals import ProposalBar
from clusters.results.rules.year_facts import FEWEST_YEARS, FactKind, YearFact

HINDRANCES = {
    ResultHindrance.PLACES_OPEN: gettext_lazy(
        "%(open_places)s members have equal points, and the regulation lets a ballot decide. Enter the votes first."
    ),
    ResultHindrance.NO_MINUTES: gettext_lazy(
        "The minutes of the vote are not named. Enter the votes with number and date of the minutes."
    ),
    ResultHindrance.NOBODY_ACCLAIMED: gettext_lazy("Nobody is acclaimed. Enter who is, or say why nobody is."),
    ResultHindrance.NO_HEAD_ELECTED: gettext_lazy(
        "The head of the next year is not elected. Enter who is, or say why nobody is."
    ),
    ResultHindrance.BARRED_PROPOSAL: gettext_lazy(
        "Members are proposed that may not be: %(barred)s. Take these proposals out first."
    ),
    ResultHindrance.NOT_A_LATER_ACT: gettext_lazy(
        "The first result of a year stays a draft until it is frozen; only a later act can be withdrawn."
    ),
}
BARS = {
    ProposalBar.KNOCKED_OUT: gettext_lazy("Knocked out: %(why)s."),
    ProposalBar.TOO_FEW_VOTES: gettext_lazy(
        "%(votes)s of %(of)s votes are fewer than the share of %(threshold)s%% that the regulation asks for."
    ),
    ProposalBar.NOT_ACCLAIMED: gettext_lazy("Only the unit that the cluster acclaims may be proposed for this award."),
}


def hindrance_in_words(reason: ResultHindrance, case: ResultCase) -> str:
    return HINDRANCES[reason] % {"open_places": case.open_places, "barred": case.barred}


def bar_in_words(bar: ProposalBar, **facts) -> str:
    """`facts`: `why` of a knock-out; `votes`, `of`, `threshold` of a ballot."""
    return BARS[bar] % facts


def fact_in_words(fact: YearFact, names: Mapping[int, str]) -> str:
    years = years_in_words(fact.years)
    facts = {"years": years, "number": len(fact.years), "unit": names[fact.units[0]] if fact.units else ""}
    match fact.kind:
        case FactKind.HEAD_IS_FIRST:
            return _("%(years)s: %(unit)s, the head of the cluster, is also first.") % facts
        case FactKind.HEAD_IS_ACCLAIMED:
            return _("%(years)s: %(unit)s, the head of the cluster, is also the unit acclaimed.") % facts
        case FactKind.FIRST_AGAIN:
            return _("%(years)s: %(unit)s is first %(number)s years running.") % facts
        case FactKind.ACCLAIMED_AGAIN:
            return _("%(years)s: %(unit)s is acclaimed %(number)s years running.") % facts
        case FactKind.IN_TURN:
            facts["units"] = ", ".join(names[unit] for unit in fact.units)
            return _("%(years)s: the unit acclaimed is in turn %(units)s.") % facts
    return ngettext(
        "There is the result of %(number)s year: not enough years to tell whether units take turns (from %(fewest)s "
        "years on).",
        "There are the results of %(number)s years: not enough years to tell whether units take turns (from "
        "%(fewest)s years on).",
        len(fact.years),
    ) % (facts | {"fewest": FEWEST_YEARS})


def years_in_words(years: tuple[int, ...]) -> str:
    """2023; 2022, 2023; 2020–2023."""
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}–{years[-1]}"
    return ", ".join(map(str, years))
