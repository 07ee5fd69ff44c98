"""Builders of sittings: a city's Council of five with accounts and one without, dossiers before it, a vote walked as far as
a test wants it."""

from dataclasses import dataclass
from datetime import timedelta

from awards.councils.actions import seat_member
from awards.councils.models.council import Council
from awards.models import Nomination, Sitting, SittingItem
from awards.nominations.actions.steps import take_step
from awards.sittings.actions.attendance import Recorded, record_attendance
from awards.sittings.actions.ballots import cast_votes, count_votes, open_votes, prepare_ballots, set_passphrases
from awards.sittings.actions.sittings import ask_in_writing, conclude_sitting, convene, open_sitting, put_on_agenda
from awards.sittings.models.agenda import against_key, for_key
from awards.sittings.models.results import results_of, seen_as
from awards.sittings.rules.terms import Attendance
from clusters.people.models.scope import actor_of
from emulation.core.actor import Actor, Role
from emulation.core.models import SealedBallot, User
from emulation.core.period import Period
from tests.awards.nominations.make import Nominators, make_nomination, make_nominators, taken_up
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import DAY

FIRST, SECOND = "mot cau dai de nho", "cau khac cung kha dai"
OFFICES = ("chair", "vice_chair", "secretary", "member", "member")
NAMES = ("Chủ tịch Thử", "Phó Chủ tịch Thử", "Thư ký Thử", "Ủy viên Một", "Ủy viên Hai")


@dataclass(frozen=True)
class Room:
    """A Council and its people. `secretary` keeps its papers; `members` in the order of `NAMES`."""

    offices: Nominators
    council: Council
    secretary: Actor
    members: tuple[Actor, ...]

    def account(self, at: int) -> User:
        return User.objects.get(pk=self.members[at].user_id)


def make_council(body, *, quorum_share=60) -> Council:
    return Council.objects.create(body=body, quorum_share=quorum_share, basis="Quyết định 1/QĐ-UBND")


def make_room(**council) -> Room:
    offices = make_nominators()
    city = offices.city.organisation
    made = make_council(city, **council)
    keeper = make_user(full_name="Thư ký Hội đồng")
    make_mandate(user=keeper, organisation=city, role=Role.COUNCIL_SECRETARY)
    secretary = actor_of(keeper, on=DAY)
    members = []
    for office, name in zip(OFFICES, NAMES, strict=True):
        user = make_user(full_name=name)
        make_mandate(user=user, organisation=city, role=Role.COUNCIL_MEMBER)
        seated(made, secretary, office=office, user=user)
        members.append(actor_of(user, on=DAY))
    seated(made, secretary, office="member", name="Ủy viên Không tài khoản")
    return Room(offices, made, secretary, tuple(members))


def seated(council: Council, by: Actor, *, office="member", user=None, name="", during=None):
    return seat_member(
        council,
        office=office,
        user=user,
        name=name,
        position="Phó Giám đốc Sở Thử",
        during=during or Period(),
        legal_basis="Quyết định 1/QĐ-UBND",
        on=DAY,
        actor=by,
    )


def before_the_council(room: Room, name: str, **said) -> Nomination:
    """A unit's dossier that its city put to the Council."""
    unit, city = room.offices.unit, room.offices.city
    nomination = taken_up(make_nomination(unit, name=name, **said), unit, city)
    return take_step(nomination, "put_to_council", actor=city.officer)


def convened(room: Room, *dossiers: Nomination) -> Sitting:
    sitting = convene(room.council, held_on=DAY, place="Phòng họp số 1", actor=room.secretary)
    if dossiers:
        put_on_agenda(sitting, dossiers, actor=room.secretary)
    return again(sitting)


def attended(room: Room, sitting: Sitting, *, absent=(), written=()) -> Sitting:
    """Everybody with an account is there, but for those named."""
    said = {}
    for one in sitting.seats.all():
        is_out = one.user_id is None or one.name in absent
        there = Attendance.WRITTEN if one.name in written else Attendance.ABSENT if is_out else Attendance.PRESENT
        said[one.pk] = Recorded(there, "Đi công tác" if there is Attendance.ABSENT else "")
    record_attendance(sitting, said, presides=sitting.presides_id, secretary=sitting.secretary_id, actor=room.secretary)
    return again(sitting)


