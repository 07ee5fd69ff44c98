"""Pages for what went wrong outside every deed: an old form, a fault of the software."""

import sys

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.messages import get_messages
from django.db import DatabaseError
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme

from emulation.core.away import is_database_away
from emulation.core.room import is_out_of_room, out_of_room_in_words
from emulation.core.storage import is_silent_store, silent_store_in_words


def old_form(request, reason=""):
    """Django's refusal of a form whose token is of an earlier log-in. Leads back to the page the form stands on."""
    back = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return render(request, "403_csrf.html", {"back": back if is_ours else ""}, status=403)


@login_not_required
def fault(request):
    """The page itself cannot be shown. A deed that was done before it is told, so that nobody does it twice. Called
    while what went wrong is being handled."""
    problem = sys.exc_info()[1]
    if is_out_of_room(problem):
        return HttpResponse(render_to_string("507.html", {"told": out_of_room_in_words()}), status=507)
    if is_silent_store(problem):
        return HttpResponse(render_to_string("503.html", {"told": silent_store_in_words()}), status=503)
    if is_database_away(problem):
        return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": "5"})
    return HttpResponse(render_to_string("500.html", {"done": _done(request)}), status=500)


def _done(request) -> list[str]:
    """What the session has to tell of deeds done; nothing where the session itself is what failed."""
    try:
        return [str(message) for message in get_messages(request) if message.level == messages.SUCCESS]
    except DatabaseError:
        return []
