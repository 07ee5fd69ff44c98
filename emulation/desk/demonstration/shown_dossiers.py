"""Which dossiers the demonstration shows. Their people and units are invented."""

from collections.abc import Iterator
from dataclasses import dataclass

from awards.catalogue.rules.terms import SubjectKind, TargetGroup
from awards.nominations.rules.terms import NominationState as S
from awards.procedures.rules.terms import Consulted, PaperKind
from emulation.desk.demonstration.block import UNITS

COLLECTIVE, PERSON = SubjectKind.COLLECTIVE, SubjectKind.INDIVIDUAL


@dataclass(frozen=True)
class AskedShown:
    """A body that the desk consults: `by` an account of the demonstration, or a `name` without one. `on`, `until`,
    `answered`: days from the dossier's beginning; a letter's where `number` is given; none where nobody answered."""

    kind: Consulted
    on: int
    until: int
    by: str = ""
    name: str = ""
    opinion: str = ""
    reason: str = ""
    answered: int | None = None
    number: str = ""


@dataclass(frozen=True)
class DossierShown:
    """`begun`: days before the demonstration's; each step follows some days later. Decisions fall into the second half
    of the year, so that the register's first half holds what its lists brought. `without`: a paper left out; `asks`:
    bodies consulted while it is appraised; `passed_on`: from its city to the board, which has not opened it."""

    by: str
    award: str
    name: str
    state: S
    kind: str = COLLECTIVE
    begun: int = 30
    unit: str = ""
    position: str = ""
    birth: str = ""
    group: str = ""
    comment: str = ""
    without: PaperKind | None = None
    asks: tuple[AskedShown, ...] = ()
    passed_on: bool = False


def _people(by: str, award: str, name: str, state: S, **more) -> DossierShown:
    said = {
        "unit": "Phòng Tổng hợp",
        "position": "Chuyên viên",
        "birth": "12/4/1985",
        "group": TargetGroup.DIRECT_WORKER,
        **more,
    }
    return DossierShown(by, award, name, state, kind=PERSON, **said)


def shown() -> Iterator[DossierShown]:
    yield from _of_units()
    yield from _of_cities()


def _of_units() -> Iterator[DossierShown]:
    home, finance, justice = UNITS
    yield DossierShown(home, "BK_TINH", "Phòng Cải cách hành chính Minh Họa", S.DRAFT, begun=4)
    yield DossierShown(
        home, "BK_TINH", "Phòng Tổ chức Minh Họa", S.DRAFT, begun=20, without=PaperKind.ACHIEVEMENT_REPORT
    )
    yield DossierShown(home, "TTLDXS", "Văn phòng Sở Minh Họa", S.PRESENTED, begun=8)
    yield DossierShown(home, "BK_TINH", "Phòng Thanh niên Minh Họa", S.SUBMITTED, begun=9)
    yield _people(home, "BK_TINH", "Trần Mây Biếc", S.SUBMITTED, begun=12)
    yield _people(home, "BK_TINH", "Trần Mây Biếc", S.REVIEW, begun=26)
    yield _people(
        home,
        "CSTD_TINH",
        "Lê Suối Xanh",
        S.REVIEW,
        begun=30,
        birth="02/9/1979",
        asks=(AskedShown(Consulted.SUPERIOR, 27, 37, by=finance), AskedShown(Consulted.SUPERIOR, 27, 31, by=justice)),
    )
    yield _people(
        home,
        "BK_TINH",
        "Phạm Rừng Thơm",
        S.REVIEW,
        begun=45,
        position="Phó Giám đốc",
        unit="Ban Giám đốc",
        group=TargetGroup.DEPARTMENT_EXECUTIVE,
    )
    yield DossierShown(
        home,
        "TTLDXS",
        "Phòng Xây dựng chính quyền Minh Họa",
        S.COUNCIL,
        begun=50,
        asks=(AskedShown(Consulted.SUPERIOR, 8, 15, by=justice),),
    )
    yield _people(home, "BK_TINH", "Võ Trăng Sớm", S.AWARDED, begun=40)
    yield DossierShown(finance, "BK_TINH", "Phòng Ngân sách Minh Họa", S.DRAFT, begun=2)
    yield DossierShown(
        finance,
        "BK_TINH",
        "Phòng Giá và Công sản Minh Họa",
        S.DRAFT,
        begun=35,
        comment="Báo cáo thành tích chưa nêu kết quả thu ngân sách năm 2022; đề nghị bổ sung số liệu, nguồn.",
    )
    yield _people(finance, "CSTD_TINH", "Hoàng Lúa Chín", S.PRESENTED, begun=6, birth="1981")
    yield DossierShown(finance, "BK_TINH", "Thanh tra Sở Minh Họa", S.SUBMITTED, begun=16)
    yield DossierShown(finance, "TTLDXS", "Phòng Tin học Minh Họa", S.REVIEW, begun=33)
    yield _people(
        finance, "BK_TINH", "Bùi Sen Ngọt", S.COUNCIL, begun=48, position="Trưởng phòng", group="other_executive"
    )
    yield DossierShown(finance, "BK_TINH", "Phòng Hành chính sự nghiệp Minh Họa", S.AWARDED, begun=41)
    yield _people(finance, "BK_TINH", "Đỗ Gió Lành", S.DECLINED, begun=60)
    yield DossierShown(justice, "BK_TINH", "Phòng Hộ tịch Minh Họa", S.DRAFT, begun=1)
    yield DossierShown(justice, "BK_TINH", "Phòng Công chứng số 1 Minh Họa", S.SUBMITTED, begun=5)
    yield DossierShown(
        justice,
        "BK_TTG",
        "Sở Tư pháp thành phố Cần Thơ",
        S.REVIEW,
        begun=40,
        asks=(
            AskedShown(Consulted.SUPERIOR, 7, 21, by=finance, opinion="agrees", answered=12),
            AskedShown(Consulted.TAX, 7, 21, name="Cục Thuế thành phố Cần Thơ"),
            AskedShown(
                Consulted.POLICE,
                7,
                21,
                name="Công an thành phố Cần Thơ",
                opinion="disagrees",
                reason="Đơn vị có vụ việc đang xác minh trong năm 2022; đề nghị chờ kết luận.",
                answered=19,
                number="2145/CAT-PV01",
            ),
        ),
    )
    yield DossierShown(finance, "BK_TTG", "Sở Tài chính thành phố Cần Thơ", S.REVIEW, begun=32, passed_on=True)
    yield _people(justice, "BK_TINH", "Ngô Sóng Êm", S.WITHDRAWN, begun=22)
    yield _people(justice, "CSTD_TINH", "Dương Cau Cao", S.DRAFT, begun=7)
    yield DossierShown(
        justice,
        "TTLDXS",
        "Trung tâm Trợ giúp pháp lý Minh Họa",
        S.REVIEW,
        begun=29,
        asks=(AskedShown(Consulted.SUPERIOR, 24, 33, by=home),),
    )


