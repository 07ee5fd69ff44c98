from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.membership.models.cluster import ClusterYear, Post, PostKind
from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.organisations.models.organisation import Organisation
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import ReasonForm, TermForm
from emulation.core.models.fields import longest
from emulation.core.period import Period


class YearForm(OfficeForm):
    year = forms.IntegerField(label=_("Year"), min_value=1948, max_value=2200)
    supervisor_office = forms.CharField(
        label=_("Office of the supervising Council member"),
        required=False,
        max_length=longest(ClusterYear, "supervisor_office"),
        help_text=_("The office only, without the person's name."),
    )


class SupervisorForm(OfficeForm):
    supervisor_office = forms.CharField(
        label=_("Office of the supervising Council member"),
        required=False,
        max_length=longest(ClusterYear, "supervisor_office"),
        help_text=_("The office only, without the person's name."),
    )


class PostForm(TermForm):
    kind = forms.ChoiceField(label=_("Post"), choices=PostKind.choices)
    organisation = OrganisationChoiceField(
        label=_("Held by"),
        queryset=Organisation.objects.none(),
        help_text=_("Members of the cluster in this year."),
    )
    source = forms.CharField(
        label=_("Source"),
        required=False,
        max_length=longest(Post, "source"),
        help_text=_("Number and date of the paper that says so."),
    )
    field_order = ("kind", "organisation", "first_day", "last_day", "source")

    def __init__(self, *args, cluster_year, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = members_of(cluster_year)


class PostCorrectionForm(ReasonForm, PostForm):
    field_order = ("organisation", "first_day", "last_day", "source", "why")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["kind"]


def members_of(cluster_year):
    return (
        Organisation.objects.filter(
            memberships__cluster=cluster_year.cluster,
            memberships__during__overlap=Period.year(cluster_year.year),
        )
        .distinct()
        .sorted()
    )
