"""Settings that hold everywhere; `dev`, `test` and `prod` add only what differs. Values come from `env` alone."""

import os
from pathlib import Path

import bootstrap_wrapper
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from kombu import Exchange, Queue

from emulation.core import ballot_box
from emulation.settings.env import env
from emulation.settings.stores import kept

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(env.text("VAR_DIR", str(BASE_DIR / ".var")))
MEDIA_ROOT = VAR_DIR / "files"
BALLOT_PARTS_DIR = VAR_DIR / "ballot-parts"
KEPT = kept(env)
METRICS_DIR = VAR_DIR / "metrics"
METRICS_TOKEN = env.text("METRICS_TOKEN", "")
os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(METRICS_DIR)  # read by prometheus_client when it is imported
FILE_UPLOAD_TEMP_DIR = None
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750
os.umask(0o027)  # also of what is written without Django's storages: reports, exports, the seal
LIST_UPLOAD_LIMIT = 20 * 1024 * 1024
PAPER_UPLOAD_LIMIT = 10 * 1024 * 1024
DOSSIER_PAPER_LIMIT = 50 * 1024 * 1024

DEMONSTRATION_DAY = env.day("DEMONSTRATION_DAY", None)

INSTALLED_APPS = [
    "emulation.core",
    "clusters",
    "awards",
    "reports",
    "emulation.desk",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "axes",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
]

MIDDLEWARE = [
    "emulation.core.middleware.RequestIdMiddleware",
    "emulation.core.health.HealthMiddleware",
    "emulation.core.metrics.MetricsMiddleware",
    "emulation.core.patience.PatienceMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "emulation.core.middleware.PrivateAnswersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "emulation.core.middleware.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "emulation.desk.middleware.ActorMiddleware",
    "emulation.desk.middleware.SecondFactorMiddleware",
    "emulation.core.middleware.SoundAddressMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "emulation.urls"
WSGI_APPLICATION = "emulation.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "emulation.desk.context.page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "emulation.core.templatetags.ui",
                "emulation.core.templatetags.components",
            ],
        },
    }
]

DATABASES = {"default": env.database("DATABASE_URL")}
DATABASES["default"].update(CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True)
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "core.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SECOND_FACTOR_REQUIRED = False
OTP_TOTP_ISSUER = "Thi đua"
PASSPHRASE_STRETCHING = ballot_box.FULL
LOGIN_URL = "core:log-in"
LOGIN_REDIRECT_URL = "desk:home"
LOGOUT_REDIRECT_URL = "core:log-in"

TRUSTED_PROXIES = env.count("TRUSTED_PROXIES", 0)
AXES_HANDLER = "emulation.core.throttling.Throttle"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "emulation.core.client_address.client_address"
AXES_LOCKOUT_TEMPLATE = "core/locked_out.html"
AXES_VERBOSE = False

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "emulation.formats"
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
BOOTSTRAP_DIR = Path(bootstrap_wrapper.__file__).resolve().parent.parent / "bootstrap"
STATICFILES_DIRS = [BASE_DIR / "static", ("bootstrap", BOOTSTRAP_DIR)]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = False
CSRF_FAILURE_VIEW = "emulation.core.views.errors.old_form"

REDIS_URL = env.text("REDIS_URL", "")
CELERY_BROKER_FOLDER = VAR_DIR / "broker"
if REDIS_URL:
    CELERY_BROKER_URL = REDIS_URL
    CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 3600, "socket_keepalive": True}
else:
    CELERY_BROKER_URL = "files://"  # emulation.launcher.doorbell
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(CELERY_BROKER_FOLDER / "doorbell"),
        "data_folder_out": str(CELERY_BROKER_FOLDER / "doorbell"),
        "control_folder": str(CELERY_BROKER_FOLDER / "control"),
        "processed_folder": str(CELERY_BROKER_FOLDER / "heard"),
        "store_processed": False,
        "polling_interval": 0.05,
    }
CELERY_TASK_DEFAULT_QUEUE = env.text("QUEUE_NAME", "thidua")
KEEPING_QUEUE = (
    f"{CELERY_TASK_DEFAULT_QUEUE}-keeping"  # seal, sweeps, letters; a worker hears both unless it is told one
)
CELERY_TASK_QUEUES = [
    Queue(name, Exchange(name), routing_key=name) for name in (CELERY_TASK_DEFAULT_QUEUE, KEEPING_QUEUE)
]
CELERY_TASK_ROUTES = {
    task: {"queue": KEEPING_QUEUE} for task in ("core.sweep_*", "core.seal_audit", "desk.mail_reminders")
}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 30 * 60
CELERY_TASK_SOFT_TIME_LIMIT = 29 * 60
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
EMAIL_HOST = env.text("MAIL_HOST", "localhost")
EMAIL_PORT = env.count("MAIL_PORT", 25)
EMAIL_HOST_USER = env.text("MAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("MAIL_PASSWORD", "")
EMAIL_USE_TLS = env.flag("MAIL_TLS", False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", "")
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "core.sweep_jobs", "schedule": 5.0},
    "draft_reports": {"task": "reports.draft_by_schedule", "schedule": 600.0, "options": {"expires": 300}},
    "mail_reminders": {"task": "desk.mail_reminders", "schedule": 1800.0, "options": {"expires": 900}},
    "sweep_third_parts": {"task": "core.sweep_third_parts", "schedule": 60.0, "options": {"expires": 30}},
    "sweep_strays": {
        "task": "core.sweep_strays",
        "schedule": crontab(minute=30, hour="*/6"),
        "options": {"expires": 3600},
    },
    "seal": {"task": "core.seal_audit", "schedule": 1.0, "options": {"expires": 5}},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "emulation.core.tracing.RequestIdFilter"}},
    "formatters": {
        "line": {"format": "{asctime} {levelname} {request_id} {name} {message}", "style": "{"},
        "json": {"()": "emulation.core.tracing.JsonFormatter"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": env.one_of("LOG_FORMAT", ("line", "json"), "line"),
            "filters": ["request"],
        }
    },
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO")},
    "loggers": {
        "django.server": {"level": "WARNING"},
        "axes": {"level": "WARNING"},
        "celery": {"level": "WARNING"},
        "pypdf": {"level": "ERROR"},
        "kombu.connection": {"level": "ERROR"},
    },
}
