"""A decision from before its dossiers came to the Council: somebody says why."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from awards.nominations.models.nomination import Nomination, NominationStep
from emulation.core.dates import format_date
from emulation.core.errors import Refusal


def refuse_unexplained_day(nominations: Iterable[int], day: date, why: str) -> None:
    """The first time that each came before the Council counts: it may have come back and been put to it again since.
    `nominations`: ids of the dossiers that the decision is on; field "why"."""
    if why.strip():
        return
    put = NominationStep.objects.filter(nomination__in=nominations, name="put_to_council").order_by()
    last = put.values("nomination").annotate(at=Min("taken_at")).order_by("-at", "nomination").first()
    if last is None or day >= (put_on := timezone.localtime(last["at"]).date()):
        return
    raise Refusal(
        _(
            "%(name)s: the decision is dated %(day)s, but the dossier was put to the Council on %(put)s. Say why it "
            "came in after the decision, or mend the day."
        )
        % {"name": Nomination.objects.get(pk=last["nomination"]), "day": format_date(day), "put": format_date(put_on)},
        field="why",
    )
