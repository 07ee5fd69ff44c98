from django.utils.translation import gettext_lazy as _

from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.parts import ReasonForm


class YearClosingForm(ReasonForm):
    """The reason is asked for where something is left undone."""

    on = VietnameseDateField(label=_("Closed on"))
    field_order = ("on", "why")

    def __init__(self, *args, asks_why, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["why"].help_text = _("Kept in the journal and shown with the year.")
        if not asks_why:
            del self.fields["why"]

    def clean(self):
        return {"why": "", **super().clean()}
