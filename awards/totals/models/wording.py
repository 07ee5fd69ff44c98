"""The words of declared totals, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.totals.rules.terms import Measure, TotalState, TotalSubject
from emulation.core.badges import Badge, Tone

MEASURES = {
    Measure.GIVEN: _("Honours given"),
    Measure.HANDED_OVER: _("Awards handed over at the conference"),
    Measure.DIRECT_SHARE: _("Share of direct workers among individuals"),
    Measure.CAMPAIGNS: _("Thematic emulation campaigns"),
}
SUBJECTS = {
    TotalSubject.COLLECTIVE: _("Collectives"),
    TotalSubject.INDIVIDUAL: _("Individuals"),
    TotalSubject.HOUSEHOLD: _("Households"),
    TotalSubject.TOGETHER: _("Collectives and individuals together, not split"),
    TotalSubject.TIMES: _("Times awarded, whoever it was"),
}
STATES = {TotalState.IN_FORCE: _("In force"), TotalState.WITHDRAWN: _("Withdrawn")}
TOTAL_BADGES = {
    TotalState.IN_FORCE: Badge(STATES[TotalState.IN_FORCE], Tone.GOOD, "check"),
    TotalState.WITHDRAWN: Badge(STATES[TotalState.WITHDRAWN], Tone.BAD, "undo"),
}
STEPS = {"declare": _("Declared"), "correct": _("Corrected"), "withdraw": _("Withdrawn")}
EVERY_AWARD = _("All titles and forms")
