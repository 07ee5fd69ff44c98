"""The conferences of a cluster year: listed with its activities, planned, walked along their way."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.conferences.actions.conferences import (
    CONFERENCE,
    FORM_FACTS,
    case_of,
    change_conference,
    plan_conference,
    take_step,
)
from clusters.conferences.forms import ClosingForm, ConferenceForm
from clusters.conferences.models.activity import Activity
from clusters.conferences.models.conference import Conference
from clusters.conferences.models.wording import BADGES, OFFERED, STEPS
from clusters.conferences.rules.flow import FLOW, ConferenceCase, usual_quorum
from clusters.conferences.rules.terms import ConferenceState
from clusters.conferences.views.ballots import may_prepare
from clusters.conferences.views.places import (
    conference_or_404,
    crumbs_of,
    crumbs_of_conferences,
    drafted_or_404,
    drafted_year_or_404,
    is_written,
)
from clusters.conferences.words import hindrance_in_words
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.membership.views.places import crumbs_of_year, year_or_404
from clusters.organisations.models.organisation import Organisation
from emulation.core.access import door
from emulation.core.actions.walk import StepOffer, may_walk, offers_of
from emulation.core.actor import Actor
from emulation.core.forms.parts import ReasonForm
from emulation.core.models.ballot import BADGES as BALLOT_BADGES
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.marks import marked, once_more

WAITS_FOR = {
    "open": lambda: _("The officer of the head of the cluster opens the conference."),
    "close": lambda: _("The approver of the head of the cluster closes the conference and fixes its minutes."),
}


@door("conference")
@require_safe
def conferences(request, year_pk):
    cluster_year = year_or_404(request, year_pk, subject="conference")
    found = (
        Conference.objects.visible_to(request.actor).of_year(cluster_year).select_related("cluster_year", "signs_year")
    )
    return render(
        request,
        "clusters/conferences/conferences.html",
        {
            "cluster_year": cluster_year,
            "crumbs": crumbs_of_year(cluster_year),
            "rows": [{"conference": one, "status": BADGES[one.state]} for one in found],
            "activities": Activity.objects.standing().filter(cluster_year=cluster_year).select_related("organiser"),
            "may_write": cluster_year.closed_on is None
            and request.actor.may("write", cluster_year, subject="conference_draft"),
        },
    )


@door("conference_draft", "write")
def plan(request, year_pk):
    cluster_year = drafted_year_or_404(request, year_pk)
    members = sat_in(cluster_year, WHOLE_YEAR)
    return answer(
        request,
        ConferenceForm(posted(request), members=members, initial={"quorum": usual_quorum(members.count()) or 1}),
        lambda said: plan_conference(cluster_year, actor=request.actor, **said),
        title=_("Plan a conference"),
        button=_("Plan the conference"),
        done=_("The conference is planned. Enter its agenda next."),
        back=Conference.get_absolute_url,
        crumbs=crumbs_of_conferences(cluster_year),
    )


@door("conference_draft", "write")
def change(request, year_pk, pk):
    found = drafted_or_404(request, year_pk, pk)
    initial = {
        name: getattr(found, name)
        for name in ("kind", "subject", "held_on", "place", "host", "quorum", "chair", "secretary")
    }
    initial["signs_next"] = bool(found.signs_year_id)
    members = sat_in(found.cluster_year, WHOLE_YEAR) | Organisation.objects.filter(pk=found.host_id)
    form = marked(ConferenceForm(posted(request), members=members, initial=initial), found, FORM_FACTS)
    return answer(
        request,
        form,
        once_more(form, found, FORM_FACTS, lambda said: change_conference(found, actor=request.actor, **said)),
        title=_("Change the conference"),
        button=_("Save"),
        done=_("The conference is changed."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
    )


@door("conference")
@require_safe
def conference(request, year_pk, pk):
    found = conference_or_404(request, year_pk, pk)
    members = list(found.members)
    attendance = list(found.attendance.all())
    kept = {one.organisation_id: one for one in attendance if one.organisation_id}
    case = case_of(found)
    return render(
        request,
        "clusters/conferences/conference.html",
        {
            "conference": found,
            "crumbs": crumbs_of_conferences(_year_of(found, request.actor)),
            "status": BADGES[found.state],
            "items": found.items.all(),
            "members": [(member, kept.get(member.pk)) for member in members],
            "guests": [one for one in attendance if one.organisation_id is None],
            "tasks": list(found.tasks.filter(withdrawn_at__isnull=True)),
            "may_give_tasks": request.actor.may("write", found, subject="conference_draft"),
            "papers": found.papers.filter(withdrawn_at__isnull=True).select_related("paper"),
            "ballots": [
                (one, BALLOT_BADGES[one.ballot.state]) for one in found.ballots.select_related("ballot", "conference")
            ],
            "may_prepare_ballot": may_prepare(found, request.actor),
            "case": case,
            "has_quorum": case.present >= case.quorum,
            "steps": found.steps.all(),
            "may_write": is_written(found, request.actor),
            "offers": _offers(found, case, request.actor),
            "waits_for": _waits_for(found, case, request.actor),
        },
    )


@door("conference_draft", "write")
@require_POST
def open_it(request, year_pk, pk):
    found = drafted_or_404(request, year_pk, pk)
    return refused_to(
        request,
        lambda: take_step(found, "open", actor=request.actor),
        done=_("The conference is opened."),
        back=found.get_absolute_url(),
    )


@door("conference_draft", "write")
def go_back(request, year_pk, pk):
    return _with_reason(request, drafted_or_404(request, year_pk, pk), "go_back")


@door("conference_draft", "write")
def cancel(request, year_pk, pk):
    return _with_reason(request, drafted_or_404(request, year_pk, pk), "cancel")


@door("conference_draft", "close")
def close(request, year_pk, pk):
    found = conference_or_404(request, year_pk, pk, "close", subject="conference_draft")
    return answer(
        request,
        ClosingForm(posted(request), initial={"conclusion": found.conclusion}),
        lambda said: take_step(found, "close", **said, actor=request.actor),
        title=OFFERED["close"],
        lead=_("After this the agenda, the attendance and the minutes no longer change."),
        button=OFFERED["close"],
        done=_("The conference is closed; its minutes can be printed."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
    )


def _with_reason(request, found: Conference, name: str):
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: take_step(found, name, why=said["why"], actor=request.actor),
        title=OFFERED[name],
        button=OFFERED[name],
        done=f"{STEPS[name]}.",
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
    )


def _year_of(found: Conference, actor: Actor):
    """Whose conferences the person lists: the other year's, for a member that joins with it."""
    if found.signs_year and not actor.may("read", found.cluster_year, subject="conference"):
        return found.signs_year
    return found.cluster_year


def _waits_for(found: Conference, case: ConferenceCase, actor: Actor) -> dict | None:
    """For those of the head's office whose turn it is not: who takes the next step, and what it lacks."""
    name = {ConferenceState.PLANNED: "open", ConferenceState.OPEN: "close"}.get(ConferenceState(found.state))
    of_head = actor.may("read", found, subject="conference_draft")
    if name is None or found.cluster_year.closed_on is not None or not of_head:
        return None
    if may_walk(CONFERENCE, found, name, actor=actor):
        return None
    hindrance = FLOW.step(name).hindrance(case)
    return {"who": WAITS_FOR[name](), "reason": hindrance_in_words(hindrance, case) if hindrance else ""}


def _offers(found: Conference, case: ConferenceCase, actor: Actor) -> list[tuple[StepOffer, str]]:
    """(step, url of its page)"""
    if found.cluster_year.closed_on is not None:
        return []
    at = [found.cluster_year_id, found.pk]
    return [
        (one, reverse(f"clusters:conference-{one.name.replace('_', '-')}", args=at))
        for one in offers_of(CONFERENCE, found, actor=actor, gathered=case)
    ]
