"""Decisions on honours: drafted from what sittings agreed to, issued, dropped, named by later ones."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from awards.decisions.actions.course import DECISION
from awards.decisions.actions.decisions import (
    attach_scan,
    begin_decision,
    change_decision,
    drop_decision,
    leave_out,
    take_dossiers,
)
from awards.decisions.actions.later import record_later
from awards.decisions.actions.scans import note_scan_taken
from awards.decisions.forms import BeginForm, DraftForm, LaterForm, ScanForm
from awards.decisions.models.decision import Decision, DecisionLine, agreed, decidable
from awards.decisions.models.wording import DECISION_BADGES
from awards.decisions.rules.terms import DecisionState, LaterKind
from awards.decisions.views.places import (
    LINES_SHOWN,
    crumbs_of_decision,
    crumbs_of_decisions,
    decision_or_404,
    page_of_lines,
)
from awards.decisions.views.told import first_deed
from awards.decisions.words import PART_HIDDEN
from awards.nominations.models.names import award_names
from awards.nominations.models.nomination import Nomination
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.walk import offers_of
from emulation.core.forms.parts import ReasonForm
from emulation.core.numbers import parse_id
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.files import download

SHOWN = 100


@door("decision")
@require_safe
def decisions(request):
    rows = Decision.objects.visible_to(request.actor).select_related("body")[:SHOWN]
    return render(
        request,
        "awards/decisions/decisions.html",
        {
            "rows": [(one, DECISION_BADGES[DecisionState(one.state)]) for one in rows],
            "may_begin": bool(request.actor.reviewed),
        },
    )


@door("decision", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request):
    bodies = Organisation.objects.on(clock.today()).filter(pk__in=request.actor.reviewed)
    return answer(
        request,
        BeginForm(posted(request), bodies=bodies, initial={"body": bodies.first()}),
        lambda said: begin_decision(**said, actor=request.actor),
        title=_("Draft a decision"),
        button=_("Begin the draft"),
        done=_("The draft is begun. Take dossiers into it."),
        back=Decision.get_absolute_url,
        crumbs=crumbs_of_decisions(),
    )


@door("decision")
@require_safe
def decision(request, pk):
    found, actor = decision_or_404(request, pk), request.actor
    seen = found.lines.not_kept_from(actor)
    number, lines = seen.count(), list(seen.with_names()[:LINES_SHOWN])
    names = award_names([one.nomination for one in lines], on=found.day or clock.today())
    is_whole = found.is_whole_for(actor)
    may_issue = actor.may("issue", found)
    may_write = actor.may("write", found)
    scans = list(found.scans.filter(later=None))
    first = first_deed(found, may_write=may_write, may_issue=may_issue, has_scan=bool(scans), has_lines=bool(lines))
    return render(
        request,
        "awards/decisions/decision.html",
        {
            "decision": found,
            "status": DECISION_BADGES[DecisionState(found.state)],
            "number": number,
            "rows": [(one, names[one.nomination_id]) for one in lines],
            "besides": number - len(lines),
            "may_write": may_write and found.is_draft,
            "may_issue": may_issue,
            "is_whole": is_whole,
            "part_hidden": PART_HIDDEN if (may_issue or may_write) and found.is_draft and not is_whole else "",
            "may_scan": is_whole and (may_write or may_issue),
            "may_change": is_whole and may_write and found.is_draft,
            "offers": {one.name: one for one in offers_of(DECISION, found, actor=actor)},
            "signed": scans[0] if scans and is_whole else None,
            "first": first,
            "later": found.later.prefetch_related("lines__honour").select_related("scan"),
            "steps": found.steps.all(),
            "crumbs": crumbs_of_decisions(),
        },
    )


@door("decision", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request, pk):
    found = decision_or_404(request, pk, "write")
    if not found.is_whole_for(request.actor):
        return redirect(found)  # which says why
    initial = {"subject": found.subject, "bases": found.bases, "made_by": found.made_by}
    return answer(
        request,
        DraftForm(posted(request), initial=initial),
        lambda said: change_decision(found, **said, actor=request.actor),
        title=_("Change the draft"),
        button=_("Save"),
        done=_("The draft is saved."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_decision(found),
    )


@door("decision", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def take(request, pk):
    """Dossiers that can stand in it: those ticked, or with `tat-ca` all of them."""
    found = decision_or_404(request, pk, "write")
    waiting = (decidable if found.made_by else agreed)(found.body_id, request.actor).with_names()
    waiting = waiting.order_by("award__position", "pk")
    if request.method == "POST":
        takes_all = "tat-ca" in request.POST
        seen = Nomination.objects.visible_to(request.actor).with_names()
        chosen = waiting if takes_all else seen.filter(pk__in=_ids(request.POST.getlist("chon"))).order_by("pk")
        return refused_to(
            request,
            lambda: take_dossiers(found, chosen, actor=request.actor),
            done=_("The dossiers stand in the decision."),
            back=found,
        )
    number, rows = waiting.count(), list(waiting[:LINES_SHOWN])
    names = award_names(rows, on=clock.today())
    return render(
        request,
        "awards/decisions/take.html",
        {
            "decision": found,
            "rows": [(one, names[one.pk]) for one in rows],
            "number": number,
            "crumbs": crumbs_of_decision(found),
        },
    )


def _ids(texts: list[str]) -> list[int]:
    return [found for text in texts if (found := parse_id(text)) is not None]


@door("decision", "write")
@require_POST
def leave(request, pk, line):
    found = decision_or_404(request, pk, "write")
    one = get_object_or_404(found.lines.not_kept_from(request.actor).with_names(), pk=line)
    one.decision = found
    return refused_to(
        request,
        lambda: leave_out(one, actor=request.actor),
        done=_("The dossier is out of the decision; it waits for another one."),
        back=found,
    )


@door("decision")
@require_http_methods(["GET", "HEAD", "POST"])
def drop(request, pk):
    found = decision_or_404(request, pk)
    if not found.is_whole_for(request.actor):
        return redirect(found)  # which says why
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: drop_decision(found, why=said["why"], actor=request.actor),
        title=_("Drop the draft"),
        lead=_("Its dossiers wait for another decision."),
        button=_("Drop the draft"),
        done=_("The draft is dropped."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_decision(found),
    )


@door("decision")
@require_http_methods(["GET", "HEAD", "POST"])
def scan(request, pk):
    found = decision_or_404(request, pk)
    if not found.is_whole_for(request.actor):
        return redirect(found)  # which says why
    return answer(
        request,
        ScanForm(posted(request), request.FILES or None),
        lambda said: attach_scan(found, said["file"], actor=request.actor),
        title=_("Attach the signed decision"),
        button=_("Attach"),
        done=_("The signed decision is attached; it is offered before every other file."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_decision(found),
    )


@door("decision")
@require_safe
def scan_file(request, pk, scan):
    """Whole or not at all, as its papers are."""
    found = decision_or_404(request, pk)
    if not found.is_whole_for(request.actor):
        raise Http404
    kept = get_object_or_404(found.scans, pk=scan)
    note_scan_taken(kept, actor=request.actor)
    return download(
        request,
        kept.file,
        checksum=kept.checksum,
        name=kept.name,
        back=found.get_absolute_url(),
        content_type=kept.content_type,
    )


@door("decision", "issue")
@require_http_methods(["GET", "HEAD", "POST"])
def later(request, pk):
    """A decision that names this one and suspends, revokes or restores honours of it: of those of one page."""
    found = decision_or_404(request, pk, "issue")
    page = page_of_lines(request, found.lines.with_names().filter(honour__isnull=False))
    lines = list(page.rows)
    form = LaterForm(posted(request), request.FILES or None, lines=lines)
    return answer(
        request,
        form,
        lambda said: record_later(
            found,
            LaterKind(said["kind"]),
            _chosen(lines, said["lines"]),
            number=said["number"],
            day=said["day"],
            why=said["why"],
            upload=said["file"],
            actor=request.actor,
        ),
        title=_("Record a later decision"),
        lead=_("A wrong line of the register is corrected on its own page, naming the decision as the reason."),
        button=_("Record it"),
        done=_("The later decision is recorded; the register follows it."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_decision(found),
        beside=("awards/decisions/later.html", {"page": page}),
    )


def _chosen(lines: list[DecisionLine], keys: list[str]) -> list[DecisionLine]:
    return [one for one in lines if str(one.pk) in keys]
