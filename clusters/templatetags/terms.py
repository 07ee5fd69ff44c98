from django import template

from clusters import wording

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
