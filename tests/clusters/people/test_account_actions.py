from datetime import date

import pytest

from clusters.models import Mandate, MandateRole, OrganisationKind
from clusters.people.actions import WHERE, end_mandate, grant_mandate, suspend_person
from clusters.people.models.scope import actor_of
from emulation.core.actions.accounts import create_account, restore_account
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, User
from emulation.core.period import Period
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for, make_administrator, make_mandate, make_user
from tests.periods import BEFORE_MERGER, DAY, SINCE_MERGER, YEAR_2023

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(db):
    return make_administrator()


def grant(user, administrator, *, role=Role.OFFICER, organisation=None, during=YEAR_2023):
    return grant_mandate(
        user,
        organisation=organisation or make_organisation(),
        role=role,
        during=during,
        legal_basis="Quyết định thử",
        actor=administrator,
    )


def test_the_roles_of_mandates_are_those_of_actors():
    assert {role.value for role in MandateRole} == {role.value for role in Role}
    assert set(WHERE) == set(MandateRole)


def test_a_mandate_gives_its_role_on_its_days_only(administrator):
    user, unit = make_user(), make_organisation()
    grant(user, administrator, organisation=unit)
    assert actor_of(user, on=DAY).has(Role.OFFICER, unit.pk)
    assert not actor_of(user, on=date(2024, 1, 1)).has_scope
    entry = AuditEntry.objects.latest("id")
    assert (entry.verb, entry.after["account"]) == ("clusters.grant_mandate", user.username)


def test_only_an_administrator_grants_ends_and_makes_accounts():
    officer, mandate, person = actor_for(), make_mandate(), make_user()
    deeds = [
        lambda: grant(person, officer),
        lambda: end_mandate(mandate, last_day=DAY, why="thử", on=DAY, actor=officer),
        lambda: create_account(username="x", full_name="X", password="mot-mat-khau-dai", actor=officer),
        lambda: suspend_person(person, why="thử", on=DAY, actor=officer),
        lambda: restore_account(person, why="thử", actor=officer),
    ]
    for deed in deeds:
        with pytest.raises(Refusal, match="administrator|quản trị"):
            deed()
    assert not person.mandates.exists()


@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_held_where_it_belongs(administrator, role):
    wrong = set(OrganisationKind) - set(WHERE[role])
    for kind in wrong:
        with pytest.raises(Refusal) as refusal:
            grant(make_user(), administrator, role=role, organisation=make_organisation(kind=kind))
        assert refusal.value.field == "organisation"
    grant(make_user(), administrator, role=role, organisation=make_organisation(kind=WHERE[role][0]))


def test_a_mandate_needs_an_organisation_of_those_days(administrator):
    with pytest.raises(Refusal, match="30/06/2025"):
        grant(
            make_user(),
            administrator,
            organisation=make_organisation(during=BEFORE_MERGER),
            during=SINCE_MERGER,
        )


def test_the_same_mandate_twice_at_once_is_refused(administrator):
    held = make_mandate()
    with pytest.raises(Refusal):
        grant(held.user, administrator, organisation=held.organisation)
    assert Mandate.objects.filter(user=held.user).count() == 1


def test_ending_keeps_last_day_and_reason_and_cannot_lengthen(administrator):
    mandate = make_mandate(during=YEAR_2023)
    end_mandate(mandate, last_day=date(2023, 6, 30), why="Chuyển công tác", on=DAY, actor=administrator)
    mandate.refresh_from_db()
    assert mandate.during == Period.half_year(2023, 1)
    assert AuditEntry.objects.latest("id").why == "Chuyển công tác"
    for day in (date(2023, 7, 1), date(2022, 1, 1)):
        with pytest.raises(Refusal) as refusal:
            end_mandate(mandate, last_day=day, why="thử", on=DAY, actor=administrator)
        assert refusal.value.field == "last_day"
    with pytest.raises(Refusal) as refusal:
        end_mandate(mandate, last_day=date(2023, 5, 1), why="", on=DAY, actor=administrator)
    assert refusal.value.field == "why"


