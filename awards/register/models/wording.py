"""The words of an honour's status, as choices of the models and as labels everywhere else, and of its steps."""

from django.utils.translation import gettext_lazy as _

from awards.register.rules.terms import HonourStatus

HONOUR_STATUSES = {
    HonourStatus.IN_FORCE: _("In force"),
    HonourStatus.SUSPENDED: _("Suspended by a decision"),
    HonourStatus.REVOKED: _("Revoked"),
    HonourStatus.UNDONE: _("Import undone"),
}
STEPS = {
    "correct": _("Corrected"),
    "suspend": _("Suspended by a decision"),
    "revoke": _("Revoked"),
    "restore": _("Restored"),
}
