"""Lists under public consultation, as the body that lays them out sees them."""

from typing import Any

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from awards.decisions.views.places import decision_or_404
from awards.nominations.models.names import award_names
from awards.publication.actions.comments import note_on_comment
from awards.publication.actions.course import PUBLICATION
from awards.publication.actions.publications import (
    begin_publication,
    drop_publication,
    leave_out_of_list,
    open_publication,
    order_closing,
    take_into_list,
    withdraw_publication,
)
from awards.publication.actions.releases import set_release
from awards.publication.forms import BeginForm, NoteForm, OpenForm
from awards.publication.models.publication import Publication, comments_for, publishable
from awards.publication.models.wording import PUBLICATION_BADGES
from awards.publication.rules.terms import PublicationState
from awards.publication.words import PART_HIDDEN
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.walk import offers_of
from emulation.core.actor import Actor
from emulation.core.forms.parts import ReasonForm
from emulation.core.models import Job, JobState
from emulation.core.numbers import parse_id
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.records import record_or_404

SHOWN = 100
LINES_SHOWN = 300
OF_THE_WHOLE = frozenset({"open", "close", "withdraw", "drop"})


@door("publication")
@require_safe
def publications(request):
    rows = Publication.objects.visible_to(request.actor).select_related("body")[:SHOWN]
    return render(
        request,
        "awards/publication/publications.html",
        {
            "rows": [(one, PUBLICATION_BADGES[PublicationState(one.state)]) for one in rows],
            "may_begin": bool(request.actor.reviewed),
        },
    )


@door("publication", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request):
    bodies = Organisation.objects.on(clock.today()).filter(pk__in=request.actor.reviewed)
    return answer(
        request,
        BeginForm(posted(request), bodies=bodies, initial={"body": bodies.first()}),
        lambda said: begin_publication(**said, actor=request.actor),
        title=_("Prepare a list for the public"),
        button=_("Begin the list"),
        done=_("The list is begun. Take dossiers into it."),
        back=Publication.get_absolute_url,
        crumbs=_crumbs(),
    )


@door("publication")
@require_safe
def publication(request, pk):
    found, actor = _publication_or_404(request, pk), request.actor
    seen = found.lines.not_kept_from(actor).select_related("nomination__organisation__parent", "nomination__award")
    lines = list(seen[:LINES_SHOWN])
    names = award_names([one.nomination for one in lines], on=found.opens_on or clock.today())
    may_write = actor.may("write", found)
    comments = comments_for(found, actor)
    offers = {one.name: one for one in offers_of(PUBLICATION, found, actor=actor)}
    number = seen.count()
    is_whole = found.is_whole_for(actor)
    return render(
        request,
        "awards/publication/publication.html",
        {
            "publication": found,
            "status": PUBLICATION_BADGES[PublicationState(found.state)],
            "number": number,
            "is_whole": is_whole,
            "part_hidden": "" if is_whole or OF_THE_WHOLE.isdisjoint(offers) else PART_HIDDEN,
            "rows": [(one, names[one.nomination_id]) for one in lines],
            "may_write": may_write,
            "may_change": may_write and found.is_draft,
            "offers": offers,
            **_closing(found, actor),
            "comments": comments,
            "is_shown": found.shows_on(clock.today()),
            "steps": found.steps.all(),
            "crumbs": _crumbs(),
        },
    )


def _closing(found: Publication, actor: Actor) -> dict[str, Any]:
    """The work that closes it, and whether it is the person's to follow; why the last one did not end."""
    job = Job.objects.filter(key=found.closing_key).order_by("-pk").first() if found.is_over(clock.today()) else None
    if job is None:
        return {}
    if not job.is_finished:
        return {"closing": job, "own_work": actor.may("write", job)}
    return {"not_closed": job.reason} if job.state == JobState.FAILED else {}


