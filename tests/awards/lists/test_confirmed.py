"""What a person confirmed of a file is what the check reads; where the file reads otherwise now, it asks again."""

import io

import pytest
import xlsxwriter

from awards.lists.actions import check_list
from awards.lists.actions.ask_again import ask_again
from awards.lists.intake.confirmed import ReadsDifferently
from awards.lists.rules.table import ListHeading, ListTable
from awards.lists.rules.terms import BatchState
from awards.models import HonourBatch, ImportRow
from awards.rows.rules.fields import Meanings
from clusters.people.models.scope import actor_of
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from tests.awards.lists.clients import DAY, at, confirmed, send
from tests.awards.lists.workbooks import book, l1_book, person

pytestmark = pytest.mark.usefixtures("own_database")
UNIT = 4
GUESSED = [
    ("STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Danh hiệu thi đua", "Ghi chú"),
    (1, "Nguyễn Văn Mẫu", "Giáo viên", "Trường Minh Họa", "Lao động tiên tiến", ""),
]
BY_HAND = [
    ("BỔ SUNG", "", "", ""),
    ("Số thứ tự", "Ghi chú", "Danh hiệu", ""),
    ("STT", "Người được khen", "Nơi ở", "Khen về"),
    (1, "Trần Thị Mẫu", "Phường Minh Họa", "Lao động tiên tiến"),
]

MERGED = [(1, "Nguyễn Văn Mẫu", "Lao động tiên tiến"), (2, "Trần Thị Mẫu", "Lao động tiên tiến")]


def only() -> HonourBatch:
    return HonourBatch.objects.get()


def confirmed_at(table: ListTable) -> HonourBatch:
    """As an earlier reading of the same file had shown it."""
    batch = only()
    batch.table = table
    batch.save()
    return batch


def headed(*texts: str) -> tuple[ListHeading, ...]:
    return tuple(ListHeading(place, text) for place, text in enumerate(texts))


def with_another_heading(batch: HonourBatch, place: int, text: str) -> HonourBatch:
    batch.headings = [column | ({"heading": text} if column["place"] == place else {}) for column in batch.headings]
    batch.save()
    return batch


def test_the_list_is_read_where_it_was_confirmed_not_where_it_would_be_guessed(officer):
    send(officer, book({"Danh sách": GUESSED, "Bổ sung": BY_HAND}))
    assert (only().sheet, only().header_row) == ("Danh sách", 1)
    table = ListTable("Bổ sung", 3, headed(*BY_HAND[2]), Meanings({1: "name", 2: "unit", 3: "award"}))
    batch = confirmed_at(table)
    confirmed(officer, batch, decision_date="05/06/2023")
    batch.refresh_from_db()
    assert (batch.state, batch.table) == (BatchState.CHECKED, table)
    row = ImportRow.objects.get()
    assert (row.row, row.name, row.unit, row.award.code) == (4, "Trần Thị Mẫu", "Phường Minh Họa", "LDTT")


