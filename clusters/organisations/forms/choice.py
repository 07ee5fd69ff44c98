"""Pieces that the forms of this app share. Each form cleans input for one deed and knows nothing of its rules."""

from django import forms
from django.utils.translation import gettext_lazy as _

from emulation.core.period import Period
from emulation.core.words import term


class OrganisationChoiceField(forms.ModelChoiceField):
    """Names return after mergers, so each choice also says its code and, when bounded, its life."""

    def __init__(self, **kwargs):
        super().__init__(empty_label=_("Choose from the list"), **kwargs)

    def label_from_instance(self, organisation):
        said = f"{organisation.name} ({organisation.code})"
        return said if organisation.during == Period() else f"{said}, {term(organisation.during)}"
