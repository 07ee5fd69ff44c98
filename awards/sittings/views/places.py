"""Which sitting a page speaks of, and what of its agenda the person sees."""

from django.db.models import Prefetch
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from awards.nominations.models.names import award_names
from awards.sittings.models.agenda import SittingItem
from awards.sittings.models.sitting import Sitting
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.core.models.ballot import BallotOption
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404


def sitting_or_404(request, pk: int, deed: str = "read") -> Sitting:
    rows = Sitting.objects.visible_to(request.actor).select_related("council__body", "presides", "secretary", "current")
    return record_or_404(rows, request.actor, deed, pk=pk)


def teller_or_404(request, pk: int) -> Sitting:
    """For a teller of one of its ballots."""
    found = sitting_or_404(request, pk)
    if not found.ballots.filter(ballot__tellers__user=request.actor.user_id).exists():
        raise Http404
    return found


def items_shown(sitting: Sitting, actor: Actor) -> list[SittingItem]:
    """In their order, without those that the person may not judge; they bear no numbers, so no gap tells."""
    options = Prefetch("ballot__ballot__options", queryset=BallotOption.objects.order_by("position"))
    return list(sitting.items.exclude(outcome="left_out").not_kept_from(actor).with_names().prefetch_related(options))


def awards_of(items: list[SittingItem]) -> dict[int, str]:
    """{dossier: its award as of today}"""
    return award_names([one.nomination for one in items], on=clock.today())


def crumbs_of_sittings() -> list[Crumb]:
    return [Crumb(_("Sittings of Councils"), reverse("awards:sittings"))]


def crumbs_of_sitting(sitting: Sitting) -> list[Crumb]:
    return [*crumbs_of_sittings(), Crumb(str(sitting), sitting.get_absolute_url())]
