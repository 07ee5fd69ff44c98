"""Which columns a sheet of campaigns has."""

from clusters.campaigns.rules.rows import Column
from clusters.sheets.intake import SheetTable

TABLE = SheetTable(
    title="Phong trào",
    headings={
        Column.NAME: "Tên phong trào",
        Column.ALIASES: "Tên gọi khác",
        Column.FORM: "Hình thức",
        Column.FIRST_DAY: "Từ ngày",
        Column.LAST_DAY: "Đến ngày",
        Column.DOCUMENT: "Văn bản phát động",
        Column.LAUNCHED_ON: "Ngày phát động",
        Column.CRITERIA: "Tiêu chí",
        Column.INITIATOR: "Cơ quan phát động",
    },
    needed=Column.NAME,
    also={
        "phong trao thi dua": Column.NAME,
        "ten phong trao thi dua": Column.NAME,
        "hinh thuc to chuc": Column.FORM,
        "ngay bat dau": Column.FIRST_DAY,
        "ngay ket thuc": Column.LAST_DAY,
    },
    wide=2,
)
