"""What keeps every screen in one hand: sizes, spaces, badges and buttons come from the few places made for them."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from emulation.core.badges import Tone

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SHEETS = sorted((ROOT / "static/css").glob("*.css"))
ON_PAPER = {"document.css", "print.css"}
SIZE = re.compile(r"font-size:\s*([^;}]+)")
BUTTON = re.compile(r'btn-(primary|secondary)\b|components/step_offer\.html"([^%]*)')
ELSEWHERE = re.compile(r"\{% el(?:se|if)\b[^%]*%\}")

FORBIDDEN = {
    r"<small\b": "what is said in small is class note",
    r"\|date\b": "a day is written by the filter day, in one form",
    r'class="[^"]*\b[mp][tbxyse]?-[145]\b': "spaces are 8, 16 and 32 px: classes 0, 2 and 3",
    r"<(?:button|input|select|a)\b[^>]*[\s}]disabled\b": "what cannot be done now says why: components/hindrance.html",
    r"\saria-disabled=": "what cannot be done now says why: components/hindrance.html",
    r"\bbadge-status\b": "a state is shown by the tag badge or components/status.html",
}
THE_PLACE = {"components/hindrance.html", "components/status.html"}


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_no_template_does_what_a_component_does(pattern):
    found = [
        f"{path.relative_to(ROOT)}: {hit.group()}"
        for path in TEMPLATES
        if str(path.relative_to(ROOT / "templates")) not in THE_PLACE
        for hit in re.finditer(pattern, path.read_text())
    ]
    assert found == [], FORBIDDEN[pattern]


def test_type_has_the_sizes_of_the_scale():
    found = [
        f"{sheet.name}: {size}"
        for sheet in SHEETS
        if sheet.name not in ON_PAPER
        for size in SIZE.findall(sheet.read_text())
        if not re.fullmatch(r"var\(--text(-\w+)?\)|inherit", size.strip())
    ]
    assert found == []


def test_no_box_scrolls_in_a_page_that_scrolls():
    found = [
        f"{sheet.name}: {line.strip()}"
        for sheet in SHEETS
        for line in sheet.read_text().splitlines()
        if ".table-region" in line and re.search(r"max-height: (?!none)|overflow-y|overflow: auto", line)
    ]
    assert found == []


def buttons(block: str) -> list[str]:
    return [hit[1] or ("secondary" if 'kind="secondary"' in hit[2] else "primary") for hit in BUTTON.finditer(block)]


def test_the_primary_button_of_a_page_comes_first():
    """Among those that stand there together: what an `else` divides is never seen at once."""
    found = []
    for path in TEMPLATES:
        block = re.search(r"\{% block actions %\}(.*?)\{% endblock %\}", path.read_text(), re.DOTALL)
        if block is None:
            continue
        for part in ELSEWHERE.split(block.group(1)):
            if ("secondary", "primary") in pairwise(buttons(part)):
                found.append(str(path.relative_to(ROOT)))
    assert found == []


def test_the_tones_of_a_badge_have_their_colours():
    components = (ROOT / "static/css/components.css").read_text()
    assert [tone for tone in Tone if tone and f".badge-status.{tone.value} {{" not in components] == []
