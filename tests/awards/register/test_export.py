"""What leaves the register as a file: exactly what is filtered, harmless to open, whole or not at all."""

import csv
import io
import resource
import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.urls import reverse
from python_calamine import CalamineWorkbook

from awards.catalogue.rules.terms import Way
from awards.models import Honour, RegisterExport
from awards.register.actions.exports.sheets import without_formula
from awards.register.rules.register import RegisterFilter
from awards.register.rules.terms import HonourStatus
from awards.tasks import export_register
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actions import jobs
from emulation.core.actor import Role
from emulation.core.jobs import LeaseLost
from emulation.core.models import AuditEntry, Job, JobState
from emulation.core.period import Period
from tests.awards.register.make import make_award, make_honour, make_honours
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user

pytestmark = pytest.mark.usefixtures("own_database")
HEADINGS = 3


@pytest.fixture
def office():
    return make_organisation(name="Tỉnh Thử")


@pytest.fixture
def officer(client, office):
    return person_of(client, office)


def person_of(client, organisation):
    user = make_user()
    make_mandate(user=user, organisation=organisation, role=Role.OFFICER)
    client.force_login(user)
    return user


def ask(client, form="csv", loc=""):
    answer = client.post(reverse("awards:export"), {"format": form, "loc": loc})
    assert answer.url == reverse("awards:exports")
    return RegisterExport.objects.latest("id")


def made(client, form="csv", loc=""):
    export = ask(client, form, loc)
    jobs.run(export.job_id)
    return RegisterExport.objects.select_related("job").get(pk=export.pk)


def downloaded(client, export):
    return b"".join(client.get(reverse("awards:export-file", args=[export.pk])).streaming_content)


def csv_rows(content):
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def xlsx_rows(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]


def files_kept():
    return {path for path in Path(settings.MEDIA_ROOT, "exports").rglob("*") if path.is_file()}


def shown(client, loc=""):
    """The names on all the pages of the register, in order."""
    walked, cursor = [], ""
    while cursor is not None:
        page = client.get(f"{reverse('awards:register')}?{loc}&trang={cursor}")
        walked += [row["honour"].name for row in page.context["rows"]]
        cursor = page.context["page"].following
    return walked


@pytest.mark.parametrize("loc", ["", "phuong-thuc=unscheduled", "tim=mau&xep=ten", "tu=02/03/2023&den=04/03/2023"])
@pytest.mark.parametrize(("form", "read"), [("csv", csv_rows), ("xlsx", xlsx_rows)])
def test_the_file_holds_what_all_pages_of_the_register_show(client, office, officer, form, read, loc):
    award = make_award()
    for number in range(5):
        day = date(2023, 3, 1 + number)
        make_honours(office, 13, award=award, decision_date=day, way=Way.REGULAR if number % 2 else Way.UNSCHEDULED)
    make_honour(office, award=award, status=HonourStatus.REVOKED)
    expected = shown(client, loc)
    assert len(expected) > 10
    export = made(client, form, f"{loc}&trang=x")
    rows = read(downloaded(client, export))
    assert [row[1] for row in rows[HEADINGS:]] == expected
    assert [int(row[0]) for row in rows[HEADINGS:]] == list(range(1, len(expected) + 1))
    assert export.rows == export.job.done == len(expected)
    assert export.sentence in rows[0][0]


def test_days_are_days_and_years_are_numbers_in_xlsx(client, office, officer):
    make_honour(office, decision_date=date(2023, 12, 5), decision_number="0012")
    row = xlsx_rows(downloaded(client, made(client, "xlsx")))[HEADINGS]
    assert date(2023, 12, 5) in row
    assert 2022 in row
    assert "0012" in row


EVIL = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "=1+1"]


@pytest.mark.parametrize("name", EVIL)
def test_no_cell_can_act_as_a_formula(client, office, officer, name):
    make_honour(office, name=name, unit=name, position=name)
    row = csv_rows(downloaded(client, made(client)))[HEADINGS]
    assert [row[1], row[3], row[4]] == [f"'{name}"] * 3
    content = downloaded(client, made(client, "xlsx"))
    assert xlsx_rows(content)[HEADINGS][1].strip() == name.strip()
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet


def test_a_filter_in_the_sentence_is_no_formula_either(client, office, officer):
    assert without_formula("=1") == "'=1"
    assert without_formula("Nguyễn Thử An") == "Nguyễn Thử An"
    rows = csv_rows(downloaded(client, made(client, "csv", "tim=%3D1%2B1")))
    assert not rows[0][0].startswith("=")


def test_nothing_personal_leaves_with_the_file(client, office, officer):
    make_honour(office, birth_date=date(1975, 3, 5), birth_year=1975, identity_digest="d" * 64, identity_tail="6789")
    for form, read in (("csv", csv_rows), ("xlsx", xlsx_rows)):
        told = " ".join(str(cell) for row in read(downloaded(client, made(client, form))) for cell in row)
        assert not [personal for personal in ("1975", "6789", "dddd") if personal in told]


