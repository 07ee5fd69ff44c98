"""What the page of one list of proposals shows: every row with what became of it, and what can be done now."""

from collections import Counter
from typing import Any

from awards.lists.words import left_out_told
from awards.nominations.models.names import name_of_award
from awards.nominations.models.wording import NOMINATION_BADGES
from awards.nominations.rules.terms import NominationState
from awards.submissions.actions.course import SUBMISSION
from awards.submissions.actions.judge import JudgedRow, judged_rows
from awards.submissions.models.submission import Submission
from awards.submissions.models.wording import OUTCOME_BADGES, SUBMISSION_BADGES
from awards.submissions.rules.terms import Outcome, SubmissionState
from awards.submissions.words import sum_of_rows, unread_told
from emulation.core import clock
from emulation.core.actions.walk import offers_of
from emulation.core.actor import Actor
from emulation.core.views.uploads import paper_bounds

ONLY = {
    "khong-nhan": Outcome.REFUSED,
    "giu-lai": Outcome.KEPT,
    "du-dieu-kien": Outcome.READY,
    "da-nop": Outcome.SENT,
    "da-rut": Outcome.WITHDRAWN,
}
READ = (SubmissionState.JUDGED, SubmissionState.SENT, SubmissionState.WITHDRAWN)


def shown_submission(submission: Submission, *, actor: Actor, only: str) -> dict[str, Any]:
    """The same number of questions however many rows."""
    working = submission.is_working
    job = submission.job
    rows = judged_rows(submission, reader=actor) if submission.state in READ and not working else []
    counts = Counter(one.outcome for one in rows)
    chosen = ONLY.get(only)
    return {
        "submission": submission,
        "award": name_of_award(submission.award, submission.organisation, on=clock.today()),
        "status": SUBMISSION_BADGES[SubmissionState(submission.state)],
        "working": working,
        "own_work": working and actor.may("write", job),
        "failed": job if job is not None and job.state == "failed" and submission.state in READ else None,
        "reason": job.reason if job is not None else "",
        "is_read": submission.state in READ,
        "is_unread": submission.state == SubmissionState.RECEIVED and not working,
        "is_unreadable": submission.state == SubmissionState.UNREADABLE,
        "rows": [_told(one) for one in rows if chosen in (None, one.outcome)],
        "sum": sum_of_rows(one.outcome for one in rows),
        "only": chosen,
        "chips": _chips(counts, chosen),
        "none_is_good": bool(rows) and counts[Outcome.REFUSED] == len(rows),
        "ready": counts[Outcome.READY],
        "none_is_sent": not counts[Outcome.SENT],
        "unsent": counts[Outcome.READY] + counts[Outcome.KEPT],
        "left": left_out_told(submission.account),
        "unread": unread_told(submission.account),
        "may_write": actor.may("write", submission),
        "bounds": paper_bounds(),
        "may_send": actor.may("send", submission),
        "offers": {} if working else {one.name: one for one in offers_of(SUBMISSION, submission, actor=actor)},
        "steps": list(submission.steps.all()),
    }


def _told(one: JudgedRow) -> dict[str, Any]:
    status = OUTCOME_BADGES[one.outcome]
    if one.outcome is Outcome.SENT and one.nomination is not None:
        status = NOMINATION_BADGES[NominationState(one.nomination.state)]
    return {"judged": one, "row": one.row, "nomination": one.nomination, "status": status, "whys": one.whys}


def _chips(counts: Counter[Outcome], chosen: Outcome | None) -> list[dict[str, Any]]:
    return [
        {"key": key, "label": OUTCOME_BADGES[one].word, "count": counts[one], "current": one is chosen}
        for key, one in ONLY.items()
        if counts[one] or one is chosen
    ]
