"""What headings and cells of a list of years say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.year_lists.rules.columns import year_field
from awards.year_lists.rules.terms import YearField as F
from awards.year_lists.rules.terms import YearTrouble as T
from awards.year_lists.rules.values import count_of_share, read_year


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Xếp loại năm 2022", F.RATING),
        ("Mức độ hoàn thành nhiệm vụ", F.RATING),
        ("Kết quả đánh giá, xếp loại", F.RATING),
        ("Tên sáng kiến, đề tài", F.INITIATIVE),
        ("Phạm vi ảnh hưởng của sáng kiến", F.SCOPE),
        ("Cấp công nhận", F.SCOPE),
        ("Số, ngày quyết định công nhận sáng kiến", F.RECOGNISED_BY),
        ("Tổng số người", F.HEADCOUNT),
        ("Số lao động", F.HEADCOUNT),
        ("Số người hoàn thành nhiệm vụ", F.COMPLETED),
        ("Số LĐTT", F.ADVANCED),
        ("Lao động tiên tiến", F.ADVANCED),
        ("Tỷ lệ LĐTT", F.ADVANCED_SHARE),
        ("LĐTT (%)", F.ADVANCED_SHARE),
        ("CSTĐCS", F.FIGHTERS),
        ("Hình thức kỷ luật", F.DISCIPLINE),
        ("Họ và tên", None),
        ("Phân loại đối tượng", None),
        ("Danh hiệu đề nghị", None),
    ],
)
def test_a_heading_says_which_part_of_a_year(heading, field):
    assert year_field(heading) is field


def test_cells_of_a_person():
    read = read_year(
        {F.RATING: "Hoàn thành tốt nhiệm vụ", F.INITIATIVE: "Số hóa hồ sơ", F.SCOPE: "Cấp tỉnh", F.DISCIPLINE: "Không"},
        is_person=True,
    )
    assert read.said == {
        "rating": "good",
        "initiative": "Số hóa hồ sơ",
        "initiative_scope": "province",
        "discipline": "none",
    }
    assert read.troubles == []


def test_every_trouble_of_a_row_is_told():
    read = read_year({F.RATING: "Khá", F.INITIATIVE: "Số hóa", F.HEADCOUNT: "12"}, is_person=True)
    assert [(one.field, one.trouble) for one in read.troubles] == [
        (F.RATING, T.RATING_UNKNOWN),
        (F.HEADCOUNT, T.COUNTS_OF_A_PERSON),
        (F.SCOPE, T.INITIATIVE_WITHOUT_SCOPE),
    ]


@pytest.mark.parametrize(
    "written", ["Không", "không có", "KHÔNG CÓ SÁNG KIẾN", "Chưa có", "Chưa có sáng kiến được công nhận", "0", "–"]
)
def test_words_for_no_initiative_say_nothing(written):
    cells = {F.RATING: "HTTNV", F.INITIATIVE: written, F.SCOPE: written, F.RECOGNISED_BY: written}
    read = read_year(cells, is_person=True)
    assert (read.said, read.troubles) == ({"rating": "good"}, [])
    assert read_year({F.INITIATIVE: f"{written} dùng giấy", F.SCOPE: "tỉnh"}, is_person=True).said


def test_a_share_tells_a_count_only_where_one_number_prints_so():
    read = read_year({F.HEADCOUNT: "50", F.ADVANCED_SHARE: "72%"}, is_person=False)
    assert (read.said, read.troubles) == ({"headcount": 50, "advanced": 36}, [])
    for cells in ({F.HEADCOUNT: "50", F.ADVANCED_SHARE: "71%"}, {F.ADVANCED_SHARE: "72%"}):
        (trouble,) = read_year(cells, is_person=False).troubles
        assert trouble.trouble is T.SHARE_NOT_A_COUNT
    too_many = read_year({F.HEADCOUNT: "20", F.ADVANCED: "21"}, is_person=False)
    assert [one.trouble for one in too_many.troubles] == [T.MORE_THAN_WHOLE]


@given(st.integers(1, 400), st.data())
def test_the_share_of_a_count_gives_that_count_back(whole, data):
    """Or nothing, where another count is printed the same; never another one."""
    count = data.draw(st.integers(0, whole))
    share = (Decimal(count * 100) / whole).quantize(Decimal("0.1"))
    assert count_of_share(share, whole) in (count, None)
    if whole < 100:
        assert count_of_share(share, whole) == count
