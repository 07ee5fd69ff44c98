"""Which dossier a page speaks of, and whether the person may see or do it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from awards.nominations.models.bodies import PLACE, with_bodies
from awards.nominations.models.nomination import Nomination
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404


def nomination_or_404(request, pk: int, deed: str = "read", *, subject: str = "") -> Nomination:
    """`subject`: the row of the table for a deed that its state does not decide. The bodies are read once a request."""
    visible = Nomination.objects.visible_to(request.actor).select_related("award", "subject", "campaign", "honour")
    found = record_or_404(visible.prefetch_related(PLACE), request.actor, deed, subject=subject, pk=pk)
    return with_bodies([found], known=request.actor.once("bodies of dossiers", dict))[0]


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
