"""Who may do what when with a pact, as a head's office would say it."""

from clusters.models import PactSignature
from clusters.pacts.actions.pacts import PACT
from tests.clusters.figures.make import make_city, make_two_cities
from tests.clusters.pacts.make import OFFICE, agreed, in_force, in_signing, make_pact, signed_by
from tests.flows.standing import MACHINE, Allowed, Walks, alike_but

ALLOWED = (
    Allowed("the head's officer", "ask_members", "draft", "consulted"),
    Allowed("the head's officer", "take_back", "consulted", "draft"),
    Allowed("the head's approver", "open_signing", "consulted", "signing"),
    Allowed("the head's approver", "reopen", "signing", "draft"),
    Allowed("the head's approver", "close_unsigned", "signing", "in_force"),
    Allowed(MACHINE, "complete", "signing", "in_force"),
)


def ready(state, step):
    year, head, member = make_two_cities()
    cities = [head, member, make_city(cluster_year=year)]
    pact = make_pact(year, head)
    if state == "consulted":
        pact = agreed(pact, head, cities)
    if state == "signing":
        pact = in_signing(pact, head, cities)
        for city in cities[:2]:
            signed_by(pact, city)
        if step == "complete":
            _last_signature(pact, cities[2])
    if state == "in_force":
        pact = in_force(pact, head, cities)
    return pact, {}


def _last_signature(pact, city):
    """Without the deed that completes the pact by itself."""
    PactSignature.objects.create(
        pact=pact,
        round=pact.round,
        organisation=city.organisation,
        signer_id=city.approver.user_id,
        signer_name=city.approver.name,
        signer_office=OFFICE,
        signed_at=pact.signatures.latest("pk").signed_at,
        checksum=pact.checksum,
    )


WALKS = Walks(PACT, ALLOWED, ready, alike_but(PACT, "complete"))
