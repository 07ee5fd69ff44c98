from emulation.core.access import TABLE, Door, Relation, allows
from emulation.core.actor import Actor, Role

OFFICER = Actor(user_id=1, name="A", mandates=frozenset({(Role.OFFICER, 7)}), own=frozenset({7, 3}))


def test_nobody_has_no_scope():
    nobody = Actor.nobody()
    assert not nobody.has_scope
    assert nobody.own == nobody.headed == nobody.joined == frozenset()


def test_a_role_is_held_somewhere_or_in_one_place():
    assert OFFICER.has(Role.OFFICER)
    assert OFFICER.has(Role.OFFICER, 7)
    assert not OFFICER.has(Role.OFFICER, 3)
    assert not OFFICER.has(Role.APPROVER)


def test_the_machine_acts_under_its_name_and_sees_nothing():
    machine = Actor.system("Reference data")
    assert machine.name == "Reference data"
    assert not machine.has_scope


def test_what_is_in_no_row_of_the_table_is_for_nobody():
    assert not allows(frozenset(Relation), Door("unheard_of"))
    assert not allows(frozenset(), Door("honour"))


def test_only_its_own_office_reads_a_draft_list():
    readers = {relation for relation in Relation if allows({relation}, Door("honour_batch"))}
    assert readers == {Relation.OWN, Relation.OWN_OFFICER, Relation.OWN_APPROVER}


def test_whoever_may_write_may_read():
    assert all("read" in deeds for row in TABLE.values() for deeds in row.values() if "write" in deeds)
