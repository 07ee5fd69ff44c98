from django.utils.translation import gettext_lazy as _

from clusters.membership.models.cluster import ClusterLevel
from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.organisations.models.lineage import lineage
from clusters.organisations.models.organisation import Organisation
from clusters.organisations.rules.lineage import ancestors, descendants
from emulation.core.forms.parts import ReasonForm, SourceForm, TermForm


class MemberForm(SourceForm, TermForm):
    organisation = OrganisationChoiceField(label=_("Member"), queryset=Organisation.objects.none())
    field_order = ("organisation", "first_day", "last_day", "source", "verified")

    def __init__(self, *args, cluster, **kwargs):
        super().__init__(*args, **kwargs)
        candidates = Organisation.objects.overlapping(cluster.during).exclude(pk=cluster.owner_id)
        if cluster.level == ClusterLevel.CENTRAL:
            candidates = candidates.provinces()
        if cluster.level == ClusterLevel.PROVINCE:
            links = lineage()
            line = ancestors([cluster.owner_id], links) | descendants([cluster.owner_id], links)
            candidates = candidates.filter(parent__in=line)
        self.fields["organisation"].queryset = candidates.sorted()


class MembershipCorrectionForm(ReasonForm, SourceForm, TermForm):
    field_order = ("first_day", "last_day", "source", "verified", "why")
