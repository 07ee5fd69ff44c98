"""A correction: only with a reason, only of the newest line, and what was said before stays."""

from dataclasses import replace
from datetime import date

import pytest

from awards.catalogue.rules.terms import Family, SubjectKind, Way
from awards.models import Honour, HonourCorrection, HonourTally
from awards.register.actions.honours import (
    AlreadyThere,
    Changed,
    Objections,
    PerhapsThere,
    correct_honour,
    enter_honour,
    revoke_honour,
)
from awards.register.rules.terms import HonourStatus
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from tests.awards.register.honours.typing import TODAY, said
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_organisation(name="Tỉnh Thử")


@pytest.fixture
def officer(office):
    return actor_for(organisation=office)


WHOLE = said(birth=date(1975, 3, 5), identity="079075000001")
AS_KEPT = replace(WHOLE, identity="")


@pytest.fixture
def honour(office, officer):
    return enter_honour(office, WHOLE, on=TODAY, actor=officer)


def correct(honour, officer, what=AS_KEPT, *, version=1, why="ghi nhầm", same_seen=None, **fields):
    return correct_honour(
        honour, replace(what, **fields), version=version, why=why, same_seen=same_seen, on=TODAY, actor=officer
    )


def totals(office):
    rows = HonourTally.objects.filter(organisation=office, count__gt=0)
    return {(row.award and row.award.code, row.subject_kind, row.half, row.count) for row in rows}


def test_the_line_says_the_new_and_its_history_both(honour, officer):
    correct(honour, officer, name="Nguyễn Thị Mậu", way=Way.UNSCHEDULED)
    honour.refresh_from_db()
    assert (honour.name, honour.name_key, honour.way, honour.version) == (
        "Nguyễn Thị Mậu",
        "nguyen thi mau",
        "unscheduled",
        2,
    )
    kept = HonourCorrection.objects.get()
    assert kept.before == {"name": "Nguyễn Thị Mẫu", "way": "regular"}
    assert kept.after == {"name": "Nguyễn Thị Mậu", "way": "unscheduled"}
    assert (kept.honour, kept.why, kept.taken_by_name) == (honour, "ghi nhầm", officer.name)
    entry = AuditEntry.objects.get(verb="awards.correct_honour")
    assert (entry.before["name"], entry.after["name"], entry.why) == ("Nguyễn Thị Mẫu", "Nguyễn Thị Mậu", "ghi nhầm")


def test_the_running_totals_follow_award_subject_and_half_year(honour, office, officer):
    half = date(2023, 1, 1)
    assert totals(office) == {("BK_TINH", "individual", half, 1), (None, "individual", half, 1)}
    correct(honour, officer, award="LDTT", family=Family.TITLE, decision_date=date(2022, 9, 1), achievement_year=2022)
    half = date(2022, 7, 1)
    assert totals(office) == {("LDTT", "individual", half, 1), (None, "individual", half, 1)}


@pytest.mark.parametrize("why", ["", "   "])
def test_without_a_reason_nothing_is_corrected(honour, officer, why):
    with pytest.raises(Refusal) as refused:
        correct(honour, officer, name="Khác", why=why)
    assert refused.value.field == "why"
    assert Honour.objects.get().version == 1


def test_what_a_new_honour_may_not_say_a_correction_may_not_either(honour, officer):
    with pytest.raises(Objections) as refused:
        correct(honour, officer, decision_date=date(2023, 7, 11), award="CSTDCS")
    assert {objection.field for objection in refused.value.found} == {"decision_date", "award"}
    assert not HonourCorrection.objects.exists()


def test_nothing_changed_is_no_correction(honour, officer):
    with pytest.raises(Refusal):
        correct(honour, officer)
    assert Honour.objects.get().version == 1


