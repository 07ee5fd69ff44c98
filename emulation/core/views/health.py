"""For the machines that watch over this one: no log-in, no words for people; nothing that tells more than up or not but
to whoever has the token."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.http import Http404, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from emulation.core import clock
from emulation.core.access import door
from emulation.core.metrics import exposition
from emulation.core.models import Job
from emulation.core.patience import SECONDS_OF_A_PROBE, bounded
from emulation.core.releases import unknown_migrations


@login_not_required
@door("watch")
@never_cache
@require_safe
def alive(request):
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
@door("watch")
@never_cache
@require_safe
def ready(request):
    """The database answers and stands at the code's migrations, neither before nor after; 503 while it does not, also
    where it takes the question and never answers. That no worker takes what waits is said beside "ok": pages answer
    without one, so nobody is to be sent elsewhere."""
    try:
        with bounded(SECONDS_OF_A_PROBE):
            loader = MigrationLoader(connection)
            wanted, applied = loader.graph.nodes.keys(), loader.applied_migrations.keys()
            behind = wanted - applied
            ahead = unknown_migrations(loader)
            is_untaken = not (behind or ahead) and Job.objects.untaken(clock.real_now()).exists()
    except Error:
        return HttpResponse("database\n", status=503, content_type="text/plain")
    if behind or ahead:
        return HttpResponse("migrations\n", status=503, content_type="text/plain")
    return HttpResponse("ok\nworker\n" if is_untaken else "ok\n", content_type="text/plain")


@login_not_required
@door("watch")
@never_cache
@require_safe
def metrics(request):
    """What Prometheus asks, which brings METRICS_TOKEN; not there where none is set."""
    if not settings.METRICS_TOKEN:
        raise Http404
    if not constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {settings.METRICS_TOKEN}"):
        refused = HttpResponse("token\n", status=401, content_type="text/plain")
        refused.headers["WWW-Authenticate"] = "Bearer"
        return refused
    with bounded(SECONDS_OF_A_PROBE):
        told = exposition()
    return HttpResponse(told, content_type=CONTENT_TYPE_LATEST)
