"""The year 2022, told to its end: of the five cities, and of the block inside Cần Thơ. All of it is invented."""

from datetime import date
from decimal import Decimal

from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.indicators.rules.terms import TargetKind
from clusters.models import Cluster, ClusterYear, Mandate, PostKind
from clusters.pacts.rules.terms import PactSection
from clusters.regulation.rules.proposed_awards import ProposedAward
from emulation.core.actor import Actor
from emulation.desk.demonstration import block, year
from emulation.desk.demonstration.accounts import CITIES
from emulation.desk.demonstration.closed_year import Days, Teller, ToldYear

LEFT_OPEN = "Số liệu và báo cáo 6 tháng của năm 2022 đã lập bằng văn bản, trước khi dùng hệ thống"
VOTED = (
    ("Thông qua báo cáo tổng kết công tác thi đua, khen thưởng năm 2022", "Nhất trí thông qua."),
    ("Thông qua kết quả chấm điểm, suy tôn đơn vị dẫn đầu", "Nhất trí với kết quả kiểm phiếu."),
    ("Bầu cụm trưởng, cụm phó năm 2023 và ký giao ước thi đua", "Các đơn vị ký giao ước tại Hội nghị."),
)
OF_A_BLOCK = (
    *VOTED[:2],
    (
        "Bầu khối trưởng, khối phó năm 2023; bàn việc ký giao ước thi đua",
        "Giao ước thi đua năm 2023 được lấy ý kiến các thành viên, ký sau Hội nghị.",
    ),
)

CITIES_2022 = ToldYear(
    cluster=year.CLUSTER,
    year=2022,
    head="hanoi",
    members={name: code for name in year.ORDER for code, (user, _city) in CITIES.items() if user == name},
    office=year.OFFICE,
    place="Hà Nội",
    preamble="Các thành viên Cụm thống nhất ký kết Giao ước thi đua năm 2022 với những nội dung sau đây.",
    posts={PostKind.HEAD: "hanoi", PostKind.DEPUTY: "cantho", PostKind.HOST_YEAR_END: "hanoi"},
    days=Days(
        adopted=date(2022, 3, 10),
        signed=date(2022, 3, 25),
        figures=date(2023, 1, 16),
        scored=date(2023, 2, 20),
        held=year.SIGNED_ON,
        frozen=date(2023, 4, 5),
        reported=date(2023, 4, 10),
        closed=date(2023, 4, 14),
    ),
    commitments=(
        (
            PactSection.LEADERSHIP,
            "Mỗi thành viên phát động ít nhất 8 phong trào thi đua theo chuyên đề trong năm",
            "Số phong trào đã phát động",
            "phong trào",
            "Báo cáo của thành viên",
        ),
        (
            PactSection.SOCIO_ECONOMY,
            "Thực hiện đạt các chỉ tiêu phát triển kinh tế - xã hội ghi tại phụ lục của giao ước này",
            "Số chỉ tiêu đạt",
            "chỉ tiêu",
            "Số liệu cả năm đã tiếp nhận",
        ),
        (
            PactSection.EXEMPLARS,
            "Mỗi thành viên phát hiện, biểu dương ít nhất 80 điển hình tiên tiến",
            "Số điển hình được biểu dương",
            "điển hình",
            "Báo cáo của thành viên",
        ),
    ),
    targets={
        "grdp-toc-do-tang": (
            TargetKind.AT_LEAST,
            ("từ 7% trở lên", "từ 13% trở lên", "từ 6,5% trở lên", "từ 6% trở lên", "từ 7,5% trở lên"),
        ),
        "thu-ngan-sach": (
            TargetKind.AMOUNT,
            ("311.600 tỷ đồng", "99.500 tỷ đồng", "19.800 tỷ đồng", "386.500 tỷ đồng", "11.100 tỷ đồng"),
        ),
        "von-dau-tu-toan-xa-hoi": (
            TargetKind.AMOUNT,
            ("430.000 tỷ đồng", "175.000 tỷ đồng", "32.500 tỷ đồng", "350.000 tỷ đồng", "28.700 tỷ đồng"),
        ),
        "ho-ngheo": (
            TargetKind.AT_MOST,
            ("không quá 0,2%", "không quá 1,2%", "không quá 2,3%", "không quá 0,5%", "không quá 0,6%"),
        ),
        "bao-hiem-y-te": (TargetKind.SHARE, ("92%", "91%", "95%", "91%", "91%")),
        "lao-dong-qua-dao-tao": (
            TargetKind.AT_LEAST,
            ("từ 72% trở lên", "từ 84% trở lên", "từ 65% trở lên", "từ 86% trở lên", "từ 74% trở lên"),
        ),
        "do-thi-hoa": (TargetKind.RANGE, ("48% - 50%", "45% - 47%", "86% - 88%", "78% - 80%", "72% - 74%")),
    },
    sheets={
        "grdp-toc-do-tang": ("8,8%", "12,3%", "14,1%", "9%", "12,6%"),
        "thu-ngan-sach": ("332.900 tỷ đồng", "108.200 tỷ đồng", "22.100 tỷ đồng", "471.500 tỷ đồng", "11.900 tỷ đồng"),
        "von-dau-tu-toan-xa-hoi": (
            "447.000 tỷ đồng",
            "181.300 tỷ đồng",
            "33.900 tỷ đồng",
            "341.800 tỷ đồng",
            "29.600 tỷ đồng",
        ),
        "giai-ngan-dau-tu-cong": ("91,5%", "96,2%", "88,4%", "69,3%", "93%"),
        "ho-ngheo": ("0,1%", "1,1%", "2,2%", "0,4%", "0,5%"),
        "bao-hiem-y-te": ("92,5%", "91,4%", "97,1%", "92,3%", "92,1%"),
        "lao-dong-qua-dao-tao": ("72,2%", "85%", "66,1%", "86,5%", "74,6%"),
        "do-thi-hoa": ("49,1%", "45,6%", "87,3%", "79,1%", "72,3%"),
        "xa-nong-thon-moi": ("382/382", "137/137", "11/11", "56/56", "36/36"),
        "xa-nong-thon-moi-nang-cao": ("92/382", "24/137", "3/11", "9/56", "24/36"),
        "xa-nong-thon-moi-kieu-mau": ("12/382", "8/137", "1/11", "1/56", "8/36"),
        "phong-trao-chuyen-de": ("41", "33", "64", "52", "39"),
        "dien-hinh-tien-tien": ("2.140", "780", "395", "1.820", "426"),
        "khen-nguoi-truc-tiep": ("12.050/14.800", "3.890/5.200", "1.910/2.480", "7.600/9.700", "2.415/2.980"),
    },
    judged={
        "hanoi": Decimal("0.97"),
        "haiphong": Decimal("0.95"),
        "danang": Decimal("0.94"),
        "hochiminh": Decimal("0.93"),
        "cantho": Decimal("0.96"),
    },
    agenda=VOTED,
    conclusion="Năm 2022, các thành viên Cụm đã hoàn thành các nội dung giao ước; Hội nghị thành công.",
    votes={
        BallotPurpose.ACCLAIM: {"haiphong": 4, "cantho": 1},
        BallotPurpose.HEAD: {"cantho": 4, "haiphong": 1},
        BallotPurpose.DEPUTY: {"haiphong": 4, "danang": 1},
    },
    proposals={"haiphong": ProposedAward.GOVERNMENT_FLAG, "hanoi": ProposedAward.PRIME_MINISTER_CERTIFICATE},
    left_open=LEFT_OPEN,
    number_of_report=112,
    chair="Phó Chủ tịch UBND thành phố Hà Nội, Cụm trưởng",
    secretary="Chánh Văn phòng Ban Thi đua - Khen thưởng thành phố Hà Nội",
)

