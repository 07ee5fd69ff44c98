from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "emulation.desk"
    label = "desk"
    verbose_name = _("Desk")

    def ready(self):
        """Models can be imported only now. The roof tells lower apps what higher ones have built on their matters."""
        from emulation.core import built_upon  # noqa: PLC0415
        from reports.counted import signed_reports_counting  # noqa: PLC0415

        built_upon.register(signed_reports_counting)
