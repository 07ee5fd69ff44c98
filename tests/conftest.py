"""Real PostgreSQL, real Redis, and databases cloned from a template: nothing is ever flushed.

Plain tests use `db` (one rolled-back transaction). What must really commit uses `own_database`; what needs web,
worker and beat uses `site`.
"""

import os
import tempfile

import pytest
from hypothesis import HealthCheck, settings

from tests import services, sharing, templates

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")  # a property does not fail because the machine is shared
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in the test's own thread
os.environ["DJANGO_SETTINGS_MODULE"] = "emulation.settings.test"
os.environ.pop("DEMONSTRATION_DAY", None)
_var = tempfile.TemporaryDirectory(prefix="thi-dua-tests-")
_is_ours = services.start_postgres()
_redis = services.start_redis()
os.environ.setdefault("TESTS_KEEP_IN", os.path.join(os.environ.get("VAR_DIR") or templates.PROJECT / ".var", "tests"))
if _is_ours:
    services.use(templates.all_names())
    services.drop_leftovers()
    templates.drop_superseded()
os.environ["VAR_DIR"] = _var.name
os.mkdir(os.path.join(_var.name, "static"))  # whitenoise warns about a folder that is not there

import django  # noqa: E402  (the settings read the environment prepared above)
import django.utils.translation  # noqa: E402

django.setup()  # pytest-django looked for the settings before this file named them

from tests.databases import (  # noqa: E402, F401
    demo_template,
    django_db_setup,
    own_database,
    reference_template,
    shown_database,
)
from tests.machines import two_machines  # noqa: E402, F401
from tests.sites import (  # noqa: E402, F401
    browser_context_args,
    browser_type_launch_args,
    site,
    sites,
    start_site,
)
from tests.stores import fall_silent, files_in_store, store, store_server  # noqa: E402, F401


@pytest.fixture(autouse=True)
def language_of_the_house():
    """A request leaves its language behind; every test begins with the house's own."""
    yield
    django.utils.translation.deactivate()


def pytest_unconfigure(config):
    services.stop_redis(_redis)
    _var.cleanup()


def pytest_xdist_auto_num_workers():
    return sharing.workers()


def pytest_xdist_make_scheduler(config, log):
    return sharing.ByFile(config, log)


def pytest_collection_modifyitems(items):
    items[:] = sharing.spread(items)
    for item in items:
        marker = item.get_closest_marker("django_db")
        flushing = {"transactional_db", "live_server", "django_db_reset_sequences"} & set(item.fixturenames)
        if flushing or (marker and (marker.kwargs.get("transaction") or marker.args)):
            raise pytest.UsageError(
                f"{item.nodeid} would flush the database, and the audit refuses that: use own_database or site."
            )
