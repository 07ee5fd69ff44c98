"""Campaigns, tasks and requests that were followed through → blocks of a report."""

from collections.abc import Iterator, Sequence

from clusters.campaigns.rules.terms import ReviewKind
from emulation.core.dates import format_document_date
from reports.document.rules.document import Block, BulletList, Column, Figure, Heading, Paragraph, Row, Table
from reports.followed.material import (
    Followed,
    FollowedCampaign,
    FollowedExemplar,
    FollowedRequest,
    Review,
)

REVIEWS = {ReviewKind.MID: "Sơ kết", ReviewKind.FINAL: "Tổng kết"}
MOST_NAMED = 10


def campaigns_followed(
    followed: Followed, *, units: str, by_names_of_then: bool = False, declared: Sequence[str] = ()
) -> Iterator[Block]:
    """`units`: what those are called of whom it is told; `by_names_of_then`: to be said in a report by the units of
    another day; `declared`: numbers of campaigns that units report without their names. Nothing where no unit takes
    part in or launched any."""
    if by_names_of_then and followed != Followed():
        yield Paragraph.of("Phần này ghi theo tên đơn vị tại thời điểm báo cáo.")
    if followed.campaigns:
        yield from _taken_part(followed, units)
    if followed.launched:
        yield from _launched_by(followed, units)
        if declared:
            yield Paragraph.of(
                f"Danh sách trên chỉ gồm phong trào đã ghi tên trong phần mềm; số phong trào do {units} tự báo cáo "
                f"({'; '.join(declared)}) gồm cả phong trào chưa ghi tên, nên hai số có thể khác nhau."
            )
    if followed.exemplars:
        yield Heading(2, "Mô hình, điển hình tiên tiến")
        yield BulletList.of(*(_exemplar(one) for one in followed.exemplars))


def _exemplar(one: FollowedExemplar) -> str:
    measured = f"{one.measured_by} đơn vị đã" if one.measured_by else "chưa đơn vị nào"
    used = f"{one.used_by} đơn vị khác áp dụng, {measured} có kết quả đo được"
    if not one.used_by:
        used = "chưa có đơn vị khác áp dụng"
    day = format_document_date(one.recognised_on)
    return f"“{one.title}” ({one.unit}), công nhận ngày {day} theo {one.recognised_in}; {used}."


def _launched_by(followed: Followed, units: str) -> Iterator[Block]:
    dated = [(one.unit, one.names) for one in followed.launched if one.names]
    undated = [(one.unit, one.undated) for one in followed.launched if one.undated]
    yield Heading(2, f"Phong trào do các {units} phát động")
    if dated:
        yield Paragraph.of(
            Figure(len(dated), unit=units),
            " phát động ",
            Figure(sum(len(names) for _unit, names in dated), unit="phong trào thi đua"),
            " đang thực hiện trong kỳ:",
        )
        yield BulletList.of(*(_launched(*each) for each in dated))
    if undated:
        beside = ", không tính vào số trên" if dated else ""
        yield Paragraph.of(f"Chưa nêu thời gian thực hiện, nên chưa rõ có thực hiện trong kỳ hay không{beside}:")
        yield BulletList.of(*(_launched(*each) for each in undated))


def _launched(unit: str, names: Sequence[str]) -> str:
    return f"{unit} ({len(names)}): {'; '.join(names)}."


