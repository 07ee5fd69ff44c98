"""The words of awards that a cluster may propose its members for."""

from django.utils.translation import gettext_lazy as _

from clusters.regulation.rules.proposed_awards import ProposedAward

AWARDS = {
    ProposedAward.GOVERNMENT_FLAG: _("Government Emulation Flag"),
    ProposedAward.PRIME_MINISTER_CERTIFICATE: _("Certificate of Merit of the Prime Minister"),
    ProposedAward.MINISTRY_FLAG: _("Emulation Flag of the ministry or branch"),
    ProposedAward.MINISTRY_CERTIFICATE: _("Certificate of Merit of the minister or head of the branch"),
    ProposedAward.PROVINCE_FLAG: _("Emulation Flag of the provincial People's Committee"),
    ProposedAward.PROVINCE_CERTIFICATE: _("Certificate of Merit of the chair of the provincial People's Committee"),
}
