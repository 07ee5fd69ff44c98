"""The command, from a file on the disk to the register: what it takes, what it says, how it ends."""

import io
import unicodedata
import zipfile
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from awards.catalogue.rules.terms import SubjectKind, TargetGroup, Way
from awards.lists.actions import read_received, receive_list
from awards.lists.rules.terms import BatchState
from awards.models import Honour, HonourBatch, ImportRow
from awards.rows.rules.reading import GivenForList
from clusters.models import Organisation
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.models import AuditEntry
from tests.awards.lists.workbooks import ABOVE, L1, book, collective, l1_book, numbered, person
from tests.clusters.people.make import make_mandate, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(city):
    return make_mandate(user=make_user(username="thu_canbo"), organisation=city).user


@pytest.fixture
def bring(tmp_path, officer):
    """bring(workbook bytes, *options) -> (exit status, what was printed)."""

    def run(content, *options, actor="thu_canbo", name="danh-sach.xlsx"):
        path = tmp_path / name
        path.write_bytes(content)
        out = io.StringIO()
        try:
            call_command("import_honours", path, "--organisation", "92", "--actor", actor, *options, stdout=out)
        except SystemExit as end:
            return end.code, out.getvalue()
        except CommandError as error:
            return error.returncode, out.getvalue() + str(error)
        return 0, out.getvalue()

    return run


WAY = ("--way", "regular")


def test_a_list_of_layout_l1_comes_into_the_register(bring, city):
    status, said = bring(l1_book([collective("Trường Minh Họa 1"), person("Nguyễn Văn Mẫu")]), *WAY)
    assert status == 0, said
    school, teacher = Honour.objects.order_by("batch_row")
    assert (school.name, school.subject_kind, school.award.code, school.target_group) == (
        "Trường Minh Họa 1",
        SubjectKind.COLLECTIVE,
        "TTLDXS",
        "",
    )
    assert (teacher.honorific, teacher.name, teacher.award.code) == ("Ông", "Nguyễn Văn Mẫu", "CSTDCS")
    assert teacher.target_group == TargetGroup.DIRECT_WORKER
    assert (teacher.decision_number, teacher.decision_date) == ("123/QĐ-UBND", date(2023, 6, 5))
    assert (teacher.achievement_year, teacher.way) == (2022, Way.REGULAR)
    assert teacher.signer_office == "Chủ tịch UBND thành phố"
    assert (teacher.organisation, teacher.batch_row, teacher.batch.state) == (city, 5, BatchState.ACCEPTED)


def test_the_same_file_again_changes_nothing(bring):
    content = l1_book([person("Nguyễn Văn Mẫu")])
    bring(content, *WAY)
    batch = HonourBatch.objects.get()
    status, said = bring(content, *WAY, name="ten-khac.xlsx")
    assert status == 0
    assert str(batch.pk) in said
    assert HonourBatch.objects.get() == batch
    assert Honour.objects.count() == 1


def test_the_same_rows_in_another_file_are_known(bring):
    rows = [person("Nguyễn Văn Mẫu"), person("Trần Thị Mẫu"), person("Trần Thị Mẫu")]
    bring(l1_book(rows), *WAY)
    status, said = bring(l1_book(rows, catalogue=False), *WAY)
    assert status == 0, said
    assert Honour.objects.count() == 3


def test_a_third_namesake_is_new_and_to_be_looked_at(bring):
    bring(l1_book([person("Trần Thị Mẫu"), person("Trần Thị Mẫu")]), *WAY)
    status, said = bring(l1_book([person("Trần Thị Mẫu")] * 3), *WAY)
    assert status == 0
    assert Honour.objects.count() == 3
    assert said.count("Trần Thị Mẫu") == 1


def test_names_that_differ_by_an_accent_are_two_people(bring):
    bring(l1_book([person("Nguyễn Văn Tuấn")]), *WAY)
    bring(l1_book([person("Nguyễn Văn Tuân"), person("NGUYỄN VĂN TUẤN")]), *WAY)
    assert sorted(Honour.objects.values_list("name", flat=True)) == ["Nguyễn Văn Tuân", "Nguyễn Văn Tuấn"]


def test_refused_rows_stop_everything_unless_the_good_are_asked_for(bring):
    content = l1_book([person("Nguyễn Văn Mẫu"), person("Trần Thị Mẫu", award="Bằng khen vũ trụ")])
    status, said = bring(content, *WAY)
    assert status == 1
    assert "Bằng khen vũ trụ" in said
    assert not Honour.objects.exists()
    assert not HonourBatch.objects.exists()
    status, said = bring(content, *WAY, "--accept-good")
    assert status == 1
    assert Honour.objects.get().name == "Nguyễn Văn Mẫu"


