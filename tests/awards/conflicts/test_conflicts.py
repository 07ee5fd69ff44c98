"""Each ground of a conflict of interest: an unconflicted colleague sees the dossier, the conflicted person finds it on no
page, in no count, export, duty, search or line of the journal, until it is decided."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from awards.conflicts.actions import declare_kin
from awards.conflicts.models.conflict import Conflict, dossiers_in_conflict
from awards.conflicts.models.parts import NominationHand
from awards.conflicts.rules.terms import Ground, Kinship
from awards.models import Appraisal, Nomination, Review
from awards.nominations.actions.achievements import add_achievement
from awards.nominations.actions.comments import pin_comment
from awards.nominations.actions.recusals import call_namesake, lift_recusal, recuse
from awards.nominations.actions.steps import award_nomination, take_step
from awards.nominations.rules.terms import DossierPlace
from clusters.models import Organisation, OrganisationKind
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, User
from emulation.core.period import Period
from tests.awards.conflicts.walking import COLLEAGUE, every_address, links_in, walk
from tests.awards.nominations.make import Office, again, make_nomination, make_nominators, make_office, with_paper
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import make_mandate, make_user
from tests.doors.world import make_world

pytestmark = pytest.mark.django_db
NAME = "Trịnh Chanh Leo"
COMMENT = "Bổ sung xác nhận của vườn xoài"
BOARD = (Role.CENTRAL_REVIEWER, Role.CENTRAL_LEADER)
PROVINCE = (Role.OFFICER, Role.APPROVER)
BEFORE = Period(date(2001, 1, 1), date(2002, 1, 1))


def person_at(body, roles, *, full_name=None) -> User:
    """Of the desk, with every right there; all of one name, so that what they read can be compared."""
    user = make_user(full_name=full_name or COLLEAGUE)
    for role in roles:
        make_mandate(user=user, organisation=body, role=role)
    return user


def acting(user: User):
    return actor_of(user, on=clock.today())


def office_of(body, roles) -> Office:
    user = person_at(body, roles)
    return Office(body, acting(user), acting(user))


def grounds_before(desk, roles, *, of_body, ancestor):
    """Those that are there before the dossier is: {ground or kind of it: person}."""
    named = person_at(desk, roles, full_name="TRỊNH CHANH LEO")
    kin, once_there, of_old = (person_at(desk, roles) for _ in range(3))
    declare_kin(name="Trịnh  Chanh Leo", kinship=Kinship.SIBLING, actor=acting(kin))
    make_mandate(user=once_there, organisation=of_body, role=Role.OFFICER, during=BEFORE)
    make_mandate(user=of_old, organisation=ancestor, role=Role.OFFICER, during=BEFORE)
    return {Ground.ONESELF: named, Ground.KIN: kin, Ground.BODY: once_there, "lineage": of_old}


def grounds_after(desk, roles, nomination, *, elsewhere):
    handled, recused = person_at(desk, roles), person_at(desk, roles)
    NominationHand.objects.create(nomination=nomination, user=handled, body=elsewhere, first_at=clock.now())
    recuse(nomination, actor=acting(recused))
    return {Ground.HAND: handled, Ground.RECUSED: recused}


def at_the_desk(unit: Office, *desks: Office, award):
    """A person's dossier that each desk passed on to the next; the last appraises it and has remarked on it."""
    nomination = make_nomination(unit, award=award, kind="individual", name=NAME)
    with_paper(nomination, unit.officer, name="Tờ trình vườn xoài.pdf")
    add_achievement(nomination, actor=unit.officer)
    nomination = take_step(nomination, "submit", actor=unit.approver)
    for desk in desks[:-1]:
        nomination = take_step(nomination, "take_up", actor=desk.officer)
        nomination = take_step(nomination, "forward", actor=desk.approver)
    nomination = take_step(nomination, "take_up", actor=desks[-1].officer)
    pin_comment(nomination, DossierPlace.SUMMARY, text=COMMENT, actor=desks[-1].officer)
    return again(nomination)


def in_conflict(actor) -> set[int]:
    """As sets and single records ask, which is as the database itself sees it."""
    found = set(dossiers_in_conflict(actor).values_list("pk", flat=True))
    assert found == set(Conflict.objects.of(actor).values_list("matter", flat=True))
    return found


def tells(text: str, nomination) -> bool:
    return any(trace in text for trace in (NAME, COMMENT, nomination.get_absolute_url()))


