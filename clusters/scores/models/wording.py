"""The words of scoring, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from clusters.scores.rules.terms import RoundState, ScoreKind

ROUND_STATES = {
    RoundState.SELF: _("Members score themselves"),
    RoundState.CROSS: _("Members score each other"),
    RoundState.APPRAISAL: _("Being appraised"),
    RoundState.FINAL: _("Final points are set"),
    RoundState.FROZEN: _("Points are frozen"),
}
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
