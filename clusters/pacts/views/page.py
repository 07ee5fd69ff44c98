"""A pact as its page shows it: contents, what is vague, who agreed and who signed, what can be done now."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from clusters.organisations.models.names import told_apart
from clusters.organisations.models.organisation import Organisation
from clusters.pacts.actions.pacts import PACT
from clusters.pacts.models.contents import signers_of
from clusters.pacts.models.pact import Pact, PactAnswer, PactCampaign, PactCommitment, PactSignature, PactTarget
from clusters.pacts.models.wording import PACT_BADGES, SECTIONS
from clusters.pacts.rules.drafting_aid import PastPromise, vaguenesses
from clusters.pacts.rules.terms import PactSection, PactState
from clusters.pacts.words import VAGUENESSES, bases_not_in_force, target_read_as
from emulation.core import clock
from emulation.core.actions.walk import StepOffer, offers_of
from emulation.core.actor import Actor
from emulation.core.text import sort_key


@dataclass(frozen=True)
class SignerLine:
    organisation: Organisation
    answer: PactAnswer | None
    signature: PactSignature | None
    may_answer: bool
    may_sign: bool
    waits_for: str = ""


def shown_pact(actor: Actor, pact: Pact) -> dict:
    """The same number of questions whatever the pact holds."""
    signers = signers_of(pact, clock.today())
    is_open = pact.cluster_year.closed_on is None
    commitments = list(pact.commitments.all())
    drafts = is_open and pact.state == PactState.DRAFT and actor.may("write", pact)
    vague = 0
    if drafts:
        for one in commitments:
            one.warnings = warnings_of(one, pact.cluster_year.year)
            vague += bool(one.warnings)
    return {
        "pact": pact,
        "cluster_year": pact.cluster_year,
        "status": PACT_BADGES[pact.state],
        "drafts": drafts,
        "sections": [
            (section.value, SECTIONS[section], [one for one in commitments if one.section == section])
            for section in PactSection
        ],
        "vague": vague,
        "wrong_bases": bases_not_in_force(pact) if drafts else [],
        "bases": [line.strip() for line in pact.legal_bases.splitlines() if line.strip()],
        "campaigns": _campaigns(pact),
        "targets": target_table(pact.targets.all()),
        "signers": _signers(actor, pact, signers, is_open),
        "steps": list(pact.steps.all()),
        "offers": _offers(actor, pact, signers) if is_open else {},
        "papers": _papers(pact),
        "later": list(
            Pact.objects.visible_to(actor).in_force().of_year(pact.cluster_year).filter(number__gt=pact.number)
        ),
    }


def _campaigns(pact: Pact) -> list[PactCampaign]:
    chosen = pact.campaigns.select_related("campaign")
    return sorted(chosen, key=lambda one: (sort_key(one.name), one.pk))


def warnings_of(commitment: PactCommitment, year: int) -> list[str]:
    promise = PastPromise(
        commitment.text, commitment.measure, commitment.unit, commitment.source, commitment.checked_on
    )
    return [str(VAGUENESSES[one]) for one in vaguenesses(promise, year=year)]


def target_table(targets) -> dict:
    """{"members": [their names], "rows": [(indicator, [target or None for each member])]}; a target has `read_as` in
    words."""
    found = list(PactTarget.objects.filter(pk__in=targets.values("pk")).select_related("indicator", "organisation"))
    members = sorted({one.organisation for one in found}, key=lambda one: (one.sort_key, one.pk))
    for one in found:
        one.read_as = target_read_as(one)
    by_place = {(one.indicator_id, one.organisation_id): one for one in found}
    indicators = sorted({one.indicator for one in found}, key=lambda one: (one.position, one.pk))
    rows = [(one, [by_place.get((one.pk, member.pk)) for member in members]) for one in indicators]
    return {"members": list(told_apart(members).values()), "rows": rows}


def _signers(actor: Actor, pact: Pact, signers, is_open: bool) -> list[SignerLine]:
    answers = {one.organisation_id: one for one in PactAnswer.objects.filter(pact=pact, round=pact.round)}
    signatures = {
        one.organisation_id: one
        for one in PactSignature.objects.filter(pact=pact, round=pact.round).select_related("scan")
    }
    head = signers[0] if signers else None
    found = []
    for one in signers:
        asked = is_open and pact.state == PactState.CONSULTED and one.pk not in answers
        waits = is_open and pact.state == PactState.SIGNING and one.pk not in signatures
        in_turn = one == head or (head is not None and head.pk in signatures)
        found.append(
            SignerLine(
                one,
                answers.get(one.pk),
                signatures.get(one.pk),
                may_answer=asked and actor.may("write", one, subject="pact_answer"),
                may_sign=waits and in_turn and actor.may("sign", one, subject="pact_answer"),
                waits_for=head.name if waits and not in_turn and head is not None else "",
            )
        )
    return found


def _offers(actor: Actor, pact: Pact, signers: list[Organisation]) -> dict[str, StepOffer]:
    """By the names of the steps that are this person's."""
    return {one.name: one for one in offers_of(PACT, pact, actor=actor, signers=signers)}


def _papers(pact: Pact) -> list[tuple[str, str]]:
    """(format, url) of the pact on paper, which a higher app makes."""
    try:
        return [(form.upper(), reverse("reports:pact-paper", args=[pact.pk, form])) for form in ("docx", "pdf")]
    except NoReverseMatch:
        return []
