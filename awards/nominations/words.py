"""Dossiers in sentences: what hinders a step, why another one may be the same, until when."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from awards.catalogue.models.award import Award
from awards.eligibility.rules.finding import Judged
from awards.eligibility.words import in_words
from awards.nominations.models.consultation import Consultation
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.returned import Return
from awards.nominations.models.subjects import SubjectSource
from awards.nominations.rules.consulting import AnswerHindrance, ConsultationState, Told
from awards.nominations.rules.flow import NominationCase, NominationHindrance
from awards.nominations.rules.likeness import Likeness
from awards.procedures.models.wording import RULES
from clusters.models import YearPlace
from emulation.core.dates import format_date
from emulation.core.numbers import format_decimal, format_integer

LONGEST_SAID = 160
HINDRANCES = {
    NominationHindrance.NO_SUBJECT: gettext_lazy("Say who is nominated."),
    NominationHindrance.NO_PERIOD: gettext_lazy(
        "Say in which time the achievement was made: its first and its last day."
    ),
    NominationHindrance.PERIOD_AHEAD: gettext_lazy(
        "The achievement has not ended yet; a dossier is sent once its last day is over."
    ),
    NominationHindrance.NO_ACHIEVEMENT: gettext_lazy("Enter an achievement, or write the summary."),
    NominationHindrance.NOMINATOR_ENDED: gettext_lazy(
        "%(unit)s no longer exists, so it nominates nobody. The organisation in its place takes the dossier over."
    ),
    NominationHindrance.AWARD_OUT_OF_FORCE: gettext_lazy("“%(award)s” is not given on this day. Choose another award."),
    NominationHindrance.NO_PROCEDURE: gettext_lazy(
        "“%(award)s” has no procedure yet. The central administrator enters it; until then the dossier waits here."
    ),
    NominationHindrance.PAPERS_MISSING: gettext_lazy("Papers are missing: %(papers)s."),
    NominationHindrance.RULE_BROKEN: gettext_lazy("A condition is not met: %(rules)s"),
    NominationHindrance.TOO_LATE: gettext_lazy(
        "The last day to send it was %(due)s. Ask whoever receives the dossier what can still be done."
    ),
    NominationHindrance.LATE_FOR_ANOTHER: gettext_lazy(
        "Until the last day, %(due)s, the dossier was sent for somebody else. Name that one again, or ask whoever "
        "receives the dossier what can still be done."
    ),
    NominationHindrance.TAKEN_UP: gettext_lazy(
        "It was submitted to the higher level already. Withdraw it, or ask for it to be returned."
    ),
    NominationHindrance.NO_COMMENT: gettext_lazy(
        "Say first what is to be completed: pin a comment to the place it is about."
    ),
    NominationHindrance.ANOTHER_DESK_FOLLOWS: gettext_lazy("The Council of a higher level decides; submit it there."),
    NominationHindrance.NO_DESK_FOLLOWS: gettext_lazy("The award is decided at this level; put it to the Council."),
    NominationHindrance.WAITED_FOR: gettext_lazy(
        "Opinions are still awaited until the end of %(until)s: %(bodies)s. After that day it goes on without them."
    ),
    NominationHindrance.NOT_PASSED_ON: gettext_lazy("The dossier lies at this level; nothing is to be fetched back."),
    NominationHindrance.NOMINATOR_STANDS: gettext_lazy("%(unit)s still exists and goes on with its dossier itself."),
    NominationHindrance.HALTED: gettext_lazy(
        "A complaint halts the dossier: %(halted)s. It goes on once that is settled."
    ),
    NominationHindrance.NO_HEIR: gettext_lazy("No organisation in the place of %(unit)s is recorded."),
}
LIKENESSES = {
    Likeness.SAME_AWARD_AND_PERIOD: gettext_lazy("the same subject, the same award, times that overlap"),
    Likeness.SAME_FAMILY_AND_PERIOD: gettext_lazy("the same subject, an award of the same family, times that overlap"),
    Likeness.SAME_AWARD: gettext_lazy("the same subject and award, another time"),
    Likeness.SAME_NAME_AND_BIRTH: gettext_lazy("the same name and year of birth"),
    Likeness.SAME_NAME_AND_UNIT: gettext_lazy("the same name in the same unit"),
    Likeness.SAME_NAME: gettext_lazy("the same name"),
}
SOURCES = {
    SubjectSource.BODY: gettext_lazy("organisation"),
    SubjectSource.REGISTER: gettext_lazy("register of honours"),
    SubjectSource.DOSSIER: gettext_lazy("earlier dossier"),
}


def hindrance_in_words(reason: NominationHindrance, case: NominationCase, nomination: Nomination, *, award: str) -> str:
    if reason is NominationHindrance.UNANSWERED:
        return ngettext(
            "%(number)s comment is not answered yet.", "%(number)s comments are not answered yet.", case.unanswered
        ) % {"number": format_integer(case.unanswered)}
    if reason is NominationHindrance.COMMENTS_OPEN:
        return ngettext(
            "%(number)s comment waits for an answer. Return the dossier, or take the comment back.",
            "%(number)s comments wait for an answer. Return the dossier, or take the comments back.",
            case.unanswered,
        ) % {"number": format_integer(case.unanswered)}
    if reason is NominationHindrance.HELD_BY_ANOTHER:
        return case.held_by_another
    return HINDRANCES[reason] % {
        "unit": nomination.organisation,
        "award": award,
        "papers": "; ".join(case.missing),
        "rules": " ".join(case.broken),
        "due": format_date(case.due) if case.due else "",
        "bodies": "; ".join(case.waited_for),
        "until": format_date(case.waited_until) if case.waited_until else "",
        "halted": case.halted.rstrip("."),
    }


ANSWER_HINDRANCES = {
    AnswerHindrance.NO_OPINION_SAID: gettext_lazy("Choose whether the body agrees, does not agree, or has no opinion."),
    AnswerHindrance.NO_REASON: gettext_lazy("Whoever does not agree says why."),
}


def opinion_state_refusal(consultation: Consultation) -> str:
    if consultation.state == ConsultationState.WITHDRAWN:
        return _("The question was taken back, so no answer is needed any more.")
    return _("%(body)s has answered already on %(day)s. Look at it again.") % {
        "body": consultation,
        "day": format_date(consultation.answered_on) if consultation.answered_on else "",
    }


def went_on_without(silent: int) -> str:
    """Kept with the step by which a dossier goes on; empty where every body has answered."""
    if not silent:
        return ""
    return ngettext(
        "%(number)s consulted body did not answer in its days; the dossier goes on without it.",
        "%(number)s consulted bodies did not answer in their days; the dossier goes on without them.",
        silent,
    ) % {"number": format_integer(silent)}


def consultation_in_words(consultation: Consultation, on: date) -> str:
    """What there is to say of a question on a day, beside its state."""
    told, due = consultation.told(on), format_date(consultation.due_on)
    answered = format_date(consultation.answered_on) if consultation.answered_on else ""
    if told is Told.WAITED_FOR:
        left = (consultation.due_on - on).days
        days = ngettext("%(number)s day left", "%(number)s days left", left) % {"number": format_integer(left)}
        return _("To be answered until the end of %(due)s (%(left)s).") % {"due": due, "left": days}
    if told is Told.SILENT:
        return _("No answer until the end of %(due)s: the dossier goes on without it. A late answer is still kept.") % {
            "due": due
        }
    if told is Told.LATE:
        late = (consultation.answered_on - consultation.due_on).days if consultation.answered_on else 0
        days = ngettext("%(number)s day late", "%(number)s days late", late) % {"number": format_integer(late)}
        return _("Answered on %(day)s, %(late)s; it was due on %(due)s.") % {"day": answered, "late": days, "due": due}
    if told is Told.IN_TIME:
        return _("Answered on %(day)s; it was due on %(due)s.") % {"day": answered, "due": due}
    return ""


def findings_in_words(found: Sequence[Judged], names: Mapping[str, str]) -> tuple[str, ...]:
    """Each rule's name and what it found. `names`: of `award_words`."""
    return tuple(f"{RULES[one.rule.code]} {in_words(one.finding, names)}" for one in found)