def test_asked_twice_is_one_export_until_it_is_made(client, office, officer):
    make_honour(office)
    first = ask(client, loc="tim=mau")
    assert ask(client, loc="tim=mau") == first
    assert ask(client, form="xlsx", loc="tim=mau") != first
    assert ask(client, loc="tim=khac") != first
    jobs.run(first.job_id)
    again = made(client, loc="tim=mau")
    assert again != first
    assert downloaded(client, first) != b""


def test_the_export_is_told_in_the_journal(client, office, officer):
    make_honours(office, 3)
    export = made(client)
    told = AuditEntry.objects.get(verb="awards.export_register")
    assert (told.actor_id, told.subject_id, told.organisation_id) == (officer.pk, str(export.pk), office.pk)
    assert told.after["rows"] == 3
    assert told.after["checksum"] == export.checksum


def test_what_others_asked_for_is_not_there(client, office, officer):
    make_honour(office)
    export = made(client)
    person_of(client, office)
    assert client.get(reverse("awards:export-file", args=[export.pk])).status_code == 404
    assert client.get(reverse("awards:exports")).context["page"].rows == []
    client.force_login(make_user())
    assert client.post(reverse("awards:export"), {"format": "csv"}).status_code == 404


def test_what_only_the_own_office_sees_is_not_exported(client, office, officer):
    make_honour(office, status=HonourStatus.UNDONE)
    assert made(client).rows == 0


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_full_disk_is_told_and_nothing_half_written_is_offered(client, office, officer, form):
    make_honours(office, 3000, award=make_award())
    before = files_kept()
    export = ask(client, form)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        jobs.run(export.job_id)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    export = RegisterExport.objects.select_related("job").get(pk=export.pk)
    assert export.job.state == JobState.FAILED
    assert not export.file
    assert files_kept() == before
    page = client.get(reverse("awards:exports")).content.decode()
    assert export.job.reason in page
    assert reverse("awards:export-file", args=[export.pk]) not in page
    assert client.get(reverse("awards:export-file", args=[export.pk])).status_code == 404
    assert made(client, form).file


@pytest.mark.parametrize(
    ("befall", "sentence"),
    [
        (Path.unlink, "không còn trên máy chủ"),
        (lambda path: path.write_text("khác"), "không còn nguyên như khi lưu"),
    ],
)
def test_a_file_that_is_gone_or_damaged_is_said_in_words(client, office, officer, befall, sentence):
    make_honour(office)
    export = made(client)
    befall(Path(export.file.path))
    answer = client.get(reverse("awards:export-file", args=[export.pk]), follow=True)
    assert answer.redirect_chain == [(reverse("awards:exports"), 302)]
    assert sentence in answer.content.decode()


def test_cancelled_in_the_middle_leaves_nothing_and_offers_nothing(client, office, officer):
    make_honour(office)
    before = files_kept()
    export = ask(client)
    taken = jobs.take(export.job_id)
    jobs.cancel(Job.objects.get(pk=export.job_id), actor=actor_of(officer, on=clock.today()))
    with pytest.raises(LeaseLost):
        export_register(taken)
    taken.close()
    assert not RegisterExport.objects.get(pk=export.pk).file
    assert files_kept() == before


def test_without_a_mandate_any_more_nothing_is_made(client, office, officer):
    make_honour(office)
    export = ask(client)
    officer.mandates.all().delete()
    jobs.run(export.job_id)
    assert Job.objects.get(pk=export.job_id).state == JobState.FAILED
    assert not RegisterExport.objects.get(pk=export.pk).file


def test_a_filter_that_cannot_be_read_gives_no_file(client, office, officer):
    answer = client.post(reverse("awards:export"), {"format": "csv", "loc": "tu=31/02/2023"})
    assert answer.url.startswith(reverse("awards:register"))
    assert not RegisterExport.objects.exists()
    assert client.post(reverse("awards:export"), {"format": "exe"}).url == reverse("awards:register")


def test_queries_do_not_grow_with_the_rows(client, office, officer):
    award = make_award()
    make_honours(office, 2, award=award)
    connections["default"].force_debug_cursor = True

    def asked():
        export = ask(client)
        connections["default"].queries_log.clear()
        jobs.run(export.job_id)
        return len(connections["default"].queries)

    few = asked()
    make_honours(office, 300, award=award)
    assert asked() == few
    connections["default"].force_debug_cursor = False


def test_a_question_is_the_same_after_it_waited():
    asked = RegisterFilter(name_key="an", organisation=3, way="regular", period=Period(date(2023, 1, 1), None))
    assert RegisterFilter.from_json(asked.as_json()) == asked
    assert Honour.objects.count() == 0