def test_the_last_administrator_stays_until_there_is_another(administrator):
    Mandate.objects.filter(role=MandateRole.SYSTEM_ADMINISTRATOR).exclude(user_id=administrator.user_id).delete()
    last = Mandate.objects.get(user_id=administrator.user_id)

    def leave():
        return end_mandate(last, last_day=DAY, why="Chuyển công tác", on=DAY, actor=administrator)

    with pytest.raises(Refusal, match="11/07/2023"):
        leave()
    suspended = make_user(is_active=False)
    make_mandate(user=suspended, organisation=last.organisation, role=Role.SYSTEM_ADMINISTRATOR)
    with pytest.raises(Refusal):
        leave()
    make_mandate(organisation=last.organisation, role=Role.SYSTEM_ADMINISTRATOR)
    assert leave().during == Period(None, date(2023, 7, 11))


def test_an_account_is_made_without_its_password_in_the_journal(administrator):
    person = create_account(
        username="nguoithu", full_name="Người Thử", password="mot-mat-khau-dai", actor=administrator
    )
    assert person.check_password("mot-mat-khau-dai")
    assert not person.is_staff
    entry = AuditEntry.objects.latest("id")
    assert entry.verb == "core.create_account"
    assert "mot-mat-khau-dai" not in str(entry.after)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"password": "ngan"}, "password"),
        ({"password": "0123456789012"}, "password"),
        ({"username": "có dấu cách"}, "username"),
        ({"email": "không phải thư"}, "email"),
        ({"full_name": ""}, "full_name"),
    ],
)
def test_what_an_account_may_not_be(administrator, changes, field):
    sound = {"username": "nguoithu", "full_name": "Người Thử", "password": "mot-mat-khau-dai"}
    with pytest.raises(Refusal) as refusal:
        create_account(**(sound | changes), actor=administrator)
    assert refusal.value.field == field
    assert not User.objects.filter(username="nguoithu").exists()


def test_a_user_name_is_taken_once(administrator):
    taken = make_user()
    with pytest.raises(Refusal) as refusal:
        create_account(username=taken.username, full_name="Khác", password="mot-mat-khau-dai", actor=administrator)
    assert refusal.value.field == "username"


def test_a_suspended_account_has_no_scope_until_it_is_restored(administrator):
    person = make_mandate().user
    assert actor_of(person, on=DAY).has_scope
    person = suspend_person(person, why="Nghỉ dài", on=DAY, actor=administrator)
    assert not actor_of(person, on=DAY).has_scope
    person = restore_account(person, why="Đi làm lại", actor=administrator)
    assert actor_of(person, on=DAY).has_scope
    assert AuditEntry.objects.filter(subject_id=str(person.pk), subject_kind="core.user").count() == 2
    with pytest.raises(Refusal) as refusal:
        suspend_person(person, why=" ", on=DAY, actor=administrator)
    assert refusal.value.field == "why"


def test_nobody_suspends_themselves(administrator):
    with pytest.raises(Refusal):
        suspend_person(User.objects.get(pk=administrator.user_id), why="thử", on=DAY, actor=administrator)
    assert actor_of(User.objects.get(pk=administrator.user_id), on=DAY).is_administrator


def test_the_last_administrator_who_can_log_in_is_not_suspended(administrator):
    """Asked by one whose own mandate ended, or who was suspended, while the page was open."""
    Mandate.objects.filter(role=MandateRole.SYSTEM_ADMINISTRATOR).delete()
    last = make_mandate(
        organisation=make_organisation(kind=OrganisationKind.CENTRAL_BOARD), role=Role.SYSTEM_ADMINISTRATOR
    )

    def suspend():
        return suspend_person(last.user, why="thử", on=DAY, actor=administrator)

    with pytest.raises(Refusal, match="10/07/2023"):
        suspend()
    make_mandate(user=make_user(is_active=False), organisation=last.organisation, role=Role.SYSTEM_ADMINISTRATOR)
    make_mandate(organisation=last.organisation, role=Role.SYSTEM_ADMINISTRATOR, during=Period(date(2024, 1, 1), None))
    with pytest.raises(Refusal, match="10/07/2023"):
        suspend()
    make_mandate(organisation=last.organisation, role=Role.SYSTEM_ADMINISTRATOR, during=Period(None, date(2023, 9, 2)))
    with pytest.raises(Refusal, match="02/09/2023"):
        suspend()
    make_mandate(organisation=last.organisation, role=Role.SYSTEM_ADMINISTRATOR)
    assert not suspend().is_active
