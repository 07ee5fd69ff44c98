"""A province sets the share of an award for itself, from a day on; the one before it ends that day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from awards.catalogue.models.award import Award
from awards.eligibility.models.shares import TitleShare
from awards.procedures.models.measures import ProcedureMeasure
from awards.procedures.rules.terms import BASES_OF, MeasureKind, fits_share
from clusters.models import Organisation
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import dates, fitting, refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest
from emulation.core.numbers import format_decimal
from emulation.core.period import Period

WHOLE = 100


@dataclass(frozen=True)
class ShareSaid:
    award: Award
    share_percent: Decimal
    base: str
    document: str
    first_day: date


@transaction.atomic
def set_share(organisation: Organisation, said: ShareSaid, *, actor: Actor) -> TitleShare:
    """`document`: number and date of the province's own regulation."""
    if not actor.may("write", organisation, subject="title_share"):
        raise Refusal(_("Only an officer of the province sets its shares."))
    if not 0 < said.share_percent <= WHOLE:
        raise Refusal(_("A share lies above 0 and up to 100 per cent."), field="share_percent")
    _refuse_above_the_law(said)
    if said.base not in BASES_OF[MeasureKind.QUOTA_SHARE]:
        raise Refusal(_("Choose of how many the share is taken."), field="base")
    if not fits_share(said.award.code, said.base):
        raise Refusal(
            _("The Government flag's share is of the leaders of clusters and blocks, other shares of people."),
            field="base",
        )
    document = fitting(said.document, most=longest(TitleShare, "document"), field="document")
    if not document:
        raise Refusal(_("Name the document by which the province sets it."), field="document")
    before = TitleShare.objects.select_for_update().filter(organisation=organisation, award=said.award)
    for one in before.overlapping(Period(said.first_day)):
        if one.during.start is not None and one.during.start >= said.first_day:
            raise Refusal(
                _("Another share begins on %(day)s. Choose a later day.") % {"day": format_date(one.during.start)},
                field="first_day",
            )
        one.during = one.during.until(said.first_day)
        one.save(update_fields=["during"])
    share = TitleShare(
        organisation=organisation,
        award=said.award,
        share_percent=said.share_percent,
        base=said.base,
        document=document,
        during=Period(said.first_day),
    )
    with refusing_conflicts():
        share.save()
    after = {"award": said.award.code, "share": str(said.share_percent), "base": said.base, "document": document}
    record(actor, "awards.set_share", share, after=after | dates(share.during))
    return share


def _refuse_above_the_law(said: ShareSaid) -> None:
    """A share that is verified against the law is a ceiling, while its procedure holds: a province only goes lower."""
    ceilings = ProcedureMeasure.objects.filter(
        kind=MeasureKind.QUOTA_SHARE,
        verified=True,
        base=said.base,
        number__lt=said.share_percent,
        procedure__award=said.award,
        procedure__during__overlap=Period(said.first_day),
    )
    above = ceilings.select_related("procedure").order_by("number").first()
    if above is not None:
        raise Refusal(
            _("%(provision)s lets at most %(share)s%% be proposed; a province only sets a lower share.")
            % {"provision": above.provision, "share": format_decimal(above.number.normalize())},
            field="share_percent",
        )