def in_session(room: Room, *dossiers: Nomination, **attendance) -> Sitting:
    return again(open_sitting(attended(room, convened(room, *dossiers), **attendance), actor=room.secretary))


def voting(room: Room, sitting: Sitting) -> Sitting:
    """Tellers are the two members without an office."""
    prepare_ballots(sitting, first_teller=room.account(3), second_teller=room.account(4), actor=room.secretary)
    for at, passphrase in ((3, FIRST), (4, SECOND)):
        set_passphrases(sitting, passphrase=passphrase, actor=room.members[at])
    open_votes(sitting, actor=room.secretary)
    return again(sitting)


def vote(room: Room, sitting: Sitting, at: int, against: tuple[str, ...] = ()) -> list[str]:
    """The member agrees to all but those of these names."""
    seat = sitting.seats.get(user=room.members[at].user_id)
    said = {one.pk: str(one) not in against for one in sitting.items.all()}
    return cast_votes(seat, said, actor=room.members[at])


def counted(room: Room, sitting: Sitting) -> Sitting:
    count_votes(sitting, passphrases=(FIRST, SECOND), actor=room.members[3])
    return again(sitting)


def voted(room: Room, *dossiers: Nomination, against=()) -> Sitting:
    """All five vote; `against`: of each member in turn, the names not agreed to."""
    sitting = voting(room, in_session(room, *dossiers))
    for at in range(len(NAMES)):
        vote(room, sitting, at, against[at] if at < len(against) else ())
    return counted(room, sitting)


def concluded(room: Room, *dossiers: Nomination, **said) -> Sitting:
    sitting = voted(room, *dossiers, **said)
    conclude_sitting(sitting, seen=seen_as(results_of(sitting)), conclusion="Thống nhất.", actor=room.secretary)
    return again(sitting)


def again(sitting: Sitting) -> Sitting:
    return Sitting.objects.select_related("council__body", "presides", "secretary", "current").get(pk=sitting.pk)


def item_of(sitting: Sitting, name: str) -> SittingItem:
    return next(one for one in sitting.items.with_names() if str(one) == name)


def make_sitting_of(body, nomination: Nomination, *, member: User) -> dict:
    """Of the Council beside `body`, convened with a prepared ballot on the dossier; `member` sits in it and is teller.
    Without walking there: for pages that ask for each."""
    council = make_council(body)
    seat = council.members.create(
        office="chair", user=member, name=member.full_name, during=Period(), legal_basis="Thử"
    )
    other = council.members.create(office="member", name="Ủy viên Thử", during=Period(), legal_basis="Thử")
    sitting = Sitting.objects.create(council=council, held_on=DAY, place="Nơi Thử", quorum=1)
    for one, attendance in ((seat, "present"), (other, "written")):
        sitting.seats.create(
            member=one, user=one.user, office=one.office, name=one.name, position="Thử", attendance=attendance
        )
    ballot = SealedBallot.objects.create(question="Thử", way="sealed", quorum=1)
    for at, (name, user) in enumerate(((member.full_name, member), ("Kiểm phiếu viên Thử", None)), 1):
        ballot.tellers.create(position=at, name=name, user=user)
    item = sitting.items.create(nomination=nomination, position=1, ballot=sitting.ballots.create(ballot=ballot))
    for at, key in enumerate((against_key(item), for_key(item))):
        ballot.options.create(position=at, key=key, name=f"Thử {at}")
    return {"council": council, "council_member": other, "sitting": sitting}


def lets_be_asked_in_writing(nomination: Nomination) -> None:
    """The procedure of its award lets a province's Council be asked without a meeting."""
    nomination.award.procedures.get().stages.get_or_create(
        stage="consider",
        body="province_council",
        defaults={"position": 15, "in_writing": True, "verified": True, "provision": "Điều 9 Quy chế thử"},
    )


def asked_in_writing(room: Room, *dossiers: Nomination, until=DAY + timedelta(days=5)) -> Sitting:
    for one in dossiers:
        lets_be_asked_in_writing(one)
    sitting = ask_in_writing(room.council, held_on=DAY, votes_until=until, actor=room.secretary)
    put_on_agenda(sitting, dossiers, actor=room.secretary)
    return again(open_sitting(again(sitting), actor=room.secretary))
