"""All that is laid beside each other before a report is signed, whatever it is of."""

from collections.abc import Iterator
from contextlib import suppress

from emulation.core import clock
from emulation.core.errors import Refusal
from reports.agreement.material.clusters import compared_of_cluster
from reports.agreement.material.provinces import compared_of_province
from reports.agreement.rules.printed import printed_together
from reports.agreement.rules.terms import About, Check, Compared, Opens, Rows, Verdict
from reports.document.rules.snapshot import thaw
from reports.runs.models.report import Report, ReportState
from reports.runs.models.subject import ProvinceYear
from reports.versions.actions.newer import places_behind


def compared_of(report: Report) -> tuple[Compared, ...]:
    """In the order of `Check`. What the register says is of this moment, not of the draft's; what the report says is
    what it prints, with the figures changed by hand."""
    compared = compared_of_province if isinstance(report.subject, ProvinceYear) else compared_of_cluster
    printed = printed_together(thaw(report.document), year=report.subject.year)
    return (*_older_than_its_data(report), *printed, *compared(report))


def _older_than_its_data(report: Report) -> Iterator[Compared]:
    """What follows is reckoned of this moment, so that it says nothing of a paper whose data were others."""
    if report.state != ReportState.DRAFT:
        return
    with suppress(Refusal):  # the page of the draft tells it
        if places := places_behind(report, on=clock.today()):
            yield Compared(Check.PRINTED, About.OLDER, Verdict.DIFFERS, places, rows=Rows(Opens.CHANGES))
