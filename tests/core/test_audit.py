import os

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.db.utils import IntegrityError

from emulation.core.actions import audit
from emulation.core.actor import Actor, Role
from emulation.core.models import AuditEntry, AuditSeal, User
from emulation.core.tasks import tell_of_the_kept_seal_at_start

MACHINE = Actor.system("Thử nghiệm")


@pytest.fixture
def subject(own_database):
    return User.objects.create_user("an", "Người Thử An")


@pytest.fixture(autouse=True)
def folder_for_seals(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def told(subject, verb="change", **rest):
    with transaction.atomic():
        return audit.record(MACHINE, verb, subject, **rest)


def disarmed(statement, parameters=()):
    """As somebody who owns the database: the trigger switched off, the deed done, the trigger on again."""
    with connection.cursor() as cursor:
        for table in ("core_auditentry", "core_auditseal"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement, parameters)
        for table in ("core_auditentry", "core_auditseal"):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def test_an_entry_tells_who_what_why(subject):
    entry = told(subject, before={"name": "a"}, after={"name": "b"}, why="sửa lỗi")
    entry.refresh_from_db()
    assert (entry.actor_name, entry.verb, entry.why) == ("Thử nghiệm", "change", "sửa lỗi")
    assert (entry.subject_kind, entry.subject_id, entry.subject_name) == ("core.user", str(subject.pk), "Người Thử An")
    assert (entry.before, entry.after) == ({"name": "a"}, {"name": "b"})


def test_an_entry_outside_its_deeds_transaction_is_an_error(subject):
    with pytest.raises(RuntimeError, match="inside the transaction"):
        audit.record(MACHINE, "change", subject)


@pytest.mark.parametrize(
    ("table", "column"),
    [("core_auditentry", "why"), ("core_auditseal", "digest"), ("core_auditmention", "subject_kind")],
)
@pytest.mark.parametrize("statement", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_the_database_refuses_every_change(subject, table, column, statement):
    told(subject, tells_of=[subject])
    audit.seal()
    with pytest.raises((IntegrityError, DatabaseError), match="append-only"), connection.cursor() as cursor:
        cursor.execute(statement.format(table, column, "'x'"))


def test_the_sealer_chains_what_was_committed_and_nothing_twice(subject):
    told(subject)
    told(subject)
    entries = AuditEntry.objects.count()
    assert audit.seal() == entries
    assert audit.seal() == 0
    assert audit.verify().is_whole
    assert audit.verify().sealed == entries


def test_the_unsealed_tail_is_named(subject):
    audit.seal()
    told(subject)
    assert audit.verify().unsealed == 1


def test_a_changed_entry_breaks_the_chain_where_it_stands(subject):
    told(subject)
    forged = told(subject)
    told(subject)
    audit.seal()
    disarmed("UPDATE core_auditentry SET why = 'khác' WHERE id = %s", [forged.pk])
    assert audit.verify().broken_entry == forged.pk


def test_a_removed_place_breaks_the_chain(subject):
    told(subject)
    told(subject)
    audit.seal()
    middle = AuditSeal.objects.order_by("position").first()
    disarmed("DELETE FROM core_auditseal WHERE position = %s", [middle.position])
    assert not audit.verify().is_whole


def test_a_chain_cut_at_its_end_disagrees_with_the_seal_kept_outside(subject):
    told(subject)
    told(subject)
    audit.seal()
    disarmed("DELETE FROM core_auditseal WHERE position = (SELECT max(position) FROM core_auditseal)")
    verdict = audit.verify()
    assert verdict.broken_at is None
    assert verdict.outside is audit.Outside.NOT_HELD


def test_a_seal_that_the_chain_does_not_hold_is_kept_until_it_is_set_aside_with_a_reason(subject, capsys):
    for _time in range(2):
        told(subject)
    audit.seal()
    kept = audit.kept_seal()
    for table, key in (("core_auditseal", "position"), ("core_auditentry", "id")):
        disarmed(f"DELETE FROM {table} WHERE {key} = (SELECT max({key}) FROM {table})")
    for _time in range(2):
        told(subject)
    audit.seal()
    assert audit.kept_seal() == kept
    assert audit.verify().outside is audit.Outside.NOT_HELD
    with pytest.raises(CommandError, match="Ghi lý do"):
        call_command("audit_verify", "--set-aside", " ")
    call_command("audit_verify", "--set-aside", "Phục hồi bản sao lưu ngày 01/12")
    assert f"audit.seal.{kept[0]}-" in capsys.readouterr().out
    entry = AuditEntry.objects.get(verb="core.set_seal_aside")
    assert (entry.why, entry.before["digest"]) == ("Phục hồi bản sao lưu ngày 01/12", kept[1])
    assert audit.seal() == 1
    assert audit.verify().is_whole
    assert audit.kept_seal()[0] == AuditSeal.objects.count()
    with pytest.raises(CommandError, match="không có dấu nào"):
        call_command("audit_verify", "--set-aside", "Lần nữa")


@pytest.mark.parametrize("content", [b"", b"1", b"mot hai", b"\xff 1"], ids=["empty", "cut", "words", "no-text"])
def test_a_damaged_seal_is_told_and_set_aside_as_it_is(subject, capsys, tmp_path, content):
    told(subject)
    audit.seal()
    (tmp_path / "seal" / audit.LAST_SEAL).write_bytes(content)
    told(subject)
    assert audit.seal() == 1
    assert audit.outside() is audit.Outside.DAMAGED
    with pytest.raises(SystemExit):
        call_command("audit_verify")
    assert "cơ sở dữ liệu bị hỏng" in capsys.readouterr().out
    call_command("audit_verify", "--set-aside", "Ổ đĩa hỏng ngày 01/12")
    (aside,) = (tmp_path / "seal").glob("audit.seal.damaged-*")
    assert aside.read_bytes() == content
    assert audit.verify().is_whole


def test_a_seal_that_is_gone_is_told_and_not_made_anew(subject, capsys, tmp_path):
    assert audit.outside() is audit.Outside.HELD, "nothing was sealed yet"
    told(subject)
    audit.seal()
    (tmp_path / "seal" / audit.LAST_SEAL).unlink()
    told(subject)
    assert audit.seal() == 1
    with pytest.raises(SystemExit):
        call_command("audit_verify")
    assert "không còn nên không rõ" in capsys.readouterr().out
    call_command("audit_verify", "--set-aside", "Mất ổ đĩa ngày 01/12")
    assert "thay cho dấu bị mất" in capsys.readouterr().out
    assert AuditEntry.objects.get(verb="core.set_seal_aside").why == "Mất ổ đĩa ngày 01/12"
    assert audit.verify().is_whole


@pytest.mark.parametrize(("make", "remove"), [(os.mkdir, os.rmdir), (os.mkfifo, os.unlink)], ids=["folder", "pipe"])
def test_what_nobody_can_read_as_a_seal_is_told_until_it_is_moved_away(subject, capsys, caplog, tmp_path, make, remove):
    told(subject)
    audit.seal()
    kept = tmp_path / "seal" / audit.LAST_SEAL
    kept.unlink()
    make(kept)
    tell_of_the_kept_seal_at_start()
    assert "is unreadable" in caplog.text
    told(subject)
    assert audit.seal() == 1, "the journal goes on"
    with pytest.raises(SystemExit):
        call_command("audit_verify")
    assert "Không đọc được dấu niêm phong" in capsys.readouterr().out
    with pytest.raises(CommandError, match="Không đọc được dấu niêm phong"):
        call_command("audit_verify", "--set-aside", "Thư mục lạ")
    remove(kept)
    call_command("audit_verify", "--set-aside", "Thư mục lạ")
    assert audit.verify().is_whole


def test_to_know_whether_the_kept_seal_is_the_chains_takes_one_question(subject, django_assert_num_queries):
    told(subject)
    audit.seal()
    with django_assert_num_queries(1):
        assert audit.outside() is audit.Outside.HELD


def test_the_command_says_so_and_exits_with_one(subject, capsys):
    entry = told(subject)
    audit.seal()
    call_command("audit_verify")
    disarmed("UPDATE core_auditentry SET actor_name = 'Ai đó' WHERE id = %s", [entry.pk])
    with pytest.raises(SystemExit) as ended:
        call_command("audit_verify")
    assert ended.value.code == 1
    assert str(entry.pk) in capsys.readouterr().out


def test_who_may_read_what(subject):
    own = told(subject, organisation_id=7)
    told(subject, organisation_id=8)
    mandates = frozenset({(Role.APPROVER, 7), (Role.OFFICER, 8)})
    approver = Actor(1, "A", mandates, own=frozenset({7, 8}), approved=frozenset({7}))
    officer = Actor(2, "B", frozenset({(Role.OFFICER, 7)}), frozenset({7}))
    leader = Actor(3, "C", frozenset({(Role.CENTRAL_LEADER, 1)}))
    assert list(AuditEntry.objects.visible_to(approver)) == [own]
    assert not AuditEntry.objects.visible_to(officer).exists()
    assert AuditEntry.objects.visible_to(leader).count() == AuditEntry.objects.count()
