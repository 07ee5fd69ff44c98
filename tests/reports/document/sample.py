"""The six-month report of the five cities in 2023, as long and as awkward as a real one."""

from datetime import date
from decimal import Decimal

from reports.document.rules.document import (
    Annex,
    BulletList,
    Chart,
    Column,
    Document,
    Figure,
    Heading,
    Letterhead,
    Paragraph,
    Row,
    Signature,
    Table,
)

LETTERS = "ă â đ ê ô ơ ư á à ả ã ạ ắ ằ ẳ ẵ ặ ấ ầ ẩ ẫ ậ é è ẻ ẽ ẹ ế ề ể ễ ệ í ì ỉ ĩ ị ó ò ỏ õ ọ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ú ù ủ ũ ụ ứ ừ ử ữ ự ý ỳ ỷ ỹ ỵ"
HOSTILE = '<script>alert(1)</script> #import "x.typ" *đậm* $x^2$ & @nhãn [ngoặc] \\n {{ biến }} {% lệnh %}'
FORMULA = "=cmd|'/C calc'!A0"

LINES = (
    ("Huân chương các loại", 12, 27, 0, 39),
    ("Cờ thi đua của Chính phủ", 58, 0, 0, 58),
    ("Chiến sĩ thi đua toàn quốc", 0, 3, 0, 3),
    ("Bằng khen của Thủ tướng Chính phủ", 31, 53, 0, 84),
    ("Cờ thi đua của Ủy ban nhân dân thành phố", 1092, 0, 0, 1092),
    ("Tập thể Lao động xuất sắc", 3013, 0, 0, 3013),
    ("Chiến sĩ thi đua cấp thành phố", 0, 329, 0, 329),
    ("Bằng khen của Chủ tịch Ủy ban nhân dân thành phố", 6204, 12713, 200, 19117),
)
CITIES = (
    ("Thành phố Hà Nội", 7215),
    ("Thành phố Hồ Chí Minh", 8934),
    ("Thành phố Hải Phòng", 3377),
    ("Thành phố Đà Nẵng", 2461),
    ("Thành phố Cần Thơ", 1748),
)


def by_line() -> Table:
    rows = [Row.section("A. Khen thưởng cấp Nhà nước")]
    for at, (name, collective, individual, household, total) in enumerate(LINES, 1):
        if at == 5:
            rows.append(Row.section("B. Khen thưởng cấp thành phố"))
        rows.append(Row.of(at, name, collective, individual, household, Figure(total, source=f"line-{at}")))
    sums = [sum(line[n] for line in LINES) for n in (1, 2, 3, 4)]
    rows.append(Row.total(None, "Tổng cộng", *sums[:3], Figure(sums[3], source="all")))
    return Table(
        "Bảng 1. Kết quả khen thưởng theo danh hiệu, hình thức và đối tượng",
        (
            Column("TT", "integer", weight=0.5),
            Column("Danh hiệu thi đua, hình thức khen thưởng", weight=3.2),
            Column("Tập thể", "integer", unit="lượt", group="Chia theo đối tượng"),
            Column("Cá nhân", "integer", unit="lượt", group="Chia theo đối tượng"),
            Column("Hộ gia đình", "integer", unit="lượt", group="Chia theo đối tượng"),
            Column("Tổng số", "integer", unit="lượt"),
        ),
        tuple(rows),
        note="Ghi chú: tính các quyết định ký từ ngày 01 tháng 01 năm 2023 đến hết ngày 30 tháng 6 năm 2023.",
        number_row=True,
    )


def by_member() -> Table:
    total = sum(count for _, count in CITIES)
    rows = [
        Row.of(name, Figure(count, source=f"member-{at}"), Figure.share(count, total))
        for at, (name, count) in enumerate(CITIES)
    ]
    return Table(
        "Bảng 2. Kết quả khen thưởng theo thành viên",
        (Column("Thành viên", weight=2), Column("Số lượt khen", "integer"), Column("Tỷ trọng", "percent")),
        (*rows, Row.total("Toàn cụm", total, Figure.share(total, total))),
    )


