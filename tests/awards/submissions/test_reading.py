"""Many dossiers out of one table: good rows are begun, the others named with the reason, nothing is begun twice."""

from datetime import date

import pytest

from awards.lists.rules.table import ListHeading
from awards.models import Nomination, NominationStep, Submission
from awards.submissions.actions.judge import judged_rows
from awards.submissions.actions.read import read_submission
from awards.submissions.rules.achievement_column import achievement_place
from awards.submissions.rules.terms import MOST_SUBJECTS, Outcome
from emulation.core.models import AuditEntry
from tests.at_once import second_while_first
from tests.awards.lists.clients import work
from tests.awards.nominations.make import make_leveled, make_nominators, make_rules_of
from tests.awards.nominations.test_pages import signed_in, words
from tests.awards.submissions.make import ACHIEVED, GOOD, HEADINGS, read_in, sent_in, table
from tests.periods import DAY

pytestmark = pytest.mark.usefixtures("own_database")


@pytest.fixture
def offices(settings, tmp_path):
    settings.DEMONSTRATION_DAY = DAY
    settings.MEDIA_ROOT = tmp_path / "files"
    make_rules_of(make_leveled("KT_TINH"))
    return make_nominators()


def test_good_rows_are_begun_and_the_others_named(offices):
    bad = (
        GOOD[0],
        ("<b>Lê Sóng</b>", "1980", "Chuyên viên", "Phòng A", ACHIEVED),
        ("Phạm Đồi Cao", "31/02/1980", "", "Phòng C", ACHIEVED),
        ("Vũ Rừng Sâu", "1988", "Chuyên viên", "Phòng D", ""),
    )
    submission = read_in(offices.unit, table(*GOOD, *bad))
    assert submission.state == "judged"
    told = [(one.row.row, one.outcome, one.whys) for one in judged_rows(submission, reader=offices.unit.officer)]
    assert told == [
        (2, Outcome.READY, ()),
        (3, Outcome.READY, ()),
        (4, Outcome.REFUSED, ("Trùng với dòng trước trong bảng.",)),
        (5, Outcome.REFUSED, told[3][2]),
        (6, Outcome.REFUSED, told[4][2]),
        (7, Outcome.KEPT, ("Vui lòng nhập thành tích hoặc viết tóm tắt.",)),
    ]
    assert "không có dấu “<” và “>”" in told[3][2][0]
    assert "31/02/1980" in told[4][2][0]
    begun = Nomination.objects.order_by("pk")
    assert [(one.name, one.birth_year, one.unit, one.state, one.summary) for one in begun][:2] == [
        ("Nguyễn Mây Xanh", 1985, "Phòng A", "draft", ACHIEVED),
        ("Trần Gió Êm", 1979, "Phòng B", "draft", ACHIEVED),
    ]
    assert set(NominationStep.objects.values_list("name", "why")) == {("begin", "danh-sach.xlsx")}
    after = AuditEntry.objects.get(verb="awards.read_submission").after
    assert (after["added"], after["refused_rows"], after["kept"]) == (3, 3, 1)


def test_what_a_column_says_and_nobody_knows_is_refused_by_its_column(offices):
    headings = (*HEADINGS, "Nhóm đối tượng", "Số CCCD", "Phương thức khen thưởng", "Phong trào thi đua")
    said = [
        ("Công nhân", "", "", ""),
        ("Nhóm lạ", "", "", ""),
        ("", "12345", "", ""),
        ("", "", "Đột xuất", ""),
        ("", "", "", "Phong trào không có"),
    ]
    rows = [
        (f"Nguyễn Mây {name}", "1985", "", "Phòng A", ACHIEVED, *more) for name, more in zip("ABCDE", said, strict=True)
    ]
    judged = judged_rows(read_in(offices.unit, table(*rows, headings=headings)), reader=offices.unit.officer)
    assert [one.outcome for one in judged] == [Outcome.READY, *[Outcome.REFUSED] * 4]
    for one, column in zip(
        judged[1:], ("Cột “Nhóm đối tượng”", "Cột “Số định danh”", "phương thức", "Cột “Phong trào”"), strict=True
    ):
        assert column in one.whys[0]
    assert "“Nhóm lạ”" in judged[1].whys[0]


def test_every_fault_of_a_row_is_told(offices):
    headings = (*HEADINGS, "Thành tích từ ngày", "Thành tích đến ngày", "Nhóm đối tượng")
    period = ("01/01/2022", "31/12/2022")
    rows = [
        ("Nguyễn Mây Xanh", "1985", "", "Phòng A", ACHIEVED, *period, ""),
        ("<b>Lê Sóng</b>", "31/02/1980", "", "Phòng A", ACHIEVED, "hè", "đông", "Nhóm lạ"),
        ("Nguyễn Mây Xanh", "1985", "", "Phòng A", ACHIEVED, *period, "Nhóm lạ"),
    ]
    whys = [
        one.whys
        for one in judged_rows(read_in(offices.unit, table(*rows, headings=headings)), reader=offices.unit.officer)
    ]
    assert whys[0] == ()
    for said, why in zip(("31/02/1980", "“Nhóm lạ”", "“<”", "“hè”", "“đông”"), whys[1], strict=True):
        assert said in why
    assert ["“Nhóm lạ”" in whys[2][0], whys[2][1:]] == [True, ("Trùng với dòng trước trong bảng.",)]


