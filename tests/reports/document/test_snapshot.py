import json
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
from reports.document.rules.snapshot import checksum, freeze, thaw

TABLE = Table(
    "Bảng",
    (Column("TT", "integer"), Column("Tên"), Column("Tỷ lệ", "decimal", places=2)),
    (Row.of(1, "A", Decimal("79.92")), Row.section("I. B"), Row.total(None, "Tổng", Figure(3, source="dong=A"))),
    number_row=True,
)
DOCUMENT = Document(
    Letterhead("UBND\nTHÀNH PHỐ THỬ"),
    "BC",
    "Thử",
    "Sơ kết",
    date(2023, 7, 10),
    (
        Heading(1, "I."),
        Paragraph.of("Có ", Figure(23735, unit="lượt"), "."),
        BulletList.of("a"),
        TABLE,
        Chart("t", "lượt", (("A", 3),), "d"),
    ),
    signature=Signature(("TM.",)),
    annexes=(Annex("Phụ lục", "T", (TABLE,), landscape=True),),
    day=date(2023, 7, 10),
)


def test_what_was_said_comes_back_through_json_as_it_was():
    assert thaw(json.loads(json.dumps(freeze(DOCUMENT)))) == DOCUMENT


def test_the_checksum_tells_one_figure_from_another():
    other = thaw(json.loads(json.dumps(freeze(DOCUMENT)).replace("23735", "23736")))
    assert checksum(freeze(DOCUMENT)) == checksum(freeze(thaw(freeze(DOCUMENT))))
    assert checksum(freeze(DOCUMENT)) != checksum(freeze(other))
