"""Pick lists of bodies: names return after mergers and under other provinces, so namesakes are told apart."""

from django.utils.translation import gettext_lazy as _

from clusters.organisations.models.names import told_apart
from emulation.core.forms.labelled import LabelledField, SeveralLabelledField


class OrganisationChoiceField(LabelledField):
    def __init__(self, **kwargs):
        super().__init__(labels=told_apart, **{"empty_label": _("Choose from the list"), **kwargs})


class OrganisationsChoiceField(SeveralLabelledField):
    def __init__(self, **kwargs):
        super().__init__(labels=told_apart, **kwargs)
