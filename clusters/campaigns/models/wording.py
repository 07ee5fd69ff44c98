"""The words of campaigns, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from clusters.campaigns.rules.terms import (
    Addressed,
    CampaignForm,
    CampaignLevel,
    CampaignState,
    Drive,
    Part,
    ReviewKind,
    Stage,
)
from emulation.core.badges import Badge, Tone, words_of

LEVELS = {
    CampaignLevel.STATE: _("Prime Minister, the whole country"),
    CampaignLevel.PROVINCE: _("Province, in the whole of it"),
    CampaignLevel.CLUSTER: _("Cluster or block, among its members"),
    CampaignLevel.UNIT: _("Unit, within it"),
}
FORMS = {
    CampaignForm.REGULAR: _("Regular emulation"),
    CampaignForm.THEMATIC: _("Thematic emulation"),
}
DRIVES = {
    Drive.ORDINARY: _("Ordinary"),
    Drive.PEAK: _("Peak drive"),
    Drive.SPECIAL: _("Special"),
}
ADDRESSED = {
    Addressed.EVERYBODY: _("Everybody"),
    Addressed.OFFICIALS: _("Officials and public employees"),
    Addressed.WORKERS: _("Workers"),
    Addressed.FARMERS: _("Farmers"),
    Addressed.ENTERPRISES: _("Enterprises and cooperatives"),
    Addressed.FORCES: _("Armed forces"),
    Addressed.SCHOOLS: _("Teachers, pupils and students"),
    Addressed.COMMUNITIES: _("Residential communities and households"),
}
BADGES = {
    CampaignState.DRAFT: Badge(_("Being prepared"), Tone.GOING, "draft"),
    CampaignState.LAUNCHED: Badge(_("Launched"), Tone.GOOD, "check"),
    CampaignState.DROPPED: Badge(_("Not launched"), Tone.PLAIN, "error"),
    CampaignState.STRUCK_OUT: Badge(_("Struck out"), Tone.PLAIN, "error"),
}
STATES = words_of(BADGES)
REVIEWS = {
    ReviewKind.MID: _("Mid-term review"),
    ReviewKind.FINAL: _("Final review"),
}
PARTS = {
    Part.GOAL: _("measurable goal"),
    Part.UNIT: _("unit of measure"),
    Part.SOURCE: _("source of the figure"),
    Part.CHECK_DATE: _("day of the check"),
    Part.DOCUMENT: _("document of launching"),
    Part.FORM: _("form of emulation"),
    Part.ADDRESSED: _("subjects"),
    Part.CRITERIA: _("criteria"),
    Part.PERIOD: _("period"),
    Part.PLAN: _("plan"),
}
STAGES = {
    Stage.LAUNCHED: _("Launched"),
    Stage.JOINED: _("Joined"),
    Stage.REPORTED: _("First report"),
    Stage.CHECKED: _("Inspected"),
    Stage.SUMMED_UP: _("Summed up"),
}
OFFERED = {
    "launch": _("Launch the campaign"),
    "drop": _("Record that it is not launched"),
    "strike_out": _("Strike out the campaign"),
}
STEPS = {
    "prepare": _("Preparation begun"),
    "launch": _("Campaign launched"),
    "drop": _("Not launched"),
    "strike_out": _("Struck out"),
    "name": _("Name corrected"),
    "first_day": _("First day corrected"),
    "last_day": _("Last day corrected"),
    "criteria": _("Criteria corrected"),
    "form": _("Form of emulation corrected"),
    "drive": _("Drive corrected"),
    "addressed": _("Subjects corrected"),
    "document": _("Document of launching corrected"),
    "plan": _("Plan corrected"),
    "parent": _("Campaign above it corrected"),
    "directive": _("Directive corrected"),
    "launched_on": _("Day of launching corrected"),
    "goal": _("Goal changed"),
    "goal_out": _("Goal taken out"),
    "phase": _("Phase added"),
    "phase_out": _("Phase taken out"),
}
