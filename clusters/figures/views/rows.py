"""The lines of a sheet as its page shows them: cells with what is written, what is wrong with it, what was remarked."""

from dataclasses import dataclass, field

from clusters.figures.actions.figures import reading_of
from clusters.figures.models.figure import Figure, FigureEvidence, FigureRemark, FigureSheet
from clusters.figures.views.insight import Insight, Insights, insights_of
from clusters.figures.views.places import AskedSheet
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.terms import LONGEST, FigurePart
from clusters.indicators.words import figure_in_words, part_in_words, reading_in_words, trouble_in_words
from emulation.core.views.autosave import SavedField


@dataclass(frozen=True, kw_only=True)
class FigureCell(SavedField):
    """`words` is how a reader is shown it; `understood`, what whoever wrote it is told of it."""

    indicator: Indicator
    part: FigurePart
    half: int
    words: str = ""
    understood: str = ""

    @property
    def key(self) -> str:
        return f"{self.indicator.pk}-{self.part.value}"

    @property
    def heading(self) -> str:
        return part_in_words(self.part, self.half)

    @property
    def label(self) -> str:
        return f"{self.indicator.name}: {self.heading}"

    @property
    def most(self) -> int:
        return LONGEST[self.part]


@dataclass(frozen=True)
class SheetLine:
    number: int
    indicator: Indicator
    cells: tuple[FigureCell, ...]
    figure: Figure | None
    insight: Insight
    remarks: tuple[FigureRemark, ...] = field(default=())
    said: str = ""
    papers: tuple[FigureEvidence, ...] = field(default=())

    @property
    def is_striking(self) -> bool:
        """What who takes the figures over looks at first: warned of, remarked on, without a figure or not readable."""
        without = self.figure is None or not self.figure.text_of(FigurePart.VALUE)
        unread = any(cell.trouble for cell in self.cells)
        return bool(self.insight.warnings or self.remarks or self.said or without or unread)


def lines_of(place: AskedSheet, *, scored=False) -> tuple[list[SheetLine], Insights]:
    """The same number of queries, whatever the number of indicators. `scored`: with the office's own points."""
    figures = {}
    if place.sheet is not None:
        figures = {
            one.indicator_id: one for one in Figure.objects.filter(sheet=place.sheet).select_related("indicator")
        }
    if place.is_writable:
        indicators = list(asked_at(place))
    else:
        indicators = sorted((one.indicator for one in figures.values()), key=lambda one: (one.position, one.pk))
    insights = insights_of(place, figures.values(), [one.pk for one in indicators], scored=scored)
    remarks, papers = _remarks(place.sheet), evidence_in(place.sheet)
    lines = [
        SheetLine(
            number,
            indicator,
            tuple(cell_of(indicator, part, figures.get(indicator.pk), half=place.half) for part in FigurePart),
            figures.get(indicator.pk),
            insights.lines[indicator.pk],
            tuple(remarks.get(figures[indicator.pk].pk, ())) if indicator.pk in figures else (),
            papers=tuple(papers.get(indicator.pk, ())),
        )
        for number, indicator in enumerate(indicators, start=1)
    ]
    return lines, insights


def evidence_in(sheet: FigureSheet | None) -> dict[int, list[FigureEvidence]]:
    """{indicator: papers that are not withdrawn}"""
    found: dict[int, list[FigureEvidence]] = {}
    if sheet is not None:
        shown = FigureEvidence.objects.filter(figure__sheet=sheet, withdrawn_at__isnull=True)
        for one in shown.select_related("paper", "figure"):
            found.setdefault(one.figure.indicator_id, []).append(one)
    return found


def asked_at(place: AskedSheet):
    return Indicator.objects.of_sheet(place.cluster_year, place.half, place.organisation and place.organisation.pk)


def cell_of(indicator: Indicator, part: FigurePart, figure: Figure | None, *, half: int) -> FigureCell:
    text = "" if figure is None else figure.text_of(part)
    quantity = None if figure is None else figure.quantity_of(part)
    reading = reading_of(indicator, part, text)
    return FigureCell(
        indicator=indicator,
        part=part,
        half=half,
        text=text,
        seen=text,
        words=text if quantity is None else figure_in_words(quantity, indicator),
        trouble=trouble_in_words(reading, indicator.unit) if quantity is None else "",
        understood="" if quantity is None else reading_in_words(reading),
    )


def _remarks(sheet: FigureSheet | None) -> dict[int, list[FigureRemark]]:
    found: dict[int, list[FigureRemark]] = {}
    if sheet is not None:
        for remark in FigureRemark.objects.filter(figure__sheet=sheet).select_related("step"):
            found.setdefault(remark.figure_id, []).append(remark)
    return found
