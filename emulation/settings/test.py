"""Tests: real PostgreSQL and Redis, the fastest password hash, the least stretching of passphrases (tests of secrecy
take the full one), no demonstration day unless a test sets one."""

from emulation.core.ballot_box import Stretching
from emulation.settings.base import *  # noqa: F403  (a settings module is its base plus what differs)
from emulation.settings.env import env

DEBUG = False
SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
PASSPHRASE_STRETCHING = Stretching(rounds=1, memory=8192)
STORAGES = KEPT | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
AXES_ENABLED = env.flag("AXES_ENABLED", False)
env.check()
