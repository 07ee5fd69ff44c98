"""The words of what is recorded of a year and of declared honours, as choices of the models and as labels."""

from django.utils.translation import gettext_lazy as _

from awards.records.rules.terms import DeclaredState, Discipline, InitiativeScope, Rating

RATINGS = {
    Rating.EXCELLENT: _("Excellent: tasks completed excellently"),
    Rating.GOOD: _("Good: tasks completed well"),
    Rating.COMPLETED: _("Tasks completed"),
    Rating.NOT_COMPLETED: _("Tasks not completed"),
}
SCOPES = {
    InitiativeScope.GRASSROOTS: _("In the unit (grassroots)"),
    InitiativeScope.PROVINCE: _("In the ministry or province"),
    InitiativeScope.NATIONAL: _("In the whole country"),
}
DISCIPLINES = {
    Discipline.NONE: _("No discipline"),
    Discipline.REPRIMAND: _("Reprimand"),
    Discipline.WARNING: _("Warning or graver"),
}
DECLARED_STATES = {
    DeclaredState.DECLARED: _("Self-declared"),
    DeclaredState.AT_CENTRE: _("Self-declared, for the central board"),
    DeclaredState.AT_PROVINCE: _("Self-declared, for the province"),
    DeclaredState.CONFIRMED: _("Confirmed"),
    DeclaredState.REFUSED: _("Not confirmed"),
    DeclaredState.WITHDRAWN: _("Withdrawn"),
}
STEPS = {
    "declare": _("Declared"),
    "hand_up": _("Laid before the central board"),
    "hand_to_province": _("Laid before the province"),
    "confirm": _("Confirmed"),
    "refuse": _("Not confirmed"),
    "confirm_as_centre": _("Confirmed by the central board"),
    "refuse_as_centre": _("Not confirmed by the central board"),
    "confirm_as_province": _("Confirmed by the province"),
    "refuse_as_province": _("Not confirmed by the province"),
    "withdraw": _("Withdrawn"),
}
