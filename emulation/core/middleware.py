from django.conf import settings
from django.http import Http404
from django.utils import translation

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


class PrivateAnswersMiddleware:
    """Inside of whitenoise, which answers for what is the same for everybody: no page and no file is kept by a browser
    or a proxy, so that nothing can be read after the log-out by going back."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if "no-store" not in response.headers.get("Cache-Control", ""):
            response.headers["Cache-Control"] = "private, no-store"
        return response


class ChosenLanguageMiddleware:
    """Vietnamese, whatever the browser asks for, until the person chooses English at the foot of a page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        request.LANGUAGE_CODE = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(request.LANGUAGE_CODE):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


class SoundAddressMiddleware:
    """Innermost, so that its 404 is the page of every other: no text that the database holds has a NUL in it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404
        return self.get_response(request)
