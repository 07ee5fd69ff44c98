"""All that is laid beside each other before a report is signed, whatever it is of."""

from reports.agreement.material.clusters import compared_of_cluster
from reports.agreement.material.provinces import compared_of_province
from reports.agreement.rules.printed import printed_together
from reports.agreement.rules.terms import Compared
from reports.document.rules.snapshot import thaw
from reports.runs.models.report import Report
from reports.runs.models.subject import ProvinceYear


def compared_of(report: Report) -> tuple[Compared, ...]:
    """In the order of `Check`. What the register says is of this moment, not of the draft's; what the report says is
    what it prints, with the figures changed by hand."""
    compared = compared_of_province if isinstance(report.subject, ProvinceYear) else compared_of_cluster
    printed = printed_together(thaw(report.document), year=report.subject.year)
    return (*printed, *compared(report))