def award_words(*, on: date) -> dict[str, str]:
    """{code: name} of the awards that findings speak of, as the law of that day names them."""
    return dict(Award.objects.named(on=on).values_list("code", "printed_name"))


def entering_in_words(is_entered: bool) -> str:
    """What recording the decision does to the register."""
    if is_entered:
        return _(
            "The honour enters the register with this decision. Where the decision's list is there already, the "
            "dossier is linked to its line."
        )
    return _("The register gets its line from the list of this decision.")


def return_in_words(came_back: Return) -> str:
    """Who returned it, since when, and what for."""
    said = _("Returned by %(by)s on %(day)s.") % {"by": came_back.by, "day": format_date(came_back.on)}
    if not came_back.whys:
        return said
    first, *others = came_back.whys
    shown = Truncator(first.rstrip(" .")).chars(LONGEST_SAID)
    if not others:
        return _("%(returned)s To be completed: “%(why)s”.") % {"returned": said, "why": shown}
    more = ngettext("%(number)s more comment", "%(number)s more comments", len(others))
    return _("%(returned)s To be completed: “%(why)s”, and %(more)s.") % {
        "returned": said,
        "why": shown,
        "more": more % {"number": format_integer(len(others))},
    }


def state_refusal(nomination: Nomination) -> str:
    return _("The dossier is in the state “%(state)s”, so this is no longer possible. Look at it again.") % {
        "state": nomination.get_state_display()
    }


def said_of_place(place: YearPlace) -> str:
    """Cluster, rank, points, votes, in one line."""
    said = [
        str(place.result.cluster_year),
        _("rank %(rank)s") % {"rank": format_integer(place.rank)},
        _("%(points)s points") % {"points": format_decimal(place.points.normalize() + 0)},
    ]
    if place.votes_for is not None:
        votes = ngettext("%(votes)s vote", "%(votes)s votes", place.votes_for)
        said.append(votes % {"votes": format_integer(place.votes_for)})
    if place.is_acclaimed:
        said.append(_("acclaimed as the leading unit"))
    return "; ".join(said)
