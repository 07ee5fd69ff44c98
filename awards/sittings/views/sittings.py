"""Sittings: convened, looked at, attended, opened, concluded, called off; the dossier of the moment on every screen."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from awards.councils.models.council import Council
from awards.sittings.actions.attendance import Recorded, record_attendance
from awards.sittings.actions.course import SITTING
from awards.sittings.actions.sittings import (
    ask_in_writing,
    cancel_sitting,
    conclude_sitting,
    convene,
    open_sitting,
    prolong_votes,
)
from awards.sittings.forms import AskInWritingForm, AttendanceForm, ConcludeForm, ConveneForm, ProlongForm
from awards.sittings.models.results import results_of, seen_as
from awards.sittings.models.sitting import Sitting
from awards.sittings.models.wording import OUTCOME_BADGES
from awards.sittings.rules.terms import ItemOutcome, SittingState
from awards.sittings.views.places import awards_of, crumbs_of_sitting, crumbs_of_sittings, items_shown, sitting_or_404
from awards.sittings.views.told import moment_told, results_told, votes_told
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.refusals import refusing_clashes
from emulation.core.actions.walk import offers_of
from emulation.core.ballot_flow import BallotState
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.forms.parts import ReasonForm
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.records import record_or_404

SHOWN = 100


@door("sitting")
@require_safe
def sittings(request):
    rows = Sitting.objects.visible_to(request.actor).select_related("council__body")[:SHOWN]
    kept = Council.objects.kept_by(request.actor).select_related("body")
    return render(
        request,
        "awards/sittings/sittings.html",
        {
            "rows": [(one, one.badge) for one in rows],
            "kept": list(kept),
            "may_decide": request.actor.may_somewhere("read", "decision"),
        },
    )


@door("sitting", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def convene_one(request, pk):
    council = record_or_404(
        Council.objects.visible_to(request.actor).select_related("body"), request.actor, "write", pk=pk
    )
    return answer(
        request,
        ConveneForm(posted(request), initial={"held_on": clock.today()}),
        lambda said: convene(council, **said, actor=request.actor),
        title=_("Convene a sitting: %(council)s") % {"council": council},
        button=_("Convene"),
        done=_("The sitting is convened. Put dossiers on its agenda."),
        back=Sitting.get_absolute_url,
        crumbs=crumbs_of_sittings(),
    )


@door("sitting", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request, pk):
    """The Council is asked in writing, without a meeting."""
    council = record_or_404(
        Council.objects.visible_to(request.actor).select_related("body"), request.actor, "write", pk=pk
    )
    return answer(
        request,
        AskInWritingForm(posted(request), initial={"held_on": clock.today()}),
        lambda said: ask_in_writing(council, **said, actor=request.actor),
        title=_("Ask in writing: %(council)s") % {"council": council},
        lead=_("Only for awards whose procedure lets the Council be asked without a meeting. The vote is as secret."),
        button=_("Begin"),
        done=_("It is begun. Put dossiers on the list, then prepare the vote."),
        back=Sitting.get_absolute_url,
        crumbs=crumbs_of_sittings(),
    )


@never_cache
@door("sitting")
@require_safe
def sitting(request, pk):
    found, actor = sitting_or_404(request, pk), request.actor
    items = items_shown(found, actor)
    awards = awards_of(items)
    may_write = actor.may("write", found)
    results = {one.item.pk: one for one in results_of(found)} if not found.is_over else {}
    offers = {one.name: one for one in offers_of(SITTING, found, actor=actor, by=actor)}
    return render(
        request,
        "awards/sittings/sitting.html",
        {
            "sitting": found,
            "status": found.badge,
            "may_write": may_write,
            "may_read_minutes": actor.may("read", found, subject="sitting_minutes") and found.is_whole_for(actor),
            "seats": found.seats.in_order(),
            "present": found.seats.present().count(),
            "rows": [
                {
                    "item": one,
                    "award": awards[one.nomination_id],
                    "outcome": OUTCOME_BADGES[ItemOutcome(one.outcome)],
                    "result": results_told(one, results.get(one.pk)),
                    "may_go": may_write and (one.ballot is None or one.ballot.ballot.state == BallotState.ANNULLED),
                }
                for one in items
            ],
            "offers": offers,
            "to_be_concluded": bool(results),
            "steps": found.steps.all(),
            "crumbs": crumbs_of_sittings(),
            **votes_told(found, actor),
            **moment_told(found, actor, items, awards),
        },
    )


@never_cache
@door("sitting")
@require_safe
def moment(request, pk):
    """What a member's screen asks for every two seconds: nothing, while it has it."""
    found = sitting_or_404(request, pk)
    if request.GET.get("v") == str(found.version):
        return HttpResponse(status=204)
    items = items_shown(found, request.actor)
    told = moment_told(found, request.actor, items, awards_of(items))
    return render(
        request, "awards/sittings/_moment.html", {"sitting": found, **votes_told(found, request.actor), **told}
    )


