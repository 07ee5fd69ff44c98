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
        kinds = import_module("reports.runs.models.kinds")
        for kind, room in (
            (kinds.ReportKind.CLUSTER_SIX_MONTH, "reports.six_month"),
            (kinds.ReportKind.CLUSTER_YEAR_END, "reports.year_end"),
            (kinds.ReportKind.PROVINCE_SIX_MONTH, "reports.province"),
            (kinds.ReportKind.PROVINCE_YEAR_END, "reports.province"),
        ):
            kinds.enter(kind, import_module(f"{room}.actions").read_document)
