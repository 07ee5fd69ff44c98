"""A database that took a question and never answers. Such a server keeps none of its own bounds, and the network sees
nothing wrong, so the line is cut from this side: whoever waits gets a sentence, and the thread is free again."""

import os
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Lock, Timer

from django.db import connections

SECONDS = 60  # of a page; what takes longer is the worker's
SECONDS_OF_A_PROBE = 5


class PatienceMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with bounded(SECONDS):
            return self.get_response(request)


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Around what asks the database in this thread: after so many seconds its line is cut, once."""
    watch = _Watch(connections["default"])
    timer = Timer(seconds, watch.cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        watch.end()


class _Watch:
    """`end` and `cut` exclude each other, so that no line is cut that serves the next visitor already."""

    def __init__(self, connection):
        self._connection = connection
        self._lock = Lock()

    def end(self) -> None:
        with self._lock:
            self._connection = None

    def cut(self) -> None:
        with self._lock:
            link = self._connection and self._connection.connection
            if link is not None and not link.closed:
                with closing(socket.socket(fileno=os.dup(link.fileno()))) as line:
                    line.shutdown(socket.SHUT_RDWR)
