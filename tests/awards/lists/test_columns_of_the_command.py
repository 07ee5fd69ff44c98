"""Columns that the office confirmed in the browser are proposed by the command and never silently used."""

import functools
import io

import pytest
from django.core.management import CommandError, call_command

from awards.models import Honour, HonourBatch
from tests.awards.lists.clients import confirmed, send
from tests.awards.lists.workbooks import l1_book, person
from tests.clusters.people.make import make_mandate, make_user

pytestmark = pytest.mark.usefixtures("own_database")
UNIT = 4
list_of = functools.cache(lambda name: l1_book([person(name)]))


@pytest.fixture
def sent(tmp_path, city):
    """sent(name of the only row, *options) -> (exit status, what was printed, by the command)."""
    make_mandate(user=make_user(username="thu_canbo"), organisation=city)

    def run(name, *options):
        path = tmp_path / "danh-sach.xlsx"
        path.write_bytes(list_of(name))
        out = io.StringIO()
        order = ("import_honours", path, "--organisation", "92", "--actor", "thu_canbo", "--way", "regular", *options)
        try:
            call_command(*order, stdout=out)
        except CommandError as error:
            return error.returncode, out.getvalue() + str(error)
        return 0, out.getvalue()

    return run


@pytest.fixture
def unit_not_read(own_database, officer):
    """The office said in the browser that the column of the unit is not read."""
    send(officer, list_of("Nguyễn Văn Mẫu"))
    confirmed(officer, HonourBatch.objects.get(), **{f"column_{UNIT}": ""})
    return HonourBatch.objects.get()


@pytest.mark.usefixtures("unit_not_read")
def test_they_are_proposed_and_nothing_is_done(sent):
    status, said = sent("Lê Mẫu")
    assert status == 2
    assert "“Đơn vị công tác”: đã xác nhận là “Không đọc”, đọc được là “Đơn vị công tác”" in said
    assert not Honour.objects.exists()


@pytest.mark.usefixtures("unit_not_read")
def test_a_person_chooses_what_was_confirmed(sent):
    assert sent("Lê Mẫu", "--columns", "confirmed")[0] == 0
    assert Honour.objects.get().unit == ""


@pytest.mark.usefixtures("unit_not_read")
def test_a_person_chooses_what_is_read_and_the_memory_stays(sent):
    assert sent("Lê Mẫu", "--columns", "read")[0] == 0
    assert Honour.objects.get().unit == "Trường Tiểu học Minh Họa 1"
    assert sent("Hồ Mẫu")[0] == 2


def test_the_list_that_somebody_works_on_is_no_other(sent, unit_not_read):
    status, said = sent("Nguyễn Văn Mẫu")
    assert (status, "“Không đọc”" in said) == (2, True)
    assert sent("Nguyễn Văn Mẫu", "--columns", "read")[0] == 0
    assert Honour.objects.get().batch == unit_not_read


def test_columns_that_nobody_saw_are_not_remembered(sent, officer):
    assert sent("Lê Mẫu")[0] == 0
    send(officer, list_of("Hồ Mẫu"))
    assert HonourBatch.objects.first().columns_kept_at is None
