"""A sitting is convened, its agenda kept; opened, concluded once, or called off."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from awards.councils.models.council import Council, CouncilMember
from awards.councils.rules.terms import CouncilOffice
from awards.nominations.actions.halting import refuse_halted
from awards.nominations.models.nomination import Nomination
from awards.review.actions.following import note_work
from awards.sittings.actions.course import SITTING, changed, locked_for
from awards.sittings.models.agenda import SittingItem, can_be_put_on
from awards.sittings.models.sitting import Sitting, SittingSeat
from awards.sittings.models.writing import provisions_of_writing
from awards.sittings.rules.terms import MOST_ITEMS, Attendance, ItemOutcome
from awards.sittings.rules.voting import quorum_of
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, refuse_unfit, refusing_conflicts
from emulation.core.actions.walk import keep_beginning, walk
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest
from emulation.core.paper import for_paper


@transaction.atomic
def convene(council: Council, *, held_on: date, place: str, actor: Actor) -> Sitting:
    """Every member of that day is called to it; the Council's Chair presides, its secretary keeps the minutes, until
    the attendance says otherwise."""
    place = fitting(place, most=longest(Sitting, "place"), field="place")
    return _called(council, Sitting(held_on=held_on, place=place), actor)


@transaction.atomic
def ask_in_writing(council: Council, *, held_on: date, votes_until: date, actor: Actor) -> Sitting:
    """Without a meeting: papers go out on `held_on`, every member of that day votes until the end of `votes_until`,
    from the own account or, without one, on paper."""
    if votes_until < max(held_on, clock.today()):
        raise Refusal(
            _("The last day of votes, %(day)s, is over or lies before the papers go out. Choose a later one.")
            % {"day": format_date(votes_until)},
            field="votes_until",
        )
    return _called(council, Sitting(held_on=held_on, votes_until=votes_until), actor)


def _called(council: Council, sitting: Sitting, actor: Actor) -> Sitting:
    council = Council.objects.select_for_update(of=("self",)).select_related("body").get(pk=council.pk)
    if not actor.may("write", council, subject="sitting"):
        raise Refusal(_("A sitting is kept by the secretary of its Council."))
    members = council.members.on(sitting.held_on).in_order()
    if not members:
        raise Refusal(
            _("Nobody sits in the Council on %(day)s. Seat its members first, or choose another day.")
            % {"day": format_date(sitting.held_on)},
            field="held_on",
        )
    sitting.council, sitting.quorum = council, quorum_of(len(members), council.quorum_share)
    sitting.save()
    seats = SittingSeat.objects.bulk_create(
        SittingSeat(
            sitting=sitting,
            member=one,
            user=one.user,
            office=one.office,
            name=one.name,
            position=one.position,
            attendance=_begins_as(sitting, one),
        )
        for one in members
    )
    sitting.presides = next((one for one in seats if one.office == CouncilOffice.CHAIR), None)
    sitting.secretary = next((one for one in seats if one.office == CouncilOffice.SECRETARY), None)
    sitting.save(update_fields=["presides", "secretary"])
    keep_beginning(SITTING, sitting, "convene", actor=actor, until=sitting.votes_until)
    said = {"held_on": sitting.held_on, "members": len(seats), "quorum": sitting.quorum}
    if sitting.votes_until is not None:
        said["votes_until"] = sitting.votes_until
    record(actor, "awards.convene_sitting", sitting, after=said, organisation_id=council.body_id)
    return sitting


def _begins_as(sitting: Sitting, member: CouncilMember) -> Attendance:
    if not sitting.is_in_writing:
        return Attendance.UNKNOWN
    return Attendance.ON_PAPER if member.user_id is None else Attendance.ON_SCREEN


@transaction.atomic
def put_on_agenda(sitting: Sitting, nominations: Iterable[Nomination], *, actor: Actor) -> int:
    """At the end of it, in the order given; how many."""
    sitting = locked_for(sitting, actor)
    chosen = {one.pk: one for one in nominations}
    if not chosen:
        raise Refusal(_("No dossier is chosen. Tick those that are meant."))
    held = Nomination.objects.select_for_update(of=("self",)).filter(pk__in=chosen).order_by("pk")
    refuse_halted(held)
    fit = set(can_be_put_on(sitting, actor).filter(pk__in=chosen).values_list("pk", flat=True))
    if unfit := [str(one) for pk, one in chosen.items() if pk not in fit]:
        raise Refusal(
            _("No longer before this Council, or on another agenda: %(names)s. Open the page again.")
            % {"names": ", ".join(unfit)}
        )
    _refuse_before_they_came(sitting, chosen)
    allowed = _allowed_in_writing(sitting, chosen) if sitting.is_in_writing else {}
    last = sitting.items.count()
    if last + len(chosen) > MOST_ITEMS:
        raise Refusal(_("An agenda takes at most %(most)s dossiers. Convene another sitting.") % {"most": MOST_ITEMS})
    with refusing_conflicts():
        SittingItem.objects.bulk_create(
            SittingItem(sitting=sitting, nomination=one, position=at, in_writing_by=allowed.get(one.pk, ""))
            for at, one in enumerate(chosen.values(), last + 1)
        )
    note_work(chosen, actor)
    changed(sitting)
    names = [str(one) for one in chosen.values()]
    record(
        actor,
        "awards.put_on_agenda",
        sitting,
        after={"dossiers": names},
        organisation_id=sitting.council.body_id,
        tells_of=chosen.values(),
    )
    return len(chosen)


def _refuse_before_they_came(sitting: Sitting, chosen: Mapping[int, Nomination]) -> None:
    """What comes before the Council afterwards was not judged by it that day."""
    came = Nomination.objects.filter(pk__in=chosen).annotate(came_on=TruncDate("held_since"))
    if late := came.filter(came_on__gt=sitting.held_on).order_by("pk").first():
        raise Refusal(
            _(
                "%(name)s: put to the Council on %(came)s, after the day %(day)s of this one. Call it off and begin "
                "another of a later day."
            )
            % {"name": late, "came": format_date(late.came_on), "day": format_date(sitting.held_on)}
        )


def _allowed_in_writing(sitting: Sitting, chosen: Mapping[int, Nomination]) -> dict[int, str]:
    allowed = provisions_of_writing(list(chosen.values()), sitting.council, on=clock.today())
    if refused := [str(one) for pk, one in chosen.items() if pk not in allowed]:
        raise Refusal(
            _("The procedure of the award does not let the Council be asked in writing: %(names)s. Convene a sitting.")
            % {"names": ", ".join(refused)}
        )
    return allowed


@transaction.atomic
def take_off_agenda(item: SittingItem, *, actor: Actor) -> Sitting:
    """Before its ballot is prepared, or once that was annulled; the dossier waits for another sitting."""
    sitting = locked_for(item.sitting, actor)
    item = (
        SittingItem.objects.select_for_update(of=("self",))
        .select_related("ballot__ballot", "nomination")
        .get(pk=item.pk)
    )
    if item.outcome != ItemOutcome.PENDING or (
        item.ballot is not None and item.ballot.ballot.state != BallotState.ANNULLED
    ):
        raise Refusal(_("The dossier is being voted on, or was. Annul its ballot first."))
    item.outcome = ItemOutcome.LEFT_OUT
    item.save(update_fields=["outcome"])
    if sitting.current_id == item.pk:
        Sitting.objects.filter(pk=sitting.pk).update(current=None)
    changed(sitting)
    record(
        actor,
        "awards.take_off_agenda",
        sitting,
        before={"dossiers": [str(item)]},
        organisation_id=sitting.council.body_id,
        tells_of=[item.nomination],
    )
    return sitting


@transaction.atomic
def show_dossier(sitting: Sitting, item: SittingItem | None, *, actor: Actor) -> Sitting:
    """The dossier of the moment, on the screens of all who may judge it; None: none. Not kept in the journal, for it
    changes nothing of anything."""
    sitting = locked_for(sitting, actor)
    if sitting.is_in_writing:
        raise Refusal(_("Without a meeting there is no dossier of the moment; members read all of them."))
    if not sitting.is_open:
        raise Refusal(_("Dossiers are shown while the sitting is in session. Open it first."))
    if item is not None and not sitting.items.pending().filter(pk=item.pk).exists():
        raise Refusal(_("The dossier is no longer on the agenda. Open the page again."))
    sitting.current = item
    sitting.save(update_fields=["current"])
    changed(sitting)
    return sitting


def open_sitting(sitting: Sitting, *, actor: Actor) -> Sitting:
    return walk(SITTING, sitting, "open", actor=actor, by=actor)


def conclude_sitting(sitting: Sitting, *, seen: str, conclusion: str, actor: Actor) -> Sitting:
    """Once and for all: the second of two secretaries is told that it is concluded. `seen`: the results that the person
    looked through."""
    text = for_paper(conclusion).strip()
    refuse_unfit(text, most=longest(Sitting, "conclusion"), field="conclusion")
    return walk(SITTING, sitting, "conclude", actor=actor, seen=seen, conclusion=text, by=actor)


def prolong_votes(sitting: Sitting, *, votes_until: date, why: str, actor: Actor) -> Sitting:
    """Where the Council is asked in writing: a later last day of votes, before the present one is over."""
    return walk(SITTING, sitting, "prolong", actor=actor, why=why, until=votes_until, by=actor)


def cancel_sitting(sitting: Sitting, *, why: str, actor: Actor) -> Sitting:
    return walk(SITTING, sitting, "cancel", actor=actor, why=why, by=actor)
