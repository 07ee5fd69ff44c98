"""The steps of a sheet of half-year figures: submitted, approved, accepted, unlocked, or returned with remarks."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.figures.models.acceptance import ACCEPTING, texts_of
from clusters.figures.models.before import is_unexplained, jump_percent, year_before
from clusters.figures.models.dates import dates_of
from clusters.figures.models.figure import Figure, FigureRemark, FigureSheet, SheetStep
from clusters.figures.models.wording import OFFERS
from clusters.figures.rules.flow import FLOW, SheetCase, SheetHindrance
from clusters.indicators.models.indicator import Indicator
from clusters.membership.actions.years import refuse_if_closed
from emulation.core import clock
from emulation.core.actions.refusals import refuse_unfit
from emulation.core.actions.walk import Course, Told, Walked, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.flow import Step
from emulation.core.models.fields import longest
from emulation.core.text import squash

HINDRANCES = {
    SheetHindrance.UNREADABLE: gettext_lazy(
        "Some cells hold something that is no figure. Mend the cells marked in red."
    ),
    SheetHindrance.UNSAID: gettext_lazy(
        "Some indicators have no result yet. Enter it, or say in the note why there is none."
    ),
    SheetHindrance.NO_REMARK: gettext_lazy("Say what is to be mended: at a cell, or for the whole."),
    SheetHindrance.UNEXPLAINED: gettext_lazy(
        "Some results are far from the period before. Say why in the note beside each of them."
    ),
    SheetHindrance.LOCKED: gettext_lazy("The figures are locked. Ask the head of the cluster for an extension."),
    SheetHindrance.SENT_ANEW: gettext_lazy("The figures were sent anew in the meantime. Look at them again."),
}
REMARK_TOO_LONG = gettext_lazy("A remark takes at most %(most)s characters. Shorten it.")


def submit_sheet(sheet: FigureSheet, *, actor: Actor) -> FigureSheet:
    """By the officer, to the approver of the same office."""
    return walk(SHEET, sheet, "submit", actor=actor)


def recall_sheet(sheet: FigureSheet, *, actor: Actor) -> FigureSheet:
    """The officer takes back what the approver has not yet approved."""
    return walk(SHEET, sheet, "recall", actor=actor)


def approve_sheet(sheet: FigureSheet, *, actor: Actor) -> FigureSheet:
    """By the approver of the office: the figures go to the head of the cluster."""
    return walk(SHEET, sheet, "approve", actor=actor)


def accept_sheet(sheet: FigureSheet, *, seen: int | None = None, actor: Actor) -> FigureSheet:
    """By the head of the cluster's year. `seen`: the newest step when the head looked; who sent anew since is
    refused."""
    return walk(SHEET, sheet, ACCEPTING, actor=actor, seen=seen)


def return_sheet(sheet: FigureSheet, *, remarks: dict[int, str], why: str, actor: Actor) -> FigureSheet:
    """Back to the officer: by the office's approver before it is sent, by the head of the cluster afterwards.
    `remarks` are pinned to figures by their ids; `why` speaks of the whole."""
    step = "return_to_officer" if FLOW.leads_from(sheet.state, "return_to_officer") else "return_to_member"
    said = {pk: squash(text) for pk, text in remarks.items() if squash(text)}
    return walk(SHEET, sheet, step, actor=actor, why=why, remarks=said)


def unlock_sheet(sheet: FigureSheet, *, why: str, actor: Actor) -> FigureSheet:
    """Accepted figures go back to the officer; `why` says what is to be mended. What was accepted stays in its step."""
    return walk(SHEET, sheet, "unlock", actor=actor, why=why)


def case_of(
    sheet: FigureSheet,
    *,
    why: str = "",
    remarks: Mapping[int, str] | None = None,
    seen: int | None = None,
    known: SheetCase | None = None,
) -> SheetCase:
    """`known`: where the page that offers the steps has counted already."""
    if known is not None:
        return known
    figures = Figure.objects.filter(sheet=sheet)
    figures = list(figures.filter(indicator__in=_asked(sheet)) if sheet.is_writable else figures)
    return SheetCase(
        unreadable=sum(figure.is_unreadable for figure in figures),
        unsaid=sum(not figure.is_answered for figure in figures) + _unopened(sheet),
        remarked=bool(remarks or why),
        locked=_is_locked(sheet),
        unexplained=_unexplained(sheet, figures),
        sent_anew=seen is not None and seen != (_newest_step(sheet) or 0),
    )


def _locked_sheet(sheet: FigureSheet) -> FigureSheet:
    """Its cluster year is not joined: who waited for the lock must read it afterwards, for somebody may have closed
    it."""
    sheet = FigureSheet.objects.select_for_update(of=("self",)).get(pk=sheet.pk)
    refuse_if_closed(sheet.cluster_year)
    return sheet


def _state_refusal(sheet: FigureSheet) -> str:
    return _("These figures are in the state “%(state)s”, so this is no longer possible. Look at them again.") % {
        "state": sheet.get_state_display()
    }


def _newest_step(sheet: FigureSheet) -> int | None:
    return sheet.steps.values_list("pk", flat=True).first()


def _unexplained(sheet: FigureSheet, figures: list[Figure]) -> int:
    before = year_before(sheet.cluster_year, sheet.half, sheet.organisation_id)
    percent = jump_percent(sheet.cluster_year)
    return sum(is_unexplained(figure, before, percent) for figure in figures)


def _is_locked(sheet: FigureSheet) -> bool:
    if sheet.organisation_id is None:
        return False
    return dates_of(sheet.cluster_year, sheet.half).is_locked_for(sheet.organisation_id, clock.today())


def _unopened(sheet: FigureSheet) -> int:
    """How many indicators are asked of the half-year that have no line yet; a sheet once submitted is asked no more."""
    if not sheet.is_writable:
        return 0
    return _asked(sheet).exclude(figures__sheet=sheet).count()


def _asked(sheet: FigureSheet):
    return Indicator.objects.of_sheet(sheet.cluster_year, sheet.half, sheet.organisation_id)


def _entered(sheet: FigureSheet, step: Step, walked: Walked) -> Told:
    """The journal counts the remarks; the step's row keeps whose account it was, and what was accepted."""
    remarks = walked.context.get("remarks")
    return Told(
        before={"state": walked.source},
        after={"state": sheet.state} | ({"remarks": len(remarks)} if remarks else {}),
        columns={
            "taken_by_id": walked.actor.user_id,
            "kept": texts_of(sheet) if step.name == ACCEPTING else None,
        },
    )


def _pin(sheet: FigureSheet, step: SheetStep, walked: Walked) -> None:
    said = walked.context.get("remarks")
    if not said:
        return
    for text in said.values():
        refuse_unfit(text, most=longest(FigureRemark, "text"), sentence=REMARK_TOO_LONG)
    figures = {figure.pk: figure for figure in Figure.objects.filter(sheet=sheet, pk__in=said)}
    if len(figures) != len(said):
        raise Refusal(_("A remark belongs to a cell that is not in these figures. Open the page again."))
    FigureRemark.objects.bulk_create([FigureRemark(figure=figures[pk], step=step, text=said[pk]) for pk in said])


SHEET = Course[FigureSheet](
    flow=FLOW,
    steps=SheetStep,
    thing="sheet",
    verb="clusters.{}_figures",
    locked=_locked_sheet,
    in_state=_state_refusal,
    in_words=lambda hindrance, case, sheet: str(HINDRANCES[SheetHindrance(hindrance)]),
    case_of=case_of,
    effect=_entered,
    afterwards=_pin,
    labels=OFFERS,
)
