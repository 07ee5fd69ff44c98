"""Which ballot a page speaks of, and the pages above it."""

from clusters.conferences.models.ballot import ConferenceBallot
from clusters.conferences.models.conference import Conference
from clusters.conferences.views.places import conference_or_404, crumbs_of
from emulation.core.block_words import speak_of
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404


def session_or_404(request, year_pk: int, pk: int) -> Conference:
    """The conference at which the head's officer prepares a ballot."""
    return conference_or_404(request, year_pk, pk, "write", subject="ballot_draft")


def ballot_or_404(
    request, year_pk: int, pk: int, ballot: int, deed: str = "read", *, subject: str = ""
) -> ConferenceBallot:
    """A ballot that the person sees. `subject`: the row of the table that the page stands behind, for a deed."""
    visible = ConferenceBallot.objects.visible_to(request.actor)
    rows = visible.select_related("ballot__repeats", "conference__cluster_year__cluster", "conference__signs_year")
    found = record_or_404(
        rows.prefetch_related("ballot__tellers"),
        request.actor,
        deed,
        subject=subject,
        pk=ballot,
        conference_id=pk,
        conference__cluster_year_id=year_pk,
    )
    speak_of(found.conference.cluster_year.cluster)
    return found


def drafted_or_404(request, year_pk: int, pk: int, ballot: int) -> ConferenceBallot:
    """For the head's officer, in whatever state the ballot is."""
    return ballot_or_404(request, year_pk, pk, ballot, "write", subject="ballot_draft")


def tellers_ballot_or_404(request, year_pk: int, pk: int, ballot: int) -> ConferenceBallot:
    """For its two tellers only."""
    return ballot_or_404(request, year_pk, pk, ballot, "write", subject="ballot_teller")


def crumbs_of_ballot(found: ConferenceBallot) -> list[Crumb]:
    return [*crumbs_of(found.conference), Crumb(str(found), found.get_absolute_url())]
