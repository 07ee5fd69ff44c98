"""Conferences of a cluster: planned by the head's officer, opened with a quorum, closed by the head's approver."""

import hashlib
import json
from datetime import time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.conferences.models.conference import Conference, ConferenceStep
from clusters.conferences.models.wording import OFFERED
from clusters.conferences.rules.flow import FLOW, ConferenceCase, ConferenceHindrance
from clusters.conferences.rules.terms import ConferenceKind, ConferenceState
from clusters.conferences.words import hindrance_in_words
from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear
from emulation.core import clock
from emulation.core.access import Record
from emulation.core.actions.audit import record
from emulation.core.actions.marks import refuse_if_changed
from emulation.core.actions.refusals import refusing_conflicts
from emulation.core.actions.walk import Course, Walked, keep_beginning, walk
from emulation.core.actor import Actor
from emulation.core.dates import format_date, format_short_hour
from emulation.core.errors import Refusal
from emulation.core.flow import Step
from emulation.core.text import accent_key, squash

HEAD_FACTS = ("kind", "subject", "held_on", "place", "host_id", "quorum", "chair", "secretary", "signs_year_id")
FORM_FACTS = tuple(name.removesuffix("_id") for name in HEAD_FACTS)
OVER = (ConferenceState.CLOSED, ConferenceState.CANCELLED)


@transaction.atomic
def plan_conference(cluster_year: ClusterYear, *, actor: Actor, **facts) -> Conference:
    """`facts`: kind, subject, held_on, place, host, quorum, chair, secretary, signs_next (it also signs the pact of
    the next year)."""
    refuse_unless_preparer(cluster_year, actor)
    cluster_year = locked_open_year(cluster_year)
    conference = Conference(cluster_year=cluster_year)
    _enter(conference, facts)
    with refusing_conflicts():
        conference.save()
    keep_beginning(CONFERENCE, conference, "plan", actor=actor)
    record(
        actor,
        "clusters.plan_conference",
        conference,
        after=_told(conference),
        organisation_id=cluster_year.cluster.owner_id,
    )
    return conference


@transaction.atomic
def change_conference(conference: Conference, *, seen="", actor: Actor, **facts) -> Conference:
    """`seen`: the mark of what the form was filled from."""
    refuse_unless_preparer(conference, actor)
    conference = locked_conference(conference)
    refuse_if_changed(conference, FORM_FACTS, seen)
    facts_before, before = _facts_of(conference), _told(conference)
    _enter(conference, facts)
    if facts_before != _facts_of(conference):
        with refusing_conflicts():
            conference.save()
        after = _told(conference)
        record(
            actor,
            "clusters.change_conference",
            conference,
            before={key: value for key, value in before.items() if value != after[key]},
            after={key: value for key, value in after.items() if value != before[key]},
            organisation_id=conference.cluster_year.cluster.owner_id,
        )
    return conference


def take_step(
    conference: Conference,
    name: str,
    *,
    why="",
    conclusion="",
    began_at: time | None = None,
    ended_at: time | None = None,
    actor: Actor,
) -> Conference:
    """As `clusters.conferences.rules.flow` says. Closing fixes the minutes: `conclusion` is the general one, the times
    are those of its day."""
    if began_at and ended_at and ended_at <= began_at:
        raise Refusal(_("The conference ends after it began. Look at both times again."), field="ended_at")
    context = {"conclusion": conclusion, "began_at": began_at, "ended_at": ended_at}
    return walk(CONFERENCE, conference, name, actor=actor, why=why, **context)


def case_of(conference: Conference, *, gathered: ConferenceCase | None = None, **context: Any) -> ConferenceCase:
    """`present` counts members of the day of the conference only, not guests. `gathered`: where it is known already."""
    if gathered is not None:
        return gathered
    items = list(conference.items.values_list("conclusion", flat=True))
    members = set(conference.members.values_list("pk", flat=True))
    recorded = dict(conference.attendance.filter(organisation__in=members).values_list("organisation", "is_present"))
    return ConferenceCase(
        quorum=conference.quorum,
        present=sum(recorded.values()),
        unrecorded=len(members) - len(recorded),
        is_due=conference.held_on <= clock.today(),
        items=len(items),
        unconcluded=sum(not conclusion.strip() for conclusion in items),
        open_ballots=conference.ballots.in_motion().count(),
        ballots=conference.ballots.standing().count(),
    )


def checksum_of(conference: Conference) -> str:
    """SHA-256 of everything the minutes say."""
    said = {
        "facts": _facts_of(conference),
        "conclusion": conference.conclusion,
        "times": [format_short_hour(at) if at else "" for at in (conference.began_at, conference.ended_at)],
        "items": list(conference.items.values_list("position", "title", "presenter", "conclusion")),
        "attendance": list(
            conference.attendance.order_by("pk").values_list(
                "organisation", "office", "people", "is_present", "why_absent"
            )
        ),
        "ballots": [_counted(one.ballot) for one in conference.ballots.standing().select_related("ballot")],
        "papers": list(conference.papers.filter(withdrawn_at__isnull=True).values_list("title", "paper__checksum")),
    }
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _counted(ballot) -> dict:
    names = ("question", "way", "eligible", "present", "issued", "collected", "valid", "invalid", "marks")
    said = {name: getattr(ballot, name) for name in names}
    return said | {"votes": list(ballot.options.values_list("name", "votes_for"))}


