"""Lines that stood in the register before letters and signs were folded get the keys that a new one would."""

from datetime import date
from importlib import import_module

import pytest
from django.db import connection

from awards.models import Honour
from awards.rows.rules.decision_numbers import decision_number
from awards.rows.rules.person import person_key, recipient_key_of
from awards.rows.rules.reading import CheckedRow
from emulation.core.text import person_sort_key, search_key, squash
from tests.awards.register.make import make_honour
from tests.clusters.organisations.make import make_organisation

pytestmark = pytest.mark.django_db
BORN = date(1985, 3, 5)


@pytest.fixture
def stood():
    """stood(fields as they stood) -> the line after the migration."""
    office = make_organisation()

    def line(**fields):
        honour = make_honour(office, subject_kind="individual", birth_date=BORN, birth_year=BORN.year)
        Honour.objects.filter(pk=honour.pk).update(**{"unit": "Sở Minh Họa", "unit_key": "so minh hoa"} | fields)
        with connection.schema_editor() as editor:
            import_module("awards.migrations.0010_folded_keys").follow(None, editor)
        honour.refresh_from_db()
        return honour

    return line


@pytest.mark.parametrize(
    "written",
    [
        "11/QĐ–UBND",
        "11/Q\u00d0-UBND",
        "11 / QĐ - UBND.",
        "QĐ số 11/QĐ-UBND",
        "Quyết định số: 11/QĐ-UBND",
        "Số 11/QĐ-UBND",
    ]
    + ["11/QĐ-UBND ngày 15/3/2023", "1234", "11/qđ-ubnd", "Không số", ""],
)
def test_the_number_of_a_decision_is_written_as_a_new_one(stood, written):
    assert stood(decision_number=written).decision_number == decision_number(written)


@pytest.mark.parametrize(
    "written",
    ["\u00d0inh Minh H\u043eà", "Đinh Thị Li\u200bên", "Ngu\u0443ễn Văn \uff21n", "Ирина H\u043e\u0430"],
)
def test_a_name_with_letters_of_others_gets_its_keys_anew(stood, written):
    honour = stood(name=written, name_key="-", sort_key="-\t-", recipient_key="nbu:-|1985-03-05|so minh hoa")
    name = squash(written)
    assert (honour.name, honour.name_key, honour.sort_key) == (name, search_key(name), person_sort_key(name))
    assert honour.recipient_key == person_key(name, BORN, "so minh hoa")


@pytest.mark.parametrize("name", ["đinh thị lý", "kỳ mỹ quý", "huỳnh thúy uyên", "h\u2019hen \u2013 niê"])
def test_a_person_by_name_and_birth_follows(stood, name):
    honour = stood(name=name, recipient_key=f"nbu:{name}|1985-03-05|so ly thuy")
    assert honour.recipient_key == person_key(name, BORN, "so ly thuy")


def test_a_person_by_number_follows(stood):
    honour = stood(name_key="dinh thi ly", identity_digest="a" * 64, recipient_key="cccd:" + "a" * 64)
    row = CheckedRow(1, name="Đinh Thị Lý", name_key="dinh thi ly", identity_digest="a" * 64)
    assert honour.recipient_key == recipient_key_of(row)


def test_the_second_time_nothing_changes(stood):
    stood(decision_number="QĐ số 11/QĐ–UBND", identity_digest="a" * 64, recipient_key="cccd:" + "a" * 64)
    once = Honour.objects.values().get()
    with connection.schema_editor() as editor:
        import_module("awards.migrations.0010_folded_keys").follow(None, editor)
    assert Honour.objects.values().get() == once
