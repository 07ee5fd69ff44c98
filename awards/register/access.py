"""Who may write the honours of an organisation, by hand and by lists, and its totals."""

from django.db.models import Q, QuerySet

from clusters.models import Organisation
from emulation.core.actor import Actor, Role
from emulation.core.models.reach import Reach

REACH = Reach(organisations=("pk",))


def organisations_of(actor: Actor, *, row: str = "honour") -> QuerySet[Organisation]:
    """For which the person may send in lists, or write what `row` of the table says: today's own first, then what they
    came from."""
    today = {where for role, where in actor.mandates if role is Role.OFFICER}
    rows = Organisation.objects.filter(REACH.seen_by(actor, {row: Q()}, deed="write")).sorted()
    return Organisation.objects.filter(pk__in=today) if len(rows) == len(today) else rows
