from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.forms.parts import OrganisationChoiceField, ReasonForm, TermForm
from clusters.models import Organisation, PostKind
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.period import Period


class YearForm(forms.Form):
    year = forms.IntegerField(label=_("Year"), min_value=1948, max_value=2200)
    supervisor_office = forms.CharField(
        label=_("Office of the supervising Council member"),
        required=False,
        max_length=200,
        help_text=_("The office only, without the person's name."),
    )


class SupervisorForm(forms.Form):
    supervisor_office = forms.CharField(
        label=_("Office of the supervising Council member"),
        required=False,
        max_length=200,
        help_text=_("The office only, without the person's name."),
    )


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
        max_length=300,
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
