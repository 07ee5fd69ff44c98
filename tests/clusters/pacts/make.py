"""Builders of pacts: drafted through the deeds, then walked as far as a test wants them."""

from clusters.indicators.rules.terms import TargetKind
from clusters.models import Pact
from clusters.pacts.actions.contents import PromisedAim, keep_commitment, set_targets
from clusters.pacts.actions.pacts import answer_pact, ask_members, begin_pact, open_signing
from clusters.pacts.actions.signing import sign_pact
from clusters.pacts.rules.terms import PactSection, TargetOrigin

COMMITMENT = {
    "section": PactSection.LEADERSHIP,
    "text": "Phát động ít nhất 3 phong trào thi đua chuyên đề trong năm",
    "measure": "Số phong trào",
    "unit": "phong trào",
    "source": "Báo cáo của thành viên",
    "checked_on": None,
    "position": 1,
}
OFFICE = "Phó Chủ tịch UBND thành phố"


def make_pact(cluster_year, head, *, why=None) -> Pact:
    """A draft with one commitment."""
    pact = begin_pact(cluster_year, actor=head.officer)
    keep_commitment(pact, actor=head.officer, **COMMITMENT)
    return pact


def aim(text, kind=TargetKind.EXACT) -> PromisedAim:
    return PromisedAim(kind, text, TargetOrigin.RESOLUTION, "Nghị quyết thử")


def set_target(pact, head, indicator, targets) -> None:
    """`targets`: {city: text or Aim}."""
    aims = {city.organisation.pk: one if isinstance(one, PromisedAim) else aim(one) for city, one in targets.items()}
    set_targets(pact, indicator, aims, actor=head.officer)


def agreed(pact, head, cities) -> Pact:
    """Asked, and every member agreed."""
    pact = ask_members(pact, actor=head.officer)
    for city in cities:
        answer_pact(pact, organisation=city.organisation, agreed=True, actor=city.officer)
    return pact


def in_signing(pact, head, cities) -> Pact:
    return open_signing(agreed(pact, head, cities), actor=head.approver)


def signed_by(pact, city, **more):
    return sign_pact(pact, organisation=city.organisation, office=OFFICE, actor=city.approver, **more)


def in_force(pact, head, cities) -> Pact:
    """`cities` begin with the head."""
    pact = in_signing(pact, head, cities)
    for city in cities:
        signed_by(pact, city)
    pact.refresh_from_db()
    return pact
