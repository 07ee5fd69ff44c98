"""Tasks that were given by Cần Thơ's directive, by its chairman and to the five cities together (facts.yaml); a
request and one unit's report are invented."""

from dataclasses import dataclass
from datetime import date

from clusters.models import ClusterYear, Directive, Organisation
from clusters.tasks.actions import give_task, report_done
from clusters.tasks.rules import TaskKind
from emulation.desk.demonstration.accounts import CITIES
from emulation.desk.demonstration.block import UNITS
from emulation.desk.demonstration.year import CLUSTER, HEAD, People

END_OF_YEAR = date(2023, 12, 31)
BY_DIRECTIVE = (
    "Đề cao vai trò người đứng đầu và trưởng cụm, khối thi đua trong tổ chức phong trào",
    "Xây dựng tiêu chí phong trào cụ thể, rõ ràng, dễ kiểm tra, giám sát",
    "Chú trọng khen đột xuất, cơ sở, tập thể nhỏ, công nhân, nông dân, người lao động trực tiếp",
    "Đẩy mạnh ứng dụng công nghệ thông tin trong quy trình, thủ tục, hồ sơ khen thưởng và quản lý nhà nước về thi đua, "
    "khen thưởng",
)
AT_CONFERENCE = (
    "Cấp ủy 5 thành phố quan tâm, nghiên cứu, chỉ đạo sâu sắc công tác thi đua, khen thưởng; tiếp tục thực hiện "
    "Chỉ thị số 34-CT/TW và Nghị định số 91/2017/NĐ-CP",
    "Đẩy mạnh các phong trào do Thủ tướng Chính phủ phát động, hoàn thành cao nhất chỉ tiêu năm 2023",
    "Thể chế hóa nghị quyết của Trung ương về cơ chế đặc thù và đưa kết quả vào tiêu chí chấm điểm thi đua",
    "Chọn nhiệm vụ trọng tâm: giải ngân vốn đầu tư công, thu ngân sách, chuyển đổi số",
    "Phát hiện tập thể, cá nhân xuất sắc để nhân rộng, khen thưởng kịp thời",
)
AT_THE_CITY = (
    "Nâng cao nhận thức, cụ thể hóa phong trào của Trung ương và thành phố",
    "Trên cơ sở tổng kết của cụm, khối: đánh giá hạn chế, đổi mới sinh hoạt chuyên đề, khắc phục luân phiên, nể nang",
)
REQUEST = "Sớm ban hành văn bản hướng dẫn xét khen thưởng theo chuyên đề (minh họa)"
COUNCIL = "Phó Chủ tịch Hội đồng Thi đua - Khen thưởng Trung ương"


@dataclass(frozen=True)
class Cast:
    """Who does the deeds of a day: the cities and Cần Thơ's departments by their log-ins."""

    people: People
    bodies: dict[str, Organisation]


def cast_of(day: date) -> Cast:
    codes = {name: code for code, (name, _city) in CITIES.items()} | {
        name: code for name, (code, _unit) in UNITS.items()
    }
    return Cast(People(day, HEAD), {name: Organisation.objects.coded(code, day).get() for name, code in codes.items()})


def give_tasks(directive: Directive, cast: Cast) -> None:
    officer, city = cast.people.officer(HEAD), directive.organisation
    departments = [cast.bodies[name] for name in UNITS]
    year = ClusterYear.objects.get(cluster__code=CLUSTER, year=2023)
    said = {"kind": TaskKind.TASK, "conference": None, "due_on": END_OF_YEAR, "known_by": "Báo cáo tổng kết năm"}
    given = [
        give_task(
            city,
            units=departments,
            directive=directive,
            given_by="UBND thành phố Cần Thơ",
            addressed_to="các cấp, ngành",
            text=text,
            actor=officer,
            **said,
        )
        for text in BY_DIRECTIVE
    ]
    for text in AT_CONFERENCE:
        give_task(
            city,
            units=[cast.bodies[name] for name, _city in CITIES.values()],
            directive=None,
            cluster_year=year,
            given_by=COUNCIL,
            addressed_to="Cụm thi đua 5 thành phố trực thuộc Trung ương",
            text=text,
            actor=officer,
            **said,
        )
    give_task(
        city,
        units=[],
        directive=None,
        cluster_year=year,
        given_by="Cụm thi đua 5 thành phố trực thuộc Trung ương",
        addressed_to="Ban Thi đua - Khen thưởng Trung ương",
        text=REQUEST,
        actor=officer,
        **said | {"kind": TaskKind.REQUEST, "known_by": ""},
    )
    first = list(UNITS)[0]
    owed = given[1].assignments.get(organisation=cast.bodies[first])
    done = "Đã ban hành tiêu chí, thang điểm của phong trào"
    report_done(owed, text=done, document="Văn bản trình diễn", actor=cast.people.officer(first))


def give_tasks_of_the_city(city: Organisation, cast: Cast) -> None:
    for text in AT_THE_CITY:
        give_task(
            city,
            units=[cast.bodies[name] for name in UNITS],
            kind=TaskKind.TASK,
            directive=None,
            conference=None,
            given_by="Chủ tịch UBND thành phố Cần Thơ",
            addressed_to="sở, ban, ngành, địa phương",
            text=text,
            due_on=END_OF_YEAR,
            known_by="Báo cáo tổng kết năm",
            actor=cast.people.officer(HEAD),
        )
