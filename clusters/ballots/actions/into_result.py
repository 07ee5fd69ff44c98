"""The votes of a conference brought into the result of its year."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.ballots.models import last_counted, outcome_in, votes_in
from clusters.conferences.models.ballot import can_give_votes
from clusters.conferences.models.conference import Conference
from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.results.actions.course import locked_draft
from clusters.results.actions.results import Votes, record_votes
from clusters.results.models.result import YearResult
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def take_votes(result: YearResult, conference: Conference, *, actor: Actor) -> YearResult:
    """Numbers, the unit acclaimed, head and deputy as the counted ballots decided; replaces what was entered before."""
    result = locked_draft(result, actor)
    if conference not in can_give_votes(result.cluster_year):
        raise Refusal(
            _("This conference has no vote of the year that is counted, or one is still on its way. Look at it again.")
        )
    return record_votes(result, votes_at(conference), actor=actor)


def votes_at(conference: Conference) -> Votes:
    held = last_counted(conference)
    chosen = {}
    for purpose, one in held.items():
        told = outcome_in(one)
        chosen[purpose] = told.chosen if told else None
    acclaim = held.get(BallotPurpose.ACCLAIM)
    counted = (acclaim or next(iter(held.values()))).ballot
    return Votes(
        conference=conference,
        eligible=counted.eligible,
        present=counted.present,
        votes=votes_in(acclaim.ballot) if acclaim else {},
        acclaimed=chosen.get(BallotPurpose.ACCLAIM),
        head=chosen.get(BallotPurpose.HEAD),
        deputy=chosen.get(BallotPurpose.DEPUTY),
    )
