from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = _("Reports")

    def ready(self):
        """The web process asks for work by its kind, so it must know the kinds as the worker does."""
        import_module("reports.tasks")
