"""Writing into a sheet of half-year figures, cell by cell."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.figures.actions.dates import refuse_if_locked
from clusters.figures.models.figure import Figure, FigureSheet
from clusters.figures.rules.terms import SheetState
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.reading import Reading, read_figure
from clusters.indicators.rules.terms import LONGEST, READ_AS_QUANTITY, FigurePart, ValueKind
from clusters.indicators.words import CELL_TOO_LONG
from clusters.membership.actions.years import refuse_if_closed
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.models.members import sat_in
from clusters.organisations.models.organisation import Organisation
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting
from emulation.core.actor import Actor
from emulation.core.errors import Overtaken, Refusal
from emulation.core.text import squash


@dataclass(frozen=True)
class WrittenFigure:
    """`sheet` is the one that was written into, perhaps made for it."""

    sheet: FigureSheet
    text: str
    reading: Reading


def refuse_unless_its_officer(cluster_year: ClusterYear, organisation: Organisation | None, actor: Actor) -> None:
    """An officer of the member; for the whole cluster, an officer of its head of the year."""
    if not actor.may("write", FigureSheet(cluster_year=cluster_year, organisation=organisation)):
        raise Refusal(_("Only an officer of this organisation may enter its figures."))


@transaction.atomic
def write_cell(
    cluster_year: ClusterYear,
    half: int,
    organisation: Organisation | None,
    *,
    indicator: Indicator,
    part: FigurePart,
    text: str,
    seen: str,
    actor: Actor,
) -> WrittenFigure:
    """`seen` is what stood in the cell when the person began; if something else stands there now, it stays and
    `Overtaken` says so. Text that is no figure is kept too, with its trouble in the `WrittenFigure`."""
    refuse_unless_its_officer(cluster_year, organisation, actor)
    written = fitting(text, most=LONGEST[part], field=part, sentence=CELL_TOO_LONG)
    sheet = locked_sheet(cluster_year, half, organisation)
    refuse_unless_writable(sheet)
    refuse_unless_all_asked(sheet, {indicator.pk})
    figure = Figure.objects.filter(sheet=sheet, indicator=indicator).first() or Figure(sheet=sheet)
    figure.indicator = indicator
    before = figure.text_of(part)
    reading = reading_of(indicator, part, written)
    if before == written:
        return WrittenFigure(sheet, written, reading)
    if before != squash(seen):
        raise Overtaken(
            _("Somebody else changed this cell in the meantime. Choose which of the two is to stand."), theirs=before
        )
    figure.write(part, written, reading.quantity)
    figure.save()
    record(
        actor,
        "clusters.write_figure",
        figure,
        before={part.value: before},
        after={part.value: written},
        organisation_id=sheet.organisation_id,
    )
    return WrittenFigure(sheet, written, reading)


def reading_of(indicator: Indicator, part: FigurePart, text: str) -> Reading:
    """Sources and notes are read by people only."""
    if part not in READ_AS_QUANTITY:
        return Reading()
    return read_figure(part, text, kind=ValueKind(indicator.value_kind), unit=indicator.unit, name=indicator.name)


def locked_sheet(cluster_year: ClusterYear, half: int, organisation: Organisation | None) -> FigureSheet:
    """The sheet under lock, made at its first use. Its cluster year is not joined: who waited for the lock must read it
    afterwards, for somebody may have closed it."""
    place = {"cluster_year": cluster_year, "half": half, "organisation": organisation}
    sheets = FigureSheet.objects.select_for_update(of=("self",))
    sheet = sheets.filter(**place).first()
    if sheet is None:
        if organisation is not None and not sat_in(cluster_year, half).filter(pk=organisation.pk).exists():
            raise Refusal(
                _("%(unit)s was not a member of the cluster in this half-year, so it reports no figures here.")
                % {"unit": organisation}
            )
        # no sheet to wait at: who closes the year
        refuse_if_closed(ClusterYear.objects.select_for_update().get(pk=cluster_year.pk))
        FigureSheet.objects.get_or_create(**place)
        sheet = sheets.get(**place)
    return sheet


def refuse_unless_writable(sheet: FigureSheet) -> None:
    refuse_if_closed(sheet.cluster_year)
    if not sheet.is_writable:
        reasons = {
            SheetState.SUBMITTED: _("The figures wait for the approver. Recall them to change something."),
            SheetState.APPROVED: _("The figures are with the head of the cluster and do not change unless returned."),
            SheetState.ACCEPTED: _("The head of the cluster accepted the figures; they no longer change."),
        }
        raise Refusal(reasons[SheetState(sheet.state)])
    refuse_if_locked(sheet.cluster_year, sheet.half, sheet.organisation_id)


def refuse_unless_all_asked(sheet: FigureSheet, indicators: set[int]) -> None:
    asked = Indicator.objects.of_sheet(sheet.cluster_year, sheet.half, sheet.organisation_id)
    if indicators - set(asked.values_list("pk", flat=True)):
        raise Refusal(_("This indicator is not reported in this half-year. Open the page again."))


def keep_figures(figures: Collection[Figure]) -> None:
    """Those of one sheet under lock, new ones and old ones."""
    Figure.objects.bulk_create([one for one in figures if one.pk is None])
    Figure.objects.bulk_update(
        [one for one in figures if one.pk is not None],
        ["value_text", "value", "plan_share_text", "plan_share", "source", "note"],
    )
