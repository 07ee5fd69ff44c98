"""Random workbooks of the shapes that offices send, with what is true of every row of them. No database."""

import io
import random
from dataclasses import dataclass, field
from datetime import date

import xlsxwriter

FAMILIES = ("Nguyễn", "Trần", "Tống", "Tòng", "Lê", "Cống", "Hồ", "Danh", "Thạch", "Đỗ")
MIDDLES = ("Văn", "Thị", "Công", "Quốc", "Minh", "Hữu", "Số")
GIVEN = ("Mẫu", "Vi", "Ty", "Tổng", "Cộng", "An", "Bình", "Ước", "Thư", "Ngày", "Tập")
BODIES = (
    "Tổng công ty Minh Họa",
    "Tổng cục Minh Họa",
    "Cộng đồng Minh Họa",
    "Cống 3 tháng 2 Minh Họa",
    "Trường Tiểu học Minh Họa",
    "Tổ dân phố Tống Số",
    "Ban Thi đua Minh Họa",
    "Phòng Tổng hợp Minh Họa",
)
UNITS = ("Sở Minh Họa", "Trường Minh Họa", "UBND phường Minh Họa", "Công ty Minh Họa", "Tổng cục Minh Họa")
POSTS = ("Giáo viên", "Chuyên viên", "Trưởng phòng", "Phó Giám đốc")
AWARDS = {
    "individual": ("Chiến sĩ thi đua cơ sở", "Lao động tiên tiến", "Bằng khen của Chủ tịch UBND tỉnh"),
    "collective": ("Tập thể lao động xuất sắc", "Bằng khen của Chủ tịch UBND tỉnh"),
}
MERIT = "Bằng khen của Chủ tịch UBND tỉnh"
CODES = {"individual": ("Cá nhân", "CANHAN", "CN"), "collective": ("Tập thể", "TAPTHE", "TT")}
TITLES = {"individual": "CÁ NHÂN", "collective": "TẬP THỂ"}
NOUNS = {"individual": "cá nhân", "collective": "tập thể"}
HEADINGS = {
    "stt": ("STT", "TT", "Số TT"),
    "name": ("Họ và tên", "Họ và tên/ Tên tập thể", "Tên tập thể/cá nhân"),
    "birth": ("Ngày sinh", "Năm sinh", "Ngày, tháng, năm sinh"),
    "unit": ("Đơn vị công tác", "Đơn vị", "Cơ quan, đơn vị công tác"),
    "position": ("Chức vụ", "Chức danh"),
    "award": ("Danh hiệu thi đua/Hình thức khen thưởng", "Hình thức khen thưởng", "Danh hiệu"),
    "subject": ("Phân loại khen thưởng", "Đối tượng", "Loại"),
    "number": ("Số quyết định", "Số QĐ"),
    "day": ("Ngày quyết định", "Ngày ký", "Ngày"),
    "note": ("Ghi chú",),
}


@dataclass(frozen=True)
class TrueHonour:
    name: str
    award: str
    subject: str


@dataclass
class TrueBook:
    """`rows`: {(sheet, row): its honours, or why it is left out}; `blank` rows are not here. `counts_differ`: the rows
    that print a count which is not true."""

    content: bytes = b""
    rows: dict[tuple[str, int], tuple[TrueHonour, ...] | str] = field(default_factory=dict)
    counts_differ: set[tuple[str, int]] = field(default_factory=set)


class _Sheet:
    def __init__(self, book: TrueBook, sheet, name: str, struck):
        self.book, self.sheet, self.name, self.struck = book, sheet, name, struck
        self.row = 0

    def write(self, cells, truth, *, hidden: bool = False, crossed: bool = False) -> int:
        for place, cell in enumerate(cells):
            if isinstance(cell, date):
                self.sheet.write_datetime(self.row, place, cell, self.struck if crossed else None)
            elif cell not in ("", None):
                self.sheet.write(self.row, place, cell, self.struck if crossed else None)
        if hidden:
            self.sheet.set_row(self.row, None, None, {"hidden": True})
        self.row += 1
        if any(cell not in ("", None) for cell in cells):
            self.book.rows[self.name, self.row] = "hidden" if hidden else "struck" if crossed else truth
        return self.row

    def skip(self) -> None:
        self.row += 1


@dataclass(frozen=True)
class _Layout:
    """`awards`: column (a text), two (two texts), marks (x) or title; `subjects`: column or section."""

    columns: tuple[str, ...]
    headings: tuple[str, ...]
    awards: str
    subjects: str
    has_numbers: bool

    @property
    def place_of_name(self) -> int:
        return self.columns.index("name")


