"""Whom a dossier's procedure consults, and whom a desk may ask."""

from datetime import date

from django.db.models import Q

from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.consulting import ConsultedNamed
from awards.procedures.models.procedure import Procedure
from awards.procedures.rules.terms import Consulted
from clusters.models import Organisation
from clusters.organisations.models.organisation import PROVINCIAL_KINDS


def consulted_named(procedure: Procedure | None) -> tuple[ConsultedNamed, ...]:
    if procedure is None:
        return ()
    return tuple(ConsultedNamed(Consulted(row.kind), row.days, row.verified) for row in procedure.consultations.all())


def bodies_to_ask(nomination: Nomination, *, on: date):
    """Organisations of that day that the desk can ask: its own units, those beside it, the provinces; not who
    nominates, is nominated, or asks."""
    holder = nomination.holder
    near = Q(parent=holder) | Q(kind__in=PROVINCIAL_KINDS)
    if holder.parent_id is not None:
        near |= Q(parent=holder.parent_id)
    apart = {nomination.organisation_id, nomination.subject_id, holder.pk} - {None}
    return Organisation.objects.on(on).filter(near).exclude(pk__in=apart).sorted()
