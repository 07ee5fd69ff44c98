from django import forms
from django.core.validators import RegexValidator
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.membership.models.cluster import Cluster
from clusters.mergers.actions import MergerOrder, NewBody
from clusters.organisations.forms.choice import OrganisationChoiceField, OrganisationsChoiceField
from clusters.organisations.forms.units import CODE as UNIT_CODE
from clusters.organisations.models.merger import Merger
from clusters.organisations.models.organisation import PROVINCIAL_KINDS, Organisation, OrganisationKind
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.models.fields import longest

MERGING = (*PROVINCIAL_KINDS, OrganisationKind.UNIT)


class MergerForm(OfficeForm):
    """`seats` is asked on the preview, once it is known which clusters go on."""

    legal_basis = forms.CharField(
        label=_("Legal basis"),
        max_length=longest(Merger, "legal_basis"),
        help_text=_("Number and date of the resolution that merges them."),
    )
    day = VietnameseDateField(
        label=_("Day of the merger"),
        help_text=_("The first day of the successor; the old organisations exist to the end of the day before."),
    )
    successor = OrganisationChoiceField(
        label=_("Successor"),
        queryset=Organisation.objects.none(),
        required=False,
        help_text=_("Leave empty when it is not recorded yet, and enter it in the three fields below."),
    )
    new_name = forms.CharField(
        label=_("Name of a new successor"), max_length=longest(Organisation, "name"), required=False
    )
    new_code = forms.CharField(
        label=_("Code of a new successor"),
        max_length=longest(Organisation, "code"),
        required=False,
        validators=[RegexValidator(UNIT_CODE.regex, UNIT_CODE.message)],
        help_text=_("A code may return: from the day of the merger on it belongs to the successor."),
    )
    new_kind = forms.ChoiceField(
        label=_("Kind of a new successor"),
        required=False,
        choices=[
            ("", _("Choose from the list")),
            *((kind, label) for kind, label in OrganisationKind.choices if kind in MERGING),
        ],
    )
    predecessors = OrganisationsChoiceField(
        label=_("Organisations that end with the merger"),
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Those that were merged already are not offered."),
    )
    seats = forms.ModelMultipleChoiceField(
        queryset=Cluster.objects.all(), required=False, widget=forms.MultipleHiddenInput
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        merging = Organisation.objects.filter(kind__in=MERGING).sorted()
        self.fields["predecessors"].queryset = merging.filter(merged_by=None)
        self.fields["successor"].queryset = merging.filter(Q(mergers=None), during__startswith__isnull=False)

    def clean(self):
        cleaned = super().clean()
        new = [name for name in ("new_name", "new_code", "new_kind") if cleaned.get(name)]
        if cleaned.get("successor") and new:
            self.add_error(
                "successor", _("Choose a recorded successor or enter a new one, not both; empty what does not hold.")
            )
        elif not cleaned.get("successor") and "successor" not in self.errors:
            for name in ("new_name", "new_code", "new_kind"):
                if name not in new and name not in self.errors:
                    self.add_error(name, _("Needed for a successor that is not recorded yet."))
        return cleaned

    def order(self) -> MergerOrder:
        said = self.cleaned_data
        new = NewBody(said["new_code"], said["new_name"], said["new_kind"])
        return MergerOrder(
            said["day"],
            said["legal_basis"],
            tuple(one.pk for one in said["predecessors"]),
            said["successor"].pk if said["successor"] else new,
            frozenset(one.pk for one in said["seats"]),
        )
