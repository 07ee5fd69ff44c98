"""The password asked for again before a deed that binds. Wrong ones count as at log-in, and lock as they do there."""

from axes.utils import reset
from django.contrib.auth import authenticate
from django.http import HttpRequest

from emulation.core.client_address import client_address


def is_own_password(request: HttpRequest, password: str) -> bool:
    """A right one forgets the wrong ones before it, as log-in does; once the name is locked no answer is right, and the
    page says so instead of the form."""
    name = request.user.get_username()
    if authenticate(request, username=name, password=password) != request.user:
        return False
    reset(username=name, ip=client_address(request))
    return True
