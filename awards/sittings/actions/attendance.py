"""Who is there, who presides, who keeps the minutes; as it was at the vote."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from awards.sittings.actions.course import changed, locked_for
from awards.sittings.models.sitting import Sitting, SittingSeat
from awards.sittings.rules.terms import AT_A_MEETING, AWAY, VOTING, WITHOUT_MEETING, Attendance
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState
from emulation.core.errors import Refusal
from emulation.core.models import BallotVoter
from emulation.core.models.fields import longest


@dataclass(frozen=True)
class Recorded:
    """Of one member: whether there, and why not."""

    attendance: Attendance
    why_absent: str = ""


@transaction.atomic
def record_attendance(
    sitting: Sitting,
    recorded: Mapping[int, Recorded],
    *,
    presides: int | None,
    secretary: int | None,
    actor: Actor,
) -> Sitting:
    """`recorded`: by seat. While a vote is open, who voted in it keeps the ballot that was given out. Without a
    meeting: who votes on paper."""
    sitting = locked_for(sitting, actor)
    kinds = WITHOUT_MEETING if sitting.is_in_writing else AT_A_MEETING
    seats = {one.pk: one for one in sitting.seats.select_for_update()}
    voters = None if sitting.is_in_writing else _who_got_ballots(sitting)
    for pk, said in recorded.items():
        if pk not in seats:
            raise Refusal(_("This member is not called to the sitting. Open the page again."))
        if said.attendance not in kinds:
            raise Refusal(_("This cannot be recorded of a member here. Open the page again."))
        was, seats[pk].attendance = seats[pk].attendance, said.attendance
        if voters is not None and was != said.attendance:
            _refuse_against_the_vote(seats[pk], said, got_ballot=pk in voters)
        why = said.why_absent if said.attendance in AWAY else ""
        seats[pk].why_absent = fitting(why, most=longest(SittingSeat, "why_absent"), field=f"why-{pk}")
    for field, chosen in (("presides", presides), ("secretary", secretary)):
        if chosen is not None and (chosen not in seats or not (sitting.is_in_writing or _is_there(seats[chosen]))):
            raise Refusal(_("Who presides and who is secretary must be there. Choose somebody present."), field=field)
    if presides is not None and presides == secretary:
        raise Refusal(_("Who presides does not keep the minutes too. Choose two persons."), field="secretary")
    SittingSeat.objects.bulk_update(seats.values(), ["attendance", "why_absent"])
    sitting.presides_id, sitting.secretary_id = presides, secretary
    sitting.save(update_fields=["presides", "secretary"])
    changed(sitting)
    there = [f"{one.name}: {one.get_attendance_display()}" for one in seats.values()]
    record(
        actor, "awards.record_attendance", sitting, after={"attendance": there}, organisation_id=sitting.council.body_id
    )
    return sitting


def _who_got_ballots(sitting: Sitting) -> set[int] | None:
    """Seats; None where a vote is still to be opened, so that who comes late may vote in it, or none was."""
    voted = [BallotState.OPEN, BallotState.COUNTED]
    if sitting.items.pending().filter(Q(ballot=None) | ~Q(ballot__ballot__state__in=voted)).exists():
        return None
    given = BallotVoter.objects.filter(ballot__sitting_ballot__sitting=sitting, ballot__state__in=voted)
    return set(given.values_list("key", flat=True)) or None


def _refuse_against_the_vote(seat: SittingSeat, said: Recorded, *, got_ballot: bool) -> None:
    """Attendance as it was at the vote: who leaves afterwards is absent with a reason."""
    if not got_ballot and said.attendance in VOTING:
        raise Refusal(
            _("%(name)s got no ballot of the vote that was opened, so was not there. Annul that vote first.")
            % {"name": seat}
        )
    if got_ballot and (said.attendance not in VOTING and not said.why_absent.strip()):
        raise Refusal(
            _("%(name)s got a ballot. Write why the member is absent now, or leave the attendance as it was.")
            % {"name": seat},
            field=f"why-{seat.pk}",
        )


def _is_there(seat: SittingSeat) -> bool:
    return seat.attendance == Attendance.PRESENT