_ASKED_BY_THE_BOARD = (
    AskedShown(Consulted.SUPERIOR, 6, 20, name="Bộ Minh Họa"),
    AskedShown(Consulted.LOCALITY, 6, 14, by="cantho", opinion="agrees", reason="Không có vướng mắc.", answered=18),
)


def _of_cities() -> Iterator[DossierShown]:
    for place, city in enumerate(("hanoi", "haiphong", "danang", "hochiminh", "cantho")):
        yield DossierShown(
            city, "BK_TTG", f"Trường Trung học phổ thông Minh Họa {place + 41}", S.SUBMITTED, begun=8 + place
        )
        yield DossierShown(
            city,
            "BK_TTG",
            f"Bệnh viện Đa khoa Minh Họa {place + 11}",
            S.REVIEW,
            begun=20 + 3 * place,
            asks=_ASKED_BY_THE_BOARD if city == "danang" else (),
        )
        yield _people(
            city,
            "HC_LD_3",
            f"Huỳnh Thuyền {('Xa', 'Rộng', 'Mới', 'Trôi', 'Bay')[place]}",
            S.REVIEW if place % 2 else S.DRAFT,
            begun=15 + place,
            unit="Sở Minh Họa 3",
            position="Giám đốc",
            group=TargetGroup.DEPARTMENT_EXECUTIVE,
            birth="20/11/1970",
        )
    yield DossierShown("hanoi", "CO_CP", "Sở Minh Họa 7", S.DRAFT, begun=10)
    yield DossierShown("hanoi", "BK_TTG", "UBND phường Minh Họa 7", S.COUNCIL, begun=55)
    yield DossierShown("haiphong", "BK_TTG", "Công ty TNHH Minh Họa 12", S.DECLINED, begun=65)
    yield DossierShown(
        "danang",
        "BK_TTG",
        "Hợp tác xã Nông nghiệp Minh Họa 5",
        S.DRAFT,
        begun=42,
        comment="Đề nghị bổ sung xác nhận thuế của đơn vị.",
    )
    yield DossierShown("hochiminh", "BK_TTG", "Trung tâm Minh Họa 21", S.AWARDED, begun=39)
