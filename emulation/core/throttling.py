"""Who may go on guessing passwords. django-axes counts wrong ones by name and address; here is added that one address
does not try one password on name after name."""

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_cool_off
from axes.models import AccessAttempt

MOST_NAMES = 20  # an office behind one address has a bad morning with fewer


class Throttle(AxesDatabaseHandler):
    def is_locked(self, request, credentials: dict | None = None) -> bool:
        if super().is_locked(request, credentials):
            return True
        if _tries_many_names(request):
            request.axes_locked_out = True  # by axes' own count this name has wrong passwords left
        return request.axes_locked_out


def _tries_many_names(request) -> bool:
    since = request.axes_attempt_time - get_cool_off(request)
    tried = AccessAttempt.objects.filter(ip_address=request.axes_ip_address, attempt_time__gte=since)
    return tried.values("username").distinct().count() >= MOST_NAMES
