"""Horizontal bars from zero as one SVG for page and paper. Pure: no Django, no style attribute (the CSP refuses it).

Text and axis take the colour of their surroundings; bars carry the class `chart-bar` and a fill of their own for paper.
"""

import textwrap
from decimal import Decimal
from html import escape

from reports.document.rules.document import Chart
from reports.document.rules.wording import format_number, printable

WIDTH = 640
LABEL_WIDTH = 232
LABEL_LETTERS = 34
VALUE_WIDTH = 84
BAR_HEIGHT = 18
LINE_HEIGHT = 17
GAP = 12
FONT_SIZE = 14
BAR_FILL = "#8f1d21"


def svg(chart: Chart, *, name: str = "chart", font_family: str = "inherit") -> str:
    """`name` makes the ids of title and description, and must be one of a kind on its page."""
    values = [Decimal(value) for _, value in chart.bars]
    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    left = LABEL_WIDTH + 8 + (VALUE_WIDTH if low < 0 else 0)
    scale = Decimal(WIDTH - VALUE_WIDTH - left) / ((high - low) or 1)
    zero = left - low * scale
    drawn, top = [], 4
    for (label, _), value in zip(chart.bars, values, strict=True):
        lines = textwrap.wrap(printable(label), LABEL_LETTERS, max_lines=3, placeholder=" …") or [""]
        height = max(BAR_HEIGHT, len(lines) * LINE_HEIGHT)
        drawn.append(_bar(lines, value, chart, middle=top + height / 2, zero=float(zero), scale=float(scale)))
        top += height + GAP
    axis = f'<line x1="{zero:.1f}" x2="{zero:.1f}" y1="0" y2="{top}" stroke="currentColor" stroke-width="1"/>'
    title, description = escape(printable(chart.title)), escape(printable(chart.description))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH} {top}" width="{WIDTH}"'
        f' height="{top}" role="img" aria-labelledby="{name}-title {name}-desc" font-size="{FONT_SIZE}"'
        f' font-family="{escape(font_family)}" fill="currentColor">'
        f'<title id="{name}-title">{title}</title><desc id="{name}-desc">{description}</desc>'
        f"{''.join(drawn)}{axis}</svg>"
    )


def _bar(lines: list[str], value: Decimal, chart: Chart, *, middle: float, zero: float, scale: float) -> str:
    length = float(abs(value)) * scale
    baseline = middle + FONT_SIZE * 0.35
    first = baseline - (len(lines) - 1) * LINE_HEIGHT / 2
    label = "".join(
        f'<text x="{LABEL_WIDTH}" y="{first + at * LINE_HEIGHT:.1f}" text-anchor="end">{escape(line)}</text>'
        for at, line in enumerate(lines)
    )
    start, anchor, end = (zero, "start", zero + length + 6) if value >= 0 else (zero - length, "end", zero - length - 6)
    return (
        f'{label}<rect class="chart-bar" x="{start:.1f}" y="{middle - BAR_HEIGHT / 2:.1f}" width="{length:.1f}"'
        f' height="{BAR_HEIGHT}" fill="{BAR_FILL}"/>'
        f'<text class="chart-value" x="{end:.1f}" y="{baseline:.1f}" text-anchor="{anchor}"'
        f' font-weight="bold">{format_number(value, chart.kind)}</text>'
    )
