"""Revocation by a document and restoration: out of every total and back, nothing deleted."""

from datetime import date

import pytest
from django.urls import reverse

from awards.lists.rules.terms import BatchState
from awards.models import Honour, HonourCorrection, HonourTally
from awards.register.actions.honours import NotNewest, correct_honour, enter_honour, restore_honour, revoke_honour
from awards.register.models.distinct import distinct_recipients
from awards.register.rules.terms import HonourStatus
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, User
from emulation.core.period import Period
from tests.awards.register.honours.typing import TODAY, said
from tests.awards.register.make import make_batch, make_honour
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import actor_for, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_organisation(name="Tỉnh Thử")


@pytest.fixture
def approver(office):
    return actor_for(organisation=office, role=Role.APPROVER)


@pytest.fixture
def honour(office):
    return make_honour(office, name="Nguyễn Thị Mẫu", birth_date=date(1975, 3, 5), birth_year=1975)


def revoke(honour, actor, **said):
    said = {"version": 1, "day": date(2023, 6, 1), "basis": "QĐ 45/QĐ-UBND ngày 01/6/2023", "why": "khai man", **said}
    return revoke_honour(honour, on=TODAY, actor=actor, **said)


def counted(office):
    total = HonourTally.objects.filter(organisation=office, award=None).values_list("count", flat=True)
    return sum(total), distinct_recipients(Honour.objects.in_force().filter(organisation=office)).honours


def refused(deed, *args, **said):
    with pytest.raises(Refusal) as refusal:
        deed(*args, **said)
    return refusal.value


def test_it_leaves_the_totals_and_comes_back(honour, office, approver):
    assert counted(office) == (1, 1)
    revoke(honour, approver)
    assert counted(office) == (0, 0)
    honour.refresh_from_db()
    assert (honour.status, honour.revoked_on, honour.revocation_basis, honour.version) == (
        HonourStatus.REVOKED,
        date(2023, 6, 1),
        "QĐ 45/QĐ-UBND ngày 01/6/2023",
        2,
    )
    restore_honour(honour, version=2, why="hủy bỏ nhầm", actor=approver)
    assert counted(office) == (1, 1)
    honour.refresh_from_db()
    assert (honour.status, honour.revoked_on, honour.revocation_basis, honour.version) == ("in_force", None, "", 3)


def test_both_stand_in_the_history_and_in_the_journal(honour, approver):
    revoke(honour, approver)
    restore_honour(honour, version=2, why="hủy bỏ nhầm", actor=approver)
    back, out = HonourCorrection.objects.filter(honour=honour)
    assert (out.why, out.before["status"], out.after) == (
        "khai man",
        "in_force",
        {"status": "revoked", "revoked_on": "2023-06-01", "revocation_basis": "QĐ 45/QĐ-UBND ngày 01/6/2023"},
    )
    assert (back.why, back.before, back.after["status"]) == ("hủy bỏ nhầm", out.after, "in_force")
    verbs = AuditEntry.objects.filter(subject_id=str(honour.pk)).order_by("id").values_list("verb", "why")
    assert list(verbs) == [("awards.revoke_honour", "khai man"), ("awards.restore_honour", "hủy bỏ nhầm")]


def test_revoked_twice_is_refused_in_words(honour, approver):
    revoke(honour, approver)
    assert "01/06/2023" in str(refused(revoke, honour, approver, version=2))
    assert HonourCorrection.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"day": date(2023, 7, 11)}, "day"),
        ({"day": date(2023, 3, 14)}, "day"),
        ({"basis": "  "}, "basis"),
        ({"why": ""}, "why"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(honour, approver, wrong, field):
    assert refused(revoke, honour, approver, **wrong).field == field
    assert Honour.objects.get().status == HonourStatus.IN_FORCE


def test_a_line_corrected_meanwhile_is_looked_at_first(honour, office, approver):
    correct_honour(
        honour,
        said(name="Nguyễn Thị Mậu"),
        version=1,
        why="ghi nhầm",
        on=TODAY,
        actor=actor_for(organisation=office),
    )
    assert isinstance(refused(revoke, honour, approver), NotNewest)


def test_an_honour_in_force_is_not_restored(honour, approver):
    refused(restore_honour, honour, version=1, why="x", actor=approver)


def test_of_an_undone_list_nothing_is_restored(office, approver):
    for status in (HonourStatus.REVOKED, HonourStatus.UNDONE):
        batch = make_batch(office, make_user(), state=BatchState.UNDONE)
        honour = make_honour(office, batch=batch, batch_row=7, status=status)
        assert "danh sách" in str(refused(restore_honour, honour, version=1, why="x", actor=approver)).casefold()
        assert Honour.objects.get(pk=honour.pk).status == status


def test_what_was_entered_anew_meanwhile_is_not_doubled(office, approver):
    officer = actor_for(organisation=office)
    honour = enter_honour(office, said(), on=TODAY, actor=officer)
    revoke(honour, approver)
    enter_honour(office, said(), on=TODAY, actor=officer)
    refused(restore_honour, honour, version=2, why="x", actor=approver)
    assert counted(office) == (1, 1)


def test_only_the_offices_own_approver_revokes_and_restores(honour, office, approver):
    others = [
        actor_for(organisation=office),
        actor_for(role=Role.APPROVER),
        actor_for(organisation=office, role=Role.CENTRAL_LEADER),
    ]
    for actor in others:
        refused(revoke, honour, actor)
    revoke(honour, approver)
    for actor in others:
        refused(restore_honour, honour, version=2, why="x", actor=actor)


def test_after_a_merger_the_new_office_answers_for_what_the_old_one_gave():
    merger = date(2023, 7, 1)
    old = make_organisation(during=Period(None, merger))
    new = make_organisation(during=Period(merger, None))
    make_succession(predecessor=old, successor=new, day=merger)
    honour = enter_honour(old, said(), on=TODAY, actor=actor_for(organisation=new))
    revoke(honour, actor_for(organisation=new, role=Role.APPROVER))
    assert Honour.objects.get().status == HonourStatus.REVOKED


def test_the_journal_tells_all_deeds_in_words(client, office):
    officer = actor_for(organisation=office)
    honour = enter_honour(office, said(birth=1975), on=TODAY, actor=officer)
    correct_honour(honour, said(birth=1976), version=1, why="ghi nhầm năm sinh", on=TODAY, actor=officer)
    approver = actor_for(organisation=office, role=Role.APPROVER)
    revoke(honour, approver, version=2)
    restore_honour(honour, version=3, why="hủy bỏ nhầm", actor=approver)
    client.force_login(User.objects.get(pk=approver.user_id))
    page = client.get(reverse("desk:audit")).content.decode()
    for words in ("Thêm khen thưởng", "Sửa một khen thưởng", "Hủy bỏ một khen thưởng", "Phục hồi một khen thưởng"):
        assert words in page
    for words in ("năm thành tích: 2022", "sửa thông tin cá nhân", "Đã hủy bỏ", "01/06/2023", "ghi nhầm năm sinh"):
        assert words in page
    for code in ("individual", "in_force", "revoked", "1975", "1976", "BK_TINH"):
        assert code not in page
