"""The words of a year's result, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from clusters.rules.result_terms import ElectedPost, ProposedAward, ResultState

RESULT_STATES = {
    ResultState.DRAFT: _("Being drawn up"),
    ResultState.FROZEN: _("Frozen"),
    ResultState.WITHDRAWN: _("Withdrawn"),
}
AWARDS = {
    ProposedAward.GOVERNMENT_FLAG: _("Government Emulation Flag"),
    ProposedAward.PRIME_MINISTER_CERTIFICATE: _("Certificate of Merit of the Prime Minister"),
    ProposedAward.MINISTRY_FLAG: _("Emulation Flag of the ministry or branch"),
    ProposedAward.MINISTRY_CERTIFICATE: _("Certificate of Merit of the minister or head of the branch"),
    ProposedAward.PROVINCE_FLAG: _("Emulation Flag of the provincial People's Committee"),
    ProposedAward.PROVINCE_CERTIFICATE: _("Certificate of Merit of the chair of the provincial People's Committee"),
}
POSTS = {
    ElectedPost.HEAD: _("Head of the cluster"),
    ElectedPost.DEPUTY: _("Deputy head of the cluster"),
}
STEPS = {
    "draw_up": _("Result drawn up"),
    "begin_later_act": _("Later act begun"),
    "freeze": _("Result frozen"),
    "withdraw": _("Draft withdrawn"),
}


def choices(words):
    return [(key.value, label) for key, label in words.items()]
