"""What became of every row: hidden, crossed out, on other sheets, in several tables; problems gathered; births compared."""

import io
from datetime import date

import pytest
import xlsxwriter

from awards.lists.actions.check import confirm_columns
from awards.models import HonourBatch
from awards.rows.rules.reading import GivenForList
from clusters.people.models.scope import actor_of
from tests.awards.lists.clients import DAY, at, confirmed, send
from tests.awards.lists.dry_runs import account_of, dry_run, left_out, read_names
from tests.awards.lists.old_books import ods_book, xls_book
from tests.awards.lists.workbooks import book, l1_book, person

HEADINGS = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu")
FIGHTER = "Chiến sĩ thi đua cơ sở"
DECIDED = GivenForList(way="regular", decision_date=date(2023, 3, 1), subject_kind="individual")


def row(number, name="Nguyễn Văn Mẫu", award=FIGHTER):
    return (number, name, "Sở Minh Họa", award)


@pytest.mark.django_db
class TestEveryRowIsAccountedFor:
    def test_hidden_and_crossed_out_rows_and_hidden_sheets_are_left_out_by_name(self, city):
        out = io.BytesIO()
        with xlsxwriter.Workbook(out) as workbook:
            struck = workbook.add_format({"font_strikeout": True})
            sheet = workbook.add_worksheet("DS")
            for number, cells in enumerate([HEADINGS, row(1), row(2), row(3, "Trần Thị Thử"), row(4, "Lê Thử")]):
                sheet.write_row(number, 0, cells, struck if number == 3 else None)
            sheet.set_row(2, None, None, {"hidden": True})
            sheet.write(4, 3, FIGHTER, struck)
            other = workbook.add_worksheet("Nháp")
            other.write_row(0, 0, HEADINGS)
            other.write_row(1, 0, row(1, "Phạm Thử"))
            other.hide()
        batch = dry_run(out.getvalue(), city, given=DECIDED)
        assert read_names(batch) == ["Nguyễn Văn Mẫu", "Lê Thử"], "a cell crossed out is no row crossed out"
        assert left_out(batch) == [
            ("Nháp", "hidden_sheet", "1–2"),
            ("DS", "heading", "1"),
            ("DS", "hidden", "3"),
            ("DS", "struck", "4"),
        ]
        account = account_of(batch)
        assert account.held == account.honour_rows + account.left_out == 7

    @pytest.mark.parametrize("old_book", [ods_book, xls_book])
    def test_hidden_rows_of_other_workbooks(self, city, old_book):
        content = old_book([HEADINGS, row("1"), row("2", "Trần Thị Thử")], hidden=(2,))
        batch = dry_run(content, city, given=DECIDED, name="ds")
        assert read_names(batch) == ["Nguyễn Văn Mẫu"]
        assert [(why, rows) for _sheet, why, rows in left_out(batch)] == [("heading", "1"), ("hidden", "3")]

    @pytest.mark.parametrize("old_book", [ods_book, xls_book])
    def test_hidden_columns_of_other_workbooks(self, city, old_book):
        batch = dry_run(old_book([HEADINGS, row("1")], hidden_columns=(2,)), city, given=DECIDED, name="ds")
        told = batch.problems.exclude(code="looks_unread").values_list("code", "column", "seen")
        assert list(told) == [("hidden_column_read", "Đơn vị", "cột C")]

    def test_a_person_with_an_award_beneath_the_signatures_is_an_honour(self, city):
        rows = [
            HEADINGS,
            row(1),
            ("", "Người lập biểu", "", "GIÁM ĐỐC"),
            ("", "Kế toán trưởng", "Sở Minh Họa", ""),
            ("", "Lê Văn Ký", "", "Đỗ Thị Ký"),
            ("", "Trần Thị Sót", "", FIGHTER),
            ("", "Hồ Thị Mẫu", "Sở Minh Họa", ""),
        ]
        batch = dry_run(book({"DS": rows}), city, given=DECIDED)
        assert read_names(batch) == ["Nguyễn Văn Mẫu", "Trần Thị Sót", "Hồ Thị Mẫu"]
        assert ("DS", "signature", "3–5") in left_out(batch)

    def test_a_collective_with_its_unit_beneath_the_signatures_is_an_honour(self, city):
        rows = [
            HEADINGS,
            row(1, "Trường Minh Họa"),
            ("", "Nơi nhận:", "", "GIÁM ĐỐC"),
            ("", "Sở Nội vụ;", "UBND tỉnh (báo cáo);", ""),
            ("", "PHÒNG NỘI VỤ", "SỞ MINH HỌA", ""),
            ("", "Lưu: VT", "Đỗ Thị Ký", ""),
            ("", "Phòng Tổng hợp", "Sở Minh Họa", ""),
        ]
        batch = dry_run(book({"DS": rows}), city, given=DECIDED)
        assert read_names(batch) == ["Trường Minh Họa", "Phòng Tổng hợp"]
        assert ("DS", "signature", "3–6") in left_out(batch)

    def test_notes_and_signatures_beneath_the_rows(self, city):
        beneath = [
            ("", "Ghi chú: danh sách đã niêm yết", "", ""),
            (),
            ("", "Nơi nhận:", "", "CHỦ TỊCH"),
            ("", "- Như trên;", "", "(Đã ký)"),
            ("", "- Lưu: VT", "", "Phạm Văn Ký"),
        ]
        batch = dry_run(book({"DS": [HEADINGS, row(1), *beneath]}), city, given=DECIDED)
        assert (batch.good, batch.refused) == (1, 0)
        assert left_out(batch)[1:] == [("DS", "note", "3"), ("DS", "signature", "5–7")]

    def test_each_table_with_its_own_title(self, city):
        first = [
            ("DANH SÁCH ĐƯỢC TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH",),
            ("(Kèm theo Quyết định số 1/QĐ-UBND ngày 01/3/2023)",),
            ("TT", "Họ và tên", "Đơn vị"),
            (1, "Nguyễn Văn Mẫu", "Sở Minh Họa"),
        ]
        second = [
            ("DANH SÁCH TẬP THỂ LAO ĐỘNG XUẤT SẮC",),
            ("(Kèm theo Quyết định số 2/QĐ-UBND ngày 02/3/2023)",),
            ("TT", "Tên tập thể", "Ghi chú", "Cơ quan"),
            (1, "Phòng Tổng hợp", "", "Sở Thử"),
        ]
        third = [("DANH SÁCH LAO ĐỘNG TIÊN TIẾN",), ("TT", "Họ và tên", "Đơn vị"), (1, "Lê Thị Thử", "Sở Thử")]
        third.insert(1, ("(Kèm theo Quyết định số 3/QĐ-UBND ngày 03/3/2023)",))
        content = book({"Tháng 3": [*first, (), *second], "Bổ sung": third})
        batch = dry_run(content, city, given=GivenForList(way="regular"))
        told = [
            (one.sheet, one.row, one.name, one.award.code, one.decision_number, one.subject_kind)
            for one in batch.rows.order_by("id").select_related("award")
            if one.state == "good"
        ]
        assert told == [
            ("Tháng 3", 4, "Nguyễn Văn Mẫu", "BK_TINH", "1/QĐ-UBND", "individual"),
            ("Tháng 3", 9, "Phòng Tổng hợp", "TTLDXS", "2/QĐ-UBND", "collective"),
            ("Bổ sung", 4, "Lê Thị Thử", "LDTT", "3/QĐ-UBND", "individual"),
        ]
        assert not batch.problems.filter(refuses=True).exists()
        assert account_of(batch).held == 12

    def test_the_lists_name_printed_again_on_a_later_page_ends_no_section(self, city):
        rows = [("I", "CÁ NHÂN", "", ""), row(1), ("DANH SÁCH KHEN THƯỞNG (tiếp theo)",), HEADINGS, row(2, "Lê Thử")]
        content = book({"DS": [("DANH SÁCH KHEN THƯỞNG",), HEADINGS, *rows]})
        given = GivenForList(way="regular", decision_date=date(2023, 3, 1))
        batch = dry_run(content, city, given=given)
        assert (batch.good, len(batch.tables), set(batch.rows.values_list("unit", flat=True))) == (
            2,
            1,
            {"Sở Minh Họa"},
        )
        assert ("DS", "title", "1, 5") in left_out(batch)


