"""Builders of conferences: planned, opened with everybody there, closed."""

from dataclasses import dataclass
from datetime import date

from clusters.conferences.actions.conferences import plan_conference, take_step
from clusters.conferences.actions.parts import record_attendance, set_item
from clusters.conferences.rules.terms import ActivityKind, ConferenceKind
from clusters.models import Activity, Attendance, ClusterYear, Conference, ConferenceItem, ConferencePaper

FACTS = {
    "kind": ConferenceKind.YEAR_END,
    "subject": "",
    "held_on": date(2023, 7, 6),
    "place": "Cần Thơ",
    "host": None,
    "quorum": 2,
    "chair": "Phó Chủ tịch UBND thành phố",
    "secretary": "Ban Thi đua - Khen thưởng",
    "signs_next": False,
}
POINT = {"title": "Tổng kết năm", "presenter": "Cụm trưởng", "conclusion": "", "position": 1}


@dataclass(frozen=True)
class MadeConference:
    conference: Conference
    item: ConferenceItem
    guest: Attendance
    conference_paper: ConferencePaper
    activity: Activity

    @property
    def as_world(self) -> dict:
        return vars(self)


def make_conference(*, cluster_year: ClusterYear, paper) -> MadeConference:
    """Planned, with one of everything it can hold, and an activity beside it."""
    held_on = date(cluster_year.year, 7, 6)
    conference = Conference.objects.create(
        cluster_year=cluster_year, kind=ConferenceKind.MID_YEAR, held_on=held_on, place="Nơi Thử", quorum=1
    )
    return MadeConference(
        conference,
        conference.items.create(position=1, title="Nội dung thử"),
        conference.attendance.create(office="Khách Thử", people=1, is_present=True),
        conference.papers.create(title="Tài liệu thử", paper=paper),
        Activity.objects.create(
            cluster_year=cluster_year,
            kind=ActivityKind.EXCHANGE,
            subject="Trao đổi thử",
            held_on=held_on,
            place="Nơi Thử",
        ),
    )


def planned(year, head, **facts) -> Conference:
    """With an agenda of one point."""
    conference = plan_conference(year, actor=head.officer, **(FACTS | facts))
    set_item(conference, None, actor=head.officer, **POINT)
    return conference


def everybody_there(conference, head, *, but=()) -> Conference:
    rows = [
        {
            "organisation": member,
            "is_present": member not in but,
            "office": "Chủ tịch UBND",
            "people": 3,
            "why_absent": "Bận công tác",
        }
        for member in conference.members
    ]
    record_attendance(conference, rows, actor=head.officer)
    return conference


def opened(year, head, **facts) -> Conference:
    conference = everybody_there(planned(year, head, **facts), head)
    return take_step(conference, "open", actor=head.officer)


def closed(year, head, **facts) -> Conference:
    conference = opened(year, head, **facts)
    for item in conference.items.all():
        set_item(conference, item, actor=head.officer, **(POINT | {"conclusion": "Nhất trí."}))
    return take_step(conference, "close", conclusion="Hội nghị thành công.", actor=head.approver)
