"""Whose figures of which half-year a page speaks of, and whether the person may see them."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from clusters.figures.actions.figures import may_enter
from clusters.figures.models.dates import SheetDates, dates_of
from clusters.figures.models.figure import WHOLE_CLUSTER, FigureSheet
from clusters.figures.models.wording import SHEET_STATES
from clusters.figures.rules.terms import SheetState
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import SPANS
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock

TONES = {
    SheetState.DRAFT: ("", "edit"),
    SheetState.SUBMITTED: ("", "clock"),
    SheetState.APPROVED: ("", "clock"),
    SheetState.RETURNED: ("warning", "warning"),
    SheetState.ACCEPTED: ("good", "check"),
}


@dataclass(frozen=True)
class Place:
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

    def url(self, name="figure-sheet") -> str:
        return reverse(f"clusters:{name}", args=[self.cluster_year.pk, self.half, self.whose])


def place_or_404(request, year_pk: int, half: int, whose: str) -> Place:
    """A sheet that is not there yet is seen only by those who may fill it, and by its office."""
    cluster_year = cluster_year_or_404(request, year_pk, half)
    organisation = None
    if whose != WHOLE_CLUSTER:
        if not whose.isdecimal():
            raise Http404
        organisation = get_object_or_404(Organisation, pk=int(whose))
    sheets = FigureSheet.objects.of_half(cluster_year, half).filter(organisation=organisation)
    sheet = sheets.visible_to(request.actor).first()
    if sheet is None:
        is_own = organisation is not None and organisation.pk in request.actor.own
        is_own = is_own or may_enter(request.actor, cluster_year.pk, organisation and organisation.pk)
        if not is_own or sheets.exists():
            raise Http404
        if organisation is not None and not sat_in(cluster_year, half).filter(pk=organisation.pk).exists():
            raise Http404
    return Place(cluster_year, half, organisation, sheet, dates_of(cluster_year, half))


def cluster_year_or_404(request, year_pk: int, half: int) -> ClusterYear:
    """Figures concern the cluster's members, its head, who keeps it and the central board."""
    concerns = request.actor.oversees(year_pk) or year_pk in request.actor.joined | request.actor.headed
    if half not in SPANS or not concerns:
        raise Http404
    years = ClusterYear.objects.visible_to(request.actor).select_related("cluster")
    return get_object_or_404(years, pk=year_pk)


def status_of(state: str) -> dict:
    tone, icon = TONES[SheetState(state)]
    return {"tone": tone, "icon": icon, "word": SHEET_STATES[SheetState(state)]}
