"""Builds the frozen Actor of a request, and keeps shut every door that nobody of that standing passes."""

from django.http import Http404
from django.utils.functional import SimpleLazyObject

from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Actor

FOR_EVERY_ACCOUNT = {"home", "own_account", "watch"}


class ActorMiddleware:
    """A door is asked twice: here, whether anybody of this standing may pass; in the view, about the very record."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = SimpleLazyObject(lambda: _actor(request))
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        door = getattr(view, "door", None) or getattr(getattr(view, "view_class", None), "door", None)
        if door is None or not request.user.is_authenticated or door.subject in FOR_EVERY_ACCOUNT:
            return
        if not request.actor.may_somewhere(door.deed, door.subject):
            raise Http404


def _actor(request) -> Actor:
    user = request.user
    return actor_of(user, on=clock.today()) if user.is_authenticated else Actor.nobody()
