"""Taking an accepted list back out of the register."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from awards.lists import actions as imports
from awards.lists.actions.rights import is_working
from awards.lists.forms.sending import UndoForm
from awards.lists.rules.terms import BatchState
from awards.lists.views.lists import crumbs_of, own_batch
from awards.lists.views.page import counted
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Refusal

NAMED = 10


@door("honour_batch", "undo")
@require_http_methods(["GET", "HEAD", "POST"])
def undo(request, pk):
    """Says how many honours go and names the first of them; or, by name, what stands in the way."""
    found = own_batch(request, pk, "undo")
    if found.state != BatchState.ACCEPTED or is_working(found):
        return redirect(found)
    honours = found.honours.order_by("id")
    taken = honours.count()
    form = UndoForm(request.POST if request.method == "POST" else None, initial={"seen": taken})
    standing = imports.standing_upon(found)
    status = 409 if standing else 200
    if form.is_bound and not standing:
        if form.is_valid():
            try:
                imports.order_undoing(found, actor=request.actor, **form.cleaned_data)
                return redirect(found)
            except imports.BuiltUpon as refusal:
                standing = refusal.sentences
            except Refusal as refusal:
                form.add_error(refusal.field, str(refusal))
        status = 422
    context = {
        "batch": found,
        "crumbs": crumbs_of(found),
        "form": form,
        "standing": standing,
        "outliving": [] if standing else imports.outliving(found),
        "taken": taken,
        "first": honours[:NAMED],
        "others": max(taken - NAMED, 0),
        "counts": counted(found, clock.today()),
    }
    return render(request, "awards/lists/undo.html", context, status=status if form.is_bound else 200)
