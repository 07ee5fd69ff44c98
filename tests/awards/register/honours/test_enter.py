"""One honour by hand: kept as a list would keep it, refused where a list refuses and where a form can know better."""

from datetime import date

import pytest

from awards.catalogue.rules.terms import Family, SubjectKind, TargetGroup
from awards.models import Honour, HonourTally
from awards.register.actions.honours import AlreadyThere, Objections, PerhapsThere, enter_honour
from awards.register.rules.terms import HonourStatus
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from emulation.core.text import person_sort_key
from tests.awards.register.honours.typing import TODAY, said
from tests.awards.register.make import make_honour
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_organisation(name="Tỉnh Thử")


@pytest.fixture
def officer(office):
    return actor_for(organisation=office)


def enter(office, officer, same_seen=None, **fields):
    return enter_honour(office, said(**fields), same_seen=same_seen, on=TODAY, actor=officer)


def objections(office, officer, **fields):
    with pytest.raises(Objections) as refused:
        enter(office, officer, **fields)
    assert not Honour.objects.exists()
    return {objection.field: objection.sentence for objection in refused.value.found}


def test_it_is_kept_with_the_keys_that_a_list_would_give_it(office, officer):
    honour = enter(office, officer, birth=date(1975, 3, 5), identity="079 075 000 001", position="Giáo viên")
    honour.refresh_from_db()
    assert (honour.organisation, honour.batch, honour.status, honour.version) == (
        office,
        None,
        HonourStatus.IN_FORCE,
        1,
    )
    assert (honour.name_key, honour.unit_key) == ("nguyen thi mau", "truong tieu hoc minh hoa")
    assert honour.sort_key == person_sort_key("Nguyễn Thị Mẫu")
    assert (honour.birth_date, honour.birth_year, honour.identity_tail) == (date(1975, 3, 5), 1975, "0001")
    assert honour.recipient_key == f"cccd:{honour.identity_digest}|nguyen thi mau"
    assert "079075000001" not in "|".join(str(value) for value in vars(honour).values())


def test_the_running_totals_count_it_and_the_journal_keeps_no_particulars(office, officer):
    honour = enter(office, officer, birth=date(1975, 3, 5), identity="079075000001")
    assert HonourTally.objects.get(organisation=office, award=None).count == 1
    entry = AuditEntry.objects.get(verb="awards.enter_honour")
    assert (entry.subject_id, entry.organisation_id) == (str(honour.pk), office.pk)
    assert entry.after["decision_number"] == "123/QĐ-UBND"
    assert not {"birth", "identity"} & entry.after.keys()
    assert "1975" not in str(entry.after)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"decision_date": date(2023, 7, 11)}, "decision_date"),
        ({"achievement_year": 2024}, "achievement_year"),
        ({"birth": date(2023, 3, 15)}, "birth"),
        ({"birth": 1849}, "birth"),
        ({"identity": "12345"}, "identity"),
        ({"identity": "07907500001"}, "identity"),
        ({"identity": "07907500000x"}, "identity"),
        ({"family": Family.TITLE}, "award"),
        ({"award": "CSTDCS"}, "award"),
        ({"award": "LDTT", "family": Family.TITLE, "subject_kind": SubjectKind.COLLECTIVE}, "award"),
        ({"award": "TTLDTT", "family": Family.TITLE}, "award"),
        ({"award": "CSTDCS", "family": Family.TITLE, "subject_kind": SubjectKind.HOUSEHOLD}, "award"),
        ({"subject_kind": SubjectKind.COLLECTIVE, "target_group": TargetGroup.DIRECT_WORKER}, "target_group"),
        ({"subject_kind": SubjectKind.COLLECTIVE, "birth": 1975}, "birth"),
        ({"subject_kind": SubjectKind.HOUSEHOLD, "identity": "079075000001"}, "identity"),
        ({"subject_kind": SubjectKind.COLLECTIVE, "honorific": "Bà"}, "honorific"),
    ],
)
def test_what_may_not_stand_is_refused_at_its_field(office, officer, wrong, field):
    found = objections(office, officer, **wrong)
    assert set(found) == {field}
    assert found[field].endswith((".", "?"))


