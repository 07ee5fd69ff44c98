"""Its issuer lets everybody search the honours of a decision, and stops it again."""

from django.db import transaction
from django.utils.translation import gettext as _

from awards.decisions.actions.course import locked_decision
from awards.decisions.models.decision import Decision
from awards.decisions.words import state_refusal
from awards.publication.models.publication import DecisionRelease
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def set_release(decision: Decision, *, released: bool, actor: Actor) -> DecisionRelease:
    decision = locked_decision(decision)
    if not actor.may("issue", decision):
        raise Refusal(_("Whether everybody may search a decision is said by the leader of the body that made it."))
    if not decision.is_issued:
        raise Refusal(state_refusal(decision))
    release, _made = DecisionRelease.objects.update_or_create(decision=decision, defaults={"is_released": released})
    verb = "awards.release_decision" if released else "awards.unrelease_decision"
    record(actor, verb, decision, after={"honours": decision.lines.count()}, organisation_id=decision.body_id)
    return release
