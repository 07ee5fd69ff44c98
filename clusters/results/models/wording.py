"""The words of a year's result, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from clusters.results.rules.terms import ElectedPost, ResultState

RESULT_STATES = {
    ResultState.DRAFT: _("Being drawn up"),
    ResultState.FROZEN: _("Frozen"),
    ResultState.WITHDRAWN: _("Withdrawn"),
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
