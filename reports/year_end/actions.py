from clusters.membership.rules.half_years import Days
from clusters.models import ClusterYear
from clusters.organisations.rules.units_of_today import Units
from emulation.core.one_moment import one_moment
from reports.document.rules.document import Document
from reports.year_end.compose import compose
from reports.year_end.material import collect_year


def read_document(
    cluster_year: ClusterYear, half: int, *, as_of, units=Units.THEN, days=Days.CALENDAR
) -> tuple[Document, int]:
    """(the document, honours counted), all of it from one moment. Of the whole year, by the units of the time: its
    kind takes no other."""
    with one_moment():
        material = collect_year(cluster_year, as_of=as_of, days=days)
    return compose(material), material.whole.counted.total