def test_at_the_board_no_page_count_export_duty_or_journal_line_tells_who_is_conflicted():
    world = make_world()
    city = world["organisation"]
    board = Organisation.objects.filter(kind=OrganisationKind.CENTRAL_BOARD).order_by("pk").first()
    unit = office_of(make_organisation(kind=OrganisationKind.UNIT, parent=city), PROVINCE)
    ancestor = make_organisation(name="Tỉnh Xưa")
    make_succession(predecessor=ancestor, successor=city, day=date(2005, 1, 1))
    at_city, at_board = office_of(city, PROVINCE), office_of(board, BOARD)
    colleague = person_at(board, BOARD)
    conflicted = grounds_before(board, BOARD, of_body=city, ancestor=ancestor)
    world["nomination"].comments.exclude(pk=world["nomination"].comments.first().pk).delete()
    everywhere = every_address(world, world["nomination"])
    once = walk(colleague, everywhere)
    opened = list(once.said)

    nomination = at_the_desk(unit, at_city, at_board, award="KT_NN")
    conflicted |= grounds_after(board, BOARD, nomination, elsewhere=unit.organisation)
    own_pages = set(every_address(world, nomination)) - set(everywhere)
    now = walk(colleague, opened)
    changed = {address for address in opened if now.said.get(address) != once.said.get(address)}
    telling = {address for address in changed if tells(now.said[address], nomination)}
    assert telling >= {reverse("awards:nominations"), reverse("desk:home"), reverse("desk:audit")}
    of_colleague = walk(colleague, own_pages)
    assert {nomination.get_absolute_url(), reverse("reports:nomination-files", args=[nomination.pk])} <= set(
        of_colleague.said
    )
    further = links_in(now, changed) | links_in(of_colleague, [nomination.get_absolute_url()])
    searched = {f"{reverse('awards:nominations')}?tim=chanh&trang-thai={state}" for state in ("tat-ca", "review")}
    assert tells(walk(colleague, searched).said[sorted(searched)[0]], nomination)

    leave = reverse("awards:nomination-recuse", args=[nomination.pk])
    _finds_nothing(conflicted[Ground.BODY], once, opened, nomination)
    for ground, user in conflicted.items():
        assert in_conflict(acting(user)) >= {nomination.pk}, ground
        _finds_nothing(user, once, changed, nomination)
        second_click = {leave} if ground is Ground.RECUSED else set()
        assert walk(user, own_pages - second_click).said == {}, ground
        for address, said in walk(user, (further | searched) - own_pages - {reverse("awards:kin")}).said.items():
            assert not tells(said, nomination), (ground, address)


def _finds_nothing(user, once, addresses, nomination):
    """Each page says to the person to the letter what it said before there was such a dossier."""
    found = walk(user, addresses)
    for address in addresses:
        if address != reverse("awards:kin"):
            assert found.said.get(address) == once.said.get(address), address
        assert not tells(found.said.get(address, ""), nomination), address


def test_at_a_province_the_same_holds_of_its_own_awards():
    offices = make_nominators()
    city, unit = offices.city.organisation, offices.unit
    ancestor = make_organisation(name="Sở Xưa", kind=OrganisationKind.UNIT, parent=city)
    make_succession(predecessor=ancestor, successor=unit.organisation, day=date(2005, 1, 1))
    pages = [reverse(name) for name in ("awards:nominations", "desk:home", "desk:audit")]
    colleague = person_at(city, PROVINCE)
    conflicted = grounds_before(city, PROVINCE, of_body=unit.organisation, ancestor=ancestor)
    stranger = make_organisation(name="Sở Khác", kind=OrganisationKind.UNIT, parent=city)
    once = walk(colleague, pages)
    nomination = at_the_desk(unit, offices.city, award="KT_TINH")
    conflicted |= grounds_after(city, PROVINCE, nomination, elsewhere=stranger)
    assert tells(walk(colleague, pages).said[pages[0]], nomination)
    for ground in (Ground.ONESELF, Ground.KIN, Ground.BODY, "lineage", Ground.HAND, Ground.RECUSED):
        assert in_conflict(acting(conflicted[ground])) == {nomination.pk}, ground
        found = walk(conflicted[ground], [*pages, nomination.get_absolute_url()])
        assert found.missing >= {nomination.get_absolute_url()}, ground
        assert found.said == once.said, ground


def test_the_nominator_s_own_people_keep_their_dossier_whatever_stands_against_them_elsewhere():
    """The officer who prepares it is kin of the nominee, and reviews at the city too: prepares it, judges it not."""
    offices = make_nominators()
    unit, city = offices.unit, offices.city
    both = person_at(unit.organisation, PROVINCE)
    make_mandate(user=both, organisation=city.organisation, role=Role.OFFICER)
    make_mandate(user=both, organisation=city.organisation, role=Role.APPROVER)
    declare_kin(name=NAME, kinship=Kinship.CHILD, actor=acting(both))
    actor = acting(both)
    nomination = make_nomination(Office(unit.organisation, actor, actor), kind="individual", name=NAME)
    nomination = take_step(nomination, "submit", actor=actor)
    assert in_conflict(actor) == {nomination.pk}
    assert actor.may("read", nomination)
    assert Nomination.objects.visible_to(actor).filter(pk=nomination.pk).exists()
    with pytest.raises(Refusal, match="không thuộc nhiệm vụ"):
        take_step(nomination, "take_up", actor=actor)
    taken = take_step(nomination, "take_up", actor=city.officer)
    assert taken.state == "review"


