"""Walks every page of the house as one person and keeps what was read, so that two walks can be compared."""

import re
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from urllib.parse import urljoin, urlsplit
from zipfile import ZipFile, is_zipfile

from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from awards.models import Review
from emulation.core.models import User
from tests.doors.addresses import arguments
from tests.doors.test_doors import VIEWS
from tests.reading import client_in

CHANGING = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"|trang=[^"&]*|data-person="\d+"|nonce="[^"]*"'
)
LINKS = re.compile(r'(?:href|hx-get|action)="([^"]+)"')


COLLEAGUE = "Người Xét Hồ Sơ"


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
    return re.sub(r"\s+", " ", text.replace(user.full_name, COLLEAGUE))


def every_address(world, nomination) -> list[str]:
    """Of every page of the resolver, about this dossier where it is about one; pages that end a session are left out,
    and those of one's own sessions and second factor, which bear the minute and a new key, and whether work has waited
    for a minute, which nobody takes here. A page whose address nobody
    has said how to fill in fails here."""
    leaving = {"core:log-out", "core:set-language", "core:password-change", "core:security", "core:second-factor"}
    leaving.add("core:ready")
    known = world | {"nomination": nomination}
    return [
        reverse(name, kwargs=of_review(name, nomination) or arguments(name, known))
        for name in VIEWS
        if name not in leaving
    ]


def of_review(name: str, nomination) -> dict[str, int]:
    """Reviews are of the body that holds the dossier; deeds over many are looked at by their own number."""
    if name == "awards:nomination-feedback":
        return {"pk": nomination.pk}
    if not name.startswith("awards:review") or not VIEWS_WITH_PARTS[name]:
        return {}
    review = Review.objects.filter(nomination=nomination).order_by("-pk").first()
    parts = {"pk": review.pk if review else 0, "seat": 1, "criterion": 1, "note": 1}
    if name in ("awards:review-deed", "awards:review-undo"):
        parts["pk"] = 1
    return {part: parts[part] for part in VIEWS_WITH_PARTS[name]}


def _parts_of_addresses() -> dict[str, list[str]]:
    """{page: names of what stands in its address}"""

    def walk_patterns(patterns, namespace):
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from walk_patterns(pattern.url_patterns, pattern.namespace or namespace)
            elif isinstance(pattern, URLPattern):
                yield f"{namespace}:{pattern.name}", list(pattern.pattern.converters)

    return dict(walk_patterns(get_resolver().url_patterns, ""))


VIEWS_WITH_PARTS = _parts_of_addresses()


def links_in(walked: Walked, addresses) -> set[str]:
    """Where the pages lead inside the house, filters and all."""
    found = set()
    for address in addresses:
        for link in LINKS.findall(walked.said.get(address, "")):
            whole = urlsplit(urljoin(address, link))
            if not whole.netloc and not whole.path.startswith(("/static/", "/quan-tri/")):
                found.add(f"{whole.path}?{whole.query}" if whole.query else whole.path)
    return found
