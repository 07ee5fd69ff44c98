"""What a pact on paper says, read from the database into one frozen value."""

from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects
from django.utils import timezone

from clusters.models import Pact, PactSignature
from clusters.pacts.models.contents import signers_of
from clusters.pacts.models.wording import ORIGINS
from clusters.pacts.rules.contents import bases_of
from clusters.pacts.rules.terms import PactState, TargetOrigin
from emulation.core import clock
from emulation.core.dates import format_document_date
from emulation.core.quantity import Quantity
from emulation.core.text import sort_key
from reports.document.rules.issuer import Issuer, signs_for, stands_in_for
from reports.document.rules.issuer import Paper as PaperKind
from reports.document.rules.wording import OfCluster
from reports.runs.models.issuers import issuer_of


@dataclass(frozen=True)
class PactPromise:
    section: str
    text: str
    measure: str = ""
    unit: str = ""
    source: str = ""
    checked_on: date | None = None


@dataclass(frozen=True)
class PactTargetLine:
    indicator: str
    unit: str
    member: str
    text: str
    origin: str
    value: Quantity


@dataclass(frozen=True)
class PactSigner:
    """`signed_on`: empty for a member that has not signed; `lines`: for whom its chief signs, in capitals."""

    member: str
    office: str = ""
    name: str = ""
    signed_on: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class PactMaterial(OfCluster):
    cluster: str
    issuer: Issuer
    year: int
    number: int
    is_in_force: bool
    legal_bases: tuple[str, ...]
    preamble: tuple[str, ...]
    place: str
    dated: date | None
    as_of: date
    why: str
    unsigned_why: str
    checksum: str
    promises: tuple[PactPromise, ...]
    campaigns: tuple[str, ...]
    targets: tuple[PactTargetLine, ...]
    signers: tuple[PactSigner, ...]
    is_block: bool = False


def pact_material(pact: Pact) -> PactMaterial:
    """`pact.cluster_year.cluster.owner` is at hand. The same number of questions whatever it holds."""
    year = pact.cluster_year
    targets = pact.targets.select_related("indicator", "organisation").order_by(
        "indicator__position", "indicator_id", "organisation__sort_key", "organisation_id"
    )
    signatures = {one.organisation_id: one for one in PactSignature.objects.filter(pact=pact, round=pact.round)}
    signing = list(signers_of(pact, clock.today()))
    prefetch_related_objects(signing, "parent")
    shows_signatures = pact.state in (PactState.SIGNING, PactState.IN_FORCE)
    return PactMaterial(
        is_block=year.cluster.is_block,
        cluster=year.cluster.name,
        issuer=issuer_of(PaperKind.PACT, cluster_year=year, on=_as_of(pact)),
        year=year.year,
        number=pact.number,
        is_in_force=pact.state == PactState.IN_FORCE,
        legal_bases=bases_of(pact.legal_bases),
        preamble=tuple(line.strip() for line in pact.preamble.splitlines() if line.strip()),
        place=pact.place,
        dated=pact.dated,
        as_of=_as_of(pact),
        why=pact.why,
        unsigned_why=pact.unsigned_why,
        checksum=pact.checksum,
        promises=tuple(
            PactPromise(one.section, one.text, one.measure, one.unit, one.source, one.checked_on)
            for one in pact.commitments.all()
        ),
        campaigns=tuple(sorted(pact.campaigns.values_list("name", flat=True), key=sort_key)),
        targets=tuple(
            PactTargetLine(
                one.indicator.name, one.indicator.unit, one.organisation.name, one.text, _origin(one), one.value
            )
            for one in targets
        ),
        signers=tuple(_signer(one, signatures.get(one.pk) if shows_signatures else None) for one in signing),
    )


def _as_of(pact: Pact) -> date:
    """The one day a file carries: that of the pact, never the clock's."""
    if pact.frozen_at is not None:
        return timezone.localtime(pact.frozen_at).date()
    return pact.dated or date(pact.cluster_year.year, 1, 1)


def _origin(target) -> str:
    origin = str(ORIGINS[TargetOrigin(target.origin)])
    return f"{origin}: {target.origin_paper}" if target.origin_paper else origin


def _signer(organisation, signature) -> PactSigner:
    if signature is None:
        return PactSigner(organisation.official_name, lines=signs_for(organisation.on_paper))
    return PactSigner(
        organisation.official_name,
        signature.signer_office,
        signature.signer_name,
        format_document_date(timezone.localtime(signature.signed_at).date()),
        (*signs_for(organisation.on_paper), *stands_in_for(organisation.on_paper, signature.signer_office)),
    )
