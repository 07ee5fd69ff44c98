"""Columns of which each row fills one, “Tập thể” | “Cá nhân”, and headings of three rows."""

from datetime import date

import pytest

from awards.rows.rules.reading import GivenForList
from tests.awards.lists.dry_runs import dry_run, left_out
from tests.awards.lists.workbooks import book

pytestmark = pytest.mark.django_db
GIVEN = GivenForList(way="regular", decision_date=date(2023, 3, 1))
MERIT, FIGHTER = "Bằng khen của Chủ tịch UBND thành phố", "Chiến sĩ thi đua cơ sở"
BODY, PERSON, OTHER = "Phòng Tổng hợp", "Nguyễn Văn Mẫu", "Trần Thị Thử"
FORM = "Hình thức khen thưởng"
BODY_GOOD, PERSON_GOOD = (BODY, "collective", "good"), (PERSON, "individual", "good")
BOTH = [BODY_GOOD, PERSON_GOOD]


@pytest.mark.parametrize(
    ("heads", "rows", "read"),
    [
        ([("STT", "Tập thể", "Cá nhân", FORM)], [(1, BODY, "", MERIT), (2, "", PERSON, MERIT)], BOTH),
        (
            [("STT", "Cá nhân", "Tập thể", "Đơn vị", FORM)],
            [(1, PERSON, "", "Sở Thử", MERIT), (2, "", BODY, "Sở Thử", MERIT)],
            BOTH[::-1],
        ),
        (
            [("STT", "Tên tập thể", "Họ và tên", "Danh hiệu thi đua", FORM)],
            [(1, BODY, "", "", MERIT), (2, "", PERSON, FIGHTER, "")],
            BOTH,
        ),
        (
            [("STT", "Tên đơn vị, cá nhân được khen", "", FORM), ("", "Tập thể", "Cá nhân", "")],
            [(1, BODY, "", MERIT), (2, "", PERSON, MERIT)],
            BOTH,
        ),
        (
            [("STT", "Tập thể", "Cá nhân", "Hộ gia đình", FORM)],
            [(1, BODY, "", "", MERIT), (2, "", PERSON, "", MERIT), (3, "", "", "Hộ ông Lê Văn Thử", MERIT)],
            [*BOTH, ("Hộ ông Lê Văn Thử", "household", "good")],
        ),
        (
            [("STT", "Họ và tên", "Tập thể", "Cá nhân", FORM)],
            [(1, BODY, "x", "", MERIT), (2, PERSON, "", "x", MERIT)],
            BOTH,
        ),
        (
            [(f"DANH SÁCH ĐƯỢC TẶNG {MERIT.upper()}",), ("STT", "Tập thể", "Cá nhân", "Ghi chú")],
            [(1, BODY, "", ""), (2, "", PERSON, "")],
            BOTH,
        ),
        (
            [("TT", "Tập thể", "Cá nhân", FORM)],
            [(1, "Sở Thử", PERSON, MERIT), (2, "Sở Mẫu", OTHER, MERIT)],
            [PERSON_GOOD, (OTHER, "individual", "good")],
        ),
        (
            [("TT", "Tập thể", "Cá nhân ", FORM)],
            [(1, BODY, "", MERIT), (2, "Sở Mẫu", OTHER, MERIT), (3, "Sở Thử", "x", MERIT)],
            [BODY_GOOD, ("Sở Mẫu", "", "refused"), ("Sở Thử", "", "refused")],
        ),
        (
            [("TT", "Đơn vị", "Tập thể", "Cá nhân", FORM)],
            [
                (1, "Sở Thử", BODY, "", MERIT),
                (2, "Sở Thử", "", PERSON, MERIT),
                (3, "Sở Thử", "Phòng Mẫu", "Lê Thử", MERIT),
            ],
            [*BOTH, ("Phòng Mẫu", "", "refused")],
        ),
        (
            [
                ("STT", "Đối tượng khen thưởng", "", "", FORM),
                ("", "Tập thể", "Cá nhân", "", ""),
                ("", "", "Họ và tên", "Chức vụ", ""),
            ],
            [(1, BODY, "", "", MERIT), (2, "", PERSON, "Giáo viên", MERIT)],
            BOTH,
        ),
        (
            [
                ("STT", "Họ và tên", "Khen thưởng năm 2022", "", "", ""),
                ("", "", "Quyết định", "", "Danh hiệu", ""),
                ("", "", "Số", "Ngày", "CSTĐCS", "LĐTT"),
            ],
            [(1, PERSON, "12/QĐ-UBND", "01/02/2023", "x", ""), (2, OTHER, "12/QĐ-UBND", "01/02/2023", "", "x")],
            [PERSON_GOOD, (OTHER, "individual", "good")],
        ),
    ],
)
def test_who_is_named_in_which_column(city, heads, rows, read):
    batch = dry_run(book({"DS": [*heads, *rows]}), city, given=GIVEN)
    assert list(batch.rows.order_by("id").values_list("name", "subject_kind", "state")) == read


