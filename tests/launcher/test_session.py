import pytest
from django.db import connections


@pytest.mark.django_db
def test_a_plain_test_has_a_database():
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT current_database(), current_setting('server_version_num')::int / 10000")
        name, version = cursor.fetchone()
    assert name.startswith("test_thidua_")
    assert version >= 16


def test_a_database_of_ones_own_can_be_committed_to(own_database):
    with connections["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE only_here (id int)")
        cursor.execute("SELECT current_database()")
        assert cursor.fetchone() == (own_database,)


def test_what_another_test_committed_is_not_seen(own_database):
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT to_regclass('only_here')")
        assert cursor.fetchone() == (None,)
