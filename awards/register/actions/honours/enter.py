from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.register.actions.honours.lines import line_of, without_personal
from awards.register.actions.honours.said import Said, written
from awards.register.actions.honours.standing import refuse_same
from awards.register.actions.same import lock_register_of
from awards.register.models.honour import Honour
from clusters.models import Organisation
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def enter_honour(
    organisation: Organisation, said: Said, *, same_seen: int | None = None, on: date, actor: Actor
) -> Honour:
    """One honour by hand. `on` is today: nothing is decided after it."""
    if not actor.may("write", organisation, subject="honour"):
        raise Refusal(_("Only an officer of this organisation may enter and correct its honours."))
    lock_register_of(organisation.pk)
    honour = written(Honour(organisation=organisation), said, on=on)
    refuse_same(honour, same_seen=same_seen)
    honour.save()
    record(actor, "awards.enter_honour", honour, after=without_personal(line_of(honour)))
    return honour
