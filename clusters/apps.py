from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

ROOMS_THAT_SHOW_PAPERS = ("directives", "campaigns", "figures", "pacts", "conferences", "tasks", "scores")


class ClustersConfig(AppConfig):
    name = "clusters"
    verbose_name = _("Clusters")

    def ready(self):
        """Models can be imported only now. Each room says which papers it shows beside its matters."""
        quotas = import_module("emulation.core.actions.quotas")
        quotas.count_in(quotas.Kept("clusters.Paper", "organisation_id"))
        attachments = import_module("clusters.attachments.access")
        for room in ROOMS_THAT_SHOW_PAPERS:
            attachments.shown_by(import_module(f"clusters.{room}.access").papers_shown)
