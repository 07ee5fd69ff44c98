from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "emulation.core"
    label = "core"
    verbose_name = _("Foundation")

    def ready(self):
        from emulation.core.actions.sessions import note_beginning  # noqa: PLC0415  (models are there only now)

        user_logged_in.connect(note_beginning, dispatch_uid="core.sessions")
