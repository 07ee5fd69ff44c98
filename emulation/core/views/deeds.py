"""One way for every form of this app: ask, try the deed, answer with its refusal or go back with a message."""

from functools import wraps

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from emulation.core.access import allows
from emulation.core.actions.refusals import refusing_clashes
from emulation.core.errors import Refusal
from emulation.core.forms.layouts import LaidOut
from emulation.core.views.crumbs import Crumb


def administrators_only(view):
    """For whom no role opens the page's door in the table, the page is not there."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not allows(request.actor.relations_by_role, request.resolver_match.func.door):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def answer(
    request, form: LaidOut, deed, *, title, button, done, back, crumbs: list[Crumb], lead="", of_year=None, beside=None
):
    """`deed(cleaned)` returns what was made or changed; `back` is where to go, or a function of that; `crumbs`: the
    pages above, the last of which a cancelled form leads to. `of_year`: a form of a closed year is not shown.
    `beside`: (template that extends `core/form.html`, what it shows)."""
    if of_year is not None and of_year.closed_on is not None and request.method != "POST":
        return redirect(of_year.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        try:
            with refusing_clashes():
                made = deed(form.cleaned_data)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, done)
            return redirect(back(made) if callable(back) else back)
    template, shown = beside or ("core/form.html", {})
    return render(
        request,
        template,
        {
            **shown,
            "form": form,
            "title": title,
            "button": button,
            "lead": lead,
            "crumbs": crumbs,
            "back": crumbs[-1].url,
        },
        status=422 if form.is_bound else 200,
    )


def sent_back(request, why, back):
    """A page whose deed is not for this person, asked for or sent: the page it belongs to says why."""
    messages.error(request, str(why))
    return redirect(back)


def posted(request):
    return request.POST if request.method == "POST" else None


def refused_to(request, deed, *, done, back):
    """A deed of a button: done or refused, the page it belongs to says so. `back` may be a function of what was
    made, `done` one that is asked once it is."""
    try:
        with refusing_clashes():
            made = deed()
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(back(None) if callable(back) else back)
    messages.success(request, done() if callable(done) else done)
    return redirect(back(made) if callable(back) else back)
