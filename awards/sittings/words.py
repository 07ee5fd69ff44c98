"""Sittings in sentences: what hinders a step, what a vote came to."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from awards.procedures.models.wording import BASES
from awards.procedures.rules.terms import Base
from awards.sittings.models.casting import BallotsToCast
from awards.sittings.models.results import ItemResult
from awards.sittings.models.sitting import Sitting
from awards.sittings.rules.flow import SittingCase, SittingHindrance
from awards.sittings.rules.voting import Wanted
from emulation.core.dates import format_date
from emulation.core.numbers import format_decimal

PART_HIDDEN = gettext_lazy(
    "Part of the agenda is not yours to see. What concerns the whole agenda is done by another secretary of the "
    "Council."
)

PART_WITHHELD = gettext_lazy(
    "A ballot holds a dossier that may not be judged from this seat, so it is not cast. Tell the secretary, who "
    "prepares it anew."
)


TELLER_WITHHELD = gettext_lazy(
    "A ballot holds a dossier that you may not judge, so you do not enter this vote on it. The other teller enters it."
)


def withheld_in_words(to_cast: BallotsToCast) -> str:
    """Empty where every open ballot is to be cast."""
    if not to_cast.is_part_withheld:
        return ""
    return str(TELLER_WITHHELD if to_cast.is_kept_from_teller else PART_WITHHELD)


def hindrance_in_words(hindrance: str, case: SittingCase, sitting: Sitting) -> str:
    match SittingHindrance(hindrance):
        case SittingHindrance.NO_AGENDA:
            if sitting.is_in_writing:
                return _("The list is empty. Put dossiers on it first.")
            return _("The agenda is empty. Put dossiers on it first.")
        case SittingHindrance.NOT_YET:
            said = (
                _("The papers go out on %(day)s. Wait for that day, or call it off and draw it up for another day.")
                if sitting.is_in_writing
                else _("The sitting is convened for %(day)s. Open it on that day, or call it off and convene another.")
            )
            return said % {"day": format_date(sitting.held_on)}
        case SittingHindrance.TOO_FEW:
            if sitting.is_in_writing:
                return _("%(present)s members are asked; at least %(quorum)s must be.") % {
                    "present": case.present,
                    "quorum": case.quorum,
                }
            return _(
                "%(present)s members are recorded as present; at least %(quorum)s must be. Record the attendance."
            ) % {
                "present": case.present,
                "quorum": case.quorum,
            }
        case SittingHindrance.NOT_PRESIDED:
            return _("Say who presides and who is secretary of the sitting, on the page of the attendance.")
        case SittingHindrance.VOTING:
            return _("A vote is on its way. Count it, or annul it.")
        case SittingHindrance.UNCOUNTED:
            said = ngettext(
                "%(number)s dossier of the agenda has no counted vote. Vote on it, or take it off.",
                "%(number)s dossiers of the agenda have no counted vote. Vote on them, or take them off.",
                case.uncounted,
            )
            return said % {"number": case.uncounted}
        case SittingHindrance.ELSEWHERE:
            return str(PART_HIDDEN)
        case SittingHindrance.CHANGED:
            return _("The results changed since you looked at them. Look through them again, then conclude.")
        case SittingHindrance.NEEDS_MEETING:
            said = ngettext(
                "%(number)s dossier needs a meeting by the procedure of its award. Take it off.",
                "%(number)s dossiers need a meeting by the procedure of their awards. Take them off.",
                case.need_meeting,
            )
            return said % {"number": case.need_meeting}
        case SittingHindrance.MEETING:
            return _("This is a meeting; only where a Council is asked in writing is there a last day of votes.")
        case SittingHindrance.ALL_COUNTED:
            return _("The votes of all dossiers are counted; nothing is left to wait for. Conclude the results.")
        case SittingHindrance.PAST:
            return _(
                "Votes were taken until %(day)s; a day that is over is not prolonged. Count them, or call it off."
            ) % {"day": _last_day(sitting)}
        case SittingHindrance.NOT_LATER:
            return _("The new last day must lie after %(day)s. Choose a later one.") % {"day": _last_day(sitting)}
    raise LookupError(hindrance)


def _last_day(sitting: Sitting) -> str:
    return format_date(sitting.agreed_on)


def state_refusal(sitting: Sitting) -> str:
    return _("The sitting is in the state “%(state)s”, so this is no longer possible. Look at it again.") % {
        "state": sitting.badge.word
    }


def wanted_in_words(wanted: Wanted) -> str:
    if wanted.share is None:
        return _("more than half of all members of the Council; the procedure sets no share")
    base = BASES[wanted.base or Base.COUNCIL_MEMBERS]
    said = _("at least %(share)s%% %(base)s") % {"share": format_decimal(wanted.share.normalize() + 0), "base": base}
    return said if wanted.is_verified else _("%(said)s (not verified)") % {"said": said}


def result_in_words(one: ItemResult) -> str:
    """For 9 of 11, 9 needed."""
    return _("%(agreed)s of %(of)s, %(needed)s needed") % {
        "agreed": one.agreed,
        "of": one.result.of,
        "needed": one.result.needed,
    }
