"""What the votes on each dossier of a sitting come to, by the procedure of its award."""

from dataclasses import dataclass

from awards.nominations.models.nomination import Nomination
from awards.nominations.models.standings import held_of
from awards.procedures.models.procedure import Procedure
from awards.procedures.rules.terms import MeasureKind
from awards.sittings.models.agenda import SittingItem, against_key, for_key
from awards.sittings.models.sitting import Sitting
from awards.sittings.rules.voting import VoteCount, VoteResult, Wanted, result_of
from emulation.core import clock
from emulation.core.ballot_flow import BallotState


@dataclass(frozen=True)
class ItemResult:
    """Of a dossier whose ballot is counted. `kept_out`: members who might not judge it."""

    item: SittingItem
    agreed: int
    against: int
    members: int
    voters: int
    valid: int
    kept_out: int
    wanted: Wanted
    result: VoteResult


def wanted_of(nominations: list[Nomination]) -> dict[int, Wanted]:
    """{dossier: what its procedure wants}. As many queries as there are procedures."""
    held = held_of(nominations, clock.today())
    procedures = {one.procedure.pk: one.procedure for one in held.values() if one.procedure is not None}
    measured = {pk: _measured(procedure) for pk, procedure in procedures.items()}
    return {pk: Wanted() if one.procedure is None else measured[one.procedure.pk] for pk, one in held.items()}


def _measured(procedure: Procedure) -> Wanted:
    measure = procedure.measure(MeasureKind.VOTE_SHARE)
    return Wanted() if measure is None else Wanted(measure.number, measure.known_base, measure.verified)


def results_of(sitting: Sitting) -> list[ItemResult]:
    """Of its dossiers that are counted, in their order."""
    items = list(
        sitting.items.pending()
        .filter(ballot__ballot__state=BallotState.COUNTED)
        .with_names()
        .prefetch_related("ballot__ballot__options")
    )
    wanted = wanted_of([one.nomination for one in items])
    members = sitting.seats.count()
    return [_of(one, members, wanted[one.nomination_id]) for one in items]


def _of(item: SittingItem, members: int, wanted: Wanted) -> ItemResult:
    held = item.ballot
    assert held is not None
    votes = {one.key: one.votes_for or 0 for one in held.ballot.options.all()}
    agreed, against = votes[for_key(item)], votes[against_key(item)]
    voters, valid, may = held.ballot.present or 0, held.ballot.valid or 0, members - held.kept_out
    return ItemResult(
        item,
        agreed,
        against,
        may,
        voters,
        valid,
        held.kept_out,
        wanted,
        result_of(VoteCount(agreed, may, voters, valid), wanted),
    )


def seen_as(results: list[ItemResult]) -> str:
    """What a person saw of the results before they are concluded: changed since, they are looked at again."""
    return "-".join(f"{one.item.pk}.{one.agreed}.{one.against}.{one.result.needed}" for one in results)