def test_a_column_that_is_not_read_is_named_with_what_it_holds(offices):
    headings = (*HEADINGS, "Xếp loại", "Số phiếu", "Cột trống")
    rows = [(*GOOD[0], "kỷ luật", "9/9", ""), (*GOOD[1], "xin rút", "8/9", "")]
    submission = read_in(offices.unit, table(*rows, headings=headings))
    page = words(signed_in(offices.unit.officer).get(submission.get_absolute_url()))
    assert "Cột “Xếp loại” không được đọc; trong cột có “kỷ luật”; “xin rút”" in page
    assert "Cột “Số phiếu” không được đọc; trong cột có “9/9”; “8/9”" in page
    for read_or_empty in ("Tóm tắt thành tích", "Cột trống", "TT", "Đơn vị công tác"):
        assert f"Cột “{read_or_empty}” không được đọc" not in page


def test_the_time_of_the_achievement_is_read_where_the_table_says_it(offices):
    headings = (*HEADINGS, "Thành tích từ ngày", "Thành tích đến ngày")
    said = [("01/6/2021", "31/5/2022"), ("31/5/2022", "01/6/2021"), ("01/6/2021", "hè năm sau"), ("", "")]
    rows = [
        (f"Nguyễn Mây {name}", "1985", "", "Phòng A", ACHIEVED, *time) for name, time in zip("ABCD", said, strict=True)
    ]
    judged = judged_rows(read_in(offices.unit, table(*rows, headings=headings)), reader=offices.unit.officer)
    assert [one.outcome for one in judged] == [Outcome.READY, Outcome.REFUSED, Outcome.REFUSED, Outcome.READY]
    times = [(one.nomination.achieved_from, one.nomination.achieved_to) for one in judged if one.nomination]
    assert times == [
        (date(2021, 6, 1), date(2022, 5, 31)),
        (date(2022, 1, 1), date(2022, 12, 31)),
    ]
    assert "Ngày kết thúc 01/06/2021 đứng trước ngày bắt đầu 31/05/2022" in judged[1].whys[0]
    assert "“hè năm sau”" in judged[2].whys[0]


