"""The sheets that wait for the head, each with what should be looked at before it is accepted."""

from dataclasses import dataclass

from clusters.figures.models.acceptance import ACCEPTING, as_kept, texts_in
from clusters.figures.models.before import jump_percent
from clusters.figures.models.dates import SheetDates
from clusters.figures.models.figure import Figure, FigureSheet, SheetStep
from clusters.figures.rules.dates import is_late
from clusters.figures.rules.differences import differences
from clusters.figures.rules.terms import SheetState
from clusters.figures.rules.warnings import FigureInQuestion, Warned, warnings
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.organisation import Organisation
from clusters.pacts.models.pact import PactTarget


@dataclass(frozen=True)
class Waiting:
    """`seen`: the sheet's newest step; whoever confirms later has seen the sheet as it was then."""

    sheet: FigureSheet
    member: Organisation
    seen: int
    warned: tuple[Warned, ...]

    @property
    def indicators(self) -> dict[int, str]:
        return {figure.indicator_id: figure.indicator.name for figure in self.sheet.kept}


def waiting_sheets(cluster_year: ClusterYear, half: int, *, dates: SheetDates, sent: dict) -> list[Waiting]:
    """Of members, by name, in six queries whatever their number; `sent`: {member: the day it first sent}."""
    of_members = FigureSheet.objects.of_half(cluster_year, half).filter(organisation__isnull=False)
    found = of_members.filter(state=SheetState.APPROVED).select_related("organisation").with_figures()
    sheets = sorted(found, key=lambda sheet: (sheet.organisation.sort_key, sheet.pk))
    if not sheets:
        return []
    before, targets, steps = _before(cluster_year, half), _targets(cluster_year), _steps(sheets)
    limit = jump_percent(cluster_year)
    waiting = []
    for sheet in sheets:
        member = sheet.organisation_id
        lines = [
            FigureInQuestion(
                figure.indicator_id,
                figure.is_unreadable,
                figure.value,
                before.get((member, figure.indicator_id)),
                targets.get((member, figure.indicator_id)),
                figure.plan_share,
            )
            for figure in sheet.kept
        ]
        late = dates.term is not None and member in sent and is_late(sent[member], dates.term.due_on)
        seen, accepted = steps.get(sheet.pk, (0, None))
        found = warnings(lines, jump_percent=limit, late=late, changed=_has_changed(sheet, accepted))
        waiting.append(Waiting(sheet, sheet.organisation, seen, found))
    return waiting


def _has_changed(sheet: FigureSheet, accepted: dict | None) -> bool:
    return accepted is not None and bool(differences(as_kept(accepted), texts_in(sheet.kept)))


def _steps(sheets) -> dict[int, tuple[int, dict | None]]:
    """{sheet: (its newest step, its figures as last accepted)}"""
    found: dict[int, tuple[int, dict | None]] = {}
    for step in SheetStep.objects.filter(sheet__in=sheets).order_by("id"):
        _seen, kept = found.get(step.sheet_id, (0, None))
        found[step.sheet_id] = (step.pk, step.kept if step.name == ACCEPTING and step.kept is not None else kept)
    return found


def _before(cluster_year: ClusterYear, half: int) -> dict:
    rows = Figure.objects.filter(
        sheet__cluster_year__cluster=cluster_year.cluster_id,
        sheet__cluster_year__year=cluster_year.year - 1,
        sheet__half=half,
        sheet__state=SheetState.ACCEPTED,
        value__isnull=False,
    ).values_list("sheet__organisation", "indicator", "value")
    return {(organisation, indicator): value for organisation, indicator, value in rows}


def _targets(cluster_year: ClusterYear) -> dict:
    rows = PactTarget.objects.standing(cluster_year).values_list("organisation", "indicator", "value")
    return {(organisation, indicator): value for organisation, indicator, value in rows}
