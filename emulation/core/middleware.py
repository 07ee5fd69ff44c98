from emulation.core.tracing import HEADER, traced


class RequestIdMiddleware:
    """Outermost: takes the proxy's id or makes one, and says it in the answer."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with traced(request.headers.get(HEADER, "")) as given:
            response = self.get_response(request)
            response.headers[HEADER] = given
            return response