@door("sitting", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request, pk):
    found = sitting_or_404(request, pk, "write")
    initial = {"presides": found.presides_id, "secretary": found.secretary_id}
    form = AttendanceForm(
        posted(request), seats=found.seats.in_order(), in_writing=found.is_in_writing, initial=initial
    )
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            record_attendance(
                found,
                {pk: Recorded(*each) for pk, each in form.entered().items()},
                presides=said["presides"],
                secretary=said["secretary"],
                actor=request.actor,
            )
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("The attendance is recorded."))
            return redirect(found)
    return render(
        request,
        "awards/sittings/attendance.html",
        {"sitting": found, "form": form, "crumbs": crumbs_of_sitting(found)},
        status=422 if form.is_bound else 200,
    )


@door("sitting", "write")
@require_POST
def open_it(request, pk):
    found = sitting_or_404(request, pk, "write")
    return refused_to(
        request,
        lambda: open_sitting(found, actor=request.actor),
        done=_("The members are asked. Prepare the vote next.") if found.is_in_writing else _("The sitting is open."),
        back=found,
    )


@door("sitting", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def prolong(request, pk):
    found = sitting_or_404(request, pk, "write")
    if not found.items.pending().are_whole_for(request.actor):
        return redirect(found)  # which says why
    return answer(
        request,
        ProlongForm(posted(request)),
        lambda said: prolong_votes(found, **said, actor=request.actor),
        title=_("Prolong the last day of votes"),
        lead=_("Votes are taken until the end of %(day)s now. Votes that were given stay.")
        % {"day": format_date(found.agreed_on)},
        button=_("Prolong"),
        done=_("The last day of votes is prolonged. Members read the new day on their page."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_sitting(found),
    )


@door("sitting", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request, pk):
    found = sitting_or_404(request, pk, "write")
    if not found.items.pending().are_whole_for(request.actor):
        return redirect(found)  # which says why
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: cancel_sitting(found, why=said["why"], actor=request.actor),
        title=_("Call the sitting off"),
        lead=_("Its dossiers wait for another sitting."),
        button=_("Call the sitting off"),
        done=_("The sitting is called off."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_sitting(found),
    )


@never_cache
@door("sitting", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def conclude(request, pk):
    """First the results with names and numbers; what was looked at is what is concluded."""
    found = sitting_or_404(request, pk, "write")
    if not found.items.pending().are_whole_for(request.actor):
        return redirect(found)  # which says why
    form, refusal = ConcludeForm(posted(request)), ""
    if form.is_bound and form.is_valid():
        try:
            with refusing_clashes():
                conclude_sitting(
                    found,
                    seen=request.POST.get("da-xem", ""),
                    conclusion=form.cleaned_data["conclusion"],
                    actor=request.actor,
                )
        except Refusal as refused:
            refusal = str(refused)
        else:
            messages.success(request, _("The results are concluded. The minutes print them."))
            return redirect(found)
    if found.state != SittingState.OPEN:
        messages.info(request, SITTING.in_state(found))
        return redirect(found)
    offers = {one.name: one for one in offers_of(SITTING, found, actor=request.actor, by=request.actor)}
    results = results_of(found)
    shown = {one.pk for one in items_shown(found, request.actor)}
    names = awards_of([one.item for one in results])
    rows = [
        {"item": one.item, "award": names[one.item.nomination_id], "result": results_told(one.item, one)}
        for one in results
        if one.item.pk in shown
    ]
    return render(
        request,
        "awards/sittings/conclude.html",
        {
            "sitting": found,
            "form": form,
            "refusal": refusal,
            "hindrance": offers["conclude"].hindrance,
            "rows": rows,
            "agreed": sum(one["result"].is_agreed for one in rows),
            "seen": seen_as(results),
            "crumbs": crumbs_of_sitting(found),
        },
        status=422 if refusal else 200,
    )
