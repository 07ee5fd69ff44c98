"""Who may sign a decision."""

from datetime import date

from django.contrib.auth import get_user_model
from django.db.models import Max, QuerySet

from awards.decisions.models.decision import Decision
from awards.sittings.models.agenda import agreed_on
from clusters.models import Mandate, Organisation
from emulation.core.actor import Role
from emulation.core.models import User
from emulation.core.period import Period

SIGNS = (Role.APPROVER, Role.CENTRAL_LEADER)


def possible_signers(body: Organisation, on: date) -> QuerySet[User]:
    """Who leads there on the day."""
    return _who_hold(Mandate.objects.on(on).filter(organisation=body))


def offered_signers(decision: Decision, today: date) -> QuerySet[User]:
    """Who leads there on any day that the decision can bear: from the sitting that agreed last until today."""
    sat = decision.lines.order_by().aggregate(last=Max(agreed_on("item__")))["last"]
    days = Period.of_days(min(sat or today, today), today)
    return _who_hold(Mandate.objects.overlapping(days).filter(organisation=decision.body))


def _who_hold(mandates) -> QuerySet[User]:
    held = mandates.filter(role__in=SIGNS).order_by()
    return get_user_model().objects.filter(pk__in=held.values("user"))
