"""Signing a pact: the head first, then any member; the last signature puts it in force."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.attachments.actions import file_paper
from clusters.organisations.models.organisation import Organisation
from clusters.pacts.actions.pacts import complete_if_all_signed, is_as_signed, locked_pact, state_refusal
from clusters.pacts.models.contents import signers_of
from clusters.pacts.models.pact import Pact, PactSignature
from clusters.pacts.rules.terms import PactState
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.text import squash


@transaction.atomic
def sign_pact(pact: Pact, *, organisation: Organisation, office: str, scan=None, actor: Actor) -> PactSignature:
    """By the member's approver, whom the caller has asked for the password again. `scan`: an uploaded file."""
    if not actor.may("sign", organisation, subject="pact_answer"):
        raise Refusal(_("A pact is signed by the approver of the organisation itself."))
    pact = locked_pact(pact)
    if pact.state != PactState.SIGNING:
        raise Refusal(state_refusal(pact))
    signers = signers_of(pact, clock.today())
    if organisation not in signers:
        raise Refusal(_("%(unit)s is no member on the day of signing, so it does not sign.") % {"unit": organisation})
    signatures = PactSignature.objects.filter(pact=pact, round=pact.round)
    signed = set(signatures.values_list("organisation", flat=True))
    if organisation.pk in signed:
        raise Refusal(_("This member has already signed."))
    if organisation != signers[0] and signers[0].pk not in signed:
        raise Refusal(
            _("%(head)s, the head of the cluster, signs first. You can sign after it.") % {"head": signers[0]}
        )
    if not is_as_signed(pact):
        raise Refusal(_("The contents are not those that signing was opened for. Tell the head of the cluster."))
    office = squash(office)
    if not office:
        raise Refusal(_("Say in which office you sign, for example Phó Chủ tịch UBND thành phố."), field="office")
    paper = None if scan is None else file_paper(scan, organisation=organisation, actor=actor, field="scan")
    with refusing_conflicts():
        signature = PactSignature.objects.create(
            pact=pact,
            round=pact.round,
            organisation=organisation,
            signer_id=actor.user_id,
            signer_name=actor.name,
            signer_office=office,
            signed_at=clock.now(),
            checksum=pact.checksum,
            scan=paper,
        )
    record(
        actor,
        "clusters.sign_pact",
        pact,
        after={"office": office, "checksum": pact.checksum, "scan": paper.checksum if paper else ""},
        organisation_id=organisation.pk,
    )
    complete_if_all_signed(pact, signers, actor=actor)
    return signature
