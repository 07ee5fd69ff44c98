"""Production: everything from the environment, HTTPS only, the real day only."""

from emulation.settings.base import *  # noqa: F403  (a settings module is its base plus what differs)
from emulation.settings.env import EnvironmentProblem, env

DEBUG = False
SECRET_KEY = env.text("SECRET_KEY")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", [])
STORAGES = KEPT | {  # noqa: F405
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECOND_FACTOR_REQUIRED = env.flag("SECOND_FACTOR_REQUIRED", True)
env.check()
if DEMONSTRATION_DAY is not None:  # noqa: F405
    raise EnvironmentProblem(["DEMONSTRATION_DAY is set: production runs on the real day only; unset it"])
