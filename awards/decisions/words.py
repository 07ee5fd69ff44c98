"""Decisions in sentences: what hinders a step."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from awards.decisions.models.decision import Decision
from awards.decisions.rules.flow import DecisionCase, DecisionHindrance

PART_HIDDEN = gettext_lazy(
    "Part of the decision is not yours to see. What concerns the whole draft is done by a colleague who sees all of it."
)


def hindrance_in_words(hindrance: str, case: DecisionCase, decision: Decision) -> str:
    match DecisionHindrance(hindrance):
        case DecisionHindrance.NO_LINES:
            return _("The decision names nobody yet. Take dossiers into it first.")
        case DecisionHindrance.NO_SCAN:
            return _("A decision made elsewhere is recorded with its scan. File the scan first.")
    raise LookupError(hindrance)


def state_refusal(decision: Decision) -> str:
    return _("The decision is in the state “%(state)s”, so this is no longer possible. Look at it again.") % {
        "state": decision.get_state_display()
    }
