"""The fixed terms of a list of proposals; their words stand in `models.wording`."""

from enum import StrEnum

MOST_SUBJECTS = 300


class SubmissionState(StrEnum):
    """`JUDGED`: its good rows are dossiers in preparation; `SENT`: some of them were sent with it at least once."""

    RECEIVED = "received"
    UNREADABLE = "unreadable"
    JUDGED = "judged"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


class SubmissionWork(StrEnum):
    """What a worker does with a list, as its kind of work is called."""

    READ = "awards.read_submission"
    SEND = "awards.send_submission"
    WITHDRAW = "awards.withdraw_submission"


class NoDossier(StrEnum):
    """Why a row of the list became no dossier, where the row by itself could be read."""

    ANOTHER_AWARD = "another_award"
    ANOTHER_KIND = "another_kind"
    MARKUP = "markup"
    TWICE = "twice"
    DOSSIER_THERE = "dossier_there"
    ANOTHER_WAY = "another_way"
    CAMPAIGN_NOT_THEN = "campaign_not_then"
    NO_DAY = "no_day"
    TIME_UNREAD = "time_unread"
    PERIOD_BACKWARDS = "period_backwards"


class Outcome(StrEnum):
    """What became of a row: `READY` goes out with the list, `KEPT` stays a draft until what hinders it is mended."""

    REFUSED = "refused"
    KEPT = "kept"
    READY = "ready"
    SENT = "sent"
    WITHDRAWN = "withdrawn"