def test_everything_wrong_is_said_at_once(office, officer):
    found = objections(office, officer, decision_date=date(2023, 7, 11), identity="1", family=Family.TITLE)
    assert set(found) == {"decision_date", "identity", "award"}


def test_a_sentence_of_a_list_says_what_was_entered_and_what_is_needed(office, officer):
    assert objections(office, officer, decision_date=date(2023, 7, 11))["decision_date"] == (
        "Đã nhập “11/07/2023”; cần một ngày không sau hôm nay, 10/07/2023."
    )


def test_a_day_on_which_the_office_did_not_exist_is_refused(officer):
    young = make_organisation(during=Period(date(2023, 4, 1)))
    assert set(objections(young, actor_for(organisation=young))) == {"decision_date"}


def test_an_award_that_was_not_given_on_that_day_is_refused(office, officer):
    assert set(objections(office, officer, award="HCH_TNXP")) == {"award"}


def test_the_very_same_honour_is_not_entered_twice(office, officer):
    first = enter(office, officer, birth=date(1975, 3, 5))
    with pytest.raises(AlreadyThere) as refused:
        enter(office, officer, birth=date(1975, 3, 5), same_seen=1)
    assert refused.value.honour == first
    assert Honour.objects.count() == 1


def test_one_that_may_be_the_same_is_asked_about(office, officer):
    first = enter(office, officer, birth=date(1975, 3, 5))
    with pytest.raises(PerhapsThere) as asked:
        enter(office, officer, birth=date(1980, 3, 5))
    assert asked.value.honours == [first]
    enter(office, officer, birth=date(1980, 3, 5), same_seen=1)
    with pytest.raises(PerhapsThere):
        enter(office, officer, birth=date(1990, 3, 5), same_seen=1)
    assert Honour.objects.count() == 2


def test_what_was_revoked_does_not_stand_in_the_way(office, officer):
    make_honour(
        office, name="Nguyễn Thị Mẫu", unit="Trường Tiểu học Minh Họa", target_group="", status=HonourStatus.REVOKED
    )
    assert enter(office, officer).pk


@pytest.mark.parametrize("role", [Role.APPROVER, Role.CENTRAL_REVIEWER, Role.SYSTEM_ADMINISTRATOR])
def test_only_an_officer_of_the_office_enters(office, role):
    for actor in (actor_for(organisation=office, role=role), actor_for()):
        with pytest.raises(Refusal):
            enter(office, actor)
    assert not Honour.objects.exists()


def test_the_number_of_somebody_else_is_asked_about(office, officer):
    kept = enter(office, officer, birth=date(1975, 3, 5), identity="079075000001")
    other = {"name": "Lê Thị Mẫu", "identity": "CCCD 079.075.000.001"}
    with pytest.raises(PerhapsThere) as asked:
        enter(office, officer, **other)
    assert asked.value.honours == [kept]
    entered = enter(office, officer, same_seen=1, **other)
    assert entered.identity_digest == kept.identity_digest
    assert entered.recipient_key != kept.recipient_key


def test_what_is_typed_is_judged_as_the_cells_of_a_list(office, officer):
    found = objections(office, officer, name="Nguy?n Thị Mẫu", decision_number="12/05/2023", unit="#N/A")
    assert set(found) == {"name", "decision_number", "unit"}
    assert enter(office, officer, decision_number="QĐ số 123/QĐ–UBND.").decision_number == "123/QĐ-UBND"


def test_a_birth_typed_as_a_day_of_1905_is_that_day(office, officer):
    assert enter(office, officer, birth=date(1905, 6, 7)).birth_date == date(1905, 6, 7)