BLOCK_2022 = ToldYear(
    cluster=block.CODE,
    year=2022,
    head="cantho.taichinh",
    members={name: code for name, (code, _unit) in block.UNITS.items()},
    office="Phó Giám đốc Sở",
    place="Cần Thơ",
    preamble="Các thành viên Khối thống nhất ký kết Giao ước thi đua năm 2022.",
    posts={PostKind.HEAD: "cantho.taichinh", PostKind.DEPUTY: "cantho.noivu"},
    days=Days(
        adopted=date(2022, 3, 3),
        signed=date(2022, 3, 11),
        figures=date(2023, 1, 10),
        scored=date(2023, 1, 17),
        held=date(2023, 2, 8),
        frozen=date(2023, 2, 15),
        reported=date(2023, 2, 20),
        closed=date(2023, 2, 28),
    ),
    commitments=(
        (
            PactSection.LEADERSHIP,
            "Giải quyết hồ sơ khen thưởng trình đúng hạn từ 95% trở lên",
            "Tỷ lệ hồ sơ đúng hạn",
            "%",
            "Hệ thống một cửa",
        ),
    ),
    targets={},
    sheets={
        "phong-trao-chuyen-de": ("6", "5", "4"),
        "dien-hinh-tien-tien": ("14", "12", "9"),
        "khen-nguoi-truc-tiep": ("42/55", "38/49", "31/44"),
    },
    not_theirs="Chỉ tiêu không giao cho sở",
    judged={"cantho.noivu": Decimal("0.94"), "cantho.taichinh": Decimal("0.97"), "cantho.tuphap": Decimal("0.92")},
    agenda=OF_A_BLOCK,
    signs_next=False,
    conclusion="Các thành viên Khối đã hoàn thành giao ước thi đua năm 2022.",
    votes={
        BallotPurpose.ACCLAIM: {"cantho.taichinh": 2, "cantho.noivu": 1},
        BallotPurpose.HEAD: {"cantho.noivu": 2, "cantho.taichinh": 1},
        BallotPurpose.DEPUTY: {"cantho.tuphap": 2, "cantho.noivu": 1},
    },
    proposals={"cantho.taichinh": ProposedAward.PROVINCE_FLAG},
    left_open=LEFT_OPEN,
    number_of_report=45,
    chair="Phó Giám đốc Sở Tài chính, Khối trưởng",
    secretary="Chánh Văn phòng Sở Tài chính",
)


def load_closed_years(*, actor: Actor) -> None:
    """`actor` has an administrator's rights. A year that is there is left as it is, and so is a demonstration whose
    people have no mandate in it."""
    for told in (CITIES_2022, BLOCK_2022):
        known = ClusterYear.objects.filter(cluster__code=told.cluster, year=told.year).exists()
        may = Mandate.objects.filter(user__username=told.head).on(told.days.adopted).exists()
        if not known and may:
            Teller(told, Cluster.objects.get(code=told.cluster), actor).tell()
