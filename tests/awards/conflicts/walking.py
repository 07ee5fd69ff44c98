"""Walks every page of the house as one person and keeps what was read, so that two walks can be compared."""

import re
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from urllib.parse import urljoin, urlsplit
from zipfile import ZipFile, is_zipfile

from django.db import transaction
from django.urls import reverse

from emulation.core.models import User
from tests.doors.test_doors import VIEWS
from tests.reading import client_in

CHANGING = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"|trang=[^"&]*|data-person="\d+"|nonce="[^"]*"'
)
LINKS = re.compile(r'(?:href|hx-get|action)="([^"]+)"')


@dataclass
class Walked:
    """{(page, its address): what it said}; an address that is not there is in `missing`."""

    said: dict[str, str] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)


def walk(user: User, addresses) -> Walked:
    """What each visit does is taken back; where visits are not taken, an empty form is sent."""
    client = client_in("vi")
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    cookies = client.cookies.copy()
    found = Walked()
    for address in addresses:
        client.cookies = cookies.copy()
        with transaction.atomic():
            response = client.get(address)
            if response.status_code == 405:
                response = client.post(address, {})
            body = b"".join(response.streaming_content) if response.streaming else response.content
            transaction.set_rollback(True)
        if response.status_code == 404:
            found.missing.add(address)
        else:
            found.said[address] = f"{response.status_code} {response.headers.get('Location', '')} {_text(body, user)}"
    return found


def _text(body: bytes, user: User) -> str:
    """A packed file as the texts inside it."""
    if is_zipfile(BytesIO(body)):
        with ZipFile(BytesIO(body)) as packed:
            inner = [name.encode() + packed.read(name) for name in packed.namelist()]
        return b"\n".join(inner).decode(errors="replace")
    text = CHANGING.sub("", unescape(body.decode(errors="replace")))
    return re.sub(r"\s+", " ", text.replace(user.full_name, "…"))


def every_address(of) -> list[str]:
    """`of`: what stands in the address of each page, by its name; pages that end a session are left out."""
    leaving = {"core:log-out", "core:set-language", "core:password-change"}
    return [reverse(name, kwargs=of(name)) for name in VIEWS if name not in leaving]


def links_in(walked: Walked, addresses) -> set[str]:
    """Where the pages lead inside the house, filters and all."""
    found = set()
    for address in addresses:
        for link in LINKS.findall(walked.said.get(address, "")):
            whole = urlsplit(urljoin(address, link))
            if not whole.netloc and not whole.path.startswith(("/static/", "/quan-tri/")):
                found.add(f"{whole.path}?{whole.query}" if whole.query else whole.path)
    return found
