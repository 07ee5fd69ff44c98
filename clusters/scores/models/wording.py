"""The words of scoring, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core.badges import Badge, Tone, words_of

ROUND_BADGES = {
    RoundState.SELF: Badge(_("Members score themselves"), Tone.GOING, "half"),
    RoundState.CROSS: Badge(_("Members score each other"), Tone.GOING, "half"),
    RoundState.APPRAISAL: Badge(_("Being appraised"), Tone.GOING, "half"),
    RoundState.FINAL: Badge(_("Final points are set"), Tone.GOING, "half"),
    RoundState.FROZEN: Badge(_("Points are frozen"), Tone.GOOD, "check"),
}
ROUND_STATES = words_of(ROUND_BADGES)
SCORE_KINDS = {
    ScoreKind.SELF: _("Self score"),
    ScoreKind.CROSS: _("Cross score"),
    ScoreKind.APPRAISAL: _("Appraisal"),
    ScoreKind.FINAL: _("Final points"),
}
STEPS = {
    "open_self": _("Self-scoring opened"),
    "open_cross": _("Cross-scoring opened"),
    "open_appraisal": _("Appraisal opened"),
    "open_final": _("Setting of final points opened"),
    "freeze": _("Points frozen"),
    "go_back": _("Taken back a step"),
}
OFFERS = {
    "open_cross": _("Open the cross-scoring"),
    "open_appraisal": _("Open the appraisal"),
    "open_final": _("Open the setting of final points"),
    "freeze": _("Freeze the points"),
    "go_back": _("Take back a step"),
}