def test_the_parent_that_must_decide_is_not_in_conflict_and_what_is_decided_is_seen_again():
    offices = make_nominators()
    city, unit = offices.city, offices.unit
    nomination = at_the_desk(unit, city, award="KT_TINH")
    leaver = person_at(city.organisation, PROVINCE)
    recuse(nomination, actor=acting(leaver))
    assert city.officer.may("review", nomination)
    assert not acting(leaver).may("read", nomination)
    nomination.comments.update(withdrawn_at=clock.now())
    nomination = take_step(nomination, "put_to_council", actor=city.officer)
    nomination = award_nomination(nomination, number="12/QĐ-UBND", day=clock.today(), actor=city.approver)
    assert acting(leaver).may("read", nomination)
    assert AuditEntry.objects.visible_to(acting(leaver)).filter(verb="awards.recuse").exists()


def test_the_database_refuses_a_step_and_an_opinion_of_who_is_in_conflict():
    offices = make_nominators()
    nomination = at_the_desk(offices.unit, offices.city, award="KT_TINH")
    recused = person_at(offices.city.organisation, PROVINCE)
    forged = {"source": "review", "target": "council", "taken_by_name": "x", "taken_at": clock.now()}
    desk = {"name": "put_to_council", "taken_by": recused, "desk": offices.city.organisation, **forged}
    with transaction.atomic():
        nomination.steps.create(**desk)
        transaction.set_rollback(True)
    recuse(nomination, actor=acting(recused))
    with pytest.raises(IntegrityError, match="conflict of interest"), transaction.atomic():
        nomination.steps.create(**desk)
    review = Review.objects.get(nomination=nomination)
    opinion = {"appraiser_name": "x", "asked_by_name": "x", "asked_at": clock.now()}
    Appraisal.objects.create(review=review, seat=1, appraiser=person_at(review.body, PROVINCE), **opinion)
    with pytest.raises(IntegrityError, match="conflict of interest"), transaction.atomic():
        Appraisal.objects.create(review=review, seat=2, appraiser=recused, **opinion)


def test_who_decides_lets_in_again_whom_nothing_but_a_word_keeps_out():
    offices = make_nominators()
    city = offices.city
    named = person_at(city.organisation, PROVINCE, full_name=NAME)
    kin = person_at(city.organisation, PROVINCE)
    declare_kin(name=NAME, kinship=Kinship.OTHER, birth_year=1950, actor=acting(kin))
    nomination = at_the_desk(offices.unit, city, award="KT_TINH")
    leaver = person_at(city.organisation, PROVINCE)
    recusal = recuse(nomination, actor=acting(leaver))
    for kept_out in (leaver, named):
        with pytest.raises(Refusal, match="người có thẩm quyền quyết định"):
            lift_recusal(recusal, why="Bấm nhầm", actor=acting(kept_out))
    lift_recusal(recusal, why="Bấm nhầm", actor=city.approver)
    assert acting(leaver).may("read", nomination)
    assert not acting(named).may("read", nomination)
    with pytest.raises(Refusal, match="lý do"):
        call_namesake(nomination, named, why=" ", actor=city.approver)
    call_namesake(nomination, named, why="Khác năm sinh, khác quê quán", actor=city.approver)
    assert acting(named).may("read", nomination)
    with pytest.raises(Refusal, match="không thuộc trường hợp trùng tên"):
        call_namesake(nomination, named, why="Lần nữa", actor=city.approver)
    assert not acting(kin).may("read", nomination)
    Nomination.objects.filter(pk=nomination.pk).update(birth_year=1985)
    assert acting(kin).may("read", again(nomination))


def test_every_deed_on_a_dossier_leaves_a_hand():
    """So that nobody who touched it for one body judges it for another: the journal knows of no deed without one."""
    offices = make_nominators()
    nomination = at_the_desk(offices.unit, offices.city, offices.board, award="KT_NN")
    told = AuditEntry.objects.filter(subject_kind="awards.nomination", subject_id=str(nomination.pk))
    hands = set(NominationHand.objects.filter(nomination=nomination).values_list("user", "body"))
    assert {user for user, _body in hands} == set(told.values_list("actor_id", flat=True))
    assert hands == {
        (offices.unit.officer.user_id, offices.unit.organisation.pk),
        (offices.unit.approver.user_id, offices.unit.organisation.pk),
        (offices.city.officer.user_id, offices.city.organisation.pk),
        (offices.city.approver.user_id, offices.city.organisation.pk),
        (offices.board.officer.user_id, offices.board.organisation.pk),
    }
    assert make_office(offices.board.organisation, BOARD).officer.may("read", nomination)
