"""A person at the pages of a running site, without a browser; and waiting with a deadline."""

import http.cookiejar
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

from emulation.desk.demonstration import PASSWORD


class Visitor:
    """Keeps cookies and hands back the token with every form, as a browser does."""

    def __init__(self, site, username):
        self.site = site
        self.cookies = http.cookiejar.CookieJar()
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies)).open
        self.get("dang-nhap/")
        self.post("dang-nhap/", {"username": username, "password": PASSWORD})

    def get(self, path) -> tuple[int, str]:
        return self._answer(urllib.request.Request(self._url(path)))

    def post(self, path, fields, *, file=None) -> tuple[int, str]:
        """`file`: (field, name, bytes). Redirects are followed."""
        fields = {"csrfmiddlewaretoken": self._token()} | fields
        if file is None:
            body, kind = urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded"
        else:
            body, kind = multipart(fields, file)
        request = urllib.request.Request(self._url(path), data=body, headers={"Content-Type": kind})
        return self._answer(request)

    def fetch(self, path) -> bytes:
        """A file, as it comes."""
        with self._open(self._url(path), timeout=30) as answer:
            return answer.read()

    def _url(self, path):
        return self.site.url + path.lstrip("/")

    def _token(self):
        return next(cookie.value for cookie in self.cookies if cookie.name == "csrftoken")

    def _answer(self, request):
        try:
            with self._open(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()


def multipart(fields, file):
    field, name, content = file
    edge = uuid.uuid4().hex
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields.items()
    ]
    parts.append(
        f'--{edge}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    return "".join(parts).encode() + content + f"\r\n--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"


def eventually(question, seconds=60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        answer = question()
        if answer:
            return answer
        time.sleep(0.02)
    raise AssertionError(f"not within {seconds} seconds")
