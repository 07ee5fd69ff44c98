"""Two bars a week as one SVG, drawn by the server; the table beneath says the same. Text takes the colour of the page,
bars have classes: the policy of the pages refuses styles inside."""

from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from awards.review.models.board import Week
from emulation.core.numbers import format_integer

WIDTH, HEIGHT, LEFT, TOP, BASE = 720, 220, 36, 28, 184
BAR, LEAST = 18, 1
FONT_SIZE = 13


def week_chart(weeks: list[Week]) -> SafeString:
    most = max([LEAST, *(one.received for one in weeks), *(one.finished for one in weeks)])
    step = (WIDTH - LEFT) / max(len(weeks), 1)
    drawn = []
    for place, week in enumerate(weeks):
        middle = LEFT + step * place + step / 2
        drawn.append(_bar(middle - BAR, week.received, most, "chart-bar"))
        drawn.append(_bar(middle, week.finished, most, "chart-bar is-second"))
        day = f"{week.monday.day:02}/{week.monday.month:02}"
        drawn.append(f'<text x="{middle:.1f}" y="{BASE + 18}" text-anchor="middle">{day}</text>')
    title, told = (
        escape(sentence(weeks)),
        escape(_("Two bars for each week: received and decided. The table says both.")),
    )
    return mark_safe(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="week-chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-labelledby="weeks-title weeks-told" font-size="{FONT_SIZE}" fill="currentColor">'
        f'<title id="weeks-title">{title}</title><desc id="weeks-told">{told}</desc>{_key()}{"".join(drawn)}'
        f'<line x1="{LEFT}" x2="{WIDTH}" y1="{BASE}" y2="{BASE}" stroke="currentColor" stroke-width="1"/></svg>'
    )


def sentence(weeks: list[Week]) -> str:
    """What the picture says, as its title."""
    said = {
        "weeks": format_integer(len(weeks)),
        "received": format_integer(sum(one.received for one in weeks)),
        "finished": format_integer(sum(one.finished for one in weeks)),
    }
    return _("In %(weeks)s weeks %(received)s dossiers came and %(finished)s were decided") % said


def _bar(x: float, number: int, most: int, kind: str) -> str:
    height = (BASE - TOP - 16) * number / most
    told = (
        f'<text x="{x + BAR / 2:.1f}" y="{BASE - height - 4:.1f}" text-anchor="middle">{number}</text>'
        if number
        else ""
    )
    return f'<rect class="{kind}" x="{x:.1f}" y="{BASE - height:.1f}" width="{BAR - 2}" height="{height:.1f}"/>{told}'


def _key() -> str:
    """Which bar is which, by place and word, not by colour alone."""
    received, decided = escape(_("Left: received")), escape(_("Right: decided"))
    return (
        f'<rect class="chart-bar" x="{LEFT}" y="4" width="12" height="12"/>'
        f'<text x="{LEFT + 18}" y="15">{received}</text>'
        f'<rect class="chart-bar is-second" x="{LEFT + 170}" y="4" width="12" height="12"/>'
        f'<text x="{LEFT + 188}" y="15">{decided}</text>'
    )
