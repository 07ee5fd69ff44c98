"""Which bodies a dossier goes through, as they stand on a day."""

from datetime import date

from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.route import Desk, Nominator, route_of
from awards.nominations.rules.terms import WRITABLE, NominationState
from clusters.models import Organisation, OrganisationKind
from clusters.organisations.models.lineage import lineage
from clusters.organisations.models.organisation import PROVINCIAL_KINDS
from clusters.organisations.rules.lineage import successors_on

WITH_THE_NOMINATOR = (*WRITABLE, NominationState.PRESENTED)


def route(nomination: Nomination) -> tuple[Desk, ...]:
    is_province = nomination.organisation.kind in PROVINCIAL_KINDS
    return route_of(nomination.award.level, Nominator(is_province))


def desk_of(nomination: Nomination) -> Desk | None:
    """The desk that holds it; None while it is with the nominator."""
    if nomination.state in WITH_THE_NOMINATOR:
        return None
    if nomination.holder_id == nomination.board_id:
        return Desk.BOARD
    return Desk.PROVINCE if nomination.holder_id == nomination.province_id else Desk.OWN


def appraising_desk(nomination: Nomination) -> Desk | None:
    """The desk whose days of appraisal run: not while the nominator or the Council has it."""
    return desk_of(nomination) if nomination.state in (NominationState.SUBMITTED, NominationState.REVIEW) else None


def body_at(desk: Desk, nomination: Nomination, *, on: date) -> Organisation | None:
    """The body whose desk it is, of a merged province the one in its place; None where none stands on that day."""
    if desk is Desk.OWN:
        return nomination.organisation
    if desk is Desk.BOARD:
        return Organisation.objects.filter(kind=OrganisationKind.CENTRAL_BOARD).on(on).order_by("pk").first()
    parent = nomination.organisation.parent
    if parent is None or parent.during.contains(on):
        return parent
    heirs = successors_on(parent.pk, on, lineage())
    return Organisation.objects.on(on).filter(pk__in=heirs).order_by("pk").first()


def heirs_of(organisation: Organisation, *, on: date) -> list[Organisation]:
    """What stands in the place of a body that has ended; several after a split."""
    heirs = successors_on(organisation.pk, on, lineage()) - {organisation.pk}
    return list(Organisation.objects.on(on).filter(pk__in=heirs).sorted())


def successor_of(organisation: Organisation, *, on: date) -> Organisation | None:
    """The first of its heirs."""
    return next(iter(heirs_of(organisation, on=on)), None)