@door("publication", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def take(request, pk):
    found = _publication_or_404(request, pk, "write")
    waiting = publishable(found.body_id, request.actor).with_names().order_by("award__position", "pk")
    if request.method == "POST":
        keys = [key for text in request.POST.getlist("chon") if (key := parse_id(text)) is not None]
        return refused_to(
            request,
            lambda: take_into_list(found, waiting.filter(pk__in=keys), actor=request.actor),
            done=_("The dossiers stand in the list."),
            back=found,
        )
    rows = list(waiting[:LINES_SHOWN])
    names = award_names(rows, on=clock.today())
    return render(
        request,
        "awards/publication/take.html",
        {"publication": found, "rows": [(one, names[one.pk]) for one in rows], "crumbs": _crumbs(found)},
    )


@door("publication", "write")
@require_POST
def leave(request, pk, line):
    found = _publication_or_404(request, pk, "write")
    one = get_object_or_404(found.lines.not_kept_from(request.actor).select_related("nomination"), pk=line)
    one.publication = found
    return refused_to(
        request,
        lambda: leave_out_of_list(one, actor=request.actor),
        done=_("The dossier is out of the list."),
        back=found,
    )


@door("publication", "open")
@require_http_methods(["GET", "HEAD", "POST"])
def lay_out(request, pk):
    found = _publication_or_404(request, pk, "open")
    if not found.is_whole_for(request.actor):
        return redirect(found)  # which says why
    return answer(
        request,
        OpenForm(posted(request), initial={"opens_on": clock.today()}),
        lambda said: open_publication(found, opens_on=said["opens_on"], actor=request.actor),
        title=_("Lay the list out in public"),
        lead=_("Everybody reads name, position, unit and award of each line, and nothing else of the dossiers."),
        button=_("Lay it out in public"),
        done=_("The list is laid out in public."),
        back=found.get_absolute_url(),
        crumbs=_crumbs(found),
    )


@door("publication")
@require_POST
def close(request, pk):
    found = _publication_or_404(request, pk)
    return refused_to(
        request,
        lambda: order_closing(found, actor=request.actor),
        done=_("The list is being closed; its proof is filed into every dossier of it."),
        back=found,
    )


@door("publication")
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, pk):
    return _ended(request, pk, withdraw_publication, _("Withdraw the list from the public"), _("Withdraw it"))


@door("publication")
@require_http_methods(["GET", "HEAD", "POST"])
def drop(request, pk):
    return _ended(request, pk, drop_publication, _("Drop the draft"), _("Drop the draft"))


def _ended(request, pk, deed, title, button):
    found = _publication_or_404(request, pk)
    if not found.is_whole_for(request.actor):
        return redirect(found)  # which says why
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: deed(found, why=said["why"], actor=request.actor),
        title=title,
        lead=_("Its dossiers may stand in another list."),
        button=button,
        done=_("The list is withdrawn."),
        back=found.get_absolute_url(),
        crumbs=_crumbs(found),
    )


@door("publication", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def note(request, pk, comment):
    found = _publication_or_404(request, pk, "write")
    one = get_object_or_404(comments_for(found, request.actor), pk=comment)
    return answer(
        request,
        NoteForm(posted(request)),
        lambda said: note_on_comment(one, note=said["note"], actor=request.actor),
        title=_("Deal with the comment of %(name)s") % {"name": one},
        lead=one.text,
        button=_("Note it"),
        done=_("It is noted what was done with the comment."),
        back=f"{found.get_absolute_url()}#comments",
        crumbs=_crumbs(found),
    )


@door("decision", "issue")
@require_POST
def release(request, pk):
    """With `thoi` the public no longer searches it."""
    found = decision_or_404(request, pk, "issue")
    stops = "thoi" in request.POST
    return refused_to(
        request,
        lambda: set_release(found, released=not stops, actor=request.actor),
        done=_("The public no longer searches the decision.") if stops else _("The public may search the decision."),
        back=found,
    )


def _publication_or_404(request, pk: int, deed: str = "read") -> Publication:
    rows = Publication.objects.visible_to(request.actor).select_related("body__parent")
    return record_or_404(rows, request.actor, deed, pk=pk)


def _crumbs(found: Publication | None = None) -> list[Crumb]:
    first = [Crumb(_("Lists for the public"), reverse("awards:publications"))]
    return first if found is None else [*first, Crumb(str(found), found.get_absolute_url())]
