from django import template

from clusters.regulation.words import points_in_words
from emulation.core import words as wording

register = template.Library()


@register.filter
def term(period) -> str:
    return wording.term(period)


@register.filter
def first_day(period):
    return period.start


@register.filter
def last_day(period):
    return wording.last_day(period)


@register.filter
def points(value):
    """46,25; 50; – where nothing was scored."""
    return points_in_words(value)
