"""All that is laid beside each other before a report is signed, whatever it is of."""

from reports.agreement.material.clusters import compared_of_cluster
from reports.agreement.material.provinces import compared_of_province
from reports.agreement.rules.terms import Compared
from reports.runs.models.report import Report
from reports.runs.models.subject import ProvinceYear


def compared_of(report: Report) -> tuple[Compared, ...]:
    """In the order of `Check`. What the register says is of this moment, not of the draft's."""
    compared = compared_of_province if isinstance(report.subject, ProvinceYear) else compared_of_cluster
    return tuple(compared(report))
