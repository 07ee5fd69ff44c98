"""Who may write the honours of an organisation, by hand and by lists."""

from clusters.models import Organisation
from emulation.core.actor import Actor, Role


def may_write(actor: Actor, organisation_id: int) -> bool:
    """An officer of the organisation, or of what it became."""
    return organisation_id in actor.entered


def may_undo(actor: Actor, organisation_id: int) -> bool:
    """An officer or an approver of the organisation, or of what it became."""
    return organisation_id in actor.entered | actor.approved


def organisations_of(actor: Actor):
    """For which the person may send in lists: today's own first, then what they came from."""
    today = {where for role, where in actor.mandates if role is Role.OFFICER}
    rows = Organisation.objects.filter(pk__in=[pk for pk in actor.own if may_write(actor, pk)]).sorted()
    return Organisation.objects.filter(pk__in=today) if len(rows) == len(today) else rows
