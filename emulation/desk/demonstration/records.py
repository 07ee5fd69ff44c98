"""The book of records of Cần Thơ: years of 2021 and 2022 by list with their proof, honours declared from before the
register in every state; and a list of proposals of one of its units, judged and not sent yet."""

import csv
from datetime import date
from io import BytesIO, StringIO

from django.core.files.uploadedfile import SimpleUploadedFile

from awards.catalogue.rules.terms import SubjectKind
from awards.models import Award, DeclaredHonour, Subject, Submission, YearList
from awards.records.actions.declared import DeclaredSaid, confirm_declared, declare_honour, refuse_declared
from awards.submissions.actions.read import read_submission
from awards.submissions.actions.receive import keep_submission
from awards.year_lists.actions.receive import keep_year_list
from awards.year_lists.actions.take import check_year_list, take_year_list
from awards.year_lists.rules.terms import TAKES
from emulation.desk.demonstration.dossiers import CITY_OF_UNITS, Desks, small_pdf
from emulation.desk.demonstration.past import on_the_day

HOME = "cantho.noivu"
GOOD, EXCELLENT, DONE = "Hoàn thành tốt nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành nhiệm vụ"
OF_PEOPLE = (
    "TT",
    "Họ và tên",
    "Ngày sinh",
    "Đơn vị công tác",
    "Xếp loại",
    "Tên sáng kiến",
    "Phạm vi ảnh hưởng",
    "Kỷ luật",
)
OF_COLLECTIVES = (
    "TT",
    "Tên tập thể",
    "Xếp loại",
    "Tổng số người",
    "Số người hoàn thành nhiệm vụ",
    "Số LĐTT",
    "Số CSTĐCS",
)
PEOPLE = (
    ("Lê Suối Xanh", "02/9/1979", "Phòng Tổng hợp", EXCELLENT, "Số hóa kho lưu trữ", "Cấp tỉnh", "Không"),
    ("Trần Mây Biếc", "12/4/1985", "Phòng Tổng hợp", GOOD, "", "", "Không"),
    ("Phạm Rừng Thơm", "12/4/1985", "Ban Giám đốc", GOOD, "", "", "Không"),
    ("Bùi Sen Ngọt", "12/4/1985", "Phòng Tổng hợp", EXCELLENT, "Rút ngắn thời gian cấp phép", "Cơ sở", "Không"),
    ("Đỗ Gió Lành", "12/4/1985", "Phòng Tổng hợp", DONE, "", "", "Khiển trách"),
    ("Dương Cau Cao", "12/4/1985", "Phòng Tổng hợp", GOOD, "", "", "Không"),
    ("Hoàng Lúa Chín", "1981", "Phòng Tổng hợp", GOOD, "", "", "Không"),
    ("Vũ Đồi Xa", "20/11/1990", "Phòng Kế hoạch", "Khá", "", "", ""),
)
COLLECTIVES = (
    ("Văn phòng Sở Minh Họa", EXCELLENT, 18, 18, 16, 2),
    ("Phòng Xây dựng chính quyền Minh Họa", EXCELLENT, 12, 12, 9, 1),
    ("Phòng Tin học Minh Họa", GOOD, 9, 9, 6, 1),
    ("Trung tâm Trợ giúp pháp lý Minh Họa", EXCELLENT, 24, 23, 20, 3),
    ("Phòng Cải cách hành chính Minh Họa", GOOD, 11, 12, 8, 1),
)
PROPOSED = (
    ("Nguyễn Nắng Sớm", "03/02/1986", "Chuyên viên", "Phòng Tổng hợp", "Xử lý 1.240 hồ sơ, đúng hạn 99,1%"),
    ("Lý Thuyền Rộng", "17/8/1982", "Phó Trưởng phòng", "Phòng Kế hoạch", "Chủ trì 02 đề án được phê duyệt"),
    ("Hồ Dừa Xanh", "09/12/1991", "Chuyên viên", "Phòng Tổ chức", "Cải tiến quy trình tuyển dụng"),
    ("Phan Sương Mai", "25/5/1988", "Văn thư", "Văn phòng", ""),
    ("Đặng Khoai Ngọt", "31/02/1984", "Chuyên viên", "Văn phòng", "Tham mưu 14 kế hoạch thi đua"),
)


