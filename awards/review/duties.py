"""Opinions that wait for a person; what was opened and is to be talked over; feedback that nobody has approved yet."""

from collections.abc import Iterator
from datetime import date

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from awards.nominations.rules.terms import NominationState
from awards.review.models.appraisals import Appraisal
from awards.review.models.queue import Tray
from awards.review.models.review import Review
from awards.review.rules.terms import WAITING, Standing
from emulation.core.actor import Actor, Role
from emulation.core.duty import Duty, DutyKind, about
from emulation.core.numbers import format_integer

SHOWN = 20
DECIDES = frozenset({Role.APPROVER, Role.CENTRAL_LEADER})
LOOKS_INTO = frozenset({Role.OFFICER, Role.CENTRAL_REVIEWER})


class ReviewDuty(DutyKind):
    OPINION = "review.opinion"
    MORE_OPINIONS = "review.more_opinions"
    DISCUSS = "review.discuss"
    FEEDBACK = "review.feedback"


def review_duties(actor: Actor, on: date) -> Iterator[Duty]:
    """The same number of questions however many wait."""
    if actor.reviewed:
        yield from _opinions(actor)
    if actor.decided:
        yield from _of_leaders(actor)


def _opinions(actor: Actor) -> Iterator[Duty]:
    queue = f"{reverse('awards:review-queue')}?hop={Tray.OPINION}"
    waiting = Appraisal.objects.visible_to(actor).still_to_give()
    waiting = waiting.filter(review__standing=Standing.REVIEW).order_by("review__due", "pk")
    rows = list(waiting.select_related("review__nomination")[: SHOWN + 1])
    for one in rows[:SHOWN]:
        yield Duty(
            kind=ReviewDuty.OPINION,
            title=_("Give your opinion on the dossier: %(name)s") % {"name": one.review.nomination},
            url=f"{queue}&ho-so={one.review_id}",
            why=_("You are asked for it by %(person)s.") % {"person": one.asked_by_name}
            if one.asked_by_name != actor.name
            else _("The dossier is in your charge."),
            due=one.review.last_day,
            subject=about(one.review),
            organisation=actor.body_of(LOOKS_INTO),
        )
    if len(rows) > SHOWN:
        more = waiting.count() - SHOWN
        title = ngettext("%(number)s more opinion", "%(number)s more opinions", more)
        yield Duty(
            kind=ReviewDuty.MORE_OPINIONS,
            title=title % {"number": format_integer(more)},
            url=queue,
            why=_("They wait for you in the list."),
            organisation=actor.body_of(LOOKS_INTO),
            number=more,
        )


def _of_leaders(actor: Actor) -> Iterator[Duty]:
    seen = Review.objects.visible_to(actor).filter(body__in=actor.decided)
    apart = seen.filter(standing__in=WAITING, to_discuss=True).count()
    if apart:
        title = ngettext("%(number)s dossier to be discussed", "%(number)s dossiers to be discussed", apart)
        yield Duty(
            kind=ReviewDuty.DISCUSS,
            title=title % {"number": format_integer(apart)},
            url=f"{reverse('awards:review-queue')}?hop={Tray.DISCUSS}",
            why=_("Opinions on them are all given, and differ."),
            organisation=actor.body_of(DECIDES),
        )
    closed = seen.filter(nomination__state=NominationState.DECLINED, nomination__feedback__isnull=True)
    untold = closed.filter(body=F("nomination__holder")).order_by("pk")
    first = untold.first()
    if first is not None:
        number = untold.count()
        title = ngettext("%(number)s feedback to be approved", "%(number)s feedbacks to be approved", number)
        yield Duty(
            kind=ReviewDuty.FEEDBACK,
            title=title % {"number": format_integer(number)},
            url=reverse("awards:review-feedback", args=[first.pk]),
            why=_("Dossiers were closed without a proposal; their nominators wait to learn why."),
            organisation=actor.body_of(DECIDES),
        )
