"""What the cluster did together, its conferences and its other activities, by day."""

from clusters.conferences.rules.terms import ActivityKind
from emulation.core.dates import format_document_date
from reports.document.rules.blocks import blocks_of
from reports.document.rules.conferences import called
from reports.document.rules.document import BulletList, Column, Heading, Paragraph, Row, Table
from reports.six_month.material.collect import Material

ACTIVITIES = {
    ActivityKind.EXCHANGE: "Trao đổi kinh nghiệm",
    ActivityKind.INSPECTION: "Kiểm tra",
    ActivityKind.JOINT_WORK: "Hoạt động chung",
}


def what_was_held(material: Material):
    """Nothing where nothing was held."""
    if material.conferences:
        yield Heading(2, "Hội nghị")
        for one in material.conferences:
            yield Paragraph.of(
                f"{called(one)} ngày {format_document_date(one.held_on)} tại {one.place}: "
                f"{one.present}/{one.members} thành viên dự."
            )
            yield from blocks_of(one.conclusion)
    if material.activities:
        yield Heading(2, "Hoạt động khác")
        yield Table(
            caption=material.said("Hoạt động của cụm"),
            columns=(
                Column("TT", "integer", weight=0.4),
                Column("Ngày", "day", weight=0.9),
                Column("Hoạt động", weight=1.1),
                Column("Nội dung", weight=2),
                Column("Địa điểm", weight=1.2),
                Column("Kết quả", weight=2),
            ),
            rows=tuple(
                Row.of(
                    place,
                    one.held_on,
                    ACTIVITIES[one.kind],
                    f"{one.subject} ({one.organiser})" if one.organiser else one.subject,
                    one.place,
                    one.result or "Chưa ghi",
                )
                for place, one in enumerate(material.activities, 1)
            ),
        )
        unsaid = sum(not one.result for one in material.activities)
        if unsaid:
            yield BulletList.of(f"{unsaid} hoạt động chưa ghi kết quả.")
