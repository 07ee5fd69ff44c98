"""`make run`: one machine, a demonstration day allowed, plain HTTP."""

from emulation.settings.base import *  # noqa: F403  (a settings module is its base plus what differs)
from emulation.settings.env import env
from emulation.settings.secret import kept_secret

DEBUG = env.flag("DEBUG", False)
SECRET_KEY = env.text("SECRET_KEY", "") or kept_secret(VAR_DIR)  # noqa: F405
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
STORAGES = KEPT | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
env.check()
