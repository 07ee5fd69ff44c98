"""Votes on paper: the count entered from the tellers' minutes, its numbers held against each other."""

from django.db import transaction
from django.utils.translation import gettext as _

from emulation.core.actions.ballots import case_of, end_ballot, locked_ballot, require_step
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState
from emulation.core.errors import Refusal
from emulation.core.models import BallotOption, SealedBallot


@transaction.atomic
def enter_paper_votes(
    ballot: SealedBallot,
    *,
    eligible: int,
    present: int,
    issued: int,
    collected: int,
    invalid: int,
    votes: dict[int, int],
    actor: Actor,
) -> SealedBallot:
    """From the tellers' minutes. `votes`: for each option by its key; the rest of those collected is valid."""
    ballot = locked_ballot(ballot)
    require_step(ballot, "enter_paper", case_of(ballot, cast=collected))
    for smaller, larger, field, sentence in (
        (present, eligible, "present", _("No more voters are present than are entitled to vote.")),
        (issued, present, "issued", _("No more votes are issued than voters are present.")),
        (collected, issued, "collected", _("No more votes are collected than were issued.")),
        (invalid, collected, "invalid", _("No more votes are invalid than were collected.")),
    ):
        if smaller > larger:
            raise Refusal(
                _("%(rule)s %(smaller)s is more than %(larger)s; correct one of the two.")
                % {"rule": sentence, "smaller": smaller, "larger": larger},
                field=field,
            )
    if collected < ballot.quorum:
        raise Refusal(
            _("%(cast)s votes were collected; at least %(quorum)s must be. Without them the ballot does not count.")
            % {"cast": collected, "quorum": ballot.quorum},
            field="collected",
        )
    valid = collected - invalid
    options = list(ballot.options.select_for_update())
    for option in options:
        option.votes_for = votes.get(option.key, 0)
        if option.votes_for > valid:
            raise Refusal(
                _("%(option)s has %(votes)s votes, more than the %(valid)s valid ones. Correct the number.")
                % {"option": option, "votes": option.votes_for, "valid": valid},
                field=f"votes-{option.key}",
            )
    most, total = valid * ballot.most_choices, sum(option.votes_for for option in options)
    if not valid <= total <= most:
        raise Refusal(
            _("The votes for all come to %(total)s; with %(valid)s valid votes it must be from %(valid)s to %(most)s.")
            % {"total": total, "valid": valid, "most": most}
        )
    BallotOption.objects.bulk_update(options, ["votes_for"])
    ballot.eligible, ballot.present, ballot.issued, ballot.collected = eligible, present, issued, collected
    ballot.valid, ballot.invalid = valid, invalid
    end_ballot(ballot, "enter_paper", BallotState.COUNTED, actor)
    return ballot
