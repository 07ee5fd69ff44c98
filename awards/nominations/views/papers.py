"""Papers of a dossier: many at once, told what they are, opened, taken out."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from awards.nominations.actions.drafting import write_field
from awards.nominations.actions.papers import confirm_kinds, file_papers, mark_on_paper, set_kind, withdraw_paper
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.terms import DossierField
from awards.nominations.views.places import filed_or_404, nomination_or_404
from awards.procedures.rules.terms import PaperKind
from emulation.core.access import door
from emulation.core.numbers import format_integer
from emulation.core.views.deeds import refused_to
from emulation.core.views.files import download
from emulation.core.views.uploads import filing_told, limited_upload


@limited_upload("DOSSIER_PAPER_LIMIT")
@door("nomination_papers", "write")
@require_POST
def file(request, pk):
    """Each file by itself; the refused ones are named with their reason."""
    found = filed_or_404(request, pk)
    done = file_papers(found, request.FILES.getlist("file"), actor=request.actor)
    number = len(done.filed)
    said = ngettext("%(number)s paper lies in the dossier.", "%(number)s papers lie in the dossier.", number)
    return filing_told(
        request,
        filed=[(paper.name, _("it lies in the dossier")) for paper in done.filed],
        refused=done.refused,
        done=said % {"number": format_integer(number)} if number else "",
        back=_papers(found),
    )


@door("nomination_papers", "write")
@require_POST
def minutes(request, pk):
    """Whether the minutes name the cluster, said by who has them."""
    found = filed_or_404(request, pk)
    said, seen = request.POST.get("minutes", ""), request.POST.get("seen", "")
    return refused_to(
        request,
        lambda: write_field(found, DossierField.MINUTES, text=said, seen=seen, actor=request.actor),
        done=_("The dossier is saved."),
        back=f"{found.get_absolute_url()}#period",
    )


@door("nomination")
@require_safe
def paper(request, pk, paper):
    """Only of this very dossier, and not taken out: the number of any other paper is not there."""
    found = nomination_or_404(request, pk)
    kept = get_object_or_404(found.papers.standing(), pk=paper, on_paper_only=False)
    return download(
        request,
        kept.file,
        checksum=kept.checksum,
        name=kept.name,
        back=found.get_absolute_url(),
        content_type=kept.content_type,
    )


@door("nomination_papers", "write")
@require_POST
def kind(request, pk, paper):
    found = filed_or_404(request, pk)
    kept = get_object_or_404(found.papers.standing(), pk=paper, on_paper_only=False)
    said = request.POST.get("kind", "")
    if said and said not in set(PaperKind):
        raise Http404
    return refused_to(
        request,
        lambda: set_kind(found, kept.pk, PaperKind(said) if said else None, actor=request.actor),
        done=_("The kind of the paper is kept."),
        back=_papers(found),
    )


@door("nomination_papers", "write")
@require_POST
def confirm(request, pk):
    found = filed_or_404(request, pk)
    return refused_to(
        request,
        lambda: confirm_kinds(found, actor=request.actor),
        done=_("The kinds of the papers are confirmed."),
        back=_papers(found),
    )


@door("nomination_papers", "write")
@require_POST
def on_paper(request, pk):
    found = filed_or_404(request, pk)
    said = request.POST.get("kind", "")
    if said not in set(PaperKind):
        messages.error(request, _("Say which paper exists on paper only."))
        return redirect(_papers(found))
    return refused_to(
        request,
        lambda: mark_on_paper(found, PaperKind(said), actor=request.actor),
        done=_("The dossier says that this paper exists on paper only; nothing of it is filed here."),
        back=_papers(found),
    )


@door("nomination_papers", "write")
@require_POST
def withdraw(request, pk, paper):
    found = filed_or_404(request, pk)
    kept = get_object_or_404(found.papers.standing(), pk=paper)
    return refused_to(
        request,
        lambda: withdraw_paper(found, kept.pk, actor=request.actor),
        done=_("The paper no longer lies in the dossier."),
        back=_papers(found),
    )


def _papers(found: Nomination) -> str:
    return f"{found.get_absolute_url()}#papers"
