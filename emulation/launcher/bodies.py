"""Bounds on what a visitor sends, in the application's own server: one of its few threads waits for each body, and
gunicorn lets it wait for ever. The front of docker-compose.yml keeps slow senders away altogether; this lets them go.

A body of more than `MOST_BYTES` is refused before it is read. One that stays behind `SLOWEST` bytes a second, after
`GRACE` seconds, is read no further. Both get a sentence, whatever the application made of the half that came.
"""

import threading
import time
from collections.abc import Callable, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import SHUT_RD

MOST_BYTES = 60 * 1024 * 1024  # as the front's; a paper of a dossier is at most 50 MB
GRACE = 20.0
SLOWEST = 20 * 1024
PIECE = 64 * 1024
PAGES = Path(__file__).resolve().parent.parent.parent / "templates"
TOO_SLOW, TOO_LARGE = "408 Request Timeout", "413 Content Too Large"


class Body:
    """`wsgi.input` under a watch; gunicorn's gives fewer bytes than asked for only where no more come."""

    def __init__(self, stream, link, length: int):
        self.stream, self.link, self.length = stream, link, length
        self.received = 0
        self.began: float | None = None
        self.is_broken_off = False

    def read(self, size: int = -1) -> bytes:
        wanted = self.length - self.received if size is None or size < 0 else min(size, self.length - self.received)
        pieces = []
        while wanted > 0:
            piece = self._next(self.stream.read, min(wanted, PIECE))
            wanted -= len(piece)
            pieces.append(piece)
        return b"".join(pieces)

    def readline(self, size: int = -1) -> bytes:
        left = self.length - self.received
        wanted = left if size is None or size < 0 else min(size, left)
        return self._next(self.stream.readline, wanted) if wanted > 0 else b""

    def _next(self, read: Callable[[int], bytes], size: int) -> bytes:
        with self._watched(size):
            try:
                piece = read(size)
            except OSError:
                self.is_broken_off = True
                raise
        if not piece:
            self.is_broken_off = True
            raise TimeoutError("the body ended before its length")
        self.received += len(piece)
        return piece

    @contextmanager
    def _watched(self, size: int):
        now = time.monotonic()
        self.began = self.began or now
        left = self.began + GRACE + (self.received + size) / SLOWEST - now
        watch = threading.Timer(max(left, 0), self._stop)
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def _stop(self) -> None:
        with suppress(OSError):
            self.link.shutdown(SHUT_RD)


class BoundedBodies:
    """Around a WSGI application under gunicorn; under any other server nothing is bounded."""

    def __init__(self, application: Callable):
        self.application = application

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        link, length = environ.get("gunicorn.socket"), int(environ.get("CONTENT_LENGTH") or 0)
        if link is None or length == 0:
            return self.application(environ, start_response)
        body = Body(environ["wsgi.input"], link, length)
        if length > MOST_BYTES:
            _pour_away(body)
            return _refused(TOO_LARGE, "413.html", start_response)
        environ["wsgi.input"] = body
        begun: list = []
        answer = self.application(environ, lambda *said: begun.append(said))
        if not body.is_broken_off:
            start_response(*begun[-1])
            return answer
        with suppress(AttributeError):
            answer.close()
        return _refused(TOO_SLOW, "408.html", start_response)


def _pour_away(body: Body) -> None:
    """A browser reads an answer only when it has sent all, so what comes within the grace is taken and dropped."""
    until = time.monotonic() + GRACE
    with suppress(TimeoutError):
        while time.monotonic() < until and body.read(PIECE):
            pass


def _refused(status: str, page: str, start_response: Callable) -> Iterable[bytes]:
    told = (PAGES / page).read_bytes()
    headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(told)))]
    start_response(status, [*headers, ("Cache-Control", "private, no-store"), ("Connection", "close")])
    return [told]