def load_records(day: date) -> int:
    """How many subjects the book then holds; nothing where it holds some."""
    people = Desks(day)
    if Subject.objects.exists() or not people.has(CITY_OF_UNITS):
        return 0
    with on_the_day(day):
        return _load(people, day)


def _load(people: Desks, day: date) -> int:
    officer, approver = people.pair(CITY_OF_UNITS)
    city = people.body(CITY_OF_UNITS)
    _years(city, 2021, SubjectKind.INDIVIDUAL, "xep-loai-ca-nhan-2021.csv", (OF_PEOPLE, *PEOPLE), officer)
    _years(city, 2022, SubjectKind.INDIVIDUAL, "xep-loai-ca-nhan-2022.csv", (OF_PEOPLE, *PEOPLE), officer)
    _years(city, 2022, SubjectKind.COLLECTIVE, "xep-loai-tap-the-2022.csv", (OF_COLLECTIVES, *COLLECTIVES), officer)
    _declared(Subject.objects.get(name="Lê Suối Xanh"), day, officer, approver)
    if people.has(HOME):
        _proposed(people)
    return Subject.objects.count()


def _years(city, year: int, kind: str, name: str, table, officer) -> None:
    proof = SimpleUploadedFile(f"Quyết định xếp loại năm {year}.pdf", small_pdf())
    kept: YearList = keep_year_list(
        city, year=year, subject_kind=kind, upload=_file(table), file_name=name, proof=proof, actor=officer
    )
    counts = check_year_list(kept.pk, actor=officer)
    take_year_list(kept.pk, seen=sum(counts.get(one, 0) for one in TAKES), actor=officer)


def _declared(subject: Subject, day: date, officer, approver) -> None:
    """Two confirmed, one refused, three that wait: two for the city's approver, one for the central board."""
    for code, year, number in (
        ("CSTDCS", 2016, "21/QĐ-SNV"),
        ("CSTDCS", 2017, "34/QĐ-SNV"),
        ("CSTDCS", 2018, "18/QĐ-SNV"),
        ("CSTDCS", 2019, "27/QĐ-SNV"),
        ("BK_TINH", 2019, "310/QĐ-UBND"),
        ("BK_TTG", 2020, "1122/QĐ-TTg"),
    ):
        said = DeclaredSaid(
            award=Award.objects.get(code=code),
            decision_number=number,
            decision_date=date(year + 1, 2, 15),
            achievement_year=year,
        )
        scan = SimpleUploadedFile(f"Quyết định {number.replace('/', '-')}.pdf", small_pdf())
        declare_honour(subject, said, scan=scan, on=day, actor=officer)
    declared = {(one.award.code, one.achievement_year): one for one in DeclaredHonour.objects.select_related("award")}
    for year in (2016, 2017):
        confirm_declared(declared["CSTDCS", year], actor=approver)
    refuse_declared(declared["CSTDCS", 2018], why="Bản quét không rõ số quyết định.", actor=approver)


def _proposed(people: Desks) -> None:
    officer, _approver = people.pair(HOME)
    headings = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Tóm tắt thành tích")
    kept: Submission = keep_submission(
        people.body(HOME),
        award=Award.objects.get(code="BK_TINH"),
        subject_kind=SubjectKind.INDIVIDUAL,
        upload=_file((headings, *PROPOSED)),
        file_name="de-nghi-bang-khen-2022.csv",
        actor=officer,
    )
    read_submission(kept.pk, actor=officer)


def _file(table) -> BytesIO:
    """As Excel saves a table in UTF-8."""
    headings, *rows = table
    text = StringIO()
    lines = csv.writer(text, delimiter=";")
    lines.writerow(headings)
    lines.writerows((number, *row) for number, row in enumerate(rows, start=1))
    return BytesIO(b"\xef\xbb\xbf" + text.getvalue().encode())
