"""Conferences of a cluster: planned by the head's officer, opened with a quorum, closed by the head's approver."""

import hashlib
import json

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.conferences.models.conference import Conference, ConferenceStep
from clusters.conferences.rules.flow import FLOW, NEEDS_REASON, ConferenceCase
from clusters.conferences.rules.terms import ConferenceKind, ConferenceState
from clusters.conferences.words import hindrance_in_words
from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.marks import refuse_if_changed
from emulation.core.actions.refusals import refusing_conflicts, require_reason
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.text import squash

LONGEST_WHY = 500
HEAD_FACTS = ("kind", "subject", "held_on", "place", "host_id", "quorum", "chair", "secretary", "signs_year_id")
FORM_FACTS = tuple(name.removesuffix("_id") for name in HEAD_FACTS)
OVER = (ConferenceState.CLOSED, ConferenceState.CANCELLED)


@transaction.atomic
def plan_conference(cluster_year: ClusterYear, *, actor: Actor, **facts) -> Conference:
    """`facts`: kind, subject, held_on, place, host, quorum, chair, secretary, signs_next (it also signs the pact of
    the next year)."""
    require_head_officer(cluster_year.pk, actor)
    cluster_year = locked_open_year(cluster_year)
    conference = Conference(cluster_year=cluster_year)
    _enter(conference, facts)
    with refusing_conflicts(Conference):
        conference.save()
    _keep_step(conference, "plan", "", "", actor)
    record(
        actor,
        "clusters.plan_conference",
        conference,
        after=_facts_of(conference),
        organisation_id=cluster_year.cluster.owner_id,
    )
    return conference


@transaction.atomic
def change_conference(conference: Conference, *, seen="", actor: Actor, **facts) -> Conference:
    """`seen`: the mark of what the form was filled from."""
    require_head_officer(conference.cluster_year_id, actor)
    conference = locked_conference(conference)
    refuse_if_changed(conference, FORM_FACTS, seen)
    before = _facts_of(conference)
    _enter(conference, facts)
    after = _facts_of(conference)
    if before != after:
        with refusing_conflicts(Conference):
            conference.save()
        record(
            actor,
            "clusters.change_conference",
            conference,
            before={key: value for key, value in before.items() if value != after[key]},
            after={key: value for key, value in after.items() if value != before[key]},
            organisation_id=conference.cluster_year.cluster.owner_id,
        )
    return conference


@transaction.atomic
def take_step(conference: Conference, name: str, *, why="", conclusion="", actor: Actor) -> Conference:
    """As `clusters.conferences.rules.flow` says. Closing fixes the minutes: `conclusion` is the general one."""
    if not may_take(name, conference, actor):
        raise Refusal(_("This step is not yours to take; ask the person whose task it is."))
    conference = locked_conference(conference)
    step = FLOW.step(name)
    if conference.state not in step.sources:
        raise Refusal(
            _("The conference is in the state “%(state)s”, so this is no longer possible. Look at it again.")
            % {"state": conference.get_state_display()}
        )
    why = squash(why)
    if name in NEEDS_REASON:
        require_reason(why)
    if len(why) > LONGEST_WHY:
        raise Refusal(_("A reason takes at most %(most)s characters. Shorten it.") % {"most": LONGEST_WHY}, field="why")
    case = case_of(conference)
    hindrance = step.hindrance(case)
    if hindrance is not None:
        raise Refusal(hindrance_in_words(hindrance, case))
    if step.target == ConferenceState.CLOSED:
        _forget_who_is_no_member(conference)
    before, conference.state = conference.state, step.target
    if step.target == ConferenceState.CLOSED:
        conference.conclusion = conclusion.strip()
        conference.closed_at = clock.now()
        conference.checksum = checksum_of(conference)
    conference.save()
    _keep_step(conference, name, before, why, actor)
    record(
        actor,
        f"clusters.{name}_conference",
        conference,
        before={"state": before},
        after={"state": conference.state, "checksum": conference.checksum},
        why=why,
        organisation_id=conference.cluster_year.cluster.owner_id,
    )
    return conference


def may_take(name: str, conference: Conference, actor: Actor) -> bool:
    headed = actor.headed_approved if name == "close" else actor.headed_entered
    return conference.cluster_year_id in headed


def case_of(conference: Conference) -> ConferenceCase:
    """`present` counts members of the day of the conference only, not guests."""
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


def require_head_officer(year_pk: int, actor: Actor) -> None:
    if year_pk not in actor.headed_entered:
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
    recorded.exclude(organisation__in=conference.members).delete()


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


def _keep_step(conference, name, source, why, actor: Actor) -> None:
    ConferenceStep.objects.create(
        conference=conference,
        name=name,
        source=source,
        target=conference.state,
        taken_by_name=actor.name,
        taken_at=clock.now(),
        why=why,
    )
