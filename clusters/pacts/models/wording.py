"""The words of a pact, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from clusters.pacts.rules.terms import PactSection, PactState, TargetOrigin
from emulation.core.badges import Badge, Tone, words_of

PACT_BADGES = {
    PactState.DRAFT: Badge(_("Being drafted"), Tone.GOING, "draft"),
    PactState.CONSULTED: Badge(_("Members are asked"), Tone.WARNING, "people"),
    PactState.SIGNING: Badge(_("Being signed"), Tone.WARNING, "waits"),
    PactState.IN_FORCE: Badge(_("In force"), Tone.GOOD, "check"),
}
PACT_STATES = words_of(PACT_BADGES)
SECTIONS = {
    PactSection.LEADERSHIP: _("Leadership and state management of emulation and commendation"),
    PactSection.SOCIO_ECONOMY: _("Socio-economic development, national defence and security"),
    PactSection.NATIONAL_CAMPAIGNS: _("Campaigns launched by the Prime Minister"),
    PactSection.LOCAL_CAMPAIGNS: _("Campaigns launched by the localities"),
    PactSection.EXEMPLARS: _("Building exemplars, communication"),
    PactSection.INSPECTION: _("Inspection and activities of the cluster"),
}
ORIGINS = {
    TargetOrigin.DIRECTIVE: _("Directive of a higher level"),
    TargetOrigin.RESOLUTION: _("Resolution of the People's Council"),
    TargetOrigin.OWN: _("Set by the member itself"),
}
STEPS = {
    "ask_members": _("Sent to the members for their opinion"),
    "take_back": _("Taken back for drafting"),
    "open_signing": _("Opened for signing"),
    "reopen": _("Signing broken off"),
    "complete": _("Signed by all, in force"),
    "close_unsigned": _("Closed by the head with members unsigned"),
}
