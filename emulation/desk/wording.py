"""Words for what the apps write in the audit; a test finds a deed that has none."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "awards.add_honours": _("Added honours to the register"),
    "awards.load_reference": _("Loaded the award catalogue"),
    "awards.read_personal": _("Looked at personal particulars"),
}

PARTICULARS = {
    "checksum": _("checksum of the file"),
}
