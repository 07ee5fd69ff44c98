"""Decisions on dossiers stand by themselves: where the list that brought the line of one is undone, its honour gets a
line of its own, as if no list had come."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from awards.nominations.actions.entering import enter_in_the_register
from awards.nominations.models.nomination import Nomination
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.built_upon import Foundation, Outliving
from emulation.core.errors import Refusal

OF_LISTS = "awards.honourbatch"


def _standing_on(foundation: Foundation) -> QuerySet[Nomination]:
    rows = Nomination.objects.filter(honour__batch=foundation.pk) if foundation.kind == OF_LISTS else None
    return Nomination.objects.none() if rows is None else rows.order_by("sort_key", "pk")


def told(foundation: Foundation) -> list[str]:
    return [
        _("%(name)s: the decision %(number)s on the dossier keeps this honour in the register, on a line of its own.")
        % {"name": one, "number": one.decision_number}
        for one in _standing_on(foundation)
    ]


def keep(foundation: Foundation, actor: Actor, why: str) -> None:
    """The lines of the list are undone already, so none of them is found again."""
    related = ("organisation__parent", "award", "honour__batch")
    for nomination in _standing_on(foundation).select_related(*related).select_for_update(of=("self",)):
        gone = nomination.honour
        line = enter_in_the_register(nomination, actor=actor)
        if gone is None or line is None:
            raise Refusal(
                _("The register has no place for the award of %(name)s, so this list stays. Tell the administrator.")
                % {"name": nomination}
            )
        nomination.honour = line
        nomination.save(update_fields=["honour"])
        before, after = {"line": gone.pk}, {"line": line.pk, "why": why}
        record(actor, "awards.keep_decided_honour", nomination, before=before, after=after)


DECIDED_HONOURS = Outliving(told, keep)
