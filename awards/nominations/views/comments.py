"""Comments pinned to a place of a dossier, and answers there."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from awards.nominations.actions.comments import answer_comment, pin_comment, take_comment_back
from awards.nominations.actions.course import held_back
from awards.nominations.forms import AnswerForm, CommentForm
from awards.nominations.models.wording import PLACES
from awards.nominations.rules.terms import DossierPlace
from awards.nominations.views.places import crumbs_of, drafted_or_404, nomination_or_404
from awards.nominations.words import state_refusal
from emulation.core.access import door
from emulation.core.numbers import parse_id
from emulation.core.views.deeds import answer, posted, refused_to, sent_back


@door("nomination_review", "review")
@require_http_methods(["GET", "HEAD", "POST"])
def pin(request, pk, place):
    """`?van-ban=`: on one paper of this dossier."""
    found = nomination_or_404(request, pk, "review", subject="nomination_review")
    if place not in set(DossierPlace):
        raise Http404
    if said := held_back(found, request.actor):
        return sent_back(request, said, found)
    number = request.GET.get("van-ban", "")
    paper = get_object_or_404(found.papers.standing(), pk=parse_id(number)) if number else None
    where = paper.name if paper is not None else PLACES[DossierPlace(place)]
    return answer(
        request,
        CommentForm(posted(request)),
        lambda said: pin_comment(found, DossierPlace(place), text=said["text"], paper=paper, actor=request.actor),
        title=_("Comment on: %(place)s") % {"place": where},
        button=_("Pin the comment"),
        done=_("The comment is pinned. The nominator sees it once the dossier is returned."),
        back=f"{found.get_absolute_url()}#{place}",
        crumbs=crumbs_of(found),
    )


@door("nomination_review", "review")
@require_POST
def take_back(request, pk, comment):
    found = nomination_or_404(request, pk, "review", subject="nomination_review")
    kept = get_object_or_404(found.comments, pk=comment)
    return refused_to(
        request,
        lambda: take_comment_back(found, kept.pk, actor=request.actor),
        done=_("The comment is taken back."),
        back=found.get_absolute_url(),
    )


@door("nomination_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request, pk, comment):
    """Only while the dossier is back: what a desk has not sent yet is not read here either."""
    found = drafted_or_404(request, pk)
    kept = get_object_or_404(found.comments.standing(), pk=comment)
    if not found.is_draft:
        messages.error(request, state_refusal(found))
        return redirect(found)
    return answer(
        request,
        AnswerForm(posted(request)),
        lambda said: answer_comment(found, kept.pk, answer=said["answer"], actor=request.actor),
        title=_("Answer the comment"),
        button=_("Keep the answer"),
        done=_("The answer stands beside the comment."),
        back=f"{found.get_absolute_url()}#{kept.place}",
        crumbs=crumbs_of(found),
        lead=kept.text,
    )
