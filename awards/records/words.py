"""Sentences about records of subjects."""

from django.utils.translation import gettext as _

from awards.records.rules.contradictions import Contradiction, DeclaredObjection
from awards.records.rules.terms import DeclaredState
from emulation.core.dates import format_date


def objection_in_words(objection: DeclaredObjection) -> str:
    line = objection.line
    said = {
        Contradiction.IN_REGISTER: _(
            "The register has this honour already: decision %(number)s of %(day)s. There is nothing to declare."
        ),
        Contradiction.REVOKED: _(
            "The register says that this honour, decision %(number)s of %(day)s, no longer counts. What was revoked is "
            "not declared anew."
        ),
        Contradiction.OTHER_AWARD: _(
            "By the register, decision %(number)s of %(day)s gave this subject another award. Look at it again."
        ),
        Contradiction.OTHER_DAY: _(
            "In the register decision %(number)s bears the day %(day)s. Look at the day on the scan again."
        ),
        Contradiction.OTHER_YEAR: _(
            "By the register, decision %(number)s of %(day)s is for the achievement of %(year)s. Correct the year."
        ),
    }
    values = {"number": line.number or _("without a number"), "day": format_date(line.decided), "year": line.year}
    return said[objection.why] % values


def state_in_words(state: DeclaredState) -> str:
    return {
        DeclaredState.DECLARED: _("This honour still waits to be confirmed by the office's approver."),
        DeclaredState.AT_CENTRE: _("This honour still waits to be confirmed by the central board."),
        DeclaredState.AT_PROVINCE: _("This honour still waits to be confirmed by the province's approver."),
        DeclaredState.CONFIRMED: _("This honour was confirmed. It stands as it is."),
        DeclaredState.REFUSED: _("This honour was not confirmed. Declare it anew with what was missing."),
        DeclaredState.WITHDRAWN: _("This honour was withdrawn. Declare it anew if it is right after all."),
    }[state]
