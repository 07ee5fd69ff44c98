"""Real PostgreSQL, real Redis, and databases cloned from a template: nothing is ever flushed.

Plain tests use `db` (one rolled-back transaction). What must really commit uses `own_database`; what needs web,
worker and beat uses `site`.
"""

import os
import tempfile

import pytest

from tests import services

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in the test's own thread
os.environ["DJANGO_SETTINGS_MODULE"] = "emulation.settings.test"
os.environ.pop("DEMONSTRATION_DAY", None)
_var = tempfile.TemporaryDirectory(prefix="thi-dua-tests-")
services.start_postgres()
_redis = services.start_redis()
os.environ["VAR_DIR"] = _var.name
os.mkdir(os.path.join(_var.name, "static"))  # whitenoise warns about a folder that is not there

import django.conf  # noqa: E402  (the settings read the environment prepared above)
import django.utils.translation  # noqa: E402

django.conf.settings.DATABASES["default"]["TEST"] = {"NAME": f"{services.PREFIX}{os.getpid()}"}

from tests.databases import demo_template, django_db_setup, own_database  # noqa: E402, F401
from tests.sites import (  # noqa: E402, F401
    browser_context_args,
    browser_type_launch_args,
    site,
    start_site,
)


@pytest.fixture(autouse=True)
def language_of_the_house():
    """A request leaves its language behind; every test begins with the house's own."""
    yield
    django.utils.translation.deactivate()


def pytest_unconfigure(config):
    services.stop_redis(_redis)
    _var.cleanup()


def pytest_collection_modifyitems(items):
    for item in items:
        marker = item.get_closest_marker("django_db")
        flushing = {"transactional_db", "live_server", "django_db_reset_sequences"} & set(item.fixturenames)
        if flushing or (marker and (marker.kwargs.get("transaction") or marker.args)):
            raise pytest.UsageError(
                f"{item.nodeid} would flush the database, and the audit refuses that: use own_database or site."
            )
