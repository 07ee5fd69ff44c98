"""Builds, once a request, the frozen Actor that every view hands on."""

from django.utils.functional import SimpleLazyObject

from clusters.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Actor


class ActorMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = SimpleLazyObject(lambda: _actor(request))
        return self.get_response(request)


def _actor(request) -> Actor:
    user = request.user
    return actor_of(user, on=clock.today()) if user.is_authenticated else Actor.nobody()
