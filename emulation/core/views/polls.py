"""Pages that ask again and again how far some work is."""

from django.http import HttpResponse
from django_htmx.http import trigger_client_event

LAST_ANSWER = "last-answer"  # static/js/page.js hears it


def last_answer(response: HttpResponse) -> HttpResponse:
    """To a page that asks how far work is that has ended: it is put in, which ends the asking, then the page is loaded
    anew. `HX-Refresh` puts nothing in, so the page would ask on, and each answer would break off the loading that the
    answer before it began: a page that takes longer than the time between two questions would never come."""
    return trigger_client_event(response, LAST_ANSWER, after="swap")
