"""The words of a scoring scheme, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from clusters.regulation.rules.terms import (
    Appraiser,
    BallotBase,
    FunctionKind,
    GroupKind,
    KnockOutKind,
    RegisterFigure,
    SchemeState,
    TieRule,
)
from emulation.core.badges import Badge, Tone, words_of

SCHEME_BADGES = {
    SchemeState.DRAFT: Badge(_("Draft regulation"), Tone.GOING, "draft"),
    SchemeState.ADOPTED: Badge(_("Adopted by the members"), Tone.GOOD, "check"),
}
SCHEME_STATES = words_of(SCHEME_BADGES)
STEPS = {
    "begin": _("Draft begun"),
    "adopt": _("Adopted by the members"),
    "reopen": _("Opened again"),
}
GROUP_KINDS = {
    GroupKind.CRITERIA: _("Criteria"),
    GroupKind.BONUS: _("Bonus points"),
    GroupKind.PENALTY: _("Penalty points"),
}
FUNCTIONS = {
    FunctionKind.PERCENT_OF_TARGET: _("Per cent of the target"),
    FunctionKind.BANDS: _("Bands of the result"),
    FunctionKind.RANK: _("Rank in the cluster"),
    FunctionKind.YES_NO: _("Done or not done"),
    FunctionKind.LOWER_IS_BETTER: _("The lower the better"),
    FunctionKind.RATIO: _("Part of the whole"),
    FunctionKind.RANGE: _("Within the range of the target"),
    FunctionKind.PANEL: _("Judged by the scorers"),
    FunctionKind.PER_CASE: _("Points for each case"),
    FunctionKind.FROM_REGISTER: _("Share known from the register"),
}
FUNCTION_HELP = {
    FunctionKind.PERCENT_OF_TARGET: _("The share of the target reached, in proportion, up to the maximum."),
    FunctionKind.BANDS: _("A table: from which result on there are how many points."),
    FunctionKind.RANK: _("The first of the cluster gets all points, each place after it fewer."),
    FunctionKind.YES_NO: _("All points or none, as the scorers find."),
    FunctionKind.LOWER_IS_BETTER: _("All points up to the target, fewer above it."),
    FunctionKind.RATIO: _("For figures such as 19/19: the share reached, in proportion."),
    FunctionKind.RANGE: _("All points within the target's two bounds, fewer or none outside."),
    FunctionKind.PANEL: _("The scorers give points by what they read and see."),
    FunctionKind.PER_CASE: _("So many points for each case, up to the maximum; for bonus and penalty points."),
    FunctionKind.FROM_REGISTER: _("A share that the system knows by itself: direct workers, unscheduled, on time."),
}
REGISTER_FIGURES = {
    RegisterFigure.DIRECT_WORKERS: _("Share of direct workers among individuals commended"),
    RegisterFigure.UNSCHEDULED: _("Share of unscheduled commendations"),
    RegisterFigure.PUNCTUALITY: _("Share of half-year figures sent on time"),
    RegisterFigure.CAMPAIGNS: _("Share of campaigns taken part in of which progress was reported in the year"),
    RegisterFigure.TASKS: _("Share of tasks due in the year that are done"),
}
KNOCK_OUTS = {
    KnockOutKind.JUDGED: _("Found by the cluster"),
    KnockOutKind.PACT_UNSIGNED: _("The pact is not signed"),
    KnockOutKind.NO_REPORT: _("The figures of the year are not sent"),
    KnockOutKind.BELOW_SHARE: _("A criterion stays below a share of its maximum"),
}
TIE_RULES = {
    TieRule.GROUPS_IN_ORDER: _("Points of the groups, in their order"),
    TieRule.FEWER_PENALTIES: _("Fewer penalty points"),
    TieRule.BALLOT: _("The members' vote"),
    TieRule.SHARED: _("They share the place"),
}
BALLOT_BASES = {
    BallotBase.ELIGIBLE: _("all members with a vote"),
    BallotBase.PRESENT: _("members present"),
}
APPRAISERS = {
    Appraiser.HEAD_PANEL: _("Panel of the head of the cluster"),
    Appraiser.CENTRAL: _("Central board"),
}
