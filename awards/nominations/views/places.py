"""Which dossier a page speaks of, and whether the person may see or do it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from awards.nominations.models.nomination import Nomination
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404

RELATED = (
    "organisation__parent",
    "holder",
    "province",
    "board",
    "award",
    "subject",
    "campaign",
    "honour",
    "place__organisation",
    "place__result__cluster_year__cluster",
)


def nomination_or_404(request, pk: int, deed: str = "read", *, subject: str = "") -> Nomination:
    """`subject`: the row of the table for a deed that its state does not decide."""
    visible = Nomination.objects.visible_to(request.actor).select_related(*RELATED)
    return record_or_404(visible, request.actor, deed, subject=subject, pk=pk)


def drafted_or_404(request, pk: int) -> Nomination:
    """For the nominator's officer, in whatever state the dossier is."""
    return nomination_or_404(request, pk, "write", subject="nomination_draft")


def filed_or_404(request, pk: int) -> Nomination:
    """For who may file papers there in some state."""
    return nomination_or_404(request, pk, "write", subject="nomination_papers")


def crumbs_of_shelf() -> list[Crumb]:
    return [Crumb(_("Dossiers of commendation"), reverse("awards:nominations"))]


def crumbs_of(nomination: Nomination) -> list[Crumb]:
    return [*crumbs_of_shelf(), Crumb(str(nomination), nomination.get_absolute_url())]