@pytest.mark.django_db
class TestProblemsAreGathered:
    def test_one_problem_of_a_thousand_rows_is_one_line(self, city):
        rows = [row(number, f"Nguyễn Văn {chr(65 + number % 26)}{chr(65 + number // 26)}") for number in range(1000)]
        batch = dry_run(book({"DS": [HEADINGS, *rows]}), city, given=GivenForList(decision_date=date(2023, 3, 1)))
        (line,) = batch.problems.all()
        assert (line.code, line.rows, line.times, batch.refused) == ("way_missing", "2–1001", 1000, 1000)

    def test_many_different_things_seen_in_one_column_are_one_line_too(self, city):
        headings = (*HEADINGS, "Ngày quyết định")
        rows = [(*row(number, f"Lê {chr(65 + number)}"), f"{number}/13/2023") for number in range(1, 26)]
        batch = dry_run(book({"DS": [headings, *rows]}), city, given=DECIDED)
        (line,) = batch.problems.filter(refuses=True)
        assert (line.rows, line.times, line.seen) == ("2–26", 25, "1/13/2023; 2/13/2023; 3/13/2023; …")

    @pytest.mark.parametrize(
        ("births", "rows"),
        [
            (("05/3/1975", "06/3/1975"), []),
            (("05/3/1975", "05/3/1975"), ["2, 3"]),
            (("05/3/1975", ""), ["2, 3"]),
            (("05/3/1975", "1975"), ["2, 3"]),
            (("05/3/1975", "1976"), []),
            (("05/3/1975", "06/3/1975", "06/3/1975"), ["3, 4"]),
        ],
    )
    def test_namesakes_are_told_apart_by_their_births(self, city, births, rows):
        headings = (*HEADINGS, "Ngày sinh")
        content = book({"DS": [headings, *[(*row(number), born) for number, born in enumerate(births, 1)]]})
        batch = dry_run(content, city, given=DECIDED)
        assert list(batch.problems.filter(code="repeated").values_list("rows", flat=True)) == rows
        assert batch.warned == sum(len(line.split(", ")) for line in rows)


