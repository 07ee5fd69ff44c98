"""A pact, or an addendum to it, on its way: begun, members asked, opened for signing, broken off, closed."""

import hmac

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.organisation import Organisation
from clusters.pacts.models.contents import contents_of, signers_of
from clusters.pacts.models.pact import Pact, PactAnswer, PactSignature, PactStep
from clusters.pacts.rules.contents import checksum
from clusters.pacts.rules.flow import FLOW, NEEDS_REASON, PactCase, PactHindrance
from clusters.pacts.rules.terms import PactState
from clusters.pacts.words import hindrance_in_words
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import refusing_conflicts, require_reason
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.text import squash

LONGEST_REASON = 500


@transaction.atomic
def begin_pact(cluster_year: ClusterYear, *, actor: Actor) -> Pact:
    refuse_unless_drafter(cluster_year.pk, actor)
    cluster_year = locked_open_year(cluster_year)
    with refusing_conflicts(Pact):
        pact = Pact.objects.create(cluster_year=cluster_year, number=0)
    record(actor, "clusters.begin_pact", pact, after={"year": cluster_year.year})
    return pact


@transaction.atomic
def begin_addendum(cluster_year: ClusterYear, *, why: str, actor: Actor) -> Pact:
    """Only to a pact in force, and one after the other."""
    refuse_unless_drafter(cluster_year.pk, actor)
    cluster_year = locked_open_year(cluster_year)
    why = _reason(why)
    pacts = Pact.objects.of_year(cluster_year)
    if not pacts.filter(number=0).in_force().exists():
        raise Refusal(
            _("The pact is not signed yet, so there is nothing an addendum could change. Change the draft itself.")
        )
    if pacts.exclude(state=PactState.IN_FORCE).exists():
        raise Refusal(_("Another addendum is still on its way. Have it signed first."))
    number = pacts.aggregate(Max("number"))["number__max"] + 1
    with refusing_conflicts(Pact):
        addendum = Pact.objects.create(cluster_year=cluster_year, number=number, why=why)
    record(actor, "clusters.begin_addendum", addendum, after={"number": number}, why=why)
    return addendum


def ask_members(pact: Pact, *, actor: Actor) -> Pact:
    """By the head's officer: a new round of opinions begins."""
    return _walk(pact, "ask_members", actor=actor)


def take_back(pact: Pact, *, why: str, actor: Actor) -> Pact:
    return _walk(pact, "take_back", actor=actor, why=why)


def open_signing(pact: Pact, *, actor: Actor) -> Pact:
    """By the head's approver, once every member agreed: the contents are fixed by their checksum."""
    return _walk(pact, "open_signing", actor=actor)


def reopen_pact(pact: Pact, *, why: str, actor: Actor) -> Pact:
    """By the head's approver: back to the draft. Signatures stay with their round and no longer count."""
    return _walk(pact, "reopen", actor=actor, why=why)


def close_unsigned(pact: Pact, *, why: str, actor: Actor) -> Pact:
    """By the head's approver: in force without the members that have not signed, who are named."""
    return _walk(pact, "close_unsigned", actor=actor, why=why)


@transaction.atomic
def answer_pact(pact: Pact, *, organisation: Organisation, agreed: bool, remark="", actor: Actor) -> PactAnswer:
    """Once in a round, by an officer or the approver of the member. Not agreeing wants a remark."""
    if organisation.pk not in actor.entered | actor.approved:
        raise Refusal(_("Only people of this organisation answer for it."))
    pact = locked_pact(pact)
    if pact.state != PactState.CONSULTED:
        raise Refusal(state_refusal(pact))
    if organisation not in signers_of(pact, clock.today()):
        raise Refusal(_("%(unit)s does not sign this pact, so it is not asked.") % {"unit": organisation})
    remark = squash(remark)
    if not agreed and not remark:
        raise Refusal(_("Say what is to be changed."), field="remark")
    with refusing_conflicts(PactAnswer):
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


def refuse_unless_drafter(cluster_year_id: int, actor: Actor) -> None:
    if cluster_year_id not in actor.headed_entered:
        raise Refusal(_("Only an officer of the head of the cluster drafts its pact."))


