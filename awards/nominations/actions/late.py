"""A decision from before its dossiers were sent: papers often come in after they were decided, and somebody says so."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from awards.nominations.models.nomination import Nomination, NominationStep
from emulation.core.dates import format_date
from emulation.core.errors import Refusal


def refuse_unexplained_day(nominations: Iterable[int], day: date, why: str) -> None:
    """The first sending counts: what was sent before its decision may have come back and been sent again since.
    `nominations`: ids of the dossiers that the decision is on; field "why"."""
    if why.strip():
        return
    sent = NominationStep.objects.filter(nomination__in=nominations, name="submit").order_by()
    last = sent.values("nomination").annotate(at=Min("taken_at")).order_by("-at", "nomination").first()
    if last is None or day >= (sent_on := timezone.localtime(last["at"]).date()):
        return
    raise Refusal(
        _(
            "%(name)s: the decision is dated %(day)s, but the dossier was sent on %(sent)s. Say why it came in after "
            "the decision, or mend the day."
        )
        % {
            "name": Nomination.objects.get(pk=last["nomination"]),
            "day": format_date(day),
            "sent": format_date(sent_on),
        },
        field="why",
    )
