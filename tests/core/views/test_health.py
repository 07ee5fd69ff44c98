import logging

import pytest
from django.db import connection
from django.urls import reverse

from emulation.core.tracing import RequestIdFilter, request_id, traced

pytestmark = pytest.mark.django_db


def test_alive_and_ready_need_no_log_in_and_say_little(client):
    for name in ("core:alive", "core:ready"):
        answer = client.get(reverse(name))
        assert (answer.status_code, answer.content) == (200, b"ok\n")
        assert "no-store" in answer.headers["Cache-Control"]


def test_a_database_behind_the_code_is_not_ready(client):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'core' AND name = '0002_append_only'")
    assert client.get(reverse("core:ready")).status_code == 503
    assert client.get(reverse("core:alive")).status_code == 200


def test_a_database_of_a_newer_release_is_not_ready(client):
    """As after a dump of another release was brought back."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('core', '9999_mai_sau', now())")
    answer = client.get(reverse("core:ready"))
    assert (answer.status_code, answer.content) == (503, b"migrations\n")


def test_the_proxys_id_is_kept_and_a_bad_one_is_not(client):
    url = reverse("core:alive")
    assert client.get(url, headers={"X-Request-ID": "abcd-1234-efgh"}).headers["X-Request-ID"] == "abcd-1234-efgh"
    replaced = client.get(url, headers={"X-Request-ID": "<script>alert(1)</script>"}).headers["X-Request-ID"]
    assert len(replaced) == 32
    assert client.get(url).headers["X-Request-ID"] != client.get(url).headers["X-Request-ID"]


def test_log_lines_bear_the_id_within_and_a_dash_without(caplog):
    caplog.handler.addFilter(RequestIdFilter())
    logger = logging.getLogger("thu")
    with traced("abcd-1234") as given:
        logger.warning("trong")
        assert given == request_id() == "abcd-1234"
    logger.warning("ngoài")
    assert [record.request_id for record in caplog.records] == ["abcd-1234", "-"]
    assert request_id() == ""
