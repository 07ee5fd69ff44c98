"""What the next year of a cluster takes over from this one."""

from dataclasses import dataclass
from datetime import date

from clusters.figures.models.dates import SheetTerm
from clusters.membership.models.cluster import ClusterYear
from clusters.regulation.models.scheme import Scheme
from clusters.results.models.result import YearElection, YearResult
from clusters.year.rules.next_year import years_later


@dataclass(frozen=True)
class CopiedTerm:
    """The days of one span, as they will be."""

    half: int
    due_on: date
    locks_on: date


@dataclass(frozen=True)
class Copy:
    """`scheme`: the regulation of this year, where it was adopted. `elected`: in the standing frozen result, which is
    `result`."""

    supervisor_office: str
    terms: tuple[CopiedTerm, ...]
    scheme: Scheme | None
    result: YearResult | None
    elected: tuple[YearElection, ...]


def copy_of(cluster_year: ClusterYear) -> Copy:
    terms = SheetTerm.objects.filter(cluster_year=cluster_year).order_by("due_on", "half")
    result = YearResult.objects.standing().filter(cluster_year=cluster_year).select_related("cluster_year").first()
    return Copy(
        supervisor_office=cluster_year.supervisor_office,
        terms=tuple(CopiedTerm(one.half, years_later(one.due_on, 1), years_later(one.locks_on, 1)) for one in terms),
        scheme=Scheme.objects.adopted().filter(cluster_year=cluster_year).first(),
        result=result,
        elected=tuple(result.elections.select_related("organisation")) if result else (),
    )


def year_after(cluster_year: ClusterYear) -> ClusterYear | None:
    return ClusterYear.objects.filter(cluster=cluster_year.cluster_id, year=cluster_year.year + 1).first()


def year_before(cluster_year: ClusterYear) -> ClusterYear | None:
    """The one just before, not any earlier one."""
    before = ClusterYear.objects.filter(cluster=cluster_year.cluster_id, year=cluster_year.year - 1)
    return before.select_related("cluster").first()
