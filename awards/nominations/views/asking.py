"""A desk asks bodies for their opinion, enters what they answer on paper, takes a question back."""

from datetime import date

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from awards.nominations.actions.answer_days import AnswerDue, answer_until
from awards.nominations.actions.consulting import (
    AnswerSaid,
    ask_bodies,
    enter_answer,
    take_question_back,
)
from awards.nominations.actions.course import held_back
from awards.nominations.forms import AskForm, PaperAnswerForm, StepReasonForm
from awards.nominations.models.consulting import bodies_to_ask, consulted_named
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.standing import procedure_of
from awards.nominations.rules.terms import NominationState
from awards.nominations.views.consultations import consultation_or_404, crumbs_of_consultation
from awards.nominations.views.places import crumbs_of, nomination_or_404
from awards.nominations.words import state_refusal
from awards.procedures.rules.terms import Consulted
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.refusals import refusing_clashes
from emulation.core.errors import Refusal
from emulation.core.numbers import format_integer
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted, sent_back
from emulation.core.views.uploads import limited_upload, refuse_too_large_a_paper

MORE_BODIES = 3


@door("nomination_review", "review")
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request, pk):
    """One line for each body that the procedure names, and some for others; each is an organisation of the house or the
    name of a body that has no account."""
    found = nomination_or_404(request, pk, "review", subject="nomination_review")
    back = f"{found.get_absolute_url()}#consultations"
    if found.state != NominationState.REVIEW:
        messages.error(request, state_refusal(found))
        return redirect(found)
    if said := held_back(found, request.actor):
        return sent_back(request, said, found)
    today = clock.today()
    named = [one.kind for one in consulted_named(procedure_of(found, on=today).procedure)]
    form = AskForm(posted(request), named=named, more=MORE_BODIES, bodies=bodies_to_ask(found, on=today))
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            with refusing_clashes():
                made = ask_bodies(
                    found, form.asked(), question=said["question"], until=said["until"], actor=request.actor
                )
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            words = ngettext("%(number)s body is asked.", "%(number)s bodies are asked.", len(made))
            messages.success(request, words % {"number": format_integer(len(made))})
            return redirect(back)
    return render(
        request,
        "awards/nominations/ask.html",
        {
            "form": form,
            "lines": form.lines(),
            "due": _due(found, today),
            "crumbs": crumbs_of(found),
            "back": back,
        },
        status=422 if form.is_bound else 200,
    )


def _due(found: Nomination, today: date) -> AnswerDue | None:
    """The day that the stage's days give from today; None where the desk sets one."""
    try:
        return answer_until(found, Consulted.OTHER, until=None, on=today)
    except Refusal:
        return None


@limited_upload("PAPER_UPLOAD_LIMIT")
@door("consultation", "enter")
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request, pk):
    """What came on paper from a body, with number, day and scan."""
    found = consultation_or_404(request, pk, "enter")
    if said := held_back(found.nomination, request.actor):
        return sent_back(request, said, found)
    bound = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PaperAnswerForm(*bound)
    refuse_too_large_a_paper(request, form, field="scan")
    if form.is_bound and form.is_valid():
        try:
            with refusing_clashes():
                enter_answer(found, AnswerSaid(**form.cleaned_data), actor=request.actor)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("The answer of %(body)s is kept with its scan.") % {"body": found})
            return redirect(found)
    return render(
        request,
        "awards/nominations/enter_answer.html",
        {"form": form, "consultation": found, "crumbs": _crumbs(found, request)},
        status=422 if form.is_bound else 200,
    )


@door("consultation", "enter")
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request, pk):
    found = consultation_or_404(request, pk, "enter")
    if said := held_back(found.nomination, request.actor):
        return sent_back(request, said, found)
    return answer(
        request,
        StepReasonForm(posted(request)),
        lambda said: take_question_back(found, why=said["why"], actor=request.actor),
        title=_("Take the question to %(body)s back") % {"body": found},
        button=_("Take the question back"),
        done=_("The question is taken back; the dossier no longer waits for this body."),
        back=f"{found.nomination.get_absolute_url()}#consultations",
        crumbs=_crumbs(found, request),
    )


def _crumbs(found, request) -> list[Crumb]:
    return [*crumbs_of_consultation(found, request.actor), Crumb(str(found), found.get_absolute_url())]
