"""Which columns a sheet of tasks has."""

from clusters.sheets.intake import SheetTable
from clusters.tasks.rules import TaskKind
from clusters.tasks.rules.rows import Column

ON_PAPER = {TaskKind.TASK: "Nhiệm vụ", TaskKind.REQUEST: "Kiến nghị"}
TABLE = SheetTable(
    title="Nhiệm vụ",
    headings={
        Column.TEXT: "Nhiệm vụ, kiến nghị",
        Column.KIND: "Loại",
        Column.GIVEN_BY: "Cơ quan giao",
        Column.ADDRESSED_TO: "Giao cho, gửi",
        Column.UNITS: "Đơn vị thực hiện",
        Column.DUE_ON: "Thời hạn",
        Column.KNOWN_BY: "Kết quả cần đạt",
        Column.KEEPER: "Cơ quan theo dõi",
        Column.ANSWER: "Trả lời",
    },
    needed=Column.TEXT,
    also={
        "nhiem vu": Column.TEXT,
        "noi dung nhiem vu": Column.TEXT,
        "noi dung": Column.TEXT,
        "kien nghi": Column.TEXT,
        "co quan kien nghi": Column.GIVEN_BY,
        "don vi giao": Column.GIVEN_BY,
        "don vi chu tri": Column.UNITS,
        "han hoan thanh": Column.DUE_ON,
        "thoi gian hoan thanh": Column.DUE_ON,
        "san pham": Column.KNOWN_BY,
    },
)