def annex_table(rows: int = 60) -> Table:
    columns = (
        Column("TT", "integer", weight=0.5),
        Column("Đơn vị được khen", weight=3),
        Column("Số quyết định", weight=1.4),
        Column("Ngày ký", "day", weight=1.1),
        Column("Lĩnh vực", weight=1.6),
        Column("Điểm", "decimal", places=2),
        Column("Tỷ lệ", "percent"),
        Column("Ghi chú", weight=2),
    )
    made = tuple(
        Row.of(
            n,
            f"Đơn vị minh họa số {n} thuộc Sở Văn hóa, Thể thao và Du lịch thành phố",
            f"{n:02d}/QĐ-UBND",
            date(2023, n % 6 + 1, n % 28 + 1),
            "Chuyển đổi số",
            90 + n,
            Figure(Decimal(n) / 3, "percent", source=f"row-{n}")
            if n % 7
            else Figure(4, "percent", printed="trên 3,5%"),
            FORMULA if n == 3 else "Khen thưởng đột xuất, kịp thời" if n % 5 == 0 else None,
        )
        for n in range(1, rows + 1)
    )
    return Table("Danh sách tập thể được tặng Cờ thi đua của Chính phủ (trích)", columns, made, number_row=True)


def report() -> Document:
    chart = Chart(
        "Bằng khen của Chủ tịch Ủy ban nhân dân thành phố chiếm hơn bốn phần năm số lượt khen",
        "lượt",
        tuple((name, total) for name, *_, total in LINES),
        "Bằng khen cấp thành phố 19.117 lượt, Tập thể Lao động xuất sắc 3.013 lượt, sáu dòng còn lại 1.605 lượt.",
    )
    return Document(
        letterhead=Letterhead(superior="", issuer="ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ"),
        symbol="BC-CTĐ",
        place="Cần Thơ",
        subject="Sơ kết 6 tháng đầu năm 2023 của Cụm thi đua\n5 thành phố trực thuộc Trung ương",
        number="15",
        day=date(2023, 8, 4),
        as_of=date(2023, 7, 1),
        identifier="cluster-six-month/CUM_5TP/2023/1",
        blocks=(
            Paragraph.of(
                "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị và Nghị định số 98/2023/NĐ-CP của Chính phủ, Cụm thi đua 5 thành phố trực thuộc Trung ương báo cáo kết quả công tác thi đua, khen thưởng 6 tháng đầu năm 2023 như sau:"
            ),
            Heading(1, "I. KẾT QUẢ KHEN THƯỞNG"),
            Heading(2, "1. Kết quả chung"),
            Paragraph.of(
                "Trong 6 tháng đầu năm 2023, các thành phố trong Cụm đã khen thưởng ",
                Figure(23735, unit="lượt", source="all"),
                " tập thể, cá nhân và hộ gia đình. Tỷ lệ khen thưởng cá nhân là người trực tiếp lao động, sản xuất, công tác đạt ",
                Figure.share(10488, 13123, source="direct"),
                "; tăng trưởng kinh tế của mỗi thành phố đều đạt ",
                Figure(4, "percent", printed="trên 3,5%"),
                ".",
            ),
            by_line(),
            Heading(2, "2. Cơ cấu khen thưởng"),
            chart,
            Heading(3, "a) Theo thành viên"),
            by_member(),
            Heading(1, "II. TỒN TẠI, HẠN CHẾ"),
            BulletList.of(
                "Phong trào ở một số nơi chưa đi vào chiều sâu, còn chung chung, chưa sát nhiệm vụ chính trị của địa phương, đơn vị.",
                "Hình thức khen thưởng đột xuất chưa nhiều.",
                "Bộ chữ: " + LETTERS + " " + LETTERS.upper(),
            ),
            Heading(1, "III. NHIỆM VỤ 6 THÁNG CUỐI NĂM"),
            Paragraph.of("Ghi chép nguyên văn: " + HOSTILE),
            Paragraph.of(
                "Trên đây là báo cáo sơ kết 6 tháng đầu năm 2023 của Cụm thi đua 5 thành phố trực thuộc Trung ương, trân trọng báo cáo Hội đồng Thi đua - Khen thưởng Trung ương xem xét, chỉ đạo."
            ),
        ),
        recipients=(
            "Hội đồng Thi đua - Khen thưởng Trung ương",
            "Ban Thi đua - Khen thưởng Trung ương",
            "Các thành viên Cụm thi đua",
            "Lưu: VT, BTĐKT",
        ),
        signature=Signature(("TM. CỤM THI ĐUA", "CỤM TRƯỞNG", "CHỦ TỊCH ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ")),
        annexes=(
            Annex(
                "Phụ lục I",
                "Danh sách tập thể được tặng Cờ thi đua của Chính phủ 6 tháng đầu năm 2023",
                (annex_table(),),
                landscape=True,
            ),
        ),
    )