class TestIdentity:
    def test_it_stays_when_it_is_not_touched(self, honour, officer):
        digest = honour.identity_digest
        correct(honour, officer, unit="Trường khác")
        honour.refresh_from_db()
        assert (honour.identity_digest, honour.identity_tail) == (digest, "0001")
        assert honour.recipient_key == f"cccd:{digest}|nguyen thi mau"

    def test_another_number_replaces_it_and_the_history_keeps_last_digits_only(self, honour, officer):
        before = honour.identity_digest
        correct(honour, officer, identity="079075009992")
        honour.refresh_from_db()
        assert honour.identity_digest != before
        kept = HonourCorrection.objects.get()
        assert (kept.before, kept.after) == ({"identity": "0001"}, {"identity": "9992"})
        entry = AuditEntry.objects.get(verb="awards.correct_honour")
        assert (entry.before, entry.after) == ({}, {"personal": True})

    def test_another_number_with_the_same_last_digits_is_a_change(self, honour, officer):
        correct(honour, officer, identity="079075990001")
        assert HonourCorrection.objects.get().before == {"identity": "0001"}

    def test_it_can_be_removed_and_the_key_of_the_person_follows(self, honour, officer):
        correct(honour, officer, forget_identity=True)
        honour.refresh_from_db()
        assert (honour.identity_digest, honour.identity_tail) == ("", "")
        assert honour.recipient_key.startswith("nbu:nguyễn thị mẫu|1975-03-05|")

    def test_a_collective_does_not_keep_it_unnoticed(self, honour, officer):
        with pytest.raises(Objections) as refused:
            correct(honour, officer, subject_kind=SubjectKind.COLLECTIVE, birth=None)
        assert [objection.field for objection in refused.value.found] == ["identity"]
        correct(honour, officer, subject_kind=SubjectKind.COLLECTIVE, birth=None, forget_identity=True)
        honour.refresh_from_db()
        assert (honour.subject_kind, honour.identity_digest, honour.recipient_key) == ("collective", "", "")


class TestTwoAtOneLine:
    def test_the_later_one_is_asked_with_both_values(self, honour, officer, office):
        other = actor_for(organisation=office)
        correct(honour, other, name="Nguyễn Thị Mậu", unit="Trường B", why="theo bản gốc")
        with pytest.raises(Changed) as asked:
            correct(honour, officer, name="Nguyễn Thị Mầu", position="Hiệu trưởng")
        changed = asked.value
        assert (changed.theirs["name"], changed.mine["name"]) == ("Nguyễn Thị Mậu", "Nguyễn Thị Mầu")
        assert changed.before_theirs == {"name": "Nguyễn Thị Mẫu", "unit": "Trường Tiểu học Minh Họa"}
        assert (changed.last.why, changed.last.taken_by_name) == ("theo bản gốc", other.name)
        assert Honour.objects.get().name == "Nguyễn Thị Mậu"

    def test_what_a_field_said_first_is_told_after_several_corrections(self, honour, officer):
        correct(honour, officer, unit="Trường B")
        correct(honour, officer, unit="Trường C", version=2)
        with pytest.raises(Changed) as asked:
            correct(honour, officer, position="Hiệu trưởng")
        assert asked.value.before_theirs == {"unit": "Trường Tiểu học Minh Họa"}

    def test_a_revoked_honour_is_not_corrected(self, honour, office, officer):
        approver = actor_for(organisation=office, role=Role.APPROVER)
        revoke_honour(honour, version=1, day=TODAY, basis="QĐ 9", why="sai", on=TODAY, actor=approver)
        with pytest.raises(Refusal):
            correct(honour, officer, unit="Trường B", version=2)
        assert Honour.objects.get().status == HonourStatus.REVOKED


class TestTheSameAlreadyThere:
    def test_a_line_is_not_corrected_into_another_that_stands(self, honour, office, officer):
        other = enter_honour(office, replace(WHOLE, name="Trần Văn Khác", identity=""), on=TODAY, actor=officer)
        with pytest.raises(AlreadyThere):
            correct(
                other, officer, replace(AS_KEPT, name="Trần Văn Khác"), name="Nguyễn Thị Mẫu", identity="079075000001"
            )

    def test_what_may_be_the_same_is_asked_about_only_when_that_changes(self, honour, office, officer):
        second = replace(AS_KEPT, birth=date(1980, 1, 1))
        other = enter_honour(office, second, same_seen=1, on=TODAY, actor=officer)
        assert correct(other, officer, second, position="Hiệu trưởng").version == 2
        with pytest.raises(PerhapsThere):
            correct(other, officer, second, version=2, position="Hiệu trưởng", birth=date(1981, 1, 1))
        assert correct(other, officer, second, version=2, birth=date(1981, 1, 1), same_seen=1).version == 3


@pytest.mark.parametrize("role", [Role.APPROVER, Role.CENTRAL_LEADER])
def test_only_an_officer_of_the_office_corrects(honour, office, role):
    for actor in (actor_for(organisation=office, role=role), actor_for()):
        with pytest.raises(Refusal):
            correct(honour, actor, name="Khác")


def test_the_same_award_named_by_another_law_is_no_change_of_award(honour, officer):
    correct(honour, officer, decision_date=date(2010, 3, 15), achievement_year=2009)
    assert set(HonourCorrection.objects.get().before) == {"decision_date", "achievement_year"}