def refuse_unless_preparer(record: Record, actor: Actor, *, subject: str = "conference_draft") -> None:
    """`record`: the cluster year, a conference of it, or a ballot held there, whose row is `ballot_draft`."""
    if not actor.may("write", record, subject=subject):
        raise Refusal(_("Only an officer of the head of the cluster prepares its conferences."))


def locked_conference(conference: Conference) -> Conference:
    """Under the lock of its year; refused once it is over."""
    cluster_year = locked_open_year(conference.cluster_year)
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    conference.cluster_year = cluster_year
    if conference.state in OVER:
        raise Refusal(
            _("The conference is in the state “%(state)s”; nothing of it changes any more.")
            % {"state": conference.get_state_display()}
        )
    return conference


def state_refusal(conference: Conference) -> str:
    return _("The conference is in the state “%(state)s”, so this is no longer possible. Look at it again.") % {
        "state": conference.get_state_display()
    }


def _enter(conference: Conference, facts) -> None:
    year = conference.cluster_year
    conference.kind = facts["kind"]
    conference.subject = squash(facts["subject"])
    conference.held_on = facts["held_on"]
    conference.place = squash(facts["place"])
    conference.host = facts["host"]
    conference.quorum = facts["quorum"]
    conference.chair = squash(facts["chair"])
    conference.secretary = squash(facts["secretary"])
    conference.signs_year = _next_year(year) if facts["signs_next"] else None
    if conference.kind == ConferenceKind.THEMATIC and not conference.subject:
        raise Refusal(_("A thematic conference names its subject."), field="subject")
    if conference.chair and accent_key(conference.chair) == accent_key(conference.secretary):
        raise Refusal(_("Who is in the chair does not keep the minutes too. Enter two that differ."), field="secretary")
    if not year.year <= conference.held_on.year <= year.year + 1:
        raise Refusal(
            _("%(day)s lies outside %(year)s and the year after it; choose a day of the cluster year.")
            % {"day": format_date(conference.held_on), "year": year.year},
            field="held_on",
        )
    members = conference.members.count()
    if not members:
        raise Refusal(
            _("On %(day)s the cluster has no members; choose another day or record them first.")
            % {"day": format_date(conference.held_on)},
            field="held_on",
        )
    if conference.host and not conference.members.filter(pk=conference.host.pk).exists():
        raise Refusal(
            _("%(unit)s is no member of the cluster on %(day)s; choose a member as host, or another day.")
            % {"unit": conference.host, "day": format_date(conference.held_on)},
            field="host",
        )
    if not 1 <= conference.quorum <= members:
        raise Refusal(
            _("The cluster has %(members)s members on that day; at least one and at most all of them must be present.")
            % {"members": members},
            field="quorum",
        )


def _forget_who_is_no_member(conference: Conference) -> None:
    """Recorded before the day of the conference or its members changed: the minutes hold the members of its day."""
    recorded = conference.attendance.filter(organisation__isnull=False)
    recorded.exclude(organisation__in=conference.sitting_members).delete()


def _next_year(year: ClusterYear) -> ClusterYear:
    following = ClusterYear.objects.filter(cluster=year.cluster, year=year.year + 1).first()
    if following is None:
        raise Refusal(
            _("The year %(year)s of the cluster is not open yet. An administrator opens it first.")
            % {"year": year.year + 1},
            field="signs_next",
        )
    return following


def _facts_of(conference: Conference) -> dict:
    facts = {name: getattr(conference, name) for name in HEAD_FACTS}
    return facts | {"held_on": format_date(conference.held_on)}


def _told(conference: Conference) -> dict:
    """For the journal, by name."""
    facts = {name: getattr(conference, name) for name in FORM_FACTS}
    host, year = conference.host, conference.signs_year
    return facts | {"host": str(host or ""), "signs_year": year.year if year else None}


def _closed(conference: Conference, step: Step, walked: Walked) -> dict[str, Any]:
    if step.target == ConferenceState.CLOSED:
        _forget_who_is_no_member(conference)
        conference.conclusion = walked.context.get("conclusion", "").strip()
        conference.began_at, conference.ended_at = (walked.context.get(name) for name in ("began_at", "ended_at"))
        conference.closed_at = walked.at
        conference.checksum = checksum_of(conference)
    return {"checksum": conference.checksum}


CONFERENCE = Course[Conference](
    flow=FLOW,
    steps=ConferenceStep,
    thing="conference",
    verb="clusters.{}_conference",
    locked=locked_conference,
    in_state=state_refusal,
    in_words=lambda hindrance, case, conference: hindrance_in_words(ConferenceHindrance(hindrance), case),
    case_of=case_of,
    effect=_closed,
    labels=OFFERED,
    organisation_of=lambda conference: conference.cluster_year.cluster.owner_id,
)
