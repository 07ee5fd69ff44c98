"""Many honours at once, by COPY: one audit entry with the counts stands for all of them."""

from collections import Counter
from collections.abc import Iterable

from django.db import transaction

from awards.register.models.honour import Honour
from clusters.models import Organisation
from emulation.core.actions.audit import record
from emulation.core.actions.copying import copy_in
from emulation.core.actor import Actor


@transaction.atomic
def add_honours(honours: Iterable[Honour], *, organisation: Organisation, why: str, actor: Actor) -> int:
    """Unsaved honours, with their keys; constraints judge them as any others. How many were added."""
    added = list(honours)
    for honour in added:
        honour.organisation = organisation
    copy_in(added)
    subjects = Counter(str(honour.subject_kind) for honour in added)
    record(
        actor,
        "awards.add_honours",
        organisation,
        after={"added": subjects.total(), **subjects},
        why=why,
        organisation_id=organisation.pk,
    )
    return subjects.total()