def random_book(seed: int) -> TrueBook:
    chance, book, out = random.Random(seed), TrueBook(), io.BytesIO()
    with xlsxwriter.Workbook(out, {"default_date_format": "dd/mm/yyyy"}) as workbook:
        struck = workbook.add_format({"font_strikeout": True, "num_format": "dd/mm/yyyy"})

        def new(name):
            return _Sheet(book, workbook.add_worksheet(name), name, struck)

        if chance.random() < 0.3:
            _catalogue(new("Danh mục"), "unread_sheet")
        for number in range(chance.choice((1, 1, 2, 3))):
            sheet = new(f"DS {number + 1}")
            for table in range(chance.choice((1, 1, 2))):
                _table(chance, sheet, first=table == 0)
        if chance.random() < 0.2:
            hidden = new("Ẩn")
            _catalogue(hidden, "hidden_sheet")
            hidden.sheet.hide()
    book.content = out.getvalue()
    return book


def _catalogue(sheet: _Sheet, why: str) -> None:
    for cells in (("Mã", "Tên danh hiệu"), ("CSTĐCS", "Chiến sĩ thi đua cơ sở"), ("LĐTT", "Lao động tiên tiến")):
        sheet.write(cells, why)


def _layout(chance: random.Random) -> _Layout:
    awards = chance.choice(("column", "column", "two", "marks", "title"))
    subjects = chance.choice(("column", "section"))
    columns = ["name", *chance.sample(("birth", "unit", "position"), chance.randint(1, 3))]
    columns += [{"column": "award", "two": "award two", "marks": "mark mark mark mark", "title": ""}[awards]]
    columns = " ".join(columns).split()
    if subjects == "column":
        columns.insert(chance.randint(1, len(columns)), "subject")
    if chance.random() < 0.6 or "award" not in columns:
        columns += ["number", "day"]
    if chance.random() < 0.3:
        columns.append("note")
    if chance.random() < 0.25:
        columns.insert(columns.index("name") + 1, "given")
    has_numbers = chance.random() < 0.85
    columns = (["stt"] if has_numbers else []) + columns
    marks = iter(AWARDS["individual"][:2] + AWARDS["collective"])
    headings = []
    for column in columns:
        if column == "mark":
            headings.append(next(marks))
        elif column == "given":
            headings.append("Tên" if "Họ và tên đệm" in headings else "")
        elif column == "name" and "given" in columns:
            headings.append(chance.choice(("Họ và tên đệm", "Họ và tên")))
        elif column == "award" and awards == "two":
            headings.append("Danh hiệu thi đua")
        elif column == "two":
            headings.append("Hình thức khen thưởng")
        else:
            headings.append(chance.choice(HEADINGS[column]))
    return _Layout(tuple(columns), tuple(headings), awards, subjects, has_numbers)


def _table(chance: random.Random, sheet: _Sheet, *, first: bool) -> None:
    layout = _layout(chance)
    plan = _plan(chance, layout)
    honours = [subject for subject, _many in plan for _ in range(_many)]
    if not first:
        for _blank in range(chance.randint(1, 2)):
            sheet.skip()
    _title(chance, sheet, layout, honours, needed=not first)
    sheet.write(layout.headings, "heading")
    if chance.random() < 0.3:
        sheet.write([f"({number})" for number in range(1, len(layout.columns) + 1)], "heading")
    number = 0
    for subject, many in plan:
        if layout.subjects == "section":
            said = chance.choice(("", f" ({many} {NOUNS[subject]})", f" ({many})"))
            sheet.write(
                _alone(layout, f"{'I' * (plan.index((subject, many)) + 1)}. {TITLES[subject]}{said}"), "section"
            )
        for nth in range(many):
            if layout.has_numbers and chance.random() < 0.1:
                sheet.write(_alone(layout, f"Quận Minh Họa {chance.choice('ABC')}"), "section")
            if nth and chance.random() < 0.08:
                sheet.skip()
            if nth and chance.random() < 0.05:
                sheet.write(layout.headings, "heading")
            number += 1
            _honour(chance, sheet, layout, subject, number)
            if chance.random() < 0.06:
                _not_taken(chance, sheet, layout, subject, number)
    _total(chance, sheet, layout, honours)
    if chance.random() < 0.4:
        sheet.skip()
        _signatures(chance, sheet, layout)


def _plan(chance: random.Random, layout: _Layout) -> list[tuple[str, int]]:
    subjects = chance.sample(("collective", "individual"), chance.randint(1, 2))
    if "given" in layout.columns:
        subjects = ["individual"]
    return [(subject, chance.randint(1, 7)) for subject in subjects]