def test_merged_cells_are_told_for_the_columns_that_were_confirmed(officer):
    """“Nơi ở” is merged over both rows; a person says that it is the unit, which no guess does."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        sheet = workbook.add_worksheet()
        for row, cells in enumerate([("STT", "Họ và tên", "Danh hiệu", "Nơi ở"), *MERGED]):
            sheet.write_row(row, 0, cells)
        sheet.merge_range(1, 3, 2, 3, "Phường Minh Họa", workbook.add_format())
    send(officer, out.getvalue())
    assert "3" not in only().mapping
    confirmed(officer, only(), column_3="unit", decision_date="05/06/2023")
    assert list(ImportRow.objects.values_list("unit", flat=True)) == ["Phường Minh Họa"] * 2


def test_a_heading_that_reads_differently_is_said_and_the_columns_are_asked_again(officer):
    send(officer, l1_book([person("Nguyễn Văn Mẫu"), person("Trần Thị Mẫu")]))
    batch = with_another_heading(only(), UNIT, "Cơ quan")
    confirmed(officer, batch, column_3="", decision_number="9/QĐ-UBND")
    batch.refresh_from_db()
    assert (batch.state, batch.good, ImportRow.objects.count()) == (BatchState.UPLOADED, 0, 0)
    assert batch.table.headings[UNIT].text == "Đơn vị công tác"
    assert batch.table.text_above("position") == "", "the person said that this column is not read"
    assert batch.table.text_above("unit") == "Đơn vị công tác", "a new heading is guessed"
    assert (batch.said_once.way, batch.said_once.decision_number) == ("regular", "9/QĐ-UBND")
    page = officer.get(at("batch-columns", batch)).content.decode()
    for told in ("file nhận", "dòng 3", "cột E", "“Cơ quan”", "“Đơn vị công tác”", "xác nhận lại"):
        assert told in page
    assert 'value="9/QĐ-UBND"' in page
    entry = AuditEntry.objects.get(verb="awards.ask_again_list")
    assert (entry.before["state"], entry.after["state"]) == (BatchState.UPLOADED, BatchState.UPLOADED)
    assert entry.why == batch.job.reason
    confirmed(officer, batch)
    batch.refresh_from_db()
    assert (batch.state, batch.good) == (BatchState.CHECKED, 2)


@pytest.mark.parametrize(
    ("elsewhere", "told"),
    [
        ({"sheet": "Trang cũ"}, "trang tính “Trang cũ”, dòng 3"),
        ({"header_row": 900}, "dòng 900"),
        ({"header_row": 1}, "dòng 1"),
    ],
)
def test_a_sheet_or_row_without_headings_is_said_and_the_columns_are_asked_again(officer, elsewhere, told):
    send(officer, l1_book([person("Nguyễn Văn Mẫu")]))
    read = only().table
    HonourBatch.objects.update(**elsewhere)
    confirmed(officer, only())
    batch = only()
    assert (batch.state, batch.table) == (BatchState.UPLOADED, read)
    assert told in officer.get(at("batch-columns", batch)).content.decode()


def test_letters_that_are_read_differently_are_a_difference_too(officer):
    send(officer, l1_book([person("Nguyễn Văn Mẫu")]))
    batch = only()
    batch.headings[UNIT]["letters"] = "tcvn3"
    batch.save()
    confirmed(officer, batch)
    assert "“Đơn vị công tác” (TCVN3 (.VnTime))" in officer.get(at("batch-columns", batch)).content.decode()


def test_a_dry_run_of_the_earlier_reading_no_longer_counts(officer):
    send(officer, l1_book([person("Nguyễn Văn Mẫu"), person("Trần Thị Mẫu", award="Bằng khen vũ trụ")]))
    confirmed(officer, only())
    batch = with_another_heading(only(), UNIT, "Cơ quan")
    assert (batch.state, batch.good, batch.refused) == (BatchState.CHECKED, 1, 1)
    with pytest.raises(ReadsDifferently):
        check_list(batch.pk, actor=actor_of(batch.created_by, on=DAY), on=DAY)
    batch.refresh_from_db()
    assert (batch.state, batch.good, batch.refused, batch.counts) == (BatchState.UPLOADED, 0, 0, {})
    assert not batch.refused_file
    assert not batch.rows.exists()
    assert not batch.problems.exists()


def test_columns_that_were_confirmed_anew_meanwhile_stay(officer):
    send(officer, l1_book([person("Nguyễn Văn Mẫu")]))
    seen = with_another_heading(only(), UNIT, "Cơ quan")
    with_another_heading(only(), UNIT, "Đơn vị công tác")
    with pytest.raises(Refusal, match="bị đổi trong khi kiểm tra"):
        ask_again(seen, why="đọc khác", actor=actor_of(seen.created_by, on=DAY))
    assert only().table.headings[UNIT].text == "Đơn vị công tác"
