"""Bodies as gunicorn hands them on, under the bounds of `emulation/launcher/bodies.py`."""

import io
import socket
import threading
from contextlib import ExitStack, suppress

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.handlers.wsgi import WSGIRequest
from django.test import RequestFactory
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from emulation.launcher import bodies
from emulation.launcher.bodies import BoundedBodies


@pytest.fixture
def link():
    with ExitStack() as held:
        yield [held.enter_context(one) for one in socket.socketpair()]


def answered(stream, length: int, link) -> tuple[str, bytes]:
    """What an application that gives the body back says under the bounds; it hides that a body was broken off."""

    def application(environ, start_response):
        try:
            read = environ["wsgi.input"].read()
        except OSError:
            read = b"half"
        start_response("200 OK", [])
        return [read]

    said = []
    environ = {"wsgi.input": stream, "CONTENT_LENGTH": str(length), "gunicorn.socket": link}
    answer = BoundedBodies(application)(environ, lambda status, headers: said.append(status))
    return said[0], b"".join(answer)


def test_a_whole_body_comes_through_as_it_was_sent(link):
    sent = bytes(range(256)) * 1000
    assert answered(io.BytesIO(sent), len(sent), link[0]) == ("200 OK", sent)


def test_forms_files_and_lines_are_read_by_django_as_ever(link):
    """As it does under gunicorn: through its own limit on the stream."""

    def application(environ, start_response):
        request = WSGIRequest(environ)
        start_response("200 OK", [])
        if request.content_type == "text/plain":
            return list(request)
        return [request.POST["name"].encode(), *(part for one in request.FILES.values() for part in one.chunks())]

    def posted(content: bytes, kind: str) -> bytes:
        environ = RequestFactory().generic("POST", "/", content, content_type=kind).environ
        environ |= {"wsgi.input": io.BytesIO(content), "gunicorn.socket": link[0]}
        return b"|".join(BoundedBodies(application)(environ, lambda *said: None))

    file = SimpleUploadedFile("thu.bin", bytes(range(256)) * 1000)
    several = encode_multipart(BOUNDARY, {"name": "Thử", "file": file})
    assert posted(several, MULTIPART_CONTENT).startswith("Thử|".encode() + bytes(range(256)))
    assert posted(b"name=Th%E1%BB%AD", "application/x-www-form-urlencoded") == "Thử".encode()
    assert posted(b"one\ntwo\nthree", "text/plain") == b"one\n|two\n|three"


def test_a_body_over_the_bound_is_refused_in_words_and_taken_by_nobody(link, monkeypatch):
    monkeypatch.setattr(bodies, "MOST_BYTES", 100)
    status, page = answered(io.BytesIO(b"0" * 101), 101, link[0])
    assert status == "413 Content Too Large"
    assert "Nội dung gửi lên quá lớn" in page.decode()


@pytest.mark.parametrize(("slowest", "status"), [(10, "200 OK"), (10_000, "408 Request Timeout")])
def test_who_sends_slowly_but_steadily_is_waited_for_and_who_trickles_is_not(link, monkeypatch, slowest, status):
    """Ten pieces of 100 bytes, a fiftieth of a second apart."""
    monkeypatch.setattr(bodies, "GRACE", 0.02)
    monkeypatch.setattr(bodies, "SLOWEST", slowest)
    monkeypatch.setattr(bodies, "PIECE", 100)
    here, there = link

    def send():
        with suppress(BrokenPipeError):
            for _ in range(10):
                threading.Event().wait(0.02)
                there.sendall(b"0" * 100)

    sender = threading.Thread(target=send)
    sender.start()
    with here.makefile("rb") as stream:
        assert answered(stream, 1000, here)[0] == status
    sender.join()


def test_a_body_that_ends_early_is_no_form(link):
    status, page = answered(io.BytesIO(b"0" * 10), 1000, link[0])
    assert status == "408 Request Timeout"
    assert "chưa lưu được gì" in page.decode()
