"""Votes on paper: the count entered from the tellers' minutes, its numbers held against each other."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from emulation.core.errors import Refusal
from emulation.core.models import BallotOption, SealedBallot


@dataclass(frozen=True)
class PaperCount:
    """As the tellers' minutes say. `votes`: for each option by its key; the rest of those collected is valid."""

    eligible: int
    present: int
    issued: int
    collected: int
    invalid: int
    votes: Mapping[int, int]


def enter_paper_count(ballot: SealedBallot, count: PaperCount) -> None:
    """Sets the ballot's numbers, or refuses those that contradict each other. Under the ballot's lock; the walk
    saves."""
    for smaller, larger, field, sentence in (
        (count.present, count.eligible, "present", _("No more voters are present than are entitled to vote.")),
        (count.issued, count.present, "issued", _("No more votes are issued than voters are present.")),
        (count.collected, count.issued, "collected", _("No more votes are collected than were issued.")),
        (count.invalid, count.collected, "invalid", _("No more votes are invalid than were collected.")),
    ):
        if smaller > larger:
            raise Refusal(
                _("%(rule)s %(smaller)s is more than %(larger)s; correct one of the two.")
                % {"rule": sentence, "smaller": smaller, "larger": larger},
                field=field,
            )
    if count.collected < ballot.quorum:
        raise Refusal(
            _("%(cast)s votes were collected; at least %(quorum)s must be. Without them the ballot does not count.")
            % {"cast": count.collected, "quorum": ballot.quorum},
            field="collected",
        )
    valid = count.collected - count.invalid
    options = list(ballot.options.select_for_update())
    for option in options:
        option.votes_for = count.votes.get(option.key, 0)
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
    ballot.eligible, ballot.present, ballot.issued = count.eligible, count.present, count.issued
    ballot.collected, ballot.valid, ballot.invalid = count.collected, valid, count.invalid
