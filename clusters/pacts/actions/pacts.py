"""A pact, or an addendum to it, on its way: begun, members asked, opened for signing, broken off, closed."""

import hmac
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.organisation import Organisation
from clusters.pacts.models.contents import contents_of, signers_of
from clusters.pacts.models.pact import Pact, PactAnswer, PactSignature, PactStep
from clusters.pacts.rules.contents import checksum
from clusters.pacts.rules.flow import FLOW, PactCase, PactHindrance
from clusters.pacts.rules.terms import PactState
from clusters.pacts.words import hindrance_in_words
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import reason_of, refusing_conflicts
from emulation.core.actions.walk import Course, Walked, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.flow import Step
from emulation.core.text import squash


@transaction.atomic
def begin_pact(cluster_year: ClusterYear, *, actor: Actor) -> Pact:
    refuse_unless_drafter(cluster_year, actor)
    cluster_year = locked_open_year(cluster_year)
    with refusing_conflicts():
        pact = Pact.objects.create(cluster_year=cluster_year, number=0)
    record(actor, "clusters.begin_pact", pact, after={"year": cluster_year.year})
    return pact


@transaction.atomic
def begin_addendum(cluster_year: ClusterYear, *, why: str, actor: Actor) -> Pact:
    """Only to a pact in force, and one after the other."""
    refuse_unless_drafter(cluster_year, actor)
    cluster_year = locked_open_year(cluster_year)
    why = reason_of(why, needed=True)
    pacts = Pact.objects.of_year(cluster_year)
    if not pacts.filter(number=0).in_force().exists():
        raise Refusal(
            _("The pact is not signed yet, so there is nothing an addendum could change. Change the draft itself.")
        )
    if pacts.exclude(state=PactState.IN_FORCE).exists():
        raise Refusal(_("Another addendum is still on its way. Have it signed first."))
    number = pacts.aggregate(Max("number"))["number__max"] + 1
    with refusing_conflicts():
        addendum = Pact.objects.create(cluster_year=cluster_year, number=number, why=why)
    record(actor, "clusters.begin_addendum", addendum, after={"number": number}, why=why)
    return addendum


def ask_members(pact: Pact, *, actor: Actor) -> Pact:
    """By the head's officer: a new round of opinions begins."""
    return walk(PACT, pact, "ask_members", actor=actor)


def take_back(pact: Pact, *, why: str, actor: Actor) -> Pact:
    return walk(PACT, pact, "take_back", actor=actor, why=why)


def open_signing(pact: Pact, *, actor: Actor) -> Pact:
    """By the head's approver, once every member agreed: the contents are fixed by their checksum."""
    return walk(PACT, pact, "open_signing", actor=actor)


def reopen_pact(pact: Pact, *, why: str, actor: Actor) -> Pact:
    """By the head's approver: back to the draft. Signatures stay with their round and no longer count."""
    return walk(PACT, pact, "reopen", actor=actor, why=why)


def close_unsigned(pact: Pact, *, why: str, actor: Actor) -> Pact:
    """By the head's approver: in force without the members that have not signed, who are named."""
    return walk(PACT, pact, "close_unsigned", actor=actor, why=why)


@transaction.atomic
def answer_pact(pact: Pact, *, organisation: Organisation, agreed: bool, remark="", actor: Actor) -> PactAnswer:
    """Once in a round, by an officer or the approver of the member. Not agreeing wants a remark."""
    if not actor.may("write", organisation, subject="pact_answer"):
        raise Refusal(_("Only people of this organisation answer for it."))
    pact = locked_pact(pact)
    if pact.state != PactState.CONSULTED:
        raise Refusal(state_refusal(pact))
    if organisation not in signers_of(pact, clock.today()):
        raise Refusal(_("%(unit)s does not sign this pact, so it is not asked.") % {"unit": organisation})
    remark = squash(remark)
    if not agreed and not remark:
        raise Refusal(_("Say what is to be changed."), field="remark")
    with refusing_conflicts():
        answer = PactAnswer.objects.create(
            pact=pact,
            round=pact.round,
            organisation=organisation,
            agreed=agreed,
            remark=remark,
            answered_by_name=actor.name,
            answered_at=clock.now(),
        )
    record(
        actor,
        "clusters.answer_pact",
        pact,
        after={"agreed": agreed, "round": pact.round},
        why=remark,
        organisation_id=organisation.pk,
    )
    return answer


