"""Who looks into dossiers at the desks of a person today."""

from clusters.models import Mandate, MandateRole
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.core.models.fields import PeriodQuerySet

LOOKS_INTO = (MandateRole.OFFICER, MandateRole.CENTRAL_REVIEWER)


def mandates_at_the_desks_of(actor: Actor) -> PeriodQuerySet:
    """Whoever was given a dossier and has none of these is no longer there to go on with it."""
    today = Mandate.objects.on(clock.today()).filter(role__in=LOOKS_INTO, user__is_active=True)
    return today.filter(organisation__in=actor.bodies).order_by()
