from clusters.membership.rules.half_years import Days
from clusters.organisations.rules.units_of_today import Units
from emulation.core.one_moment import one_moment
from reports.document.rules.document import Document
from reports.province.compose import compose
from reports.province.material.collect import collect
from reports.runs.models.subject import ProvinceYear


def read_document(
    subject: ProvinceYear, half: int, *, as_of, units=Units.THEN, days=Days.CALENDAR
) -> tuple[Document, int]:
    """(the document, honours counted), all of it from one moment. By the units of the time: its kinds take no other."""
    with one_moment():
        material = collect(subject, half, as_of=as_of, days=days)
    return compose(material), material.counted.total