def _title(chance: random.Random, sheet: _Sheet, layout: _Layout, honours: list[str], *, needed: bool) -> None:
    if not (needed or layout.awards == "title" or chance.random() < 0.7):
        return
    if chance.random() < 0.3 and not needed:
        sheet.write(("UBND TỈNH MINH HỌA", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "title")
    words = f"DANH SÁCH ĐƯỢC TẶNG {MERIT.upper()}" if layout.awards == "title" else "DANH SÁCH KHEN THƯỞNG"
    sheet.write((words, ""), "title")
    if chance.random() < 0.5:
        sheet.write(("(Kèm theo Tờ trình số 45/TTr-SNV ngày 01 tháng 02 năm 2023)",), "title")
    subject = chance.choice(sorted(set(honours)))
    true = honours.count(subject)
    if chance.random() < 0.3:
        wrong = chance.random() < 0.3
        row = sheet.write((f"(Gồm {true + 100 * wrong:02d} {NOUNS[subject]})",), "title")
        if wrong:
            sheet.book.counts_differ.add((sheet.name, row))


def _alone(layout: _Layout, text: str) -> list:
    cells = [""] * len(layout.columns)
    cells[layout.place_of_name] = text
    return cells


def _person(chance: random.Random) -> str:
    return f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}"


def _row_of(chance: random.Random, layout: _Layout, subject: str, number: int) -> tuple[list, tuple[TrueHonour, ...]]:
    name = _person(chance) if subject == "individual" else f"{chance.choice(BODIES)} {chance.randint(1, 99)}"
    open_to = [award for award in AWARDS[subject] if layout.awards != "marks" or award in layout.headings]
    several = len(open_to) > 1 and layout.awards in ("two", "marks") and chance.random() < 0.3
    awards = chance.sample(open_to, 2 if several else 1)
    if layout.awards == "title":
        awards = [MERIT]
    cells = []
    for place, column in enumerate(layout.columns):
        cells.append(_cell(chance, layout, column, place, subject=subject, number=number, name=name, awards=awards))
    if layout.awards == "two":
        awards = [
            cells[layout.columns.index(column)] for column in ("award", "two") if cells[layout.columns.index(column)]
        ]
    elif layout.awards == "marks":
        awards = [
            layout.headings[place] for place, column in enumerate(layout.columns) if column == "mark" and cells[place]
        ]
    return cells, tuple(TrueHonour(name, award, subject) for award in awards)


def _cell(chance: random.Random, layout: _Layout, column: str, place: int, *, subject, number, name, awards):
    if column == "stt":
        return number
    if column == "name":
        return name.rsplit(" ", 1)[0] if "given" in layout.columns else name
    if column == "given":
        return name.rsplit(" ", 1)[1]
    if column == "birth":
        return chance.choice((date(1975, 3, 5), "05/3/1980", "1969")) if subject == "individual" else ""
    if column == "award":
        return awards[0]
    if column == "two":
        return awards[1] if len(awards) > 1 else ""
    if column == "mark":
        return "x" if layout.headings[place] in awards else ""
    told = {
        "unit": chance.choice(UNITS),
        "position": chance.choice(POSTS) if subject == "individual" else "",
        "subject": chance.choice(CODES[subject]),
        "number": "12/QĐ-UBND",
        "day": chance.choice((date(2023, 3, 15), "15/03/2023")),
        "note": "",
    }
    return told[column]


def _honour(chance: random.Random, sheet: _Sheet, layout: _Layout, subject: str, number: int) -> None:
    cells, honours = _row_of(chance, layout, subject, number)
    sheet.write(cells, honours)


def _not_taken(chance: random.Random, sheet: _Sheet, layout: _Layout, subject: str, number: int) -> None:
    cells, honours = _row_of(chance, layout, subject, number)
    hidden = chance.random() < 0.5
    sheet.write(cells, honours, hidden=hidden, crossed=not hidden)


def _total(chance: random.Random, sheet: _Sheet, layout: _Layout, honours: list[str]) -> None:
    if chance.random() < 0.4:
        return
    wrong = chance.random() < 0.3
    number = len(honours) + 100 * wrong
    text = chance.choice((f"Tổng cộng: {number}", f"Cộng: {number} trường hợp", f"TỔNG SỐ: {number}", "Tổng cộng"))
    cells = _alone(layout, text)
    is_bare = text == "Tổng cộng"
    if is_bare and "note" in layout.columns and chance.random() < 0.5:
        cells[layout.columns.index("note")] = number
        is_bare = False
    row = sheet.write(cells, "total")
    if wrong and not is_bare:
        sheet.book.counts_differ.add((sheet.name, row))


def _signatures(chance: random.Random, sheet: _Sheet, layout: _Layout) -> None:
    sheet.write(_alone(layout, "Cần Thơ, ngày 05 tháng 3 năm 2023"), "signature")
    sheet.write(_alone(layout, chance.choice(("TM. ỦY BAN NHÂN DÂN", "NGƯỜI LẬP BIỂU", "Nơi nhận:"))), "signature")
    cells = _alone(layout, "- Như trên;")
    cells[-1] = "CHỦ TỊCH"
    sheet.write(cells, "signature")
    sheet.write(_alone(layout, _person(chance)), "signature")
