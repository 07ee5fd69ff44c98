from clusters.membership.rules.half_years import Days
from clusters.models import ClusterYear
from clusters.organisations.rules.units_of_today import Units
from emulation.core.one_moment import one_moment
from reports.document.rules.document import Document
from reports.six_month.compose import compose
from reports.six_month.material.collect import collect


def read_document(
    cluster_year: ClusterYear, half: int, *, as_of, units=Units.THEN, days=Days.CALENDAR
) -> tuple[Document, int]:
    """(the document, honours counted), all of it from one moment of the register."""
    with one_moment():
        material = collect(cluster_year, half, as_of=as_of, units=units, days=days)
    return compose(material), material.counted.total
