"""Pacts in sentences: what hinders a step, what is vague, what is wrong with a target."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.indicators.rules.targets import read_target
from clusters.indicators.rules.terms import TargetKind, ValueKind
from clusters.indicators.words import reading_in_words
from clusters.pacts.models.pact import Pact, PactTarget
from clusters.pacts.rules.contents import bases_of
from clusters.pacts.rules.drafting_aid import Vagueness
from clusters.pacts.rules.flow import PactCase, PactHindrance
from clusters.regulation.rules.laws import not_in_force
from emulation.core.dates import format_date
from emulation.core.words import term

HINDRANCES = {
    PactHindrance.EMPTY: gettext_lazy("There is nothing to sign yet. Enter a commitment, a campaign or a target."),
    PactHindrance.NOT_AGREED: gettext_lazy("Not every member has agreed yet: %(members)s."),
    PactHindrance.HEAD_UNSIGNED: gettext_lazy(
        "The head and at least one more member sign before the pact can be closed."
    ),
    PactHindrance.UNSIGNED: gettext_lazy("Not every member has signed yet: %(members)s."),
    PactHindrance.ALL_SIGNED: gettext_lazy("Every member has signed; nothing is left to close."),
}
VAGUENESSES = {
    Vagueness.NO_MEASURE: gettext_lazy("It is not said what it is measured by."),
    Vagueness.NO_UNIT: gettext_lazy("The unit of measure is missing."),
    Vagueness.NO_SOURCE: gettext_lazy("The source of the figure is missing."),
    Vagueness.NO_CHECK_DATE: gettext_lazy("The day on which it is checked is missing."),
    Vagueness.CHECKED_OUTSIDE_THE_YEAR: gettext_lazy("The day of the check lies outside the year of the pact."),
    Vagueness.TWO_THINGS: gettext_lazy("It promises two things at once; better one sentence for each."),
}


def bases_not_in_force(pact: Pact) -> list[str]:
    """A sentence for each legal basis whose law is not in force on the day of the pact; none while it has no day."""
    if pact.dated is None:
        return []
    return [
        _("“%(basis)s” is in force %(term)s, not on %(day)s, the day of the pact.")
        % {"basis": basis, "term": term(law.during), "day": format_date(pact.dated)}
        for basis, law in not_in_force(bases_of(pact.legal_bases), pact.dated)
    ]


def what_is_empty(pact: Pact) -> list[str]:
    """For whoever signs: a sentence for each part that is left empty. An addendum holds only what it changes."""
    told = []
    if pact.dated is None:
        told.append(_("The day of signing is not entered."))
    if not pact.is_addendum and not pact.targets.exists():
        told.append(_("No target is entered."))
    if not pact.is_addendum and not pact.campaigns.exists():
        told.append(_("No campaign is chosen."))
    return told


def hindrance_in_words(reason: PactHindrance, case: PactCase) -> str:
    named = {PactHindrance.NOT_AGREED: case.silent, PactHindrance.UNSIGNED: case.unsigned}
    return HINDRANCES[reason] % {"members": ", ".join(named.get(reason, ()))}


def target_read_as(target: PactTarget) -> str:
    """For whoever wrote it; empty where it is understood as it stands."""
    indicator = target.indicator
    found = read_target(
        target.text,
        kind=TargetKind(target.kind),
        value_kind=ValueKind(indicator.value_kind),
        unit=indicator.unit,
    )
    return reading_in_words(found.reading)
