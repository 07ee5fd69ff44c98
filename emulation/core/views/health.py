"""For the machines that watch over this one: no log-in, no words for people, nothing that tells more than up or not."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from emulation.core.access import door


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
    """The database answers and stands at the code's migrations; 503 while it does not."""
    try:
        loader = MigrationLoader(connection)
        behind = loader.graph.nodes.keys() - loader.applied_migrations.keys()
    except DatabaseError:
        return HttpResponse("database\n", status=503, content_type="text/plain")
    if behind:
        return HttpResponse("migrations\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")