def test_a_dry_run_changes_nothing_and_leaves_no_file(bring, settings):
    status, said = bring(l1_book([person("Nguyễn Văn Mẫu")]), *WAY, "--dry-run")
    assert status == 0, said
    assert not Honour.objects.exists()
    assert not HonourBatch.objects.exists()
    assert not ImportRow.objects.exists()
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_what_is_said_on_the_command_line_holds_where_the_list_is_silent(bring):
    headings = ("STT", "Họ và tên", "Đơn vị")
    content = l1_book([("Nguyễn Văn Mẫu", "Phòng Minh Họa")], above=(), headings=headings)
    status, said = bring(content, *WAY)
    assert status == 1, said
    options = ("--decision", "9/QĐ-UBND", "--date", "2023-02-01", "--award", "CSTDCS", "--year", "2022")
    status, said = bring(content, *WAY, *options, "--kind", "collective")
    assert (status, "dành cho đối tượng này: Tập thể" in said) == (1, True), said
    status, said = bring(content, *WAY, *options, "--kind", "individual")
    assert status == 0, said
    honour = Honour.objects.get()
    assert (honour.award.code, honour.subject_kind) == ("CSTDCS", SubjectKind.INDIVIDUAL)
    assert (honour.decision_number, honour.decision_date) == ("9/QĐ-UBND", date(2023, 2, 1))


NAMELESS = book({"DS": [("STT", "Vợ chồng", "Nơi ở"), (1, "Lê An và Vũ Thị Ba", "Ấp 1")]})


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (NAMELESS, "--columns=confirmed"),
        (b"", "trống"),
        (b"%PDF-1.7 gi\xe1\xba\xa3", ".xlsx"),
        (b"PK\x03\x04 hong", "tệp"),
    ],
)
def test_what_cannot_be_read_ends_with_two(bring, content, told):
    status, said = bring(content, *WAY)
    assert status == 2
    assert told in said
    assert not HonourBatch.objects.exists()


def test_a_missing_file_ends_with_two(bring, tmp_path):
    with pytest.raises(CommandError) as ended:
        call_command("import_honours", tmp_path / "khong-co.xlsx", "--organisation", "92", "--actor", "thu_canbo")
    assert ended.value.returncode == 2


def test_only_an_officer_of_the_organisation_may(bring):
    other = make_mandate(user=make_user(username="thu_khac")).user
    approver = make_mandate(
        user=make_user(username="thu_duyet"),
        organisation=Organisation.objects.coded("92", date(2023, 7, 10)).get(),
        role=Role.APPROVER,
    ).user
    for user in (other, approver):
        status, said = bring(l1_book([person("Nguyễn Văn Mẫu")]), *WAY, actor=user.username)
        assert status == 2, said
    assert not HonourBatch.objects.exists()
    assert not AuditEntry.objects.filter(subject_kind="awards.honourbatch").exists()


def test_one_entry_in_the_journal_with_counts_and_checksum(bring):
    bring(l1_book([person("Nguyễn Văn Mẫu"), collective("Trường Minh Họa 1")]), *WAY)
    entry = AuditEntry.objects.get(verb="awards.accept_list")
    assert entry.after["taken"] == 2
    assert entry.after["checksum"] == HonourBatch.objects.get().checksum


def test_formulas_decomposed_letters_and_blank_rows(bring):
    decomposed = unicodedata.normalize("NFD", "Trần Thị Hoà")
    rows = [person('=cmd|"/c calc"!A1'), ("", "", "", "", "", "", "", ""), person(f" {decomposed}\u00a0 Mẫu ")]
    lines = [*((line,) for line in ABOVE), L1, *numbered(rows)]
    lines[4] = ("",) * 9
    status, said = bring(book({"file nhận": lines}), *WAY, "--accept-good")
    assert status == 1, said
    assert "công thức" in said
    assert list(Honour.objects.values_list("name", "batch_row")) == [("Trần Thị Hoà Mẫu", 6)]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"award": "Bằng khen vũ trụ"}, "danh mục"),
        ({"day": "11/07/2023"}, "không sau hôm nay"),
        ({"day": "31/02/2023"}, "một ngày có thật"),
        ({"day": "2022"}, "đây chỉ là năm"),
        ({"name": ""}, "tên đối tượng"),
    ],
)
def test_a_bad_cell_is_told_by_row_column_and_what_to_write(bring, changed, told):
    row = {"name": "Nguyễn Văn Mẫu", "unit": "Phòng Minh Họa", "award": "CSTĐCS", "day": "05/6/2023"} | changed
    lines = [("STT", "Họ và tên", "Đơn vị", "Danh hiệu", "Ngày quyết định"), *numbered([tuple(row.values())])]
    status, said = bring(book({"A": lines}), *WAY)
    assert status == 1
    assert "Dòng 2" in said
    assert told in said
    assert not Honour.objects.exists()


