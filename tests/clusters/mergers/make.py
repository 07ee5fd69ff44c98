"""Two provinces that end on one day and the one that begins. On 01/07/2025 the reference has mergers of its own."""

from clusters.mergers.actions import merge_organisations
from clusters.mergers.rules.account import MergerAccount
from clusters.models import Merger, OrganisationKind
from emulation.core import clock
from emulation.core.period import Period
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.periods import MERGER, SINCE_MERGER

BASIS = "Nghị quyết thử 01/2025"


class Merging:
    def __init__(self, day=MERGER):
        self.day = day
        self.one = make_organisation(name="Tỉnh Cũ Một", code="C1", during=Period(None, day))
        self.two = make_organisation(name="Tỉnh Cũ Hai", code="C2", during=Period(None, day))
        self.successor = make_organisation(name="Tỉnh Mới", code="M1", during=Period(day))

    def record(self) -> None:
        """As the reference does: the lineage alone."""
        for one in (self.one, self.two):
            make_succession(predecessor=one, successor=self.successor, day=self.day, legal_basis=BASIS)

    def apply(self, actor, **given) -> MergerAccount:
        asked = {
            "day": self.day,
            "legal_basis": BASIS,
            "predecessors": (self.one.pk, self.two.pk),
            "successor": self.successor.pk,
        }
        return merge_organisations(**asked | given, actor=actor)


def make_merger(*, successor=None, predecessors=()) -> Merger:
    """The record of a merger alone; nothing is ended by it."""
    merger = Merger.objects.create(
        successor=successor or make_organisation(kind=OrganisationKind.PROVINCE, during=SINCE_MERGER),
        day=MERGER,
        legal_basis=BASIS,
        applied_at=clock.real_now(),
        applied_by_name="Quản Trị Thử",
        counts={"predecessors": len(predecessors)},
    )
    for one in predecessors:
        merger.merged.create(organisation=one)
    return merger
