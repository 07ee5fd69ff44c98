"""Which decision a page speaks of."""

from django.urls import reverse
from django.utils.translation import gettext as _

from awards.decisions.models.decision import Decision
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404


def decision_or_404(request, pk: int, deed: str = "read") -> Decision:
    rows = Decision.objects.visible_to(request.actor).select_related("body__parent", "signer")
    return record_or_404(rows, request.actor, deed, pk=pk)


def crumbs_of_decisions() -> list[Crumb]:
    return [Crumb(_("Decisions on honours"), reverse("awards:decisions"))]


def crumbs_of_decision(found: Decision) -> list[Crumb]:
    return [*crumbs_of_decisions(), Crumb(str(found), found.get_absolute_url())]
