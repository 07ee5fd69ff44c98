"""The papers of a closed year, signed while it was open: minutes, result, the year-end report."""

from datetime import date

from clusters.membership.rules.half_years import WHOLE_YEAR, Days
from clusters.models import ClusterYear, Conference, YearResult
from clusters.organisations.rules.units_of_today import Units
from emulation.core.actions.jobs import take
from emulation.core.actor import Actor
from emulation.core.models import JobState
from reports.document.rules.document import Document
from reports.document.rules.issuer import CapacityCode
from reports.runs.actions.making import ask_for_report, make_report
from reports.signing.actions.signing import sign_minutes, sign_report, sign_result
from reports.signing.actions.to_sign import PaperToSign, minutes_to_sign, report_to_sign, result_to_sign
from reports.signing.rules import PaperSaid, Signatory, is_signed_in_one
from reports.year_end.compose import compose
from reports.year_end.material import collect_year

SIGNERS = {
    CapacityCode.CHIEF: "Nguyễn Văn Minh Họa",
    CapacityCode.DEPUTY: "Trần Thị Minh Họa",
    CapacityCode.CHAIR: "Trần Thị Minh Họa",
    CapacityCode.SECRETARY: "Lê Văn Minh Họa",
}


def sign_the_minutes(conference: Conference, *, number: int, on: date, actor: Actor) -> None:
    sign_minutes(conference, _said(minutes_to_sign(conference), number, on), actor=actor)


def sign_the_result(result: YearResult, *, number: int, on: date, actor: Actor) -> None:
    sign_result(result, _said(result_to_sign(result), number, on), actor=actor)


def make_and_sign_the_report(year: ClusterYear, *, number: int, on: date, officer: Actor, approver: Actor) -> None:
    """In this process and this transaction, which alone is at work: on the first start no worker is there yet."""
    report = ask_for_report(year, WHOLE_YEAR, actor=officer, on=on)
    taken = take(report.job_id)
    if taken is None:
        raise LookupError(f"job {report.job_id} of {report} is somebody else's")
    make_report(report, actor=officer, run=_AtOnce(), read=_read)
    taken.end(JobState.DONE, result={"report": report.pk})
    report.refresh_from_db()
    sign_report(report, _said(report_to_sign(report), number, on), actor=approver)


def _read(year: ClusterYear, half: int, *, as_of: date, units: Units, days: Days) -> tuple[Document, int]:
    """As `reports.year_end.actions.read_document` does outside of transactions."""
    material = collect_year(year, as_of=as_of, days=days)
    return compose(material), material.whole.counted.total


class _AtOnce:
    """A worker's run of which nobody watches the progress, and whose job nobody else can take."""

    def progress(self, done: int, total: int | None = None, stage: str = "") -> None:
        pass

    def hold(self) -> None:
        pass


def _said(to_sign: PaperToSign, number: int, on: date) -> PaperSaid:
    """By the deputy where one of several signs, with the offices that are known."""
    known = to_sign.issuer.capacities
    signing = [one for one in known if one.code is CapacityCode.DEPUTY] if is_signed_in_one(known) else known
    signatories = (Signatory(one, SIGNERS[one.code], to_sign.offices.get(f"office_{one.code}", "")) for one in signing)
    return PaperSaid(number, on, to_sign.document.place, tuple(signatories))