def _taken_part(followed: Followed, units: str) -> Iterator[Block]:
    found = followed.campaigns
    unheard = sum(len(one.silent) == len(one.joined) for one in found)
    yield Heading(2, f"Phong trào có {units} tham gia")
    yield Paragraph.of(
        "Trong kỳ, ",
        Figure(len(found), unit="phong trào thi đua"),
        f" có {units} đăng ký tham gia; ",
        Figure(len(found) - unheard, unit="phong trào"),
        " có báo cáo tiến độ",
        *((", ", Figure(unheard, unit="phong trào"), " chưa có tin") if unheard else ()),
        ".",
    )
    yield Table(
        "Thực hiện các phong trào thi đua trong kỳ",
        (
            Column("TT", "integer", weight=0.4),
            Column("Phong trào thi đua", weight=3),
            Column("Cơ quan phát động", weight=1.5),
            Column("Tham gia", "integer", group="Số đơn vị", weight=0.8),
            Column("Có báo cáo", "integer", group="Số đơn vị", weight=0.8),
            Column("Được kiểm tra", "integer", group="Số đơn vị", weight=0.8),
            Column("Sơ kết, tổng kết", weight=1.6),
        ),
        tuple(
            Row.of(
                place,
                one.name,
                one.initiator,
                len(one.joined),
                len(one.joined) - len(one.silent),
                one.inspected,
                "; ".join(_reviewed(each) for each in one.reviews),
            )
            for place, one in enumerate(found, 1)
        ),
        note="Đơn vị tham gia mà không có báo cáo trong kỳ là chưa có tin, không phải là chưa thực hiện.",
    )
    silent = [_silent(one) for one in found if one.silent]
    if silent:
        yield Paragraph.of("Chưa có tin trong kỳ:")
        yield BulletList.of(*silent)


def _reviewed(one: Review) -> str:
    return f"{REVIEWS[one.kind]} ngày {format_document_date(one.on)} ({one.document})"


def _silent(one: FollowedCampaign) -> str:
    if len(one.silent) > MOST_NAMED:
        return f"“{one.name}”: {len(one.silent)} đơn vị."
    return f"“{one.name}”: {', '.join(one.silent)}."


def tasks_followed(followed: Followed) -> tuple[str, list[Block]]:
    """(heading of the part, which names what it tells, blocks); none where nothing was given or asked."""
    tasks, requests = list(_tasks(followed)), list(_requests(followed))
    if tasks and requests:
        both = [Heading(2, "Nhiệm vụ được giao"), *tasks, Heading(2, "Kiến nghị với cấp trên"), *requests]
        return "NHIỆM VỤ ĐƯỢC GIAO VÀ KIẾN NGHỊ", both
    return ("KIẾN NGHỊ VỚI CẤP TRÊN", requests) if requests else ("NHIỆM VỤ ĐƯỢC GIAO", tasks)


def _tasks(followed: Followed) -> Iterator[Block]:
    if followed.tasks:
        finished = sum(one.owing == one.done for one in followed.tasks)
        late = sum(one.late for one in followed.tasks)
        yield Paragraph.of(
            "Đến ngày lập báo cáo, ",
            Figure(finished, printed=f"{finished}/{len(followed.tasks)}"),
            " nhiệm vụ đã được mọi đơn vị hoàn thành, có minh chứng",
            *(("; ", Figure(late, unit="nhiệm vụ"), " quá hạn") if late else ()),
            ".",
        )
        yield Table(
            "Tình hình thực hiện nhiệm vụ được giao",
            (
                Column("TT", "integer", weight=0.4),
                Column("Nhiệm vụ", weight=3),
                Column("Cơ quan giao", weight=1.5),
                Column("Thời hạn", "day", weight=1.4),
                Column("Được giao", "integer", group="Số đơn vị", weight=0.8),
                Column("Chờ công nhận", "integer", group="Số đơn vị", weight=0.8),
                Column("Hoàn thành", "integer", group="Số đơn vị", weight=0.8),
                Column("Ghi chú", weight=0.9),
            ),
            tuple(
                Row.of(
                    place,
                    one.text,
                    one.given_by,
                    one.due_on,
                    one.owing,
                    one.reported,
                    one.done,
                    "Quá hạn" if one.late else "",
                )
                for place, one in enumerate(followed.tasks, 1)
            ),
            note="Hoàn thành: đơn vị đã báo cáo kèm minh chứng và được cơ quan theo dõi công nhận.",
        )


def _requests(followed: Followed) -> Iterator[Block]:
    if followed.requests:
        yield BulletList.of(*(_asked(one) for one in followed.requests))


def _asked(one: FollowedRequest) -> str:
    to_whom = f" (gửi {one.addressed_to})" if one.addressed_to else ""
    said = f"{one.text.rstrip('.')}{to_whom}"
    if one.answered_on is None:
        return f"{said}: chưa có trả lời."
    return f"{said}: trả lời ngày {format_document_date(one.answered_on)}: {' '.join(one.answer.split()).rstrip('.')}."
