from django.db import connection, transaction

from clusters.models import ClusterYear
from clusters.organisations.rules.units_of_today import Units
from reports.document.rules.document import Document
from reports.six_month.compose import compose
from reports.six_month.material.collect import collect


def read_document(cluster_year: ClusterYear, half: int, *, as_of, units=Units.THEN) -> tuple[Document, int]:
    """(the document, honours counted), all of it from one moment of the register."""
    with transaction.atomic():
        if not connection.in_atomic_block or not connection.savepoint_ids:
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        material = collect(cluster_year, half, as_of=as_of, units=units)
    return compose(material), material.counted.total
