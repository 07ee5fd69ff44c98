"""Who is signed in where: a person's own sessions, ended by that person or by an administrator. They are Django's, read
one by one, for a session says only inside whose it is; each lives twelve hours at most, so they are few."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import require_administrator
from emulation.core.actor import Actor
from emulation.core.client_address import client_address
from emulation.core.models import User

NOTED = "signed_in"
LONGEST_BROWSER = 300
# each but the first calls itself by later names too
BROWSERS = ("Firefox", "Edg", "OPR", "coc_coc_browser", "Chrome", "Safari")
IN_WORDS = {"Edg": "Edge", "OPR": "Opera", "coc_coc_browser": "Cốc Cốc"}
SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux")


@dataclass(frozen=True)
class SignedIn:
    """`name`: what pages call it, from which nobody makes the session's key. `begun_at`: None of a session that began
    before such things were noted."""

    name: str
    begun_at: datetime | None
    address: str
    browser: str
    is_this: bool


def note_beginning(request, **_named) -> None:
    """Called at each sign-in, by Django's signal."""
    request.session[NOTED] = {
        "at": clock.real_now().isoformat(),
        "address": client_address(request) or "",
        "browser": request.META.get("HTTP_USER_AGENT", "")[:LONGEST_BROWSER],
    }


def sessions_of(user: User, *, this: str | None = None) -> list[SignedIn]:
    """Newest first. `this`: the key of the session that asks."""
    found = [_signed_in(row.session_key, said, this) for row, said in _rows_of(user)]
    return sorted(found, key=lambda one: (one.is_this, one.begun_at or datetime.min.replace(tzinfo=UTC)))[::-1]


@transaction.atomic
def end_own_sessions(user: User, *, named: str | None, this: str | None, actor: Actor) -> int:
    """The one that pages call `named`; with None all but `this`."""
    return _end(user, named, this, actor)


@transaction.atomic
def end_sessions(user: User, *, named: str | None, actor: Actor) -> int:
    """By an administrator; with None all."""
    require_administrator(actor, "account")
    return _end(user, named, None, actor)


def _end(user: User, named: str | None, this: str | None, actor: Actor) -> int:
    keys = [
        row.session_key
        for row, _said in _rows_of(user)
        if (named is None and row.session_key != this) or _name_of(row.session_key) == named
    ]
    ended, _kinds = Session.objects.filter(session_key__in=keys).delete()
    if ended:
        record(actor, "core.end_sessions", user, after={"sessions": ended})
    return ended


def _rows_of(user: User) -> Iterator[tuple[Session, dict]]:
    for row in Session.objects.filter(expire_date__gt=clock.real_now()).iterator():
        said = row.get_decoded()
        if said.get(SESSION_KEY) == str(user.pk):
            yield row, said


def _signed_in(key: str, said: dict, this: str | None) -> SignedIn:
    noted = said.get(NOTED, {})
    at = noted.get("at")
    return SignedIn(
        name=_name_of(key),
        begun_at=datetime.fromisoformat(at) if at else None,
        address=noted.get("address", ""),
        browser=browser_in_words(noted.get("browser", "")),
        is_this=key == this,
    )


def browser_in_words(agent: str) -> str:
    """By what it calls itself: enough to tell one's own from a stranger's. Empty where it tells nothing known."""
    browser = next((one for one in BROWSERS if f"{one}/" in agent), "")
    system = next((one for one in SYSTEMS if one in agent), "")
    return ", ".join(each for each in (IN_WORDS.get(browser, browser), system) if each)


def _name_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:16]
