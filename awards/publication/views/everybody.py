"""Pages without log-in: lists under consultation while they are, and honours of decisions that were released."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from awards.publication.actions.comments import comment_on
from awards.publication.forms import CommentForm, SearchForm
from awards.publication.models.publication import Publication
from awards.publication.models.shown import released_honours, shown_lines
from emulation.core import clock
from emulation.core.access import door
from emulation.core.client_address import client_address
from emulation.core.errors import Refusal
from emulation.core.numbers import parse_id
from emulation.core.views.deeds import posted

SHOWN = 50


@login_not_required
@door("public")
@require_safe
def lists(request):
    today = clock.today()
    known = Publication.objects.known_to_everybody(today).select_related("body").order_by("-opens_on", "-pk")[:SHOWN]
    rows = list(known)
    return render(
        request,
        "awards/publication/public_lists.html",
        {
            "open": [one for one in rows if one.shows_on(today)],
            "over": [one for one in rows if not one.shows_on(today)],
        },
    )


@login_not_required
@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def one_list(request, pk):
    """Afterwards only that it was laid out, by whom and when."""
    today = clock.today()
    found = get_object_or_404(Publication.objects.known_to_everybody(today).select_related("body__parent"), pk=pk)
    if not found.shows_on(today):
        return render(request, "awards/publication/public_list.html", {"publication": found, "shows": False})
    lines = shown_lines(found)
    form = CommentForm(posted(request), lines=lines)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            comment_on(found, **said | {"line": parse_id(said["line"])}, address=client_address(request))
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("Your comment is with the body that laid the list out. Thank you."))
            return redirect("awards:public-list", found.pk)
    return render(
        request,
        "awards/publication/public_list.html",
        {"publication": found, "shows": True, "lines": lines, "form": form},
        status=422 if form.is_bound else 200,
    )


@login_not_required
@door("public")
@require_safe
def honours(request):
    form = SearchForm(request.GET if "tim" in request.GET else None)
    rows = None
    if form.is_bound and form.is_valid():
        rows = released_honours(form.cleaned_data["tim"], on=clock.today())
    return render(
        request,
        "awards/publication/public_honours.html",
        {"form": form, "rows": rows, "is_full": rows is not None and len(rows) == SHOWN},
        status=422 if form.is_bound and rows is None else 200,
    )
