"""The lines of a sheet as its page shows them: cells with what is written, what is wrong with it, what was remarked."""

from dataclasses import dataclass, field

from clusters.actions.figures import reading_of
from clusters.figure_words import figure_in_words, trouble_in_words
from clusters.models import Figure, FigureRemark, FigureSheet, Indicator
from clusters.models.figure_wording import PARTS
from clusters.rules.figure_terms import LONGEST, Part, SheetState
from clusters.rules.half_years import span
from clusters.views.figure_places import Place
from emulation.core.views.autosave import SavedField


@dataclass(frozen=True, kw_only=True)
class Cell(SavedField):
    """`words` is how a reader is shown it."""

    indicator: Indicator
    part: Part
    words: str = ""

    @property
    def key(self) -> str:
        return f"{self.indicator.pk}-{self.part.value}"

    @property
    def heading(self) -> str:
        return PARTS[self.part]

    @property
    def label(self) -> str:
        return f"{self.indicator.name}: {self.heading}"

    @property
    def most(self) -> int:
        return LONGEST[self.part]


@dataclass(frozen=True)
class Line:
    number: int
    indicator: Indicator
    cells: tuple[Cell, ...]
    figure: Figure | None
    before: str
    remarks: tuple[FigureRemark, ...] = field(default=())
    said: str = ""


def lines_of(place: Place) -> list[Line]:
    """Five queries, whatever the number of indicators."""
    figures = {}
    if place.sheet is not None:
        figures = {
            one.indicator_id: one for one in Figure.objects.filter(sheet=place.sheet).select_related("indicator")
        }
    if place.is_writable:
        indicators = list(asked_at(place))
    else:
        indicators = sorted((one.indicator for one in figures.values()), key=lambda one: (one.position, one.pk))
    before, remarks = _year_before(place), _remarks(place.sheet)
    return [
        Line(
            number,
            indicator,
            tuple(cell_of(indicator, part, figures.get(indicator.pk)) for part in Part),
            figures.get(indicator.pk),
            before.get(indicator.pk, ""),
            tuple(remarks.get(figures[indicator.pk].pk, ())) if indicator.pk in figures else (),
        )
        for number, indicator in enumerate(indicators, start=1)
    ]


def asked_at(place: Place):
    period = span(place.cluster_year.year, place.half)
    asked = Indicator.objects.asked_of(place.cluster_year.cluster_id, period)
    return asked.entered_by_head() if place.organisation is None else asked


def cell_of(indicator: Indicator, part: Part, figure: Figure | None) -> Cell:
    text = "" if figure is None else figure.text_of(part)
    quantity = None if figure is None else figure.quantity_of(part)
    return Cell(
        indicator=indicator,
        part=part,
        text=text,
        seen=text,
        words=text if quantity is None else figure_in_words(quantity, declared=indicator.declared),
        trouble=trouble_in_words(reading_of(indicator, part, text), indicator.unit) if quantity is None else "",
    )


def _year_before(place: Place) -> dict[int, str]:
    """What the same office, or the same cluster, reported for the same half of the year before, once accepted."""
    sheets = FigureSheet.objects.filter(
        cluster_year__cluster=place.cluster_year.cluster_id,
        cluster_year__year=place.cluster_year.year - 1,
        half=place.half,
        organisation=place.organisation,
        state=SheetState.ACCEPTED,
    )
    return dict(Figure.objects.filter(sheet__in=sheets).values_list("indicator", "value_text"))


def _remarks(sheet: FigureSheet | None) -> dict[int, list[FigureRemark]]:
    found: dict[int, list[FigureRemark]] = {}
    if sheet is not None:
        for remark in FigureRemark.objects.filter(figure__sheet=sheet).select_related("step"):
            found.setdefault(remark.figure_id, []).append(remark)
    return found
