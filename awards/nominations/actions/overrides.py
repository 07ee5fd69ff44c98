"""A rule that stands in the way is overridden, by the nominator's approver and nobody else."""

from django.db import transaction
from django.utils.translation import gettext as _

from awards.nominations.actions.course import locked_nomination
from awards.nominations.actions.hands import keep_hand
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.overrides import RuleOverride
from awards.nominations.models.standing import standing_of
from awards.nominations.rules.terms import NominationState
from awards.nominations.words import state_refusal
from awards.procedures.models.wording import RULES
from awards.procedures.rules.rule_codes import RuleCode
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import reason_of, refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.errors import Refusal

BEFORE_IT_IS_SENT = (NominationState.DRAFT, NominationState.PRESENTED)


@transaction.atomic
def override_rule(nomination: Nomination, code: RuleCode, *, why: str, actor: Actor) -> RuleOverride:
    """Only of a rule that blocks at this moment; it stays with the dossier for good."""
    if not actor.may("send", nomination, subject="nomination_draft"):
        raise Refusal(_("Only the approver of the nominating organisation overrides a rule."))
    nomination = locked_nomination(nomination)
    if nomination.state not in BEFORE_IT_IS_SENT:
        raise Refusal(state_refusal(nomination))
    said = reason_of(why, needed=True)
    standing = standing_of(nomination, on=clock.today())
    if code not in {one.rule.code for one in standing.findings if one.blocks}:
        raise Refusal(_("This rule does not stand in the way, so there is nothing to override."))
    keep_hand(nomination, actor)
    with refusing_conflicts():
        override = RuleOverride.objects.create(
            nomination=nomination,
            code=code,
            why=said,
            body=nomination.organisation,
            made_by_name=actor.name,
            made_at=clock.now(),
        )
    record(
        actor,
        "awards.override_rule",
        nomination,
        after={"rule": str(RULES[code])},
        why=said,
        organisation_id=nomination.organisation_id,
    )
    return override
