"""A dossier is taken, appraised, moderated, noted on: each deed leads back to the list or to its next dossier."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from awards.procedures.models.criteria import ProcedureCriterion
from awards.review.actions import appraising
from awards.review.actions.appraising import OpinionSaid
from awards.review.actions.taking import ask_opinion, take_dossier
from awards.review.forms import MET, ModerateForm, NoteForm, OpinionForm, PersonForm
from awards.review.models.appraisals import Appraisal
from awards.review.models.colleagues import colleagues, load_of
from awards.review.models.criteria import criteria_of
from awards.review.models.review import Review
from awards.review.views.compared import compared_shown
from awards.review.views.pane import pane_of
from awards.review.views.places import crumbs_of, crumbs_of_queue, kept_query, queue_url, review_or_404
from awards.review.views.queue import next_of
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.refusals import refusing_clashes
from emulation.core.errors import Refusal
from emulation.core.forms.parts import ReasonForm
from emulation.core.views.deeds import answer, posted, refused_to


def back_to(request, review: Review) -> str:
    return queue_url(kept_query(request.POST), opened=review.pk)


@door("review", "write")
@require_POST
def take(request, pk):
    review = review_or_404(request, pk, "write")
    return refused_to(
        request,
        lambda: take_dossier(review, actor=request.actor),
        done=_("The dossier is in your charge; give your opinion on it below."),
        back=back_to(request, review),
    )


@door("review", "write")
@require_http_methods(["POST"])
def opinion(request, pk):
    """The person's own, whoever's number the form may name: it is found by who is logged in. `gui`: given for good;
    else kept, which a script does as a box is left."""
    review = review_or_404(request, pk, "write")
    own = get_object_or_404(Appraisal.objects.visible_to(request.actor).select_related("review"), review=review)
    form = OpinionForm(request.POST, criteria=criteria_of(review, on=clock.today()))
    gives, by_script = "gui" in request.POST, "tu-luu" in request.POST
    if form.is_valid():
        said = OpinionSaid(form.cleaned_data["conclusion"], form.cleaned_data["opinion"], form.marks)
        try:
            with refusing_clashes():
                appraising.write_opinion(own, said, actor=request.actor, give=gives)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
    if by_script:
        return _kept_by_script(form)
    if form.errors:
        return _again(request, review, form)
    if not gives:
        messages.success(request, _("The opinion is kept; nobody else reads it yet."))
        return redirect(back_to(request, review))
    messages.success(request, _("Your opinion on the dossier of %(name)s is given.") % {"name": review.nomination})
    return redirect(next_of(request, review, request.POST))


def _kept_by_script(form: OpinionForm) -> HttpResponse:
    if form.errors:
        said = next(str(error) for errors in form.errors.values() for error in errors)
        return HttpResponse(said, status=422, content_type="text/plain; charset=utf-8")
    said = _("Kept at %(time)s") % {"time": f"{timezone.localtime(clock.real_now()):%H:%M}"}
    return HttpResponse(said, content_type="text/plain; charset=utf-8")


def _again(request, review: Review, form: OpinionForm) -> HttpResponse:
    """With everything that was typed."""
    shown = pane_of(request.actor, review, asked=request.POST, form=form)
    return render(
        request,
        "awards/review/review.html",
        {"opened": review, "crumbs": crumbs_of_queue(), **shown},
        status=422,
    )


@door("review", "assign")
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request, pk):
    review = review_or_404(request, pk, "assign")
    people = colleagues(review.body_id, on=clock.today())
    return answer(
        request,
        PersonForm(posted(request), people=people, load=load_of(people, review.body_id, reader=request.actor)),
        lambda said: ask_opinion(review, int(said["person"]), actor=request.actor),
        title=_("Ask for an opinion: %(name)s") % {"name": review.nomination},
        button=_("Ask for the opinion"),
        done=_("The person is asked; it stands among what waits for that person."),
        back=queue_url(kept_query(request.GET), opened=review.pk),
        crumbs=crumbs_of(review),
        lead=_("Who is asked does not learn whether anybody else is, until all opinions are given."),
    )


@door("review", "assign")
@require_POST
def drop(request, pk, seat):
    review = review_or_404(request, pk, "assign")
    return refused_to(
        request,
        lambda: appraising.drop_opinion(review, seat, actor=request.actor),
        done=_("This opinion is no longer asked for."),
        back=queue_url(kept_query(request.GET), opened=review.pk),
    )


@door("review", "assign")
@require_http_methods(["GET", "HEAD", "POST"])
def moderate(request, pk, criterion):
    review = review_or_404(request, pk, "assign")
    row = next((one for one in criteria_of(review, on=clock.today()) if one.pk == criterion), None)
    if row is None or not review.is_compared:
        raise Http404

    def deed(said):
        value = said.get("value")
        met = None if row.points is not None or not value else value == MET
        points = value if row.points is not None else None
        return appraising.moderate(review, row.pk, met=met, points=points, why=said["why"], actor=request.actor)

    return answer(
        request,
        ModerateForm(posted(request), criterion=row),
        deed,
        title=_("Value that stands: %(criterion)s") % {"criterion": row},
        button=_("Keep the value"),
        done=_("The value stands, with your reason; both opinions are kept beside it."),
        back=queue_url(kept_query(request.GET), opened=review.pk),
        crumbs=crumbs_of(review),
        lead=_opinions_on(review, row),
    )


def _opinions_on(review: Review, criterion: ProcedureCriterion) -> str:
    """What each opinion says of it, for whoever sets the value that stands."""
    shown = compared_shown(review)
    line = next(one for one in shown["lines"] if one.criterion == criterion)
    said = [
        f"{one['row'].appraiser_name}: {mark['value']}" + (f" ({mark['reason']})" if mark["reason"] else "")
        for one, mark in zip(shown["appraisals"], line.said, strict=True)
    ]
    return _("%(name)s. Opinions: %(said)s") % {"name": review.nomination, "said": "; ".join(said)}


@door("review", "assign")
@require_http_methods(["GET", "HEAD", "POST"])
def discussion(request, pk):
    """Into the tray of what is to be discussed, or out of it."""
    review = review_or_404(request, pk, "assign")
    wanted = not review.to_discuss
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: appraising.set_discussion(review, wanted=wanted, why=said["why"], actor=request.actor),
        title=_("To be discussed: %(name)s") % {"name": review.nomination}
        if wanted
        else _("Discussed: %(name)s") % {"name": review.nomination},
        button=_("Lay it out for discussion") if wanted else _("The discussion is over"),
        done=_("The dossier is among those to be discussed.")
        if wanted
        else _("The dossier is no longer among those to be discussed."),
        back=queue_url(kept_query(request.GET), opened=review.pk),
        crumbs=crumbs_of(review),
    )


@door("review")
@require_http_methods(["GET", "HEAD", "POST"])
def note(request, pk):
    review = review_or_404(request, pk)
    return answer(
        request,
        NoteForm(posted(request)),
        lambda said: appraising.write_note(review, said["text"], actor=request.actor),
        title=_("Note to the file: %(name)s") % {"name": review.nomination},
        button=_("Keep the note"),
        done=_("The note is kept; only your body reads it."),
        back=queue_url(kept_query(request.POST), opened=review.pk),
        crumbs=crumbs_of(review),
    )


@door("review")
@require_POST
def note_back(request, pk, note):
    review = review_or_404(request, pk)
    return refused_to(
        request,
        lambda: appraising.take_note_back(review, note, actor=request.actor),
        done=_("The note is taken back."),
        back=queue_url(kept_query(request.POST), opened=review.pk),
    )
