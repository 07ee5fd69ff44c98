"""The states and steps of a report in words."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from emulation.core.badges import Badge, Tone


class ReportState(models.TextChoices):
    MAKING = "making", _("Being made")
    DRAFT = "draft", _("Draft")
    SIGNED = "signed", _("Signed")
    PUT_AWAY = "put_away", _("No longer used")
    FAILED = "failed", _("Not made")


LOOKS = {
    ReportState.MAKING: (Tone.GOING, "half"),
    ReportState.DRAFT: (Tone.GOING, "draft"),
    ReportState.SIGNED: (Tone.GOOD, "check"),
    ReportState.PUT_AWAY: (Tone.PLAIN, "archive"),
    ReportState.FAILED: (Tone.BAD, "error"),
}
BADGES = {ReportState(state): Badge(ReportState(state).label, *look) for state, look in LOOKS.items()}
STEPS = {
    "ask": _("Asked for"),
    "finish": _("Draft made"),
    "give_up": _("Not made"),
    "sign": _("Signed"),
    "sign_correction": _("Signed"),
    "sign_own": _("Signed"),
    "put_away": _("Draft put away"),
    "bring_back": _("Draft brought back"),
    "put_away_own": _("Draft put away"),
    "bring_back_own": _("Draft brought back"),
}
