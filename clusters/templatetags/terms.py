from django import template
from django.template.defaultfilters import truncatechars
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from clusters.campaigns.models.wording import STAGES
from clusters.campaigns.rules.terms import StageState
from clusters.campaigns.words import stage_in_words
from clusters.indicators.words import share_of_plan
from clusters.organisations.models import names
from clusters.regulation.words import points_in_words
from emulation.core import words as wording

register = template.Library()
SHORT = 60


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


@register.simple_tag
def life(stages, about, proofs=None) -> str:
    """The bar of a life: a sign, the stage, its day in words; made here, for a list has hundreds of stages. `about`:
    whose life, for who cannot see the bar. `proofs`: {stage: what proves it}, of stages that are done."""
    told = (
        (seen.state, STAGES[seen.stage], stage_in_words(seen), _proof((proofs or {}).get(seen.stage), seen))
        for seen in stages
    )
    lines = format_html_join(
        "",
        '<li class="life-{}"><span class="life-mark" aria-hidden="true"></span>'
        '<span class="life-stage">{}</span> <span class="life-day">{}{}</span></li>',
        told,
    )
    return format_html('<ol class="life" aria-label="{}: {}">{}</ol>', _("Life"), about, lines)


def _proof(proof, seen) -> str:
    if proof is None or seen.state not in (StageState.DONE, StageState.UNKNOWN):
        return ""
    if not proof.url:
        return format_html("<br>{}", truncatechars(proof.text, SHORT))
    return format_html('<br><a href="{}">{}</a>', proof.url, truncatechars(proof.text, SHORT))


@register.filter
def points(value):
    """46,25; 50; – where nothing was scored."""
    return points_in_words(value)
