"""Whose figures of which half-year a page speaks of, and whether the person may see them."""

from dataclasses import dataclass, replace

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from clusters.figures.models.dates import SheetDates, dates_of
from clusters.figures.models.figure import WHOLE_CLUSTER, FigureSheet
from clusters.figures.rules.terms import SheetState
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import SPANS
from clusters.membership.views.places import year_or_404
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.numbers import parse_id


@dataclass(frozen=True)
class AskedSheet:
    """`sheet` is None until the first cell is written; `organisation` is None for what the head enters."""

    cluster_year: ClusterYear
    half: int
    organisation: Organisation | None
    sheet: FigureSheet | None
    dates: SheetDates = SheetDates()

    @property
    def whose(self) -> str:
        return WHOLE_CLUSTER if self.organisation is None else str(self.organisation.pk)

    @property
    def state(self) -> SheetState:
        return SheetState.DRAFT if self.sheet is None else SheetState(self.sheet.state)

    @property
    def is_writable(self) -> bool:
        open_to_its_officer = self.sheet is None or self.sheet.is_writable
        return self.cluster_year.closed_on is None and open_to_its_officer and not self.is_locked

    @property
    def is_locked(self) -> bool:
        return self.dates.is_locked_for(self.organisation and self.organisation.pk, clock.today())

    @property
    def record(self) -> FigureSheet:
        """To which people stand in relations: a sheet that is not there yet is a draft, and its office's."""
        return self.sheet or FigureSheet(cluster_year=self.cluster_year, half=self.half, organisation=self.organisation)

    def url(self, name="figure-sheet") -> str:
        return reverse(f"clusters:{name}", args=[self.cluster_year.pk, self.half, self.whose])


def place_or_404(request, year_pk: int, half: int, whose: str, deed: str = "read", *, subject: str = "") -> AskedSheet:
    """Of figures that the person sees. `subject`: the row of the table for a deed that their state does not decide."""
    cluster_year = cluster_year_or_404(request, year_pk, half)
    organisation = None
    if whose != WHOLE_CLUSTER:
        organisation = get_object_or_404(Organisation, pk=parse_id(whose))
    sheets = FigureSheet.objects.of_half(cluster_year, half).filter(organisation=organisation)
    place = AskedSheet(cluster_year, half, organisation, sheets.first())
    if not (request.actor.may("read", place.record) and request.actor.may(deed, place.record, subject=subject)):
        raise Http404
    if place.sheet is None and organisation is not None:
        get_object_or_404(sat_in(cluster_year, half), pk=organisation.pk)
    return replace(place, dates=dates_of(cluster_year, half))


def sheet_or_404(request, year_pk: int, half: int, whose: str, deed: str, *, subject: str) -> AskedSheet:
    """Of figures that are there, for who does the deed on them."""
    place = place_or_404(request, year_pk, half, whose, deed, subject=subject)
    if place.sheet is None:
        raise Http404
    return place


def cluster_year_or_404(
    request, year_pk: int, half: int, deed: str = "read", *, subject: str = "figures"
) -> ClusterYear:
    """Figures concern the cluster's members, its head, who keeps it and the central board."""
    if half not in SPANS:
        raise Http404
    return year_or_404(request, year_pk, deed, subject=subject)
