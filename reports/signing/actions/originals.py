"""The legal original comes in: the scan of the paper signed by hand, or the file signed digitally."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.attachments.actions import file_paper
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, require_reason
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest
from reports.signing.models import ROW, SignedOriginal, SignedPaper


@transaction.atomic
def attach_original(paper: SignedPaper, upload, *, why: str = "", actor: Actor) -> SignedOriginal:
    """By the organisation that signed, also once the year is closed. `upload`: a file of the request; `why`: where
    another original is attached already, which stays beside the new one."""
    if not actor.may("write", paper, subject=ROW):
        raise Refusal(_("The original is attached by the organisation that signed the paper."))
    paper = SignedPaper.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=paper.pk)
    before = paper.original
    why = fitting(why, most=longest(SignedOriginal, "why"), field="why")
    if before is not None:
        require_reason(why)
    filed = file_paper(upload, organisation=paper.organisation, actor=actor, field="file")
    if paper.originals.filter(paper=filed).exists():
        raise Refusal(_("This very file is attached already."), field="file")
    original = paper.originals.create(
        paper=filed, why=why if before else "", attached_by_name=actor.name, attached_at=clock.now()
    )
    record(
        actor,
        "reports.attach_original",
        paper.thing,
        before={"checksum": before.paper.checksum} if before else None,
        after={"file": filed.name, "checksum": filed.checksum},
        why=original.why,
        organisation_id=paper.organisation_id,
    )
    return original