@pytest.mark.usefixtures("own_database")
class TestOnThePages:
    def test_hidden_columns_are_named_whether_they_are_read_or_not(self, officer):
        out = io.BytesIO()
        with xlsxwriter.Workbook(out) as workbook:
            sheet = workbook.add_worksheet("DS")
            sheet.write_row(0, 0, (*HEADINGS, "Ngày sinh", "Ghi chú", "Trống"))
            sheet.write_row(1, 0, (*row(1), "1980", "chưa họp xét"))
            for place in (4, 5, 6):
                sheet.set_column(place, place, None, None, {"hidden": True})
        send(officer, out.getvalue())
        batch = HonourBatch.objects.get()
        form = officer.get(at("batch-columns", batch)).context["form"]
        assert [form[f"column_{place}"].label for place in (3, 4)] == ["Danh hiệu", "Ngày sinh (hidden column)"]
        confirmed(officer, batch, decision_date="01/03/2023", subject_kind="individual")
        assert "its values were not read" in officer.get(at("batch", batch)).content.decode()
        told = batch.problems.filter(code__startswith="hidden_column").order_by("column")
        assert list(told.values_list("code", "row", "column", "seen", "refuses")) == [
            ("hidden_column_unread", 1, "Ghi chú", "cột F", False),
            ("hidden_column_read", 1, "Ngày sinh", "cột E", False),
        ]

    def test_the_page_shows_the_sum_and_what_is_left_out(self, officer):
        send(officer, l1_book([person("Nguyễn Văn Mẫu"), person("Trần Thị Mẫu", award="lạ")]))
        batch = HonourBatch.objects.get()
        confirmed(officer, batch)
        page = officer.get(at("batch", batch)).content.decode()
        assert "The file holds 8 rows: 2 rows of honours and 6 rows left out." in page
        assert "2 honours: 1 can be taken; 0 already in the register; 1 refused." in page
        assert "sheet without a list" in page
        assert "Danh mục" in page

    def test_what_the_list_does_not_say_is_proposed_once(self, officer):
        send(officer, book({"DS": [HEADINGS, *[row(number, f"Lê {chr(64 + number)}") for number in range(1, 4)]]}))
        form = officer.get(at("batch-columns", HonourBatch.objects.get())).context["form"]
        assert form["way"].value() == "regular"
        assert "3 rows of the list do not say it" in form["way"].help_text

    def test_a_column_with_empty_cells_asks_for_them_with_the_commonest(self, officer):
        headings = (*HEADINGS, "Phương thức khen thưởng")
        rows = [
            (*row(n, f"Lê {chr(64 + n)}"), way) for n, way in enumerate(("Đột xuất", "Đột xuất", "", "Chuyên đề"), 1)
        ]
        send(officer, book({"DS": [headings, *rows]}))
        batch = HonourBatch.objects.get()
        assert officer.get(at("batch-columns", batch)).context["form"]["way"].value() == "unscheduled"
        response = confirmed(officer, batch, way="", decision_date="01/03/2023")
        assert "Its column is empty in 1 rows" in response.content.decode()
        confirmed(officer, batch, way="unscheduled", decision_date="01/03/2023")
        batch.refresh_from_db()
        assert sorted(batch.rows.values_list("way", flat=True)) == ["thematic", *["unscheduled"] * 3]

    def test_awards_of_the_sections_need_not_be_said_again(self, officer):
        rows = [("A", "Bằng khen của Chủ tịch UBND thành phố", ""), (1, "Nguyễn Văn Mẫu", "Sở Thử")]
        rows += [("B", "LAO ĐỘNG TIÊN TIẾN (1)", ""), (1, "Trần Thị Thử", "Sở Thử")]
        send(officer, book({"DS": [HEADINGS[:3], *rows]}))
        batch = HonourBatch.objects.get()
        response = confirmed(officer, batch, decision_date="01/03/2023", subject_kind="individual")
        assert response.status_code == 302
        assert sorted(batch.rows.values_list("award__code", flat=True)) == ["BK_TINH", "LDTT"]

    def test_each_table_is_shown_and_one_may_be_put_aside(self, officer):
        other = ("STT", "Tên tập thể", "Cơ quan", "Hình thức khen thưởng")
        sheets = {
            "Cá nhân": [HEADINGS, row(1)],
            "Cá nhân 2": [HEADINGS, row(1, "Trần Thị Thử")],
            "Tập thể": [other, (1, "Phòng Thử", "Sở Thử", "Tập thể lao động xuất sắc")],
        }
        send(officer, book(sheets))
        batch = HonourBatch.objects.get()
        page = officer.get(at("batch-columns", batch))
        assert [len(block.tables) for block in page.context["form"].blocks] == [2, 1]
        assert "Read the table on the sheet “Cá nhân 2”, headings in row 1" in page.content.decode()
        given = {"decision_date": "01/03/2023", "subject_kind": ""}
        confirmed(officer, batch, **given, read_1="")
        batch.refresh_from_db()
        assert read_names(batch) == ["Nguyễn Văn Mẫu", "Phòng Thử"]
        assert ("Cá nhân 2", "table_put_aside", "1–2") in left_out(batch)
        assert batch.tables[1].is_read is False

    def test_what_a_tables_own_title_says_can_be_corrected(self, officer):
        def sheet(number):
            return [(f"(Kèm theo Quyết định số {number}/QĐ-UBND ngày 0{number}/3/2023)",), HEADINGS, row(1)]

        send(officer, book({"A": sheet(1), "B": sheet(2)}))
        batch = HonourBatch.objects.get()
        confirmed(
            officer,
            batch,
            subject_kind="individual",
            said_0_decision_date="01/03/2023",
            said_1_decision_date="05/03/2023",
        )
        batch.refresh_from_db()
        told = list(batch.rows.order_by("id").values_list("decision_number", "decision_date"))
        assert told == [("1/QĐ-UBND", date(2023, 3, 1)), ("2/QĐ-UBND", date(2023, 3, 5))]

    def test_a_column_without_a_heading_can_be_mapped(self, officer):
        rows = [(number, "Nguyễn Văn Mẫu", f"hàng {number}", FIGHTER) for number in range(1, 3)]
        send(officer, book({"DS": [("STT", "Họ và tên", "", "Danh hiệu"), *rows]}))
        batch = HonourBatch.objects.get()
        assert "Column C, without a heading" in officer.get(at("batch-columns", batch)).content.decode()
        confirmed(officer, batch, column_2="unit", decision_date="01/03/2023")
        assert sorted(batch.rows.values_list("unit", flat=True)) == ["hàng 1", "hàng 2"]

    def test_refused_rows_of_two_sheets_come_back_on_two_sheets(self, officer):
        send(officer, book({"A": [HEADINGS, row(1, award="lạ")], "B": [HEADINGS, row(1, award="kỳ")]}))
        batch = HonourBatch.objects.get()
        confirmed(officer, batch, decision_date="01/03/2023")
        batch.refresh_from_db()
        content = b"".join(officer.get(at("batch-refused", batch)).streaming_content)
        send(officer, content, "da-sua.xlsx")
        again = HonourBatch.objects.first()
        assert [table.sheet for table in again.tables] == ["A", "B"]
        assert again.said_once.decision_date == date(2023, 3, 1)

    def test_a_list_confirmed_without_its_tables_is_not_read(self, officer):
        send(officer, book({"A": [HEADINGS, row(1)], "B": [HEADINGS, row(2)]}))
        batch = HonourBatch.objects.get()
        response = confirmed(officer, batch, read_0="", read_1="", decision_date="01/03/2023")
        assert "Choose at least one table to read." in response.content.decode()
        actor = actor_of(batch.created_by, on=DAY)
        assert confirm_columns(batch, tables=batch.tables, given=DECIDED, actor=actor).said_once == DECIDED
