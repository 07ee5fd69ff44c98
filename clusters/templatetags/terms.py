from django import template

from clusters.campaigns.models.wording import STAGES
from clusters.campaigns.words import stage_in_words
from clusters.indicators.words import share_of_plan
from clusters.organisations.models import names
from clusters.regulation.words import points_in_words
from emulation.core import words as wording

register = template.Library()


@register.filter
def term(period) -> str:
    return wording.term(period)


@register.filter
def with_years(organisation) -> str:
    return names.with_years(organisation)


@register.filter
def years(period) -> str:
    return names.years(period)


@register.filter
def first_day(period):
    return period.start


@register.filter
def last_day(period):
    return wording.last_day(period)


@register.filter
def of_plan(share) -> str:
    return share_of_plan(share)


@register.filter
def stage_name(seen) -> str:
    return str(STAGES[seen.stage])


@register.filter
def stage_words(seen) -> str:
    return stage_in_words(seen)


@register.filter
def points(value):
    """46,25; 50; – where nothing was scored."""
    return points_in_words(value)
