"""`manage.py merge_organisations`: done, refused with a sentence, wrong use; a dry run; all that is recorded."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from clusters.models import Mandate, Merger, Organisation
from emulation.core.actor import Role
from emulation.core.models import AuditEntry
from tests.clusters.membership.make import make_membership
from tests.clusters.mergers.make import BASIS, Merging
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate

pytestmark = pytest.mark.django_db
DAY = date(2027, 1, 1)


@pytest.fixture
def merging():
    return Merging(DAY)


@pytest.fixture
def username():
    board = make_organisation(kind="central_board")
    return make_mandate(organisation=board, role=Role.SYSTEM_ADMINISTRATOR).user.username


def run(username, **given):
    out = StringIO()
    call_command("merge_organisations", day=DAY, actor=username, stdout=out, **given)
    return out.getvalue()


def one(**more):
    return {"basis": BASIS, "predecessor": ["C1", "C2"], "successor": "M1"} | more


def status(username, **given):
    with pytest.raises(CommandError) as refused:
        run(username, **given)
    return refused.value.returncode, str(refused.value)


def test_one_merger_is_told_and_done(merging, username):
    seat = make_membership(organisation=merging.one)
    mandate = make_mandate(organisation=merging.two)
    said = run(username, **one())
    assert "Tỉnh Cũ Hai (đến năm 2026), Tỉnh Cũ Một (đến năm 2026) → Tỉnh Mới (từ năm 2027)" in said
    assert str(seat.cluster) in said
    assert mandate.user.full_name in said
    assert "Số lần sáp nhập đã thực hiện: 1" in said
    assert Merger.objects.get().legal_basis == BASIS


def test_a_dry_run_says_so_and_leaves_nothing(merging, username):
    make_mandate(organisation=merging.two)
    said = run(username, **one(dry_run=True))
    assert "chạy thử" in said
    assert not Merger.objects.exists()
    assert not Mandate.objects.filter(organisation=merging.successor).exists()
    assert not AuditEntry.objects.filter(verb="clusters.merge_organisations").exists()


def test_a_refusal_is_status_one_with_its_sentence(merging, username):
    run(username, **one())
    code, sentence = status(username, **one())
    assert code == 1
    assert "không thực hiện hai lần" in sentence


def test_who_may_not_is_refused(merging):
    officer = make_mandate(organisation=merging.one).user.username
    code, sentence = status(officer, **one())
    assert code == 1
    assert "quản trị" in sentence


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"predecessor": []}, "--predecessor"),
        ({"basis": " "}, "--basis"),
        ({"successor": None}, "--successor"),
        ({"predecessor": ["C1", "XX"]}, "Không có cơ quan nào mang mã XX vào ngày 31/12/2026"),
        ({"successor": "XX"}, "Không có cơ quan nào mang mã XX vào ngày 01/01/2027"),
        ({"successor": "N1", "successor_name": "Tỉnh Vừa Lập"}, "--successor-kind"),
        ({"recorded": True}, "--recorded"),
    ],
)
def test_wrong_use_is_status_two(merging, username, given, sentence):
    code, said = status(username, **one(**given))
    assert code == 2
    assert sentence in said
    assert not Merger.objects.exists()


def test_an_unknown_account_is_wrong_use(merging):
    assert status("không-có-ai", **one())[0] == 2


def test_a_new_successor_bears_a_code_that_was_the_predecessors(merging, username):
    run(username, **one(successor="C1", successor_name="Tỉnh Vừa Lập", successor_kind="province"))
    assert Organisation.objects.coded("C1", DAY).get().name == "Tỉnh Vừa Lập"


def test_all_recorded_of_a_day_then_none_is_left(merging, username):
    merging.record()
    said = run(username, recorded=True)
    assert "Tỉnh Mới (từ năm 2027)" in said
    assert Merger.objects.get().legal_basis == BASIS
    code, sentence = status(username, recorded=True)
    assert code == 1
    assert "Không có lần sáp nhập nào" in sentence
