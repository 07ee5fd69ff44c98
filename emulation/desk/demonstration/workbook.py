"""Cần Thơ's list as an office would send it: layout L1, with sheets of catalogues and formatted empty rows."""

from pathlib import Path

import xlsxwriter

from awards.catalogue.rules.terms import SubjectKind, TargetGroup, Way
from emulation.core.dates import format_date
from emulation.desk.demonstration.invented import FIELDS

SHEET = "file nhận"
EMPTY_ROWS = 550
HEADINGS = (
    ("STT", 6),
    ("Tên gọi\n(Ông/Bà/Chức danh)", 14),
    ("Tên tập thể/\ncá nhân/hộ gia đình", 36),
    ("Ngày sinh", 12),
    ("Chức vụ", 24),
    ("Đơn vị công tác", 36),
    ("Phân loại\nkhen thưởng", 24),
    ("Danh hiệu thi đua/\nHình thức khen thưởng", 40),
    ("Phân loại đối tượng", 40),
    ("Lĩnh vực\nhoạt động", 24),
    ("Phương thức\nkhen thưởng", 16),
    ("Năm\nthành tích", 10),
    ("Số quyết định", 16),
    ("Ngày\nquyết định", 12),
)
SUBJECTS = {
    SubjectKind.COLLECTIVE: "Khen thưởng tập thể",
    SubjectKind.INDIVIDUAL: "Khen thưởng cá nhân",
    SubjectKind.HOUSEHOLD: "Khen thưởng hộ gia đình",
}
GROUPS = {
    TargetGroup.SENIOR_EXECUTIVE: "Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên",
    TargetGroup.DEPARTMENT_EXECUTIVE: "Lãnh đạo cấp vụ, sở, ngành và tương đương",
    TargetGroup.ENTREPRENEUR: "Doanh nhân",
    TargetGroup.OTHER_EXECUTIVE: "Các cấp lãnh đạo khác từ phó phòng trở lên",
    TargetGroup.DIRECT_WORKER: "Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu",
}
WAYS = {
    Way.REGULAR: "Thường xuyên",
    Way.THEMATIC: "Chuyên đề",
    Way.UNSCHEDULED: "Đột xuất",
    Way.DIPLOMATIC: "Đối ngoại",
    Way.SERVICE: "Cống hiến",
    Way.TENURE: "Niên hạn",
    Way.RESISTANCE: "Kháng chiến",
}
KINDS_OF_BODY = (("Công ty", "Doanh nghiệp"), ("Hợp tác xã", "Doanh nghiệp"), ("UBND", "Cơ quan hành chính"))
KIND_OF_BODY = "Đơn vị sự nghiệp"
NAME, DAY, NUMBER, TEXT, HEADING = "name", "day", "number", "text", "heading"


def write_list(path: Path, honours, award_names: dict[str, str]) -> None:
    """`award_names` by code, as the city prints them; written under another name first, so nobody sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}")
    with xlsxwriter.Workbook(str(part), {"constant_memory": True, "strings_to_formulas": False}) as book:
        looks = _looks(book)
        _list(book.add_worksheet(SHEET), looks, honours, award_names)
        _catalogue(book.add_worksheet("Danh mục danh hiệu"), looks, ("Mã", "Tên"), sorted(award_names.items()))
        _catalogue(book.add_worksheet("Đối tượng"), looks, ("Tên",), [(name,) for name in GROUPS.values()])
        _catalogue(book.add_worksheet("Lĩnh vực"), looks, ("Tên",), [(name,) for name in FIELDS])
    part.replace(path)


def _looks(book):
    plain = {"font_name": "Times New Roman", "font_size": 12, "border": 1, "valign": "vcenter"}
    return {
        TEXT: book.add_format({**plain, "text_wrap": True}),
        NUMBER: book.add_format({**plain, "align": "center"}),
        DAY: book.add_format({**plain, "num_format": "dd/mm/yyyy", "align": "center"}),
        HEADING: book.add_format({**plain, "bold": True, "text_wrap": True, "align": "center"}),
    }


def _list(sheet, looks, honours, award_names):
    for column, (_heading, width) in enumerate(HEADINGS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    last = len(honours) + EMPTY_ROWS
    for column, words in ((6, SUBJECTS), (10, WAYS)):
        sheet.data_validation(1, column, last, column, {"validate": "list", "source": list(words.values())})
    for column, (heading, _width) in enumerate(HEADINGS):
        sheet.write_string(0, column, heading, looks[HEADING])
    for row, honour in enumerate(honours, start=1):
        _row(sheet, row, honour, award_names[honour.award_code], looks)
    for row in range(len(honours) + 1, last + 1):
        for column in range(len(HEADINGS)):
            sheet.write_blank(row, column, None, looks[TEXT])


def _row(sheet, row, honour, award, looks):
    body = next((kind for start, kind in KINDS_OF_BODY if honour.name.startswith(start)), KIND_OF_BODY)
    born = format_date(honour.birth_date) if honour.birth_date else str(honour.birth_year or "")
    texts = {
        1: honour.honorific,
        2: honour.name,
        3: born,
        4: honour.position,
        5: honour.unit,
        6: SUBJECTS[honour.subject_kind],
        7: award,
        8: GROUPS.get(honour.target_group, body if honour.subject_kind == SubjectKind.COLLECTIVE else ""),
        9: FIELDS[row % len(FIELDS)],
        10: WAYS[honour.way],
        12: honour.decision_number,
    }
    sheet.write_number(row, 0, row, looks[NUMBER])
    for column, text in texts.items():
        if text:
            sheet.write_string(row, column, text, looks[TEXT])
        else:
            sheet.write_blank(row, column, None, looks[TEXT])
    sheet.write_number(row, 11, honour.achievement_year, looks[NUMBER])
    sheet.write_datetime(row, 13, honour.decision_date, looks[DAY])


def _catalogue(sheet, looks, headings, rows):
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, 40)
        sheet.write_string(0, column, heading, looks[HEADING])
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row):
            sheet.write_string(number, column, text, looks[TEXT])
