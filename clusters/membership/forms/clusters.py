from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from clusters.membership.models.cluster import Cluster, ClusterKind, ClusterLevel
from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.organisations.models.organisation import Organisation, OrganisationKind
from emulation.core.forms.parts import ReasonForm, SourceForm, TermForm
from emulation.core.models.fields import longest

CODE = RegexValidator(
    r"^[A-Z][A-Z0-9_]*$",
    _("A code has capital letters A–Z, digits and underscores, and begins with a letter, for example CUM_5TP."),
)


class ClusterForm(SourceForm, TermForm):
    code = forms.CharField(
        label=_("Code"),
        max_length=longest(Cluster, "code"),
        validators=[CODE],
        help_text=_("Stands for good, for example CUM_5TP."),
    )
    name = forms.CharField(label=_("Name"), max_length=longest(Cluster, "name"))
    owner = OrganisationChoiceField(
        label=_("Kept by"), queryset=Organisation.objects.exclude(kind=OrganisationKind.UNIT).sorted()
    )
    level = forms.ChoiceField(label=_("Level of the cluster"), choices=ClusterLevel.choices)
    kind = forms.ChoiceField(label=_("Kind"), choices=ClusterKind.choices)
    field_order = ("code", "name", "owner", "level", "kind", "first_day", "last_day", "source", "verified")


class ClusterChangeForm(ReasonForm, SourceForm, TermForm):
    name = forms.CharField(label=_("Name"), max_length=longest(Cluster, "name"))
    field_order = ("name", "first_day", "last_day", "source", "verified", "why")
