"""From asking for a report to its signature. A signed report never changes; a new one is made beside it. A draft of
which nothing comes is put away, and found again where it is looked for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clusters.organisations.rules.units_of_today import Units
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class ReportHindrance(StrEnum):
    """Each has one sentence in `reports.runs.words`."""

    ANOTHER_HEAD = "another_head"
    FOR_COMPARISON = "for_comparison"
    COUNTS_AN_UNDONE_LIST = "counts_an_undone_list"
    NO_CORRECTION_OF_A_CLOSED_YEAR = "no_correction"
    NOT_OF_A_PROVINCE = "not_of_a_province"
    PERIOD_IS_SIGNED = "period_is_signed"
    IS_CORRECTED = "is_corrected"
    NOTHING_IS_RECORDED = "nothing_is_recorded"
    PERIOD_GOES_ON = "period_goes_on"


@dataclass(frozen=True)
class ReportCase:
    """`under_own_seal`: whether it was made in the name of an organisation that the person signs for.
    `corrects_in_closed_year`: whether it corrects a report of a year that is closed. `is_of_province`: whether it is a
    province's own, which its own people sign and put away. `signed_before`: what is signed of its period or, of a
    correction, what corrects the same report already; empty where nothing is. `is_told_of`: whether anything is
    recorded that it could tell. `goes_on_until`: last day of its period, None once that is over."""

    units: Units
    under_own_seal: bool = True
    counts_an_undone_list: bool = False
    corrects_in_closed_year: bool = False
    is_of_province: bool = False
    is_correction: bool = False
    signed_before: str = ""
    is_told_of: bool = True
    goes_on_until: date | None = None


def is_under_the_heads_seal(case: ReportCase) -> str | None:
    return None if case.under_own_seal else ReportHindrance.ANOTHER_HEAD


def is_by_the_units_of_the_time(case: ReportCase) -> str | None:
    return None if case.units is Units.THEN else ReportHindrance.FOR_COMPARISON


def what_it_counts_still_counts(case: ReportCase) -> str | None:
    return ReportHindrance.COUNTS_AN_UNDONE_LIST if case.counts_an_undone_list else None


def nothing_is_signed_in_its_place(case: ReportCase) -> str | None:
    if not case.signed_before:
        return None
    return ReportHindrance.IS_CORRECTED if case.is_correction else ReportHindrance.PERIOD_IS_SIGNED


def something_is_recorded(case: ReportCase) -> str | None:
    return None if case.is_told_of else ReportHindrance.NOTHING_IS_RECORDED


def it_corrects_in_a_closed_year(case: ReportCase) -> str | None:
    return None if case.corrects_in_closed_year else ReportHindrance.NO_CORRECTION_OF_A_CLOSED_YEAR


def it_is_of_a_province(case: ReportCase) -> str | None:
    return None if case.is_of_province else ReportHindrance.NOT_OF_A_PROVINCE


def its_period_is_over(case: ReportCase) -> str | None:
    return ReportHindrance.PERIOD_GOES_ON if case.goes_on_until else None


FOR_A_SIGNATURE = (
    is_by_the_units_of_the_time,
    its_period_is_over,
    nothing_is_signed_in_its_place,
    what_it_counts_still_counts,
)
FLOW = Flow(
    name="report",
    initial="making",
    steps=(
        Step("finish", ("making",), "draft", (R.SYSTEM,)),
        Step("give_up", ("making",), "failed", (R.SYSTEM,)),
        Step(
            "sign",
            ("draft",),
            "signed",
            (R.HEAD_APPROVER,),
            (is_under_the_heads_seal, *FOR_A_SIGNATURE),
        ),
        Step(
            "sign_correction",
            ("draft",),
            "signed",
            (R.OWN_APPROVER,),
            (it_corrects_in_a_closed_year, *FOR_A_SIGNATURE),
        ),
        Step(
            "sign_own",
            ("draft",),
            "signed",
            (R.OWN_APPROVER,),
            (it_is_of_a_province, something_is_recorded, *FOR_A_SIGNATURE),
        ),
        Step("put_away_own", ("draft",), "put_away", (R.OWN,), (it_is_of_a_province,), needs_reason=True),
        Step("bring_back_own", ("put_away",), "draft", (R.OWN,), (it_is_of_a_province,)),
        Step("put_away", ("draft",), "put_away", (R.HEAD,), needs_reason=True),
        Step("bring_back", ("put_away",), "draft", (R.HEAD,)),
    ),
    final=("signed", "put_away", "failed"),
)
