"""One dossier on one page: read, written box by box, its subject found while typing."""

from django.contrib import messages
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from awards.nominations.actions.achievements import add_achievement, drop_achievement, take_over_pact
from awards.nominations.actions.choosing import choose_subject
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.readings import tell_of_reading
from awards.nominations.models.standing import standing_of
from awards.nominations.models.subjects import find_subjects
from awards.nominations.rules.terms import DossierField
from awards.nominations.views.cells import DossierCell, kept_cells, sent_cells, written
from awards.nominations.views.page import (
    achievement_labels,
    known_of_subject,
    made_of_it,
    next_step,
    papers_and_days,
    shown_dossier,
)
from awards.nominations.views.places import crumbs_of, crumbs_of_shelf, drafted_or_404, nomination_or_404
from awards.nominations.words import SOURCES
from emulation.core import clock
from emulation.core.access import door
from emulation.core.numbers import format_integer
from emulation.core.views.deeds import refused_to

SHORTEST_SEARCH = 2
PAPERS_FOLLOW = frozenset({DossierField.FIRST_DAY, DossierField.LAST_DAY, DossierField.TARGET_GROUP})
SUBJECT_FOLLOWS = frozenset(DossierField) - {DossierField.POSITION, DossierField.SUMMARY}


@door("nomination")
@require_safe
def dossier(request, pk):
    found = nomination_or_404(request, pk)
    tell_of_reading(found, request.actor)
    return _page(request, found)


@door("nomination_draft", "write")
@require_POST
def save(request, pk):
    """One box from the page's script, or all of them from a page without scripts."""
    found = drafted_or_404(request, pk)
    sent = list(sent_cells(found, request.POST, achievement_labels()))
    if not sent:
        return HttpResponseBadRequest(_("Nothing was sent to save. Open the page again."))
    if request.htmx and "keep" in request.POST:
        kept = next(cell for cell in kept_cells(found, achievement_labels()) if cell.key == sent[0].key)
        return render(request, "awards/nominations/_cell.html", {"cell": kept})
    done = [written(found, cell, request.actor) for cell in sent]
    stuck = {cell.key: cell for cell in done if cell.refusal}
    found = nomination_or_404(request, pk)
    if request.htmx:
        state = render_to_string("components/cell_state.html", {"cell": done[0]}, request)
        return render(
            request,
            "awards/nominations/_saved.html",
            {"state": state, "nomination": found, **_followed(request, found, sent)},
            status=409 if stuck else 200,
        )
    if not stuck:
        messages.success(request, _("The dossier is saved."))
        return redirect(found.get_absolute_url())
    return _page(request, found, stuck=stuck, status=409)


def _followed(request, found: Nomination, sent: list[DossierCell]) -> dict:
    """What on the page follows a saved box: the next step; what is known of the subject, and which papers by when,
    where the box may change that."""
    standing = standing_of(found, on=clock.today(), reader=request.actor)
    followed = {"drafts": True, **next_step(request.actor, found, standing)}
    keys = {cell.key for cell in sent}
    if not SUBJECT_FOLLOWS.isdisjoint(keys):
        followed |= {"tells_of_subject": True, **known_of_subject(request.actor, found, standing), **made_of_it(found)}
    if not PAPERS_FOLLOW.isdisjoint(keys):
        followed |= {"tells_of_papers": True, **papers_and_days(request.actor, found, standing)}
    return followed


@door("nomination_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def subject(request, pk):
    """Found while typing, a piece of the page; chosen, the dossier names it. Without scripts a page of its own."""
    found = drafted_or_404(request, pk)
    if request.method == "POST":
        return refused_to(
            request,
            lambda: choose_subject(found, request.POST.get("subject", ""), actor=request.actor),
            done=_("Who is nominated is filled in; look at it once more."),
            back=found.get_absolute_url(),
        )
    text = request.GET.get("q", "")[:100].strip()
    rows = find_subjects(found, text, actor=request.actor) if len(text) >= SHORTEST_SEARCH else []
    context = {
        "nomination": found,
        "text": text,
        "asked": len(text) >= SHORTEST_SEARCH,
        "rows": [{"found": one, "source": SOURCES[one.source]} for one in rows],
        "crumbs": crumbs_of(found),
    }
    template = "awards/nominations/_subjects.html" if request.htmx else "awards/nominations/subjects.html"
    return render(request, template, context)


@door("nomination_draft", "write")
@require_POST
def achievement(request, pk):
    found = drafted_or_404(request, pk)
    if stuck := _kept_first(request, found):
        return _page(request, nomination_or_404(request, pk), stuck=stuck, status=409)
    return refused_to(
        request,
        lambda: add_achievement(found, actor=request.actor),
        done=_("A row is added; it is saved as you type."),
        back=f"{found.get_absolute_url()}#achievements",
    )


@door("nomination_draft", "write")
@require_POST
def achievement_drop(request, pk, achievement):
    found = drafted_or_404(request, pk)
    if stuck := _kept_first(request, found):
        return _page(request, nomination_or_404(request, pk), stuck=stuck, status=409)
    return refused_to(
        request,
        lambda: drop_achievement(found, achievement, actor=request.actor),
        done=_("The row is taken out."),
        back=f"{found.get_absolute_url()}#achievements",
    )


@door("nomination_draft", "write")
@require_POST
def from_pact(request, pk):
    found = drafted_or_404(request, pk)
    if stuck := _kept_first(request, found):
        return _page(request, nomination_or_404(request, pk), stuck=stuck, status=409)
    taken: list[int] = []
    answer = refused_to(
        request,
        lambda: taken.append(take_over_pact(found, actor=request.actor)),
        done=_("The results of the pact now stand among the achievements, with their source."),
        back=f"{found.get_absolute_url()}#achievements",
    )
    if taken:
        said = ngettext("%(number)s result was taken over.", "%(number)s results were taken over.", taken[0])
        messages.info(request, said % {"number": format_integer(taken[0])})
    return answer


def _kept_first(request, found: Nomination) -> dict[str, DossierCell]:
    """What came with a button beside the boxes is saved before its deed, so that nothing typed is lost without scripts:
    {box: what could not be saved}. Of what is no draft any more, the deed itself says so."""
    if not found.is_draft:
        return {}
    done = [written(found, cell, request.actor) for cell in sent_cells(found, request.POST, achievement_labels())]
    return {cell.key: cell for cell in done if cell.refusal}


def _page(request, found: Nomination, *, stuck: dict[str, DossierCell] | None = None, status=200):
    shown = shown_dossier(request.actor, found)
    for key, cell in (stuck or {}).items():
        if key in shown["cells"]:
            shown["cells"][key] = cell
    for one in shown["achievements"]:
        one["cells"] = [(stuck or {}).get(cell.key, cell) for cell in one["cells"]]
    return render(
        request,
        "awards/nominations/nomination.html",
        shown | {"crumbs": crumbs_of_shelf(), "save_url": reverse("awards:nomination-save", args=[found.pk])},
        status=status,
    )
