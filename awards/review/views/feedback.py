"""Three lines for an unsuccessful nominator: approved by the leader, read at the dossier."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from awards.nominations.models.standing import standing_of
from awards.nominations.rules.terms import NominationState
from awards.nominations.views.places import crumbs_of as crumbs_of_dossier
from awards.nominations.views.places import nomination_or_404
from awards.review.actions.feedback import FeedbackDraft, approve_feedback, drafted_feedback
from awards.review.forms import FeedbackForm
from awards.review.models.feedback import Feedback
from awards.review.models.review import Review
from awards.review.views.places import crumbs_of, queue_url, review_or_404
from emulation.core import clock
from emulation.core.access import door
from emulation.core.views.deeds import answer, posted


@door("review", "assign")
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request, pk):
    review = review_or_404(request, pk, "assign")
    if request.method != "POST" and Feedback.objects.approved().filter(nomination=review.nomination_id).exists():
        return redirect("awards:nomination-feedback", pk=review.nomination_id)
    draft = drafted_feedback(review, standing_of(review.nomination, on=clock.today(), reader=request.actor))
    return answer(
        request,
        FeedbackForm(posted(request), initial=vars(draft)),
        lambda said: approve_feedback(review, FeedbackDraft(**said), actor=request.actor),
        title=_("Feedback on the dossier of %(name)s") % {"name": review.nomination},
        button=_("Approve and let the nominator read it"),
        done=_("The nominator reads the feedback at the dossier."),
        back=queue_url(opened=review.pk),
        crumbs=crumbs_of(review),
        lead=_("Drafted from the criteria, the conditions and the papers. Names of appraisers are not told."),
    )


@door("nomination")
@require_safe
def read(request, pk):
    """At a dossier that was closed without a proposal; before it is approved, that it is not there yet."""
    found = nomination_or_404(request, pk)
    if found.state != NominationState.DECLINED:
        raise Http404
    told = Feedback.objects.visible_to(request.actor).approved().filter(nomination=found).first()
    review = Review.objects.visible_to(request.actor).filter(nomination=found, body=found.holder_id).first()
    writes = review is not None and request.actor.may("assign", review)
    return render(
        request,
        "awards/review/feedback.html",
        {
            "nomination": found,
            "feedback": told,
            "approves": review if writes and told is None else None,
            "crumbs": crumbs_of_dossier(found),
        },
    )
