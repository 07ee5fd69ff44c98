"""Two dossiers side by side; all of an award and year in one table."""

from dataclasses import dataclass

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from awards.nominations.models.names import award_name, award_names
from awards.nominations.models.standing import standing_of
from awards.nominations.models.subjects import honours_of_subject
from awards.nominations.models.wording import NOMINATION_BADGES
from awards.nominations.rules.terms import NominationState
from awards.nominations.views.told import findings_told
from awards.register.models.printed import printed_names
from awards.review.forms import asked_for
from awards.review.models.peers import peers_of, years_of
from awards.review.models.queue import desks_of
from awards.review.models.review import Review
from awards.review.models.signs import warned_of
from awards.review.views.compared import compared_shown
from awards.review.views.places import crumbs_of_queue, queue_form, review_or_404
from awards.review.words import spread_in_words, warnings_in_words
from emulation.core import clock
from emulation.core.access import door
from emulation.core.numbers import parse_id
from emulation.core.text import search_key

HONOURS_SHOWN, OFFERED = 10, 30


@dataclass(frozen=True)
class LineBeside:
    """One thing of two dossiers. `differs`: worth a look."""

    label: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        return self.first != self.second


@door("review")
@require_safe
def pair(request):
    """`?a=&b=`: numbers of reviews. With one of them, which others there are to put beside it."""
    first, second = (_asked(request, name) for name in ("a", "b"))
    sides = [_side(request, one) for one in (first, second) if one is not None]
    return render(
        request,
        "awards/review/pair.html",
        {
            "sides": sides,
            "lines": _beside(*sides) if len(sides) == 2 else [],
            "text": request.GET.get("tim", "")[:100],
            "offered": _offered(request, first) if first is not None and second is None else [],
            "first": first,
            "crumbs": crumbs_of_queue(),
        },
    )


def _asked(request, name: str) -> Review | None:
    pk = parse_id(request.GET.get(name, ""))
    return review_or_404(request, pk) if pk is not None else None


def _offered(request, first: Review) -> list[Review]:
    """Of the same award first."""
    rows = Review.objects.visible_to(request.actor).filter(body__in=desks_of(request.actor)).exclude(pk=first.pk)
    rows = rows.exclude(nomination=first.nomination_id)
    for word in search_key(request.GET.get("tim", "")[:100]).split():
        rows = rows.filter(nomination__name_key__contains=word)
    same = list(rows.filter(nomination__award=first.nomination.award_id).with_names().order_by("due", "id")[:OFFERED])
    if len(same) < OFFERED:
        others = rows.exclude(nomination__award=first.nomination.award_id).with_names().order_by("due", "id")
        same += list(others[: OFFERED - len(same)])
    return same


def _side(request, review: Review) -> dict:
    nomination, today = review.nomination, clock.today()
    standing = standing_of(nomination, on=today, reader=request.actor)
    honours = list(honours_of_subject(nomination, actor=request.actor).in_force()[:HONOURS_SHOWN])
    names = printed_names(honours) if honours else {}
    return {
        "review": review,
        "nomination": nomination,
        "award": award_name(nomination, on=today),
        "status": NOMINATION_BADGES[NominationState(nomination.state)],
        "warned": warnings_in_words(warned_of(standing)),
        "spread": spread_in_words(review),
        "findings": findings_told(standing, on=clock.today(), override_url=lambda _code: ""),
        "papers": f"{sum(line.is_there for line in standing.lines)}/{len(standing.lines)}",
        "achievements": list(nomination.achievements.all()),
        "honours": [{"honour": one, "award": names[one.pk]} for one in honours],
        "compared": compared_shown(review, held=standing.held) if review.is_compared else None,
    }


def _beside(one: dict, other: dict) -> list[LineBeside]:
    def said(side: dict) -> list[str]:
        nomination = side["nomination"]
        return [
            side["award"],
            str(nomination.organisation),
            nomination.position or "–",
            nomination.unit or "–",
            str(nomination.get_target_group_display() or "–"),
            str(side["status"].word),
            side["papers"],
            "; ".join(side["warned"]) or _("none"),
            side["spread"] or "–",
        ]

    labels = [
        _("Award"),
        _("Nominated by"),
        _("Position"),
        _("Unit"),
        _("Target group"),
        _("State"),
        _("Papers"),
        _("Warnings"),
        _("Opinions"),
    ]
    return [LineBeside(*line) for line in zip(labels, said(one), said(other), strict=True)]


@door("review")
@require_safe
def table(request):
    """`?danh-hieu=&nam=`: every dossier for the award whose achievement ended in that year."""
    form, asked = queue_form(request.GET), asked_for(request.GET)
    years = years_of(request.actor)
    year = parse_id(request.GET.get("nam", "")) or (years[0] if years else clock.today().year)
    found = peers_of(request.actor, award=asked.award, year=year) if asked.award and year < 10_000 else None
    names = award_names([row.review.nomination for row in found.rows], on=clock.today()) if found else {}
    return render(
        request,
        "awards/review/peers.html",
        {
            "awards": form.fields["danh_hieu"].choices[1:],
            "chosen": asked.award,
            "years": years,
            "year": year,
            "table": found,
            "headings": found.headings if found else [],
            "rows": [
                {
                    "review": row.review,
                    "award": names[row.review.nomination_id],
                    "status": NOMINATION_BADGES[NominationState(row.review.nomination.state)],
                    "warned": warnings_in_words(row.review),
                    "spread": spread_in_words(row.review),
                    "cells": [row.results.get(heading) for heading in found.headings],
                }
                for row in found.rows
            ]
            if found
            else [],
            "crumbs": crumbs_of_queue(),
        },
    )
