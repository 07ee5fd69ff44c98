"""From asking for a report to its signature. A signed report never changes; a new one is made beside it."""

from dataclasses import dataclass
from enum import StrEnum

from clusters.organisations.rules.units_of_today import Units
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class ReportHindrance(StrEnum):
    """Each has one sentence in `reports.report_words`."""

    FOR_COMPARISON = "for_comparison"


@dataclass(frozen=True)
class ReportCase:
    units: Units


def is_by_the_units_of_the_time(case: ReportCase) -> str | None:
    return None if case.units is Units.THEN else ReportHindrance.FOR_COMPARISON


FLOW = Flow(
    name="report",
    initial="making",
    steps=(
        Step("finish", ("making",), "draft", (R.SYSTEM,)),
        Step("give_up", ("making",), "failed", (R.SYSTEM,)),
        Step("sign", ("draft",), "signed", (R.HEAD_APPROVER,), (is_by_the_units_of_the_time,)),
    ),
    final=("signed", "failed"),
)
