"""Which decision a page speaks of."""

from django.urls import reverse
from django.utils.translation import gettext as _

from awards.decisions.models.decision import Decision, DecisionLineQuerySet
from emulation.core.models.keyset import KeysetOrder, Page, read_page
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404

LINES_SHOWN = 300


def decision_or_404(request, pk: int, deed: str = "read") -> Decision:
    rows = Decision.objects.visible_to(request.actor).select_related("body__parent", "signer")
    return record_or_404(rows, request.actor, deed, pk=pk)


def page_of_lines(request, rows: DecisionLineQuerySet) -> Page:
    return read_page(
        rows, KeysetOrder(("id",)), cursor=request.GET.get("trang", ""), bound_to="decision-lines", size=LINES_SHOWN
    )


def crumbs_of_decisions() -> list[Crumb]:
    return [Crumb(_("Decisions on honours"), reverse("awards:decisions"))]


def crumbs_of_decision(found: Decision) -> list[Crumb]:
    return [*crumbs_of_decisions(), Crumb(str(found), found.get_absolute_url())]
