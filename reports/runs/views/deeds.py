"""What a person can do now with a report: sign it, take in what is newer, download it."""

from typing import Any

from emulation.core.actions.walk import offers_of
from emulation.core.actor import Actor
from reports.runs.actions.making import REPORT, is_under_seal_of
from reports.runs.actions.steps import step_of_signing, steps_of, why_nobody_signs
from reports.runs.models.report import Report, ReportState
from reports.runs.views.shown import text_is_newer


def deeds_of(report: Report, actor: Actor) -> dict[str, Any]:
    """As its page and the piece of it that follows the data show them. `not_signed`: why nobody signs it now."""
    offered = offers_of(REPORT, report, actor=actor, under_own_seal=is_under_seal_of(actor, report))
    offers = {step.name.removesuffix("_own"): step for step in offered if step.name in steps_of(report)}
    signing = offers.get(step_of_signing(report).removesuffix("_own"))
    signed = getattr(report, "signed_paper", None)
    not_signed = signing.hindrance if signing else why_nobody_signs(report)
    is_maker = actor.may("write", report, subject=report.row_of_work)
    is_draft = report.state == ReportState.DRAFT
    return {
        "report": report,
        "files": list((signed or report).files.all()),
        "signed": signed,
        "offers": offers,
        "is_maker": is_maker,
        "may_sign": signing is not None and not not_signed,
        "not_signed": not_signed,
        "newer_text": is_maker and is_draft and text_is_newer(report),
        "waits_for_signature": is_maker and is_draft and signing is None and not not_signed,
    }
