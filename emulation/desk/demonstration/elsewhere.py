"""What the press named of two other clusters, whose heads it does not name: problems and tasks of the year-end
conference that Đắk Lắk hosted and of the mid-year conference that Kiên Giang hosted (facts.yaml), kept by the host."""

from dataclasses import dataclass
from datetime import date

from clusters.membership.models.cluster import Membership
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.models import ClusterYear, Organisation, Task
from clusters.tasks.actions import give_task
from clusters.tasks.rules import TaskKind
from emulation.core.actor import Actor, Role
from emulation.desk.demonstration.accounts import NAME
from emulation.desk.demonstration.past import on_the_day
from reports.runs.actions.passages import write_passage
from reports.runs.rules.passages import PassagePlace


@dataclass(frozen=True)
class Given:
    """`by`, `to`: as the press says it, offices only."""

    text: str
    by: str
    to: str
    due_on: date


@dataclass(frozen=True)
class Named:
    """Of a conference on the day `on`: `half` of whose report it was held."""

    cluster: str
    year: int
    half: int
    on: date
    host: str
    problems: tuple[str, ...]
    tasks: tuple[Given, ...]


HIGHLANDS, SOUTH_WEST = (
    "Cụm thi đua các tỉnh Tây Nguyên và duyên hải miền Trung",
    "Cụm thi đua các tỉnh Tây Nam Bộ",
)
MEMBER = "Thành viên Hội đồng Thi đua - Khen thưởng Trung ương phụ trách cụm"
HEAD_OF_BOARD = "Trưởng ban Ban Thi đua - Khen thưởng Trung ương"
END_OF_2023, END_OF_2020 = date(2023, 12, 31), date(2020, 12, 31)
NAMED = (
    Named(
        "CUM_TNDHMT",
        2022,
        WHOLE_YEAR,
        date(2023, 3, 30),
        "Đắk Lắk",
        (
            "Phong trào ở một số nơi chưa đi vào chiều sâu, chung chung, chưa sát nhiệm vụ chính trị.",
            "Chỉ tập trung khâu phát động ban đầu và khâu khen thưởng; giải pháp tổ chức, kiểm tra, giám sát chưa được "
            "chú trọng.",
            "Chất lượng khen thưởng một số nơi không cao.",
            "Phát hiện, xây dựng, bồi dưỡng điển hình tiên tiến còn hạn chế.",
            "Hình thức khen thưởng đột xuất chưa nhiều.",
            "Tỷ lệ đề nghị khen cho cấp lãnh đạo, quản lý còn nhiều.",
        ),
        (
            Given(
                "Khắc phục tồn tại; nâng chất lượng, chính xác, kịp thời; quan tâm nhân tố mới, người lao động trực "
                "tiếp, tập thể nhỏ, vùng sâu, vùng xa",
                MEMBER,
                HIGHLANDS,
                END_OF_2023,
            ),
            Given("Giao lưu, liên kết, phổ biến nhân rộng mô hình, cách làm hay", MEMBER, HIGHLANDS, END_OF_2023),
            Given(
                "Tổ chức kỷ niệm 75 năm Lời kêu gọi thi đua ái quốc (11/6/1948-11/6/2023)",
                MEMBER,
                HIGHLANDS,
                date(2023, 6, 11),
            ),
        ),
    ),
    Named(
        "CUM_TNB",
        2019,
        1,
        date(2019, 8, 6),
        "Kiên Giang",
        (
            "Hồ sơ khen thưởng thành tích kháng chiến còn tồn đọng do địa phương quản lý; hoàn thành đến năm 2020.",
            "Hội đồng Thi đua - Khen thưởng và bộ máy chuyên trách cần kiện toàn, tinh gọn.",
        ),
        (
            Given(
                "Hoàn tất hồ sơ khen thưởng người có công trong kháng chiến còn tồn đọng",
                HEAD_OF_BOARD,
                SOUTH_WEST,
                END_OF_2020,
            ),
            Given(
                "Chuẩn bị Đại hội Thi đua yêu nước các cấp",
                HEAD_OF_BOARD,
                "Hội đồng, Ban Thi đua - Khen thưởng các tỉnh",
                END_OF_2020,
            ),
            Given(
                "Phát động thi đua thực hiện kinh tế - xã hội 2019 và kế hoạch 5 năm; nhân điển hình; kiện toàn Hội "
                "đồng Thi đua - Khen thưởng tỉnh; tinh gọn cơ quan chuyên trách; kiểm tra, giám sát",
                SOUTH_WEST,
                SOUTH_WEST,
                date(2019, 12, 31),
            ),
        ),
    ),
)


def load_elsewhere() -> None:
    """What is there already is left as it is."""
    for named in NAMED:
        year = ClusterYear.objects.filter(cluster__code=named.cluster, year=named.year).first()
        if year is not None and not Task.objects.filter(cluster_year=year).exists():
            with on_the_day(named.on):
                _keep(named, year)


def _keep(named: Named, year: ClusterYear) -> None:
    host = Organisation.objects.on(named.on).get(name=named.host)
    kept, heads = frozenset({host.pk}), frozenset({year.pk})
    clerk = Actor(
        user_id=None,
        name=NAME,
        mandates=frozenset({(Role.OFFICER, host.pk)}),
        own=kept,
        entered=kept,
        headed=heads,
        headed_entered=heads,
    )
    text = "\n".join(f"- {problem}" for problem in named.problems)
    write_passage(year, named.half, place=PassagePlace.PROBLEMS, text=text, seen="", actor=clerk)
    seats = Membership.objects.on(named.on).filter(cluster=year.cluster_id).values("organisation")
    members = list(Organisation.objects.filter(pk__in=seats))
    for given in named.tasks:
        give_task(
            host,
            units=members,
            kind=TaskKind.TASK,
            directive=None,
            conference=None,
            cluster_year=year,
            given_by=given.by,
            addressed_to=given.to,
            text=given.text,
            due_on=given.due_on,
            known_by="",
            actor=clerk,
        )