def locked_pact(pact: Pact) -> Pact:
    locked_open_year(pact.cluster_year)
    return Pact.objects.select_for_update(of=("self",)).select_related("cluster_year__cluster").get(pk=pact.pk)


def state_refusal(pact: Pact) -> str:
    return _("The pact is in the state “%(state)s”, so this is no longer possible. Look at it again.") % {
        "state": pact.get_state_display()
    }


def case_of(pact: Pact, *, signers: list[Organisation]) -> tuple[PactCase, dict[PactHindrance, list[Organisation]]]:
    """(the case, who is meant by each hindrance that names members)"""
    agreed = set(
        PactAnswer.objects.filter(pact=pact, round=pact.round, agreed=True).values_list("organisation", flat=True)
    )
    signed = set(PactSignature.objects.filter(pact=pact, round=pact.round).values_list("organisation", flat=True))
    silent = [one for one in signers if one.pk not in agreed]
    unsigned = [one for one in signers if one.pk not in signed]
    case = PactCase(
        contents=pact.commitments.count() + pact.campaigns.count() + pact.targets.count(),
        silent=len(silent),
        signed=len(signed),
        unsigned=len(unsigned),
        head_signed=bool(signers) and signers[0].pk in signed,
    )
    return case, {PactHindrance.NOT_AGREED: silent, PactHindrance.UNSIGNED: unsigned}


def may_walk(name: str, pact: Pact, actor: Actor) -> bool:
    role = FLOW.step(name).role
    if role == "head_officer":
        return pact.cluster_year_id in actor.headed_entered
    return role == "head_approver" and pact.cluster_year_id in actor.headed_approved


def complete_if_all_signed(pact: Pact, signers: list[Organisation], *, actor: Actor) -> None:
    """Called under the pact's lock, after each signature."""
    case, _named = case_of(pact, signers=signers)
    if FLOW.step("complete").hindrance(case) is None:
        _enter(pact, "complete", actor=actor)


def is_as_signed(pact: Pact) -> bool:
    """Whether the contents still give the checksum that was fixed when signing was opened."""
    return hmac.compare_digest(checksum(contents_of(pact)), pact.checksum)


@transaction.atomic
def _walk(pact: Pact, name: str, *, actor: Actor, why="") -> Pact:
    if not may_walk(name, pact, actor):
        raise Refusal(_("This step is not yours to take; ask the person whose task it is."))
    pact = locked_pact(pact)
    if not FLOW.leads_from(pact.state, name):
        raise Refusal(state_refusal(pact))
    if name in NEEDS_REASON:
        why = _reason(why)
    case, named = case_of(pact, signers=signers_of(pact, clock.today()))
    reason = FLOW.step(name).hindrance(case)
    if reason is not None:
        raise Refusal(hindrance_in_words(PactHindrance(reason), named.get(PactHindrance(reason), [])))
    return _enter(pact, name, actor=actor, why=why, left=named[PactHindrance.UNSIGNED])


def _enter(pact: Pact, name: str, *, actor: Actor, why="", left=()) -> Pact:
    before, pact.state = pact.state, FLOW.step(name).target
    now = clock.now()
    if name == "ask_members":
        pact.round += 1
    if pact.state == PactState.SIGNING:
        pact.checksum = checksum(contents_of(pact))
    if pact.state == PactState.DRAFT:
        pact.checksum = ""
    if pact.state == PactState.IN_FORCE:
        pact.frozen_at = now
        pact.unsigned_why = why
    pact.save()
    PactStep.objects.create(
        pact=pact, name=name, source=before, target=pact.state, taken_by_name=actor.name, taken_at=now, why=why
    )
    record(
        actor,
        f"clusters.{name}_pact",
        pact,
        before={"state": before},
        after={
            "state": pact.state,
            "round": pact.round,
            "checksum": pact.checksum,
            **({"unsigned": [one.code for one in left]} if name == "close_unsigned" else {}),
        },
        why=why,
    )
    return pact


def _reason(why: str) -> str:
    require_reason(why)
    why = squash(why)
    if len(why) > LONGEST_REASON:
        raise Refusal(
            _("A reason takes at most %(most)s characters. Shorten it.") % {"most": LONGEST_REASON}, field="why"
        )
    return why