JUST_2022 = (date(2022, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    ("headings", "said", "time"),
    [
        (("Từ năm", "Đến năm"), ("2019", "2022"), (date(2019, 1, 1), date(2022, 12, 31))),
        (("Từ ngày", "Đến ngày"), ("01/01/2018", "31/5/2022"), (date(2018, 1, 1), date(2022, 5, 31))),
        (("Từ ngày", "Đến ngày"), ("01/01/2022", "31/5/2022"), (date(2022, 1, 1), date(2022, 5, 31))),
        (("Ghi chú", "Đến ngày"), ("", "31/12/2018"), (date(2018, 1, 1), date(2018, 12, 31))),
        (("Từ tháng", "Đến tháng"), ("3/2021", "02/2022"), (date(2021, 3, 1), date(2022, 2, 28))),
        (
            ("Thời gian lập thành tích từ ngày", "Thời gian lập thành tích đến ngày"),
            ("01/6/2021", "31/5/2022"),
            (date(2021, 6, 1), date(2022, 5, 31)),
        ),
        (("Thời gian lập thành tích", "Ghi chú"), ("2018-2022", ""), (date(2018, 1, 1), date(2022, 12, 31))),
        (
            ("Thời gian đạt thành tích", "Ghi chú"),
            ("từ ngày 01/6/2021 đến ngày 31/5/2022", ""),
            (date(2021, 6, 1), date(2022, 5, 31)),
        ),
        (("Thời gian lập thành tích", "Ghi chú"), ("10 năm liền", ""), "“10 năm liền”"),
        (("Thời gian lập thành tích", "Ghi chú"), ("31/5/2022", ""), "“31/5/2022”"),
        (("Từ tháng", "Đến tháng"), ("13/2021", "02/2022"), "“13/2021”"),
        (("Thời gian công tác lập thành tích", "Ghi chú"), ("2019", ""), "Cột “Thời gian công tác lập thành tích”"),
        (("Ngày họp xét", "Ghi chú"), ("31/12/2018", ""), JUST_2022),
        (("Ngày vào ngành", "Ghi chú"), ("31/12/2018", ""), JUST_2022),
        (("Mốc", "Ghi chú"), ("31/12/2018", ""), JUST_2022),
    ],
)
def test_every_usual_heading_of_a_time_is_read_or_refuses_the_row(offices, headings, said, time):
    rows = [(f"Nguyễn Mây {name}", "12/4/1985", "", "Phòng A", ACHIEVED, *said) for name in "ABC"]
    submission = read_in(offices.unit, table(*rows, headings=(*HEADINGS, *headings)))
    judged = judged_rows(submission, reader=offices.unit.officer)
    if isinstance(time, str):
        assert [one.outcome for one in judged] == [Outcome.REFUSED] * 3
        assert time in judged[0].whys[0]
    else:
        assert [one.outcome for one in judged] == [Outcome.READY] * 3, judged[0].whys
        assert {(one.nomination.achieved_from, one.nomination.achieved_to) for one in judged} == {time}


def test_days_of_many_years_are_no_second_birth(offices):
    headings = (*HEADINGS, "Mốc")
    rows = [
        (f"Nguyễn Mây {name}", "12/4/1985", "", "Phòng A", ACHIEVED, f"31/12/{1990 + place * 5}")
        for place, name in enumerate("ABCDEF")
    ]
    submission = read_in(offices.unit, table(*rows, headings=headings))
    judged = judged_rows(submission, reader=offices.unit.officer)
    assert [one.outcome for one in judged] == [Outcome.READY] * 6, judged[0].whys
    assert [one["heading"] for one in submission.account["unread"][0]["headings"]] == ["Mốc"]


def test_a_person_does_not_pass_as_a_collective(offices):
    rows = [("Ông Nguyễn Văn A", "", "", "", ACHIEVED), ("Tổ Nguyễn Văn A", "", "", "", ACHIEVED)]
    headings = ("TT", "Tên tập thể", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Tóm tắt thành tích")
    judged = judged_rows(
        read_in(offices.unit, table(*rows, headings=headings), kind="collective"), reader=offices.unit.officer
    )
    assert [one.outcome for one in judged] == [Outcome.REFUSED, Outcome.READY]
    assert "giống họ tên của một người" in judged[0].whys[0]


def test_every_row_of_the_file_is_accounted_for(offices):
    content = table(*GOOD, ("Tổng cộng: 2", "", "", "", ""))
    account = read_in(offices.unit, content).account
    assert account["held"] == account["honour_rows"] + sum(group["times"] for group in account["left"]) == 4


def test_the_same_file_again_is_the_same_list_and_another_file_begins_nothing_twice(offices):
    content = table(*GOOD)
    first = read_in(offices.unit, content)
    assert sent_in(offices.unit, content) == first
    other = read_in(offices.unit, table(*GOOD, ("Lê Núi Biếc", "1990", "", "Phòng E", ACHIEVED)))
    whys = [one.whys for one in judged_rows(other, reader=offices.unit.officer)]
    assert whys == [("Đã có hồ sơ cùng danh hiệu, hình thức và thời gian.",)] * 2 + [()]
    assert Nomination.objects.count() == 3


def test_the_same_table_sent_twice_at_once_begins_each_dossier_once(offices):
    content = table(*GOOD)
    later = second_while_first(lambda: sent_in(offices.unit, content), lambda: sent_in(offices.unit, content))
    assert later == Submission.objects.get()
    work()
    assert Nomination.objects.count() == 2


def test_after_the_last_row_the_judging_is_told_as_a_stage(offices):
    told = []
    read_submission(
        sent_in(offices.unit, table(*GOOD)).pk,
        actor=offices.unit.officer,
        progress=lambda done, total, stage="": told.append((done, total, stage)),
    )
    assert told[-2:] == [(2, 2, ""), (0, None, "Đang lập hồ sơ và xét điều kiện từng dòng…")]


def test_a_table_of_more_than_three_hundred_is_refused_whole(offices):
    rows = [(f"Nguyễn Mây {number}", "1980", "", f"Phòng {number}", "") for number in range(MOST_SUBJECTS + 1)]
    content = table(*rows)
    submission = read_in(offices.unit, content)
    assert submission.state == "unreadable"
    assert "301 đối tượng; mỗi lần nhận nhiều nhất 300" in submission.job.reason
    assert not Nomination.objects.exists()
    assert read_in(offices.unit, content).pk != submission.pk, "an unreadable file may be sent again"
    assert Submission.objects.count() == 2


@pytest.mark.parametrize(
    ("heading", "tells"),
    [
        ("Tóm tắt thành tích", True),
        ("Trích yếu thành tích", True),
        ("Thành tích đạt được", True),
        ("Năm thành tích", False),
        ("Thành tích năm", False),
        ("Họ và tên", False),
    ],
)
def test_a_column_tells_the_achievement_by_its_heading(heading, tells):
    assert (achievement_place([ListHeading(4, heading)]) == 4) is tells
