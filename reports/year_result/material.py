"""What a year's result on paper says, read from the database into one frozen value."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from clusters.models import YearResult
from clusters.results.rules.terms import ElectedPost
from emulation.core import clock
from reports.document.rules.issuer import Issuer
from reports.document.rules.issuer import Paper as PaperKind
from reports.document.rules.wording import OfCluster
from reports.runs.models.issuers import issuer_of


@dataclass(frozen=True)
class Placed:
    """`votes`: None where none were counted. `knocked_out`: the conditions that hold, in words."""

    member: str
    rank: int
    is_shared: bool
    points: Decimal
    votes: int | None
    is_acclaimed: bool
    knocked_out: str
    organisation: int | None = None


@dataclass(frozen=True)
class ResultMaterial(OfCluster):
    """`changes`: day on which the result was frozen that this later act
    changes. `committee`: of who keeps the cluster, in full; `proposals`: (member, code of the award); `elected`: by
    post."""

    cluster: str
    committee: str
    issuer: Issuer
    year: int
    number: int
    is_frozen: bool
    is_withdrawn: bool
    frozen_on: date | None
    as_of: date
    office: str
    signer: str
    checksum: str
    changes: date | None
    why: str
    document: str
    minutes: str
    conference: str
    eligible: int | None
    present: int | None
    left_open_why: str
    regulation: str
    places: tuple[Placed, ...]
    proposals: tuple[tuple[str, str], ...]
    elected: dict[ElectedPost, str]
    is_block: bool = False


def result_material(result: YearResult) -> ResultMaterial:
    """`result.cluster_year.cluster.owner`, its scheme, `changes` and `conference` are at hand. The same number of
    questions whatever it holds."""
    year = result.cluster_year
    places = list(result.places.select_related("organisation"))
    ranks = [place.rank for place in places]
    frozen_on = _day(result.frozen_at)
    return ResultMaterial(
        is_block=year.cluster.is_block,
        cluster=year.cluster.name,
        committee=year.cluster.owner.on_paper.full_name,
        issuer=issuer_of(PaperKind.RESULT, cluster_year=year, on=frozen_on or clock.today()),
        year=year.year,
        number=result.number,
        is_frozen=result.is_frozen,
        is_withdrawn=not (result.is_frozen or result.is_draft),
        frozen_on=frozen_on,
        as_of=frozen_on or date(year.year, 12, 31),
        office=result.frozen_by_office,
        signer=result.frozen_by_name,
        checksum=result.checksum,
        changes=_day(result.changes.frozen_at) if result.changes else None,
        why=result.why,
        document=result.document,
        minutes=result.minutes,
        conference=str(result.conference or ""),
        eligible=result.eligible,
        present=result.present,
        left_open_why=result.left_open_why,
        regulation=year.scheme.document,
        places=tuple(
            Placed(
                place.organisation.name,
                place.rank,
                ranks.count(place.rank) > 1,
                place.points,
                place.votes_for,
                place.is_acclaimed,
                place.knocked_out,
                place.organisation_id,
            )
            for place in places
        ),
        proposals=tuple(result.proposals.values_list("organisation__name", "award")),
        elected={ElectedPost(post): name for post, name in result.elections.values_list("post", "organisation__name")},
    )


def _day(moment) -> date | None:
    return None if moment is None else timezone.localtime(moment).date()
