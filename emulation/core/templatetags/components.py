"""Pieces that templates ask for by name."""

from functools import cache, lru_cache
from hashlib import blake2s

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from emulation.core.badges import Badge
from emulation.core.icons import PATHS

register = template.Library()


@register.simple_tag
def badge(badge: Badge) -> str:
    """A state as its room's table of badges says it."""
    return _status(badge.tone, badge.icon, str(badge.word))


@lru_cache(maxsize=500)
def _status(tone: str, icon: str, word: str) -> str:
    """A list has few states and a row for each of many."""
    return render_to_string("components/status.html", {"tone": tone, "icon": icon, "word": word})


@register.simple_tag
@cache
def icon(name: str):
    """A drawing of our own beside a word; it never stands alone, so readers pass it by. A page draws some of them a
    hundred times."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor"'
        ' stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">'
        "{}</svg>",
        mark_safe(PATHS[name]),
    )


@register.simple_tag
def tie(*words: str) -> str:
    """The id that ties what is said to what it is said about: the same words, the same id."""
    return f"tied-{blake2s(' '.join(map(str, words)).encode(), digest_size=5).hexdigest()}"