def refuse_unless_drafter(cluster_year: ClusterYear, actor: Actor) -> None:
    if not actor.may("write", cluster_year, subject="pact_draft"):
        raise Refusal(_("Only an officer of the head of the cluster drafts its pact."))


def locked_pact(pact: Pact) -> Pact:
    locked_open_year(pact.cluster_year)
    return Pact.objects.select_for_update(of=("self",)).select_related("cluster_year__cluster").get(pk=pact.pk)


def state_refusal(pact: Pact) -> str:
    return _("The pact is in the state “%(state)s”, so this is no longer possible. Look at it again.") % {
        "state": pact.get_state_display()
    }


def is_as_signed(pact: Pact) -> bool:
    """Whether the contents still give the checksum that was fixed when signing was opened."""
    return hmac.compare_digest(checksum(contents_of(pact)), pact.checksum)


def case_of(pact: Pact, *, signers: list[Organisation] | None = None, **context: Any) -> PactCase:
    """`signers`: where they are known already."""
    signers = signers_of(pact, clock.today()) if signers is None else signers
    agreed = set(
        PactAnswer.objects.filter(pact=pact, round=pact.round, agreed=True).values_list("organisation", flat=True)
    )
    signed = set(PactSignature.objects.filter(pact=pact, round=pact.round).values_list("organisation", flat=True))
    return PactCase(
        contents=pact.commitments.count() + pact.campaigns.count() + pact.targets.count(),
        silent=tuple(one.name for one in signers if one.pk not in agreed),
        signed=len(signed),
        unsigned=tuple(one.name for one in signers if one.pk not in signed),
        head_signed=bool(signers) and signers[0].pk in signed,
    )


def complete_if_all_signed(pact: Pact, signers: list[Organisation], *, actor: Actor) -> None:
    """Called under the pact's lock, after each signature."""
    signed = PactSignature.objects.filter(pact=pact, round=pact.round).values_list("organisation", flat=True)
    if {one.pk for one in signers} <= set(signed):
        walk(PACT, pact, "complete", actor=actor, by_itself=True, signers=signers)


def _entered(pact: Pact, step: Step, walked: Walked) -> dict[str, Any]:
    """What a step changes besides the state: the round, the checksum, the day it came into force."""
    if step.name == "ask_members":
        pact.round += 1
    if step.target == PactState.SIGNING:
        pact.checksum = checksum(contents_of(pact))
    if step.target == PactState.DRAFT:
        pact.checksum = ""
    if step.target == PactState.IN_FORCE:
        pact.frozen_at = walked.at
        pact.unsigned_why = walked.why
    told = {"round": pact.round, "checksum": pact.checksum}
    return told | ({"unsigned": _unsigned(pact)} if step.name == "close_unsigned" else {})


def _unsigned(pact: Pact) -> list[str]:
    signed = set(PactSignature.objects.filter(pact=pact, round=pact.round).values_list("organisation", flat=True))
    return [one.name for one in signers_of(pact, clock.today()) if one.pk not in signed]


PACT = Course[Pact](
    flow=FLOW,
    steps=PactStep,
    thing="pact",
    verb="clusters.{}_pact",
    locked=locked_pact,
    in_state=state_refusal,
    in_words=lambda hindrance, case, pact: hindrance_in_words(PactHindrance(hindrance), case),
    case_of=case_of,
    effect=_entered,
)
