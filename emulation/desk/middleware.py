"""Builds the frozen Actor of a request, and keeps shut every door that nobody of that standing passes."""

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actions.second_factor import has_second_factor, is_required_of
from emulation.core.actor import Actor

FOR_EVERY_ACCOUNT = {"home", "own_account", "watch", "public"}
WITHOUT_SECOND_FACTOR = {"own_account", "watch", "public"}


class ActorMiddleware:
    """A door is asked twice: here, whether anybody of this standing may pass; in the view, about the very record."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = SimpleLazyObject(lambda: _actor(request))
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        door = _door_of(view)
        if door is None or not request.user.is_authenticated or door.subject in FOR_EVERY_ACCOUNT:
            return
        if not request.actor.may_somewhere(door.deed, door.subject):
            raise Http404


class SecondFactorMiddleware:
    """Of whom a second factor is required, nothing is open without one but the pages that set it up. A session that
    began before the person had one ends."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        door = _door_of(view)
        if door is not None and door.subject in WITHOUT_SECOND_FACTOR:
            return None
        user = request.user
        if not user.is_authenticated or user.is_verified() or not is_required_of(user, request.actor):
            return None
        if has_second_factor(user):
            logout(request)
            return redirect_to_login(request.get_full_path())
        return redirect("core:second-factor")


def _door_of(view):
    return getattr(view, "door", None) or getattr(getattr(view, "view_class", None), "door", None)


def _actor(request) -> Actor:
    user = request.user
    return actor_of(user, on=clock.today()) if user.is_authenticated else Actor.nobody()
