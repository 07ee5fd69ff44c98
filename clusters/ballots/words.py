"""Votes of a conference in sentences: what is asked, what was decided."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.ballots.rules import BallotOutcome, OutcomeKind
from clusters.conferences.rules.ballot_terms import BallotPurpose
from emulation.core.numbers import format_decimal
from emulation.core.text import sort_key

QUESTIONS = {
    BallotPurpose.ACCLAIM: gettext_lazy("Acclaim of the unit that leads the emulation of %(year)s"),
    BallotPurpose.HEAD: gettext_lazy("Election of the head of the cluster for %(next)s"),
    BallotPurpose.DEPUTY: gettext_lazy("Election of the deputy head of the cluster for %(next)s"),
}
CHOSEN = {
    BallotPurpose.ACCLAIM: gettext_lazy("%(unit)s is acclaimed as leading unit with %(votes)s of %(of)s votes."),
    BallotPurpose.HEAD: gettext_lazy("%(unit)s is elected head of the cluster with %(votes)s of %(of)s votes."),
    BallotPurpose.DEPUTY: gettext_lazy(
        "%(unit)s is elected deputy head of the cluster with %(votes)s of %(of)s votes."
    ),
}


def question_of(purpose: BallotPurpose, year: int) -> str:
    return QUESTIONS[purpose] % {"year": year, "next": year + 1}


def outcome_in_words(
    told: BallotOutcome, purpose: BallotPurpose, *, names: Mapping[int, str], of: int, threshold
) -> str:
    leading = ", ".join(sorted((names[key] for key in told.leading), key=sort_key))
    facts = {
        "unit": names.get(told.chosen, "") if told.chosen is not None else "",
        "units": leading,
        "votes": told.votes,
        "of": of,
        "threshold": format_decimal(threshold.normalize() + 0),
    }
    match told.kind:
        case OutcomeKind.CHOSEN:
            return CHOSEN[purpose] % facts
        case OutcomeKind.CHOSEN_BY_PLACE:
            return " ".join(
                (
                    CHOSEN[purpose] % facts,
                    _("%(units)s have as many votes; the place by points decides between them.") % facts,
                )
            )
        case OutcomeKind.EQUAL:
            return _("%(units)s have %(votes)s votes each. Hold the vote anew between them.") % facts
        case OutcomeKind.TOO_FEW:
            return (
                _(
                    "Nobody is chosen: most votes, %(votes)s of %(of)s, are for %(units)s; "
                    "at least %(threshold)s%% are wanted. Hold the vote anew."
                )
                % facts
            )
    return _("Nobody is chosen: no valid vote was cast. Hold the vote anew.")
