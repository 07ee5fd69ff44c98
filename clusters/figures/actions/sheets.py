"""The steps of a sheet of half-year figures: submitted, approved, accepted, unlocked, or returned with remarks."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.figures.actions.figures import may_enter, refuse_if_closed
from clusters.figures.models.acceptance import ACCEPTING, texts_of
from clusters.figures.models.before import is_unexplained, jump_percent, year_before
from clusters.figures.models.dates import dates_of
from clusters.figures.models.figure import Figure, FigureRemark, FigureSheet, SheetStep
from clusters.figures.rules.flow import FLOW, Hindrance, SheetCase
from clusters.indicators.models.indicator import Indicator
from clusters.membership.rules.half_years import span
from emulation.core import clock
from emulation.core.access import Relation
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.text import squash

HINDRANCES = {
    Hindrance.UNREADABLE: gettext_lazy("Some cells hold something that is no figure. Mend the cells marked in red."),
    Hindrance.UNSAID: gettext_lazy(
        "Some indicators have no result yet. Enter it, or say in the note why there is none."
    ),
    Hindrance.NO_REMARK: gettext_lazy("Say what is to be mended: at a cell, or for the whole."),
    Hindrance.UNEXPLAINED: gettext_lazy(
        "Some results are far from the period before. Say why in the note beside each of them."
    ),
    Hindrance.LOCKED: gettext_lazy("The figures are locked. Ask the head of the cluster for an extension."),
}
LONGEST_REMARK = 500


def submit_sheet(sheet: FigureSheet, *, actor: Actor) -> FigureSheet:
    """By the officer, to the approver of the same office."""
    return _walk(sheet, "submit", actor=actor)


def recall_sheet(sheet: FigureSheet, *, actor: Actor) -> FigureSheet:
    """The officer takes back what the approver has not yet approved."""
    return _walk(sheet, "recall", actor=actor)


def approve_sheet(sheet: FigureSheet, *, actor: Actor) -> FigureSheet:
    """By the approver of the office: the figures go to the head of the cluster."""
    return _walk(sheet, "approve", actor=actor)


def accept_sheet(sheet: FigureSheet, *, seen: int | None = None, actor: Actor) -> FigureSheet:
    """By the head of the cluster's year. `seen`: the newest step when the head looked; who sent anew since is
    refused."""
    return _walk(sheet, "accept", actor=actor, seen=seen)


def return_sheet(sheet: FigureSheet, *, remarks: dict[int, str], why: str, actor: Actor) -> FigureSheet:
    """Back to the officer: by the office's approver before it is sent, by the head of the cluster afterwards.
    `remarks` are pinned to figures by their ids; `why` speaks of the whole."""
    step = "return_to_officer" if FLOW.leads_from(sheet.state, "return_to_officer") else "return_to_member"
    return _walk(sheet, step, actor=actor, remarks=remarks, why=why)


def unlock_sheet(sheet: FigureSheet, *, why: str, actor: Actor) -> FigureSheet:
    """Accepted figures go back to the officer; `why` says what is to be mended. What was accepted stays in its step."""
    return _walk(sheet, "unlock", actor=actor, why=why)


def may_take(step: str, sheet: FigureSheet, actor: Actor) -> bool:
    """Whether the person stands in the role the flow names, whatever the state."""
    by = FLOW.step(step).by
    if Relation.OWN_OFFICER in by:
        return may_enter(actor, sheet.cluster_year_id, sheet.organisation_id)
    if Relation.OWN_APPROVER in by and sheet.organisation_id is not None:
        return sheet.organisation_id in actor.approved
    if Relation.OWN_APPROVER in by:
        return sheet.cluster_year_id in actor.headed_approved
    return sheet.cluster_year_id in actor.headed


@transaction.atomic
def _walk(sheet: FigureSheet, name: str, *, actor: Actor, remarks=None, why="", seen=None) -> FigureSheet:
    sheet = FigureSheet.objects.select_for_update(of=("self",)).get(pk=sheet.pk)
    if not may_take(name, sheet, actor):
        raise Refusal(_("This step is not yours to take; ask the person whose task it is."))
    if not FLOW.leads_from(sheet.state, name):
        raise Refusal(
            _("These figures are in the state “%(state)s”, so this is no longer possible. Look at them again.")
            % {"state": sheet.get_state_display()}
        )
    if seen is not None and seen != (newest_step(sheet) or 0):
        raise Refusal(_("The figures were sent anew in the meantime. Look at them again."))
    refuse_if_closed(sheet.cluster_year)
    if name == "submit":
        _make_missing_lines(sheet)
    said = {pk: squash(text) for pk, text in (remarks or {}).items() if squash(text)}
    why = squash(why)
    if any(len(text) > LONGEST_REMARK for text in (*said.values(), why)):
        raise Refusal(_("A remark takes at most %(most)s characters. Shorten it.") % {"most": LONGEST_REMARK})
    reason = FLOW.step(name).hindrance(case_of(sheet, remarked=bool(said or why)))
    if reason is not None:
        raise Refusal(HINDRANCES[reason])
    before, sheet.state = sheet.state, FLOW.step(name).target
    sheet.save(update_fields=["state"])
    step = SheetStep.objects.create(
        sheet=sheet,
        name=name,
        source=before,
        target=sheet.state,
        taken_by_id=actor.user_id,
        taken_by_name=actor.name,
        taken_at=clock.now(),
        why=why,
        kept=texts_of(sheet) if name == ACCEPTING else None,
    )
    _pin(sheet, step, said)
    record(
        actor,
        f"clusters.{name}_figures",
        sheet,
        before={"state": before},
        after={"state": sheet.state, **({"remarks": len(said)} if said else {})},
        why=why,
    )
    return sheet


def newest_step(sheet: FigureSheet) -> int | None:
    return sheet.steps.values_list("pk", flat=True).first()


def case_of(sheet: FigureSheet, *, remarked=False) -> SheetCase:
    figures = list(Figure.objects.filter(sheet=sheet))
    return SheetCase(
        unreadable=sum(figure.is_unreadable for figure in figures),
        unsaid=sum(not figure.is_answered for figure in figures),
        remarked=remarked,
        locked=is_locked(sheet),
        unexplained=unexplained_in(sheet, figures),
    )


def unexplained_in(sheet: FigureSheet, figures: list[Figure]) -> int:
    before = year_before(sheet.cluster_year, sheet.half, sheet.organisation_id)
    percent = jump_percent(sheet.cluster_year)
    return sum(is_unexplained(figure, before, percent) for figure in figures)


def is_locked(sheet: FigureSheet) -> bool:
    if sheet.organisation_id is None:
        return False
    return dates_of(sheet.cluster_year, sheet.half).is_locked_for(sheet.organisation_id, clock.today())


def _make_missing_lines(sheet: FigureSheet) -> None:
    """What is asked of the half-year when it is submitted is what the sheet holds from then on."""
    period = span(sheet.cluster_year.year, sheet.half)
    asked = Indicator.objects.asked_of(sheet.cluster_year.cluster_id, period)
    if sheet.organisation_id is None:
        asked = asked.entered_by_head()
    missing = asked.exclude(figures__sheet=sheet)
    Figure.objects.bulk_create([Figure(sheet=sheet, indicator=indicator) for indicator in missing])


def _pin(sheet: FigureSheet, step: SheetStep, said: dict[int, str]) -> None:
    figures = {figure.pk: figure for figure in Figure.objects.filter(sheet=sheet, pk__in=said)}
    if len(figures) != len(said):
        raise Refusal(_("A remark belongs to a cell that is not in these figures. Open the page again."))
    FigureRemark.objects.bulk_create([FigureRemark(figure=figures[pk], step=step, text=said[pk]) for pk in said])
