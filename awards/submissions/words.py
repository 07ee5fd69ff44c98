"""A list of proposals in sentences: what hinders it, why a row became no dossier, what became of all of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from awards.catalogue.models.wording import TARGET_GROUPS
from awards.lists.rules.table import ListHeading, ListTable
from awards.lists.words import unread_lines
from awards.rows.rules.fields import Meanings
from awards.rows.rules.reading import Problem, RowTrouble
from awards.rows.words import told
from awards.submissions.models.submission import Submission, SubmissionRow
from awards.submissions.models.wording import NO_DOSSIER
from awards.submissions.rules.flow import SubmissionCase, SubmissionHindrance
from awards.submissions.rules.terms import NoDossier, Outcome, SubmissionWork
from emulation.core.numbers import format_integer

GOING_ON = {
    SubmissionWork.READ: gettext_lazy("The list is being read. Wait until that has ended, then look at it again."),
    SubmissionWork.SEND: gettext_lazy("The list is being sent. Wait until that has ended, then look at it again."),
    SubmissionWork.WITHDRAW: gettext_lazy(
        "The list is being withdrawn. Wait until that has ended, then look at it again."
    ),
}
HINDRANCES = {
    SubmissionHindrance.NOTHING_LEFT: gettext_lazy(
        "No dossier of this list is left to send: each is sent, or was withdrawn."
    ),
    SubmissionHindrance.SENT_ALREADY: gettext_lazy(
        "Some dossiers of this list are sent, so it is no longer withdrawn as a whole. Withdraw those that you mean."
    ),
}
UNREAD = {
    RowTrouble.GROUP_UNKNOWN: gettext_lazy(
        "Column “Target group”: “%(seen)s” is none of the groups %(groups)s. Write one of them, or leave the cell "
        "empty."
    ),
    RowTrouble.CAMPAIGN_UNKNOWN: gettext_lazy(
        "Column “Campaign”: “%(seen)s” is no campaign that reaches the nominating organisation. Write its name as in "
        "the list of campaigns, or leave the cell empty."
    ),
    RowTrouble.CAMPAIGN_SHARED: gettext_lazy(
        "Column “Campaign”: several campaigns are called “%(seen)s”. Leave the cell empty and choose it in the dossier."
    ),
    RowTrouble.IDENTITY_MALFORMED: gettext_lazy(
        "Column “Identity number”: the number has neither 9 nor 12 digits. Write it again, or leave the cell empty."
    ),
}
"""What a list of honours takes without the value, a dossier does not: nobody would see that it was left out."""
NOT_PASSED_OVER = {*UNREAD, RowTrouble.PERSON_AS_BODY, RowTrouble.BODY_AS_PERSON}
"""Only marked in a list of honours: there the decision has said who it is, here nobody has yet."""


def hindrance_in_words(reason: str, case: SubmissionCase, submission: Submission) -> str:
    if reason == SubmissionHindrance.WORK_GOES_ON and case.work is not None:
        return str(GOING_ON[case.work])
    if reason == SubmissionHindrance.NOTHING_LEFT and not case.gone:
        return _(
            "No row of this list became a dossier. Look at what is told beside each row, and send in a mended file."
        )
    return str(HINDRANCES[SubmissionHindrance(reason)])


def state_refusal(submission: Submission) -> str:
    if submission.work is not None:
        return str(GOING_ON[submission.work])
    return _("The list is in the state “%(state)s”, so this is no longer possible. Look at the list again.") % {
        "state": submission.get_state_display()
    }


def not_yours(submission: Submission) -> str:
    return _("Only the nominating organisation works on its lists, and only its approver sends them.")


def whys_no_dossier(row: SubmissionRow) -> tuple[str, ...]:
    """A sentence for each of its faults."""
    faults = [(row.code, row.seen, row.detail), *row.besides]
    return tuple(dict.fromkeys(_fault_told(code, seen, detail) for code, seen, detail in faults))


def _fault_told(code: str, seen: str, detail: str) -> str:
    if code in set(NoDossier):
        return str(NO_DOSSIER[NoDossier(code)]) % {"seen": seen, "first": seen, "last": detail}
    if code in UNREAD:
        groups = ", ".join(str(name) for name in TARGET_GROUPS.values())
        return UNREAD[RowTrouble(code)] % {"seen": seen, "groups": groups}
    return told(Problem("", RowTrouble(code), seen, detail))


def sum_of_rows(outcomes: Iterable[Outcome]) -> str:
    """Every row once: how many there are, and what became of them."""
    found = Counter(outcomes)
    rows = sum(found.values())
    said = ngettext("%(number)s row names a subject", "%(number)s rows name a subject", rows)
    told_of = {
        Outcome.READY: ngettext("%(number)s can be sent", "%(number)s can be sent", found[Outcome.READY]),
        Outcome.SENT: ngettext("%(number)s is sent", "%(number)s are sent", found[Outcome.SENT]),
        Outcome.KEPT: ngettext("%(number)s kept as a draft", "%(number)s kept as drafts", found[Outcome.KEPT]),
        Outcome.REFUSED: ngettext("%(number)s not taken", "%(number)s not taken", found[Outcome.REFUSED]),
        Outcome.WITHDRAWN: ngettext("%(number)s withdrawn", "%(number)s withdrawn", found[Outcome.WITHDRAWN]),
    }
    parts = [word % {"number": format_integer(found[one])} for one, word in told_of.items() if found[one]]
    return f"{said % {'number': format_integer(rows)}}: {', '.join(parts)}." if parts else ""


def unread_told(account: Mapping[str, Any]) -> list[str]:
    """Out of a kept account: each column that was not read, with what it begins with."""
    return unread_lines(
        ListTable(one["sheet"], 0, tuple(map(ListHeading.from_json, one["headings"])), Meanings({}))
        for one in account.get("unread", ())
    )
