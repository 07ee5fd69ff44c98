"""The words of a year's result, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from clusters.results.rules.terms import ElectedPost, ResultState
from emulation.core.badges import Badge, Tone, words_of

RESULT_BADGES = {
    ResultState.DRAFT: Badge(_("Being drawn up"), Tone.GOING, "draft"),
    ResultState.FROZEN: Badge(_("Frozen"), Tone.GOOD, "check"),
    ResultState.WITHDRAWN: Badge(_("Withdrawn"), Tone.PLAIN, "error"),
}
RESULT_STATES = words_of(RESULT_BADGES)
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
