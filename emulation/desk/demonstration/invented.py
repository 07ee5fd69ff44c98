"""Names that nobody bears: people called after weather and fields, units called "Minh Họa" ("for illustration")."""

from awards.catalogue.rules.terms import TargetGroup


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


FAMILIES = _words("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý")
THINGS = _words("Mây Nắng Gió Suối Sóng Đồi Rừng Trăng Sương Mưa Lúa Sen Cau Dừa Khoai Thóc Thuyền Diều Chuồn Sáo")
WAYS_OF_BEING = _words(
    "Biếc Vàng Xanh Mới Sớm Khuya Chiều Nhỏ Xa Cao Rộng Êm Trong Lành Thơm Ngọt Ấm Tươi Lặng Dài Sâu Mềm Nhẹ Rơi "
    "Reo Bay Trôi Thả Nở Chín"
)
FEMALE_SHARE = 0.46

UNITS = {
    "Trường Tiểu học Minh Họa {}": 180,
    "Trường Trung học cơ sở Minh Họa {}": 140,
    "Trường Trung học phổ thông Minh Họa {}": 60,
    "Trường Mầm non Minh Họa {}": 160,
    "Trạm Y tế Minh Họa {}": 110,
    "Bệnh viện Đa khoa Minh Họa {}": 30,
    "Sở Minh Họa {}": 20,
    "Công ty TNHH Minh Họa {}": 150,
    "Hợp tác xã Nông nghiệp Minh Họa {}": 70,
    "Trung tâm Minh Họa {}": 60,
    "UBND phường Minh Họa {}": 90,
    "UBND xã Minh Họa {}": 80,
    "Hội Minh Họa {}": 30,
}
PARTS = (
    "Tổ Văn phòng",
    "Tổ Chuyên môn 1",
    "Tổ Chuyên môn 2",
    "Tổ Chuyên môn 3",
    "Phòng Tổng hợp",
    "Phòng Kế hoạch",
    "Phòng Tổ chức",
    "Phòng Nghiệp vụ",
    "Đội Công tác 1",
    "Đội Công tác 2",
    "Phân xưởng 1",
    "Phân xưởng 2",
)
POSITIONS = {
    TargetGroup.SENIOR_EXECUTIVE: ("Lãnh đạo cấp thành phố",),
    TargetGroup.DEPARTMENT_EXECUTIVE: ("Giám đốc", "Phó Giám đốc", "Chánh Văn phòng"),
    TargetGroup.ENTREPRENEUR: ("Giám đốc doanh nghiệp", "Chủ tịch Hội đồng quản trị"),
    TargetGroup.OTHER_EXECUTIVE: ("Trưởng phòng", "Phó Trưởng phòng", "Hiệu trưởng", "Phó Hiệu trưởng"),
    TargetGroup.DIRECT_WORKER: ("Giáo viên", "Công nhân", "Nông dân", "Chuyên viên", "Điều dưỡng", "Nhân viên"),
}
FIELDS = _phrases(
    "Giáo dục và đào tạo, Y tế, Nông nghiệp, Công nghiệp, Thương mại và dịch vụ, Xây dựng, Giao thông vận tải, "
    "Tài nguyên và môi trường, Tài chính, Ngân hàng, Khoa học và công nghệ, Thông tin và truyền thông, Văn hóa, "
    "Thể dục thể thao, Du lịch, Lao động và xã hội, Tư pháp, Nội vụ, Đối ngoại, Quốc phòng, An ninh, "
    "Mặt trận và đoàn thể, Tôn giáo và dân tộc, Lĩnh vực khác"
)


def person(chance) -> tuple[str, str]:
    """(form of address, name)"""
    address = "Bà" if chance.random() < FEMALE_SHARE else "Ông"
    return address, f"{chance.choice(FAMILIES)} {chance.choice(THINGS)} {chance.choice(WAYS_OF_BEING)}"


def unit(chance) -> str:
    (shape,) = chance.choices(tuple(UNITS), weights=tuple(UNITS.values()))
    return shape.format(chance.randint(1, UNITS[shape]))
