"""Machines that watch over this one are answered before anything that asks the database who is visiting: the same for
every cookie, and 503 instead of a page for people where the database is away."""

from emulation.core.views import health

ANSWERS = {"/healthz": health.alive, "/readyz": health.ready, "/metrics": health.metrics}


class HealthMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        answer = ANSWERS.get(request.path_info)
        return self.get_response(request) if answer is None else answer(request)
