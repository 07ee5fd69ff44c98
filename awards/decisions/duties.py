"""Drafts of decisions that wait for the leader who issues them."""

from collections.abc import Iterator

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from awards.decisions.models.decision import Decision, DecisionLine
from awards.decisions.rules.terms import DecisionState
from emulation.core.actor import Actor
from emulation.core.duty import Duty, DutyKind, about
from emulation.core.numbers import format_integer

SHOWN = 20


class DecisionDuty(DutyKind):
    ISSUE = "decisions.issue"


def decision_duties(actor: Actor) -> Iterator[Duty]:
    """Of drafts that decide on something, whole before this leader; what was made elsewhere, once its scan is there."""
    if not actor.decided:
        return
    lines = DecisionLine.objects.filter(decision=OuterRef("pk")).order_by()
    kept = lines.exclude(pk__in=DecisionLine.objects.not_kept_from(actor).order_by().values("pk"))
    drafts = Decision.objects.visible_to(actor).filter(
        Exists(lines), ~Exists(kept), Q(made_by="") | Q(scans__isnull=False), body__in=actor.decided
    )
    drafts = drafts.filter(state=DecisionState.DRAFT).annotate(conferred=Count("lines", distinct=True))
    for one in drafts.order_by("pk")[:SHOWN]:
        why = ngettext(
            "%(number)s honour enters the register with it.",
            "%(number)s honours enter the register with it.",
            one.conferred,
        )
        yield Duty(
            kind=DecisionDuty.ISSUE,
            title=_("Issue the decision: %(subject)s") % {"subject": one.subject},
            url=one.get_absolute_url(),
            why=why % {"number": format_integer(one.conferred)},
            subject=about(one),
            organisation=one.body_id,
        )
