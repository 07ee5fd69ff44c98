"""Which pact a page speaks of, and whether the person may see or write it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.membership.views.places import crumbs_of_year
from clusters.pacts.models.pact import Pact
from emulation.core.block_words import speak_of
from emulation.core.numbers import format_integer
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404


def pact_or_404(request, year_pk: int, number: int, deed: str = "read", *, subject: str = "") -> Pact:
    """A pact that the person sees. `subject`: the row of the table for a deed that its state does not decide."""
    visible = Pact.objects.visible_to(request.actor).select_related("cluster_year__cluster")
    pact = record_or_404(visible, request.actor, deed, subject=subject, cluster_year_id=year_pk, number=number)
    speak_of(pact.cluster_year.cluster)
    return pact


def drafted_or_404(request, year_pk: int, number: int) -> Pact:
    """For the head's officer, in whatever state the pact is."""
    return pact_or_404(request, year_pk, number, "write", subject="pact_draft")


def crumbs_of(pact: Pact) -> list[Crumb]:
    pacts = reverse("clusters:pacts", args=[pact.cluster_year_id])
    above = crumbs_of_year(pact.cluster_year)
    return [*above, Crumb(_("Pact"), pacts), Crumb(short_name(pact), pact.get_absolute_url())]


def short_name(pact: Pact) -> str:
    if pact.is_addendum:
        return _("Addendum %(number)s") % {"number": format_integer(pact.number)}
    return _("The pact itself")


def url(pact: Pact, name: str, *more) -> str:
    return reverse(f"clusters:pact-{name}", args=[pact.cluster_year_id, pact.number, *more])
