"""Sentences of Django that say nothing in Vietnamese, or not what to do; named here so that ours is found."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

SENTENCES = (
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
    _("This field is required."),
    _("Null characters are not allowed."),
    _("Enter a complete value."),
)
