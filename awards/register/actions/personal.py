"""Deeds at the register."""

from django.db import transaction

from awards.register.models.honour import Honour
from emulation.core.actions.audit import record
from emulation.core.actor import Actor


@transaction.atomic
def open_personal(honour: Honour, *, actor: Actor) -> None:
    """The central board looked at birth date and identity: allowed, and logged."""
    record(actor, "awards.read_personal", honour, organisation_id=honour.organisation_id)