def test_a_list_of_blank_rows_and_a_bomb(bring):
    assert bring(book({"A": [("STT", "Họ và tên", "Đơn vị"), ("", "", "")]}), *WAY)[0] == 2
    assert bring(book({"A": [("", "")]}), *WAY)[0] == 2
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * 40_000_000)
    status, said = bring(out.getvalue(), *WAY)
    assert status == 2
    assert "giải nén" in said


def test_tone_placement_and_capitals_make_no_new_person(bring):
    bring(l1_book([person("Trần Thị Hoà")]), *WAY)
    status, said = bring(l1_book([person("TRẦN THỊ HÒA")]), *WAY)
    assert status == 0, said
    assert Honour.objects.count() == 1


class TestAListConfirmedInTheBrowser:
    """The command takes up what waits there, where it was confirmed to stand."""

    CONTENT = l1_book([person("Nguyễn Văn Mẫu")])

    @pytest.fixture
    def waiting(self, officer, city):
        """Its columns as an earlier reading showed them."""
        actor = actor_of(officer, on=date(2023, 7, 10))
        batch = receive_list(io.BytesIO(self.CONTENT), organisation=city, file_name="danh-sach.xlsx", actor=actor)
        batch = read_received(batch.pk, actor=actor)
        batch.headings[4]["heading"] = "Cơ quan"
        batch.said_once = GivenForList(way="thematic").but(batch.said_once)
        batch.save()
        return batch

    def test_it_is_refused_where_it_reads_differently_and_waits_for_its_columns_again(self, bring, waiting):
        status, said = bring(self.CONTENT)
        assert status == 2
        for told in ("file nhận", "dòng 3", "cột E", "“Cơ quan”", "“Đơn vị công tác”"):
            assert told in said
        batch = HonourBatch.objects.get()
        assert (batch.state, batch.table.headings[4].text) == (BatchState.UPLOADED, "Đơn vị công tác")
        assert batch.said_once == waiting.said_once
        assert AuditEntry.objects.get(verb="awards.ask_again_list").why in said
        assert not Honour.objects.exists()
        assert bring(self.CONTENT)[0] == 0

    def test_a_dry_run_says_so_and_leaves_it_as_it_is(self, bring, waiting):
        status, said = bring(self.CONTENT, "--dry-run")
        assert (status, "“Cơ quan”" in said) == (2, True)
        assert HonourBatch.objects.get().headings == waiting.headings


def test_the_sum_of_the_file_and_what_is_left_out_are_printed(bring):
    rows = [person("Nguyễn Văn Mẫu"), person("Trần Thị Mẫu", award="lạ")]
    status, said = bring(l1_book(rows), "--dry-run")
    assert status == 1
    assert "Tệp có 8 dòng: 2 dòng khen thưởng và 6 dòng không lấy." in said
    assert "2 lượt khen thưởng: 0 nhận được; 0 đã có trong sổ; 2 bị từ chối." in said
    assert "Trang tính “Danh mục”, dòng 1–3: không lấy 3 dòng, trang tính không có danh sách" in said
    assert "Có 2 dòng không ghi phương thức khen thưởng." in said
    assert "--way regular" in said
    assert said.count("phương thức khen thưởng; hãy ghi") <= 1, "two rows that lack the same are one line"


def test_columns_that_are_not_read_are_named(bring):
    heads = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu", "Ghi chú", "")
    rows = [(1, "Nguyễn Văn Mẫu", "Sở Thử", "Chiến sĩ thi đua cơ sở", "xem sau", "phụ lục 2")]
    said = bring(book({"DS": [heads, *rows]}), *WAY, "--date", "2023-03-01", "--dry-run")[1]
    assert "Trang tính “DS”: Cột “Ghi chú” không được đọc; trong cột có “xem sau”" in said
    assert "Cột “Cột F, không có tiêu đề” không được đọc; trong cột có “phụ lục 2”" in said
    assert "“STT”" not in said
