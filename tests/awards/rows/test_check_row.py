"""Each row: typed values, and every problem at once. No database: a catalogue of four awards."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given as cases
from hypothesis import strategies as some

from awards.catalogue.rules.recognise import AliasRow, AliasTable, alias_key
from awards.catalogue.rules.terms import SubjectKind, TargetGroup, Way
from awards.rows.actions import fitting_number
from awards.rows.rules.check_row import RowChecker
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.lines import ListLine, RowKind
from awards.rows.rules.person import person_key
from awards.rows.rules.reading import AwardFacts, Expectations, GivenForList, RowTrouble
from emulation.core.errors import Refusal
from emulation.core.period import Period

PLACES = list(Field)
PERSON, BODY = frozenset({"individual"}), frozenset({"collective"})
CATALOGUE = {
    "CSTDCS": ("Chiến sĩ thi đua cơ sở", "title", PERSON, Period(), None),
    "TTLDXS": ("Tập thể lao động xuất sắc", "title", BODY, Period(), None),
    "HCLD2": ("Huân chương Lao động hạng Nhì", "form", PERSON | BODY, Period(), 2),
    "HCLD3": ("Huân chương Lao động hạng Ba", "form", PERSON | BODY, Period(), 3),
    "CU": ("Danh hiệu đã bỏ", "title", PERSON, Period(None, date(2010, 1, 1)), None),
}
ALIASES = [
    AliasRow(alias_key(name.split(" hạng")[0]), code, family, family, "state", "x", subjects, rank)
    for code, (name, family, subjects, _during, rank) in CATALOGUE.items()
]


def expectations(**changed):
    return Expectations(
        **{
            "table": AliasTable(ALIASES),
            "awards": {
                code: AwardFacts(pk, code, name, family, subjects, during)
                for pk, (code, (name, family, subjects, during, _rank)) in enumerate(CATALOGUE.items(), 1)
            },
            "on": date(2023, 7, 10),
            "digest": lambda digits: f"digest of {digits}",
            **changed,
        }
    )


WHOLE = {
    "name": "Nguyễn Văn Mẫu",
    "subject_kind": "Khen thưởng cá nhân",
    "unit": "Trường Minh Họa",
    "award": "Chiến sĩ thi đua cơ sở",
    "way": "Thường xuyên",
    "target_group": "Người trực tiếp công tác, lao động",
    "decision_date": date(2023, 6, 5),
    "achievement_year": "2022",
}


def check(expected=None, *, only=None, subject="", above="", **cells):
    said = (WHOLE if only is None else only) | cells
    meanings = Meanings({PLACES.index(Field(field)): field for field in said})
    row = [said.get(field, "") for field in PLACES]
    return RowChecker(expected or expectations(), meanings).check(
        ListLine(7, RowKind.HONOUR, row, subject, award=above)
    )


def troubles(row):
    return [problem.trouble for problem in row.problems]


def test_a_whole_row():
    row = check()
    assert row.problems == []
    assert (row.row, row.award, row.way, row.subject_kind) == (7, "CSTDCS", Way.REGULAR, SubjectKind.INDIVIDUAL)
    assert (row.target_group, row.achievement_year) == (TargetGroup.DIRECT_WORKER, 2022)
    assert row.name_key == "nguyen van mau"


def test_all_problems_are_told_not_only_the_first():
    row = check(name="", award="Bằng khen vũ trụ", decision_date="31/02/2023", way="Tùy hứng", achievement_year="nay")
    assert set(troubles(row)) == {
        RowTrouble.NAME_MISSING,
        RowTrouble.AWARD_UNKNOWN,
        RowTrouble.DATE_NOT_A_DATE,
        RowTrouble.WAY_UNKNOWN,
        RowTrouble.YEAR_UNKNOWN,
    }
    assert not row.is_good


@pytest.mark.parametrize(
    ("written", "trouble"),
    [
        ("31/02/2023", RowTrouble.DATE_NOT_A_DATE),
        ("2022", RowTrouble.DATE_ONLY_A_YEAR),
        ("hôm nay", RowTrouble.DATE_NOT_A_DATE),
        ("11/7/2023", RowTrouble.DATE_IN_FUTURE),
        ("", RowTrouble.DATE_MISSING),
    ],
)
def test_days_that_no_decision_can_have(written, trouble):
    assert troubles(check(decision_date=written)) == [trouble]


@pytest.mark.parametrize(
    "written", ["10/7/2023", "10.07.2023", "10/07/2023.", "(10/7/2023)", date(2023, 7, 10), "45117"]
)
def test_today_itself_is_no_future(written):
    row = check(decision_date=written)
    assert row.problems == []
    assert row.decision_date == date(2023, 7, 10)


def test_markup_in_a_decision_number():
    row = check(decision_number="12<script>/QĐ-UBND")
    assert [(one.trouble, one.detail) for one in row.problems] == [(RowTrouble.NOT_ON_PAPER, "“<”, “>”")]


@pytest.mark.parametrize(
    ("written", "trouble"),
    [
        *((text, RowTrouble.NUMBER_IS_NONE) for text in ("v.v", "?", "đang trình", "chờ QĐ", "chưa ban hành")),
        ("0/QĐ-UBND", RowTrouble.NUMBER_IS_NONE),
        ("0", RowTrouble.NUMBER_IS_NONE),
        ("2/QĐ-UBND, 3/QĐ-UBND", RowTrouble.NUMBERS_SEVERAL),
        ("2/QĐ-UBND 3/QĐ-UBND", RowTrouble.NUMBERS_SEVERAL),
        ("12 và 13/QĐ-UBND", RowTrouble.NUMBERS_SEVERAL),
        ("Số 2/QĐ-UBND; Quyết định số 3/QĐ-UBND", RowTrouble.NUMBERS_SEVERAL),
    ],
)
def test_what_is_not_one_number_of_a_decision_is_refused(written, trouble):
    row = check(decision_number=written)
    assert (troubles(row), row.is_good, row.decision_number) == ([trouble], False, "")
    with pytest.raises(Refusal):
        fitting_number(written, most=100, field="number")
    once = check(expectations(given=GivenForList(decision_number=written)))
    assert (troubles(once), once.is_good) == ([trouble], False)


@pytest.mark.parametrize(
    "written",
    ["15", "01/QĐ-UBND", "06/2022/QH15", "1234 KT/CTN", "1.234/QĐ-UBND", "12/QĐ-UBND, ngày 5/6/2023", "45a/QĐ-CTUBND"],
)
def test_one_number_of_a_decision_is_taken(written):
    assert troubles(check(decision_number=written)) == []
    assert fitting_number(written, most=100, field="number")[0].isdigit()


OTHER = {"decision_number": "21/QĐ-UBND", "decision_date": date(2023, 5, 20), "signer_office": "Chủ tịch"}


@pytest.mark.parametrize(
    ("cells", "read", "found"),
    [
        ({"decision_number": "22/QĐ-UBND", "decision_date": ""}, ("22/QĐ-UBND", None, ""), [RowTrouble.DATE_MISSING]),
        ({"decision_number": "22/QĐ-UBND"}, ("22/QĐ-UBND", date(2023, 6, 5), ""), []),
        ({}, ("", date(2023, 6, 5), ""), [RowTrouble.DECISIONS_MIXED]),
        ({"decision_number": "Số 21/QĐ-UBND", "decision_date": ""}, tuple(OTHER.values()), []),
        ({"decision_date": "20/5/2023"}, tuple(OTHER.values()), []),
        (
            {"decision_number": "21/QĐ-UBND"},
            ("21/QĐ-UBND", date(2023, 6, 5), OTHER["signer_office"]),
            [RowTrouble.DATES_DIFFER],
        ),
        (
            {"decision_number": "22/QĐ-UBND ngày 01/6/2023"},
            ("22/QĐ-UBND", date(2023, 6, 5), ""),
            [RowTrouble.DATES_DIFFER],
        ),
        ({"decision_number": "22/QĐ-UBND ngày 05/6/2023"}, ("22/QĐ-UBND", date(2023, 6, 5), ""), []),
        (
            {"decision_date": "", "award": "Chiến sĩ thi đua cơ sở (QĐ 22/QĐ-UBND)"},
            tuple(OTHER.values()),
            [RowTrouble.OTHER_DECISION],
        ),
    ],
)
def test_a_decision_of_the_row_takes_nothing_of_another_that_is_said_once(cells, read, found):
    row = check(expectations(given=GivenForList(**OTHER)), **cells)
    assert (row.decision_number, row.decision_date, row.signer_office) == read
    assert troubles(row) == found


@pytest.mark.parametrize(
    ("written", "award", "found"),
    [
        ("Ba (lần 2)", "HCLD3", []),
        *((text, "", [RowTrouble.AWARD_SEVERAL]) for text in ("Nhất, Nhì", "Nhì và Ba", "1-3", "2/3")),
    ],
)
def test_several_classes_in_one_cell_are_refused(written, award, found):
    row = check(award="Huân chương Lao động", award_class=written)
    assert (row.award, troubles(row)) == (award, found)


@pytest.mark.parametrize("written", ["không", "chưa có", "-"])
def test_no_number_is_no_number_by_hand(written):
    with pytest.raises(Refusal):
        fitting_number(written, most=100, field="number")


@pytest.mark.parametrize(
    ("award", "year", "found", "trouble"),
    [
        ("Chiến sĩ thi đua cơ sở năm 2019", "", 2019, []),
        ("Chiến sĩ thi đua cơ sở năm 2019", "2022", 2022, [RowTrouble.YEAR_DIFFERS]),
        ("Chiến sĩ thi đua cơ sở năm 2019, 2020", "2020", 2020, [RowTrouble.YEAR_DIFFERS]),
        ("Chiến sĩ thi đua cơ sở (2019)", "", 2019, []),
        ("Chiến sĩ thi đua cơ sở - 2022", "Năm 2022", 2022, []),
        ("Chiến sĩ thi đua cơ sở năm 2019, 2020", "", None, [RowTrouble.YEAR_SEVERAL]),
        ("Chiến sĩ thi đua cơ sở", "", 2022, []),
    ],
)
def test_the_year_that_the_award_names_comes_before_the_one_said_once(award, year, found, trouble):
    row = check(expectations(given=GivenForList(achievement_year=2022)), award=award, achievement_year=year)
    assert (row.achievement_year, troubles(row), row.award) == (found, trouble, "CSTDCS")


@pytest.mark.parametrize(
    ("name", "besides"),
    [
        ("Nguyễn Văn Mẫu và vợ", "và vợ"),
        ("NGUYỄN VĂN MẪU CÙNG CHỒNG", "cùng chồng"),
        ("Vợ chồng ông Nguyễn Văn Mẫu", "vợ chồng"),
        ("Ông Lê Văn Mẫu và bà Trần Thị Thử", "bà Trần Thị Thử"),
        ("Nguyễn Văn Mẫu và 3 người khác", "và 3"),
        ("Nguyễn Văn Mẫu (đã mất)", "đã mất"),
        ("Nguyễn Văn Mẫu (truy tặng)", "truy tặng"),
        ("Nguyen Van Mau (da mat)", "da mat"),
        ("Nguyễn Văn Mẫu (nghỉ hưu)", "nghỉ hưu"),
        ("Nguyễn Văn Mẫu (Phó Trưởng phòng)", "Phó Trưởng phòng"),
        ("Nguyễn Văn Mẫu †", "†"),
        ("Nguyễn Văn Mẫu (1)", "1"),
        ("Nguyễn Văn Mẫu*", "*"),
        ("Nguyễn Văn Cư²", "²"),
        ("001 Nguyễn Văn Mẫu", "001"),
        ("a. Nguyễn Văn Mẫu", "a."),
        ("Nguyễn Văn Mẫu (rút)", "(rút)"),
        ("Nguyễn Văn Mẫu 0901234567", "0901234567"),
        ("Nguyễn Văn Mẫu: LĐTT", ":"),
        ("Nguyễn Văn Mẫu nguyên Giám đốc", "nguyên giám đốc"),
        ("Nguyễn Văn Mẫu cùng tập thể", "cùng tập thể"),
        ("Cố ông Nguyễn Văn Mẫu", "cố ông"),
        ("Nguyễn Văn 5", "5"),
        ("Nguyễn Văn Mẫu 12", "12"),
        ("I. Nguyễn Văn Ích", "I."),
        ("Lê Văn Phú tức Ba Phú", "tức Ba Phú"),
        ("Lê Văn Phú (bí danh Ba Phú)", "bí danh Ba Phú"),
        ("Lê Văn Phú, thợ điện", "thợ điện"),
        ("LÊ VĂN PHÚ TỨC BA PHÚ", "TỨC BA PHÚ"),
        ("Nguyễn Tức Mẫu", ""),
        ("Nguyễn Thường Mẫu", ""),
        ("Nguyễn Văn Mẫu.", ""),
        ("Nguyễn Văn Mẫu (A)", ""),
        ("Nguyễn Văn Mẫu (Bảy Mẫu)", ""),
        ("Liệt sĩ Nguyễn Văn Mẫu", ""),
        ("Đã Thị Và", ""),
    ],
)
def test_what_a_name_says_besides_is_asked(name, besides):
    told = [(problem.trouble, problem.seen) for problem in check(name=name).problems]
    assert told == ([(RowTrouble.NAME_NOT_ALONE, besides)] if besides else [])


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Phòng G; Phòng H", "Phòng H"),
        ("Hội Chữ thập đỏ Thử; Trường Tiểu học Mẫu", "Trường Tiểu học Mẫu"),
        ("Phòng Tổ chức và Phòng Kế hoạch", "Phòng Kế hoạch"),
        ("Khoa Nội, Khoa Ngoại", "Khoa Ngoại"),
        ("Ban Giám đốc và Phòng Hành chính", "Phòng Hành chính"),
        ("Đội 1, Đội 2 thuộc Phòng Thử", "Đội 2"),
        ("Ban Chỉ huy và Phòng Chống thiên tai", ""),
        ("Ban Khoa giáo và Phòng ngừa Thử", ""),
        ("Phòng X/Phòng Y", "Phòng Y"),
        ("Hộ ông Lê Văn Mẫu; hộ bà Trần Thị Thử", "hộ bà Trần Thị Thử"),
        ("Phòng Nội vụ, Sở Thử", ""),
        ("Phòng Lao động, Thương binh và Xã hội", ""),
        ("Trường Tiểu học và Trung học cơ sở Thử", ""),
        ("Văn phòng HĐND và UBND quận Thử", ""),
        ("Đảng ủy, HĐND, UBND xã Thử", ""),
        ("Công an phường Thử, Công an quận Mẫu", ""),
    ],
)
def test_several_bodies_in_one_cell_are_asked(name, other):
    row = check(name=name, subject_kind="Tập thể", award="Tập thể lao động xuất sắc", target_group="")
    told = [(problem.trouble, problem.seen) for problem in row.problems]
    assert told == ([(RowTrouble.BODIES_SEVERAL, other)] if other else [])


@pytest.mark.parametrize(
    ("above", "told"),
    [
        ("Huân chương Lao động hạng Ba", [RowTrouble.AWARD_NOT_OF_SECTION]),
        ("Chiến sĩ thi đua cơ sở", []),
        ("Danh hiệu thi đua", []),
    ],
)
def test_an_award_that_is_not_the_sections_is_told(above, told):
    row = check(above=above)
    assert (row.award, row.is_good, troubles(row)) == ("CSTDCS", True, told)


def test_letters_in_an_identity_number_are_told():
    row = check(identity="O79O8500l234")
    told = [(problem.trouble, problem.seen, problem.detail) for problem in row.problems]
    assert told == [(RowTrouble.IDENTITY_LETTERS, "O, l", "0, 1")]
    assert (row.is_good, row.identity_tail, check(identity="CCCD số 079085001234").problems) == (True, "1234", [])


def test_a_day_before_the_office_was_there():
    row = check(expectations(alive=Period(date(2023, 7, 1))))
    assert troubles(row) == [RowTrouble.OFFICE_NOT_ALIVE]


def test_the_year_cannot_lie_after_the_decision():
    assert troubles(check(achievement_year="2024")) == [RowTrouble.YEAR_AFTER_DECISION]
    several = ("2021, 2022", "2022 - 2021", "2020-2021, 2022", "2021 và 2022")
    for written in several:
        row = check(achievement_year=written)
        assert (row.achievement_year, troubles(row)) == (None, [RowTrouble.YEAR_SEVERAL]), written
    for written in ("2021-2022", "Năm học 2021 – 2022", "từ năm 2018 đến năm 2022", "2021-22"):
        row = check(achievement_year=written)
        assert (row.achievement_year, troubles(row), row.is_good) == (2022, [RowTrouble.YEAR_OF_SPAN], True), written
    for written in ("2010-11", "2010/11", "2005 – 06"):
        row = check(achievement_year=written)
        assert (row.achievement_year, troubles(row)) == (None, [RowTrouble.YEAR_OR_MONTH]), written
    assert check(achievement_year="Năm học 2010-11").achievement_year == 2011
    assert check(achievement_year="1999-00").achievement_year == 2000
    for written in ("2022", "2022, 2022", "31/12/2022", "2022-11"):
        assert (check(achievement_year=written).achievement_year, troubles(check(achievement_year=written))) == (
            2022,
            [],
        )


def test_awards():
    assert troubles(check(award="Tập thể lao động xuất sắc")) == [RowTrouble.AWARD_NOT_FOR_SUBJECT]
    assert troubles(check(award="Danh hiệu đã bỏ")) == [RowTrouble.AWARD_NOT_GIVEN_THEN]
    assert troubles(check(award="Huân chương Lao động")) == [RowTrouble.AWARD_CLASS_MISSING]
    assert check(award="Huân chương Lao động", award_class="hạng Ba").award == "HCLD3"
    nearest = check(award="Chiến sĩ thi đua cơ xở").problems[0]
    assert "Chiến sĩ thi đua cơ sở" in nearest.detail


def test_a_title_where_the_heading_promises_a_form_is_to_be_looked_at():
    row = check(expectations(family="form"))
    assert troubles(row) == [RowTrouble.AWARD_FAMILY_MIXED]
    assert row.is_good


def test_what_is_said_once_holds_where_the_row_is_silent():
    given = GivenForList(
        award=list(CATALOGUE).index("HCLD2") + 1,
        way="thematic",
        decision_date=date(2023, 1, 5),
        decision_number="1/QĐ",
        target_group="entrepreneur",
    )
    row = check(expectations(given=given), only={"name": "Nguyễn Văn Mẫu", "subject_kind": "cá nhân"})
    assert row.problems == []
    assert (row.award, row.way, row.decision_number) == ("HCLD2", Way.THEMATIC, "1/QĐ")
    assert row.target_group == TargetGroup.ENTREPRENEUR
    assert check(expectations(given=given)).award == "CSTDCS"


def test_the_section_says_the_subject_unless_the_row_does():
    silent = {key: value for key, value in WHOLE.items() if key != "subject_kind"}
    row = check(only=silent | {"award": "Huân chương Lao động hạng Nhì"}, subject="collective")
    assert (row.subject_kind, row.target_group) == (SubjectKind.COLLECTIVE, "")
    assert check(subject="collective").subject_kind == SubjectKind.INDIVIDUAL


def test_a_missing_target_group_is_told_and_refuses_nothing():
    for written, trouble in (("", RowTrouble.GROUP_MISSING), ("Khác", RowTrouble.GROUP_UNKNOWN)):
        row = check(target_group=written)
        assert troubles(row) == [trouble]
        assert row.is_good


@pytest.mark.parametrize(
    ("written", "day", "year"),
    [
        ("5/3/1975", date(1975, 3, 5), 1975),
        ("1975", None, 1975),
        ("năm 1975", None, 1975),
        ("Sinh năm 1985", None, 1985),
        ("Năm sinh: 1985", None, 1985),
        ("SN 1985", None, 1985),
        ("sinh ngày 05/3/1985", date(1985, 3, 5), 1985),
        ("1985 (Ất Sửu)", None, 1985),
        ("Ất Sửu - 1985", None, 1985),
        ("sinh năm 1985, tuổi Ất Sửu", None, 1985),
        ("05/01/1985 (Giáp Tí)", date(1985, 1, 5), 1985),
    ],
)
def test_births(written, day, year):
    row = check(birth=written)
    assert (troubles(row), row.birth_date, row.birth_year) == ([], day, year)


@pytest.mark.parametrize(
    ("written", "trouble"),
    [
        ("5/3/2024", RowTrouble.BIRTH_IMPOSSIBLE),
        ("30/02/1975", RowTrouble.BIRTH_NOT_A_DATE),
        ("1985 (Bính Dần)", RowTrouble.BIRTH_NOT_A_DATE),
        ("Ất Sửu", RowTrouble.BIRTH_NOT_A_DATE),
        ("Sinh năm 1985 hoặc 1986", RowTrouble.BIRTH_NOT_A_DATE),
    ],
)
def test_births_that_are_none(written, trouble):
    row = check(birth=written)
    assert ([(one.trouble, one.seen) for one in row.problems], row.birth_year) == ([(trouble, written)], None)


def test_one_person_only_by_number_or_by_name_birth_and_unit():
    assert check().recipient_key == ""
    assert check(birth="1975").recipient_key == ""
    by_birth = check(birth="5/3/1975").recipient_key
    assert by_birth == check(birth=date(1975, 3, 5), name="NGUYỄN  VĂN MẪU").recipient_key
    assert by_birth != check(birth="5/3/1975", name="Nguyễn Văn Mấu").recipient_key
    assert check(identity="012345678901").recipient_key == "cccd:digest of 012345678901|nguyen van mau"


def test_identity_numbers_are_sealed_and_never_shown():
    row = check(identity="12345678901")
    assert (row.identity_digest, row.identity_tail) == ("digest of 012345678901", "8901")
    bad = check(identity="12345")
    assert troubles(bad) == [RowTrouble.IDENTITY_MALFORMED]
    assert "12345" not in bad.problems[0].seen
    assert bad.is_good


def test_too_long_a_name():
    row = check(name="M" * 301)
    assert troubles(row) == [RowTrouble.TOO_LONG]
    assert len(row.name) == 300


def test_a_formula_is_no_name():
    row = check(name='=cmd|"/c calc"!A1')
    assert (troubles(row), row.name) == ([RowTrouble.FORMULA_WITHOUT_VALUE], "")


def test_honorifics_move_out_of_the_name():
    row = check(name="Ông Nguyễn Văn Mẫu")
    assert (row.honorific, row.name) == ("Ông", "Nguyễn Văn Mẫu")


@cases(some.dates(date(1900, 1, 1), date(2020, 1, 1)), some.text("ăâêôơưđàáảãạ abc", min_size=1, max_size=400))
def test_a_persons_key_fits_and_is_the_same_in_both_unicode_forms(born, name):
    key = person_key(name, born, "don vi")
    assert len(key) <= 400
    assert key == person_key(unicodedata.normalize("NFD", name), born, "don vi")


def test_what_is_said_once_is_kept_and_read_again():
    given = GivenForList(award=3, way="thematic", decision_date=date(2023, 1, 5), campaign=7)
    assert given.as_json() == {"award": 3, "way": "thematic", "decision_date": "2023-01-05", "campaign": 7}
    assert GivenForList.from_json(given.as_json()) == given
    later = GivenForList(way="regular", achievement_year=2022)
    assert given.but(later) == GivenForList(
        award=3, way="regular", decision_date=date(2023, 1, 5), campaign=7, achievement_year=2022
    )


@pytest.mark.parametrize(
    ("written", "said_once", "found", "trouble"),
    [
        ("Phong trào Một", None, 1, None),
        ("Phong trào Chung", None, None, RowTrouble.CAMPAIGN_SHARED),
        ("Phong trào Chung", 3, 3, None),
        ("Phong trào Chung", 9, None, RowTrouble.CAMPAIGN_SHARED),
        ("Phong trào Lạ", 3, None, RowTrouble.CAMPAIGN_UNKNOWN),
    ],
)
def test_a_name_that_two_campaigns_share_is_asked_and_not_refused(written, said_once, found, trouble):
    named = {"phong trao mot": frozenset({1}), "phong trao chung": frozenset({2, 3})}
    row = check(expectations(campaigns=named, given=GivenForList(campaign=said_once)), campaign=written)
    assert row.campaign == found
    assert troubles(row) == ([trouble] if trouble else [])


@pytest.mark.parametrize(
    ("decided", "year", "trouble"),
    [
        ("31/12/2020", "", (RowTrouble.CAMPAIGN_NOT_BEGUN, "01/01/2021")),
        ("05/06/2023", "2020", (RowTrouble.CAMPAIGN_NOT_THEN, "2020")),
        ("05/06/2023", "2022", (RowTrouble.CAMPAIGN_NOT_THEN, "2022")),
        ("05/06/2023", "", (RowTrouble.CAMPAIGN_LONG_OVER, "31/12/2021")),
        ("31/12/2022", "", None),
        ("05/06/2023", "2021", None),
    ],
)
def test_an_honour_of_a_campaign_is_for_what_was_achieved_while_it_ran(decided, year, trouble):
    of_2021 = expectations(campaign_days={1: Period.year(2021)}, given=GivenForList(campaign=1))
    row = check(of_2021, decision_date=decided, achievement_year=year)
    assert [(one.trouble, one.detail) for one in row.problems] == ([trouble] if trouble else [])
    assert row.is_good is (trouble is None)
    open_one = expectations(campaign_days={1: Period()}, given=GivenForList(campaign=1))
    assert check(open_one, decision_date=decided, achievement_year=year).is_good, "of unknown days nothing can be told"


@pytest.mark.parametrize("unit", ["như STT 1", "- như số 1", "như trên (Sở Thử)"])
def test_what_points_at_another_row_is_no_unit(unit):
    assert troubles(check(unit=unit)) == [RowTrouble.DITTO_ELSEWHERE]
