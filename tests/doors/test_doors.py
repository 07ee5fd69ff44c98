"""Walks every URL of the house with the table "who may see and do what" (emulation/core/access).

One world for all pages and people; what a visit does is taken back before the next."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from emulation.core.access import TABLE, Door, allows
from tests.doors.addresses import arguments
from tests.doors.answers import ANSWERS, ANSWERS_TO, NOT_THERE, OPEN, WITHOUT_LOGGING_IN, Answer
from tests.doors.people import PEOPLE
from tests.doors.world import make_drafted, make_world

pytestmark = pytest.mark.django_db

OUTSIDE = ("admin",)


def views():
    """Every URL pattern but the account administration's: (name, view)."""

    def walk(patterns, namespace):
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                if pattern.namespace not in OUTSIDE:
                    yield from walk(pattern.url_patterns, pattern.namespace or namespace)
            elif isinstance(pattern, URLPattern):
                yield f"{namespace}:{pattern.name}", pattern.callback

    return dict(walk(get_resolver().url_patterns, ""))


VIEWS = views()


def door_of(view) -> Door | None:
    return getattr(view, "door", None) or getattr(getattr(view, "view_class", None), "door", None)


OPEN_TO_ALL_LOGGED_IN = {"home", "own_account", "watch", "public"}


def knock(client, name, given) -> Answer:
    """The answer to a visit, or to an empty form where visits are not taken; nothing of it stays."""
    with transaction.atomic():
        url = reverse(name, kwargs=given)
        response = client.get(url)
        if response.status_code == 405:
            response = client.post(url, {})
        if response.streaming:
            b"".join(response.streaming_content)
        transaction.set_rollback(True)
    leads_to = resolve(urlsplit(response["Location"]).path).view_name if response.has_header("Location") else ""
    return Answer(response.status_code, leads_to)


def logged_in(user) -> Callable[[str, dict], Answer]:
    """Knocks as that person, logged in anew for each page."""
    client = Client()
    client.force_login(user)
    cookies = client.cookies.copy()

    def visit(name, given):
        client.cookies = cookies.copy()
        return knock(client, name, given)

    return visit


def test_every_page_names_a_door_of_the_table():
    nameless = [name for name, view in VIEWS.items() if door_of(view) is None]
    assert nameless == []
    unknown = [name for name, view in VIEWS.items() if door_of(view).subject not in TABLE]
    assert unknown == []


def test_every_answer_is_of_a_page():
    assert ANSWERS.keys() | {name for name, _who in ANSWERS_TO} <= VIEWS.keys()


def test_nobody_gets_in_without_logging_in(record_property):
    world = make_world()
    unlike = []
    for name, view in VIEWS.items():
        found = knock(Client(), name, arguments(name, world))
        is_for_everybody = door_of(view).subject in ("own_account", "watch", "public")
        expected = WITHOUT_LOGGING_IN.get(name, OPEN) if is_for_everybody else Answer(302, settings.LOGIN_URL)
        record_property("answer", (name, "nobody", "for everybody" if is_for_everybody else "log in first"))
        if found != expected:
            unlike.append(f"{name}: {found}, expected {expected}")
    assert unlike == []


def test_the_door_opens_for_those_of_the_table_and_is_not_there_for_others(record_property):
    world = make_world()
    unlike = []
    for who in PEOPLE:
        visit = logged_in(world["people"][who])
        for name, view in VIEWS.items():
            door, given = door_of(view), arguments(name, world)
            relations = PEOPLE[who].to_world if given else PEOPLE[who].to_lists
            if name.startswith(("core:job", "awards:export-file", "awards:kin-withdraw")) and who != "own officer":
                relations = frozenset()
            passes = door.subject in OPEN_TO_ALL_LOGGED_IN or allows(relations, door)
            expected = ANSWERS_TO.get((name, who), ANSWERS.get(name, OPEN)) if passes else NOT_THERE
            found = visit(name, given)
            record_property("answer", (name, who, "open" if passes else "not there"))
            if found != expected:
                unlike.append(f"{name} for {who}: {found}, expected {expected}")
    assert unlike == []


@pytest.mark.parametrize("make", [make_drafted, make_world], ids=["draft", "signed"])
def test_a_province_s_report_is_there_for_its_own_people_and_the_central_board_only(make):
    world = make()
    row = "province_report_draft" if make is make_drafted else "province_report"
    given = {"pk": world["province_report"].pk}
    unlike = []
    for who in PEOPLE:
        found = logged_in(world["people"][who])("reports:report", given)
        expected = OPEN if allows(PEOPLE[who].to_world, Door(row)) else NOT_THERE
        if found != expected:
            unlike.append(f"{who}: {found}, expected {expected}")
    assert unlike == []
    readers = {who for who in PEOPLE if allows(PEOPLE[who].to_world, Door(row))}
    known = {"own officer", "own approver", "central reviewer", "central leader"}
    assert readers == (known | {"report reader"} if make is make_world else known)
