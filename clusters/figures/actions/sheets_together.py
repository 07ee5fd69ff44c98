"""Several members' figures accepted in one go: each sheet a deed of its own, so that one refusal stops no other."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from clusters.figures.actions.sheets import accept_sheet
from clusters.figures.models.dates import dates_of
from clusters.figures.models.punctuality import first_sent
from clusters.figures.models.review import Waiting, waiting_sheets
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.organisation import Organisation
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@dataclass(frozen=True)
class AcceptanceOutcome:
    """`refusal` says why the member's figures were not accepted; empty where they were."""

    member: Organisation
    refusal: str = ""


def accept_together(
    cluster_year: ClusterYear, half: int, *, seen: dict[int, int], actor: Actor
) -> list[AcceptanceOutcome]:
    """`seen`: {member: newest step of its sheet when the head looked}. By the head; what has warnings, was sent anew
    or is no longer waiting stays as it is."""
    waiting = waiting_sheets(
        cluster_year, half, dates=dates_of(cluster_year, half), sent=first_sent(cluster_year, half)
    )
    found = {one.member.pk: one for one in waiting}
    members = Organisation.objects.filter(pk__in=seen).order_by("sort_key", "pk")
    return [AcceptanceOutcome(member, _refusal(found.get(member.pk), seen[member.pk], actor)) for member in members]


def _refusal(waiting: Waiting | None, seen: int, actor: Actor) -> str:
    if waiting is None:
        return _("Its figures no longer wait for you. Open them to see why.")
    if waiting.warned:
        return _("Its figures have warnings. Look at them, and accept them on their own page.")
    try:
        accept_sheet(waiting.sheet, seen=seen, actor=actor)
    except Refusal as refusal:
        return str(refusal)
    return ""
