"""A rule that stands in the way is overridden: by the nominator's approver before it is sent, and where the domain
knows exceptions, by the Council as its secretary records."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from awards.nominations.actions.course import locked_nomination
from awards.nominations.actions.hands import keep_hand
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.overrides import RuleOverride, ground_of
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
AT_A_DESK = (NominationState.REVIEW, NominationState.COUNCIL)
OF_THE_COUNCIL = frozenset({RuleCode.CSTD_TINH_CHAIN, RuleCode.CSTDTQ_CHAIN})
"""Titles “in a row”: years of study or maternity are exceptions that a Council may accept. Nothing says so of quotas or
of the leader of a cluster, so these are nobody's to override at a desk."""


def may_override(nomination: Nomination, code: str, actor: Actor) -> bool:
    if nomination.state in BEFORE_IT_IS_SENT:
        return actor.may("send", nomination, subject="nomination_draft")
    at_a_desk = nomination.state in AT_A_DESK and code in OF_THE_COUNCIL
    return at_a_desk and actor.may("minute", nomination, subject="nomination")


@transaction.atomic
def override_rule(nomination: Nomination, code: RuleCode, *, why: str, actor: Actor) -> RuleOverride:
    """Only of a rule that blocks at this moment; it stays with the dossier, but counts only while
    that nominates the same for the same."""
    as_secretary = actor.may("minute", nomination, subject="nomination")
    if not as_secretary and not actor.may("send", nomination, subject="nomination_draft"):
        raise Refusal(_("Only the approver of the nominating organisation overrides a rule."))
    nomination = locked_nomination(nomination)
    by_council = nomination.state in AT_A_DESK
    if nomination.state not in (*BEFORE_IT_IS_SENT, *AT_A_DESK):
        raise Refusal(state_refusal(nomination))
    if by_council and code not in OF_THE_COUNCIL:
        raise Refusal(_("The Council accepts exceptions only for titles held in a row; this rule knows none."))
    if not may_override(nomination, code, actor):
        raise Refusal(
            _("At this level only the secretary of the Council records an exception.")
            if by_council
            else _("Only the approver of the nominating organisation overrides a rule.")
        )
    said = reason_of(why, needed=True)
    standing = standing_of(nomination, on=clock.today(), reader=actor)
    if code not in {one.rule.code for one in standing.findings if one.blocks}:
        raise Refusal(_("This rule does not stand in the way, so there is nothing to override."))
    keep_hand(nomination, actor)
    with refusing_conflicts():
        override = RuleOverride.objects.create(
            nomination=nomination,
            code=code,
            rests_on=ground_of(nomination),
            why=said,
            body=nomination.holder,
            by_council=by_council,
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


def tell_of_fallen(nomination: Nomination, stood: Iterable[RuleOverride], actor: Actor) -> None:
    """The journal names each reason that no longer is one of this dossier as it was written now."""
    for one in stood:
        if not one.stands_in(nomination):
            record(
                actor,
                "awards.drop_override",
                nomination,
                before={"rule": str(one)},
                why=one.why,
                organisation_id=nomination.organisation_id,
            )
