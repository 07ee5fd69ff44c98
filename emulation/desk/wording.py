"""Words for what the apps write in the audit; a test finds a deed that has none."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "awards.read_personal": _("Looked at personal particulars"),
}

PARTICULARS = {
    "checksum": _("checksum of the file"),
}
