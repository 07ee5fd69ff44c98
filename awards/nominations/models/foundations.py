"""Dossiers whose honour stands on a line that a list brought into the register."""

from django.utils.translation import gettext as _

from awards.nominations.models.nomination import Nomination
from emulation.core.built_upon import Foundation

NAMED = 20


def dossiers_standing_on(foundation: Foundation) -> list[str]:
    """A sentence for each; they are locked on the way."""
    if foundation.kind != "awards.honourbatch":
        return []
    rows = Nomination.objects.filter(honour__batch=foundation.pk).select_for_update(of=("self",)).order_by("pk")
    return [
        _("The decision %(number)s on the dossier of %(name)s stands on a line of this list.")
        % {"number": one.decision_number, "name": one}
        for one in rows[:NAMED]
    ]