ALL_BODIES = ("collective",) * 4
SURELY = ("", "collective", "", "")


@pytest.mark.parametrize(
    ("title", "heads", "award", "kinds"),
    [
        (f"DANH SÁCH TẬP THỂ ĐƯỢC TẶNG {MERIT.upper()}", ("STT", "Họ tên, đơn vị", "Địa chỉ"), "", ALL_BODIES),
        ("DANH SÁCH TẶNG CỜ THI ĐUA CỦA UBND THÀNH PHỐ", ("STT", "Họ tên, đơn vị", "Địa chỉ"), "", ALL_BODIES),
        (f"DANH SÁCH ĐƯỢC TẶNG {MERIT.upper()}", ("STT", "Tên đơn vị", "Địa chỉ"), "", SURELY),
        ("DANH SÁCH", ("STT", "Tên đơn vị", "Danh hiệu"), "Tập thể lao động xuất sắc", ALL_BODIES),
    ],
    ids=[
        "the title says the kind",
        "the award goes to one kind",
        "only what is surely a body is one",
        "the row's award goes to one kind",
    ],
)
def test_bodies_with_a_comma_are_not_taken_apart(city, title, heads, award, kinds):
    names = ("Lớp Một, Trường Tiểu học Thử", "Ban Dân vận, Mặt trận", "Cán bộ, công chức xã Mẫu", "Cụm Thử, Sở Mẫu")
    rows = [(number, name, award) for number, name in enumerate(names, 1)]
    batch = dry_run(book({"DS": [(title,), heads, *rows]}), city, given=GIVEN)
    assert list(batch.rows.order_by("id").values_list("name", "subject_kind")) == list(zip(names, kinds, strict=True))


@pytest.mark.parametrize(
    ("heading", "name", "kind"),
    [
        ("Họ và tên", PERSON, "individual"),
        ("Họ và tên học sinh", "Y Moan Ê-ban", "individual"),
        ("Họ và tên", "Ksor H’Bia", "individual"),
        ("Họ tên cán bộ", "Ksor Hải", "individual"),
        ("Họ và tên", BODY, ""),
        ("Họ và tên", "Hộ bà Trần Thị Thử", "household"),
        ("Họ và tên", "Gia đình anh Hai", "household"),
        ("Tên tập thể", "Lớp 12A1", "collective"),
        ("Tên tập thể", PERSON, ""),
        ("Tên doanh nghiệp", "Minh Họa", "collective"),
        ("Tên hộ gia đình", PERSON, "household"),
        ("Đơn vị, cá nhân", BODY, "collective"),
        ("Đơn vị, cá nhân", PERSON, "individual"),
        ("Đơn vị, cá nhân", "Minh Họa", ""),
        ("Tên tập thể, cá nhân, hộ gia đình", PERSON, ""),
    ],
)
def test_heading_and_name_say_the_kind_or_it_is_asked(city, heading, name, kind):
    batch = dry_run(book({"DS": [("STT", heading, FORM), (1, name, MERIT)]}), city, given=GIVEN)
    assert batch.rows.values_list("name", "subject_kind").get() == (name, kind)
    assert set(batch.problems.values_list("code", flat=True)) == (set() if kind else {"subject_missing"})


def test_counts_of_bodies_and_people_name_nobody(city):
    counts = [("STT", "Danh hiệu", "Tập thể", "Cá nhân"), (1, "LĐTT", 5, 10), (2, "CSTĐCS", 0, 3)]
    listed = [("STT", "Tập thể", "Cá nhân", FORM), (1, "", PERSON, MERIT)]
    batch = dry_run(book({"Tổng hợp": counts, "DS": listed}), city, given=GIVEN)
    assert list(batch.rows.values_list("name", "subject_kind", "state")) == [PERSON_GOOD]
    assert ("Tổng hợp", "unread_sheet", "1–3") in left_out(batch)
