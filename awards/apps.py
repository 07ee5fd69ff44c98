from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AwardsConfig(AppConfig):
    name = "awards"
    verbose_name = _("Awards")

    def ready(self):
        """The web process asks for work by its kind, so it must know the kinds as the worker does."""
        import_module("awards.tasks")
