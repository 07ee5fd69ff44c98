from importlib.util import find_spec

from django.db import connections


def test_the_driver_is_psycopg2_and_no_other_is_there_to_be_preferred():
    assert connections["default"].Database.__name__ == "psycopg2"
    assert find_spec("psycopg") is None
