from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = _("Reports")

    def ready(self):
        """The web process asks for work by its kind, so it must know the kinds as the worker does. Rooms of kinds of
        reports say how theirs is read."""
        import_module("reports.tasks")
        kinds, six_month = import_module("reports.runs.models.kinds"), import_module("reports.six_month.actions")
        kinds.enter(kinds.ReportKind.CLUSTER_SIX_MONTH, six_month.read_document)
