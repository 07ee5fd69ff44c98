"""Lists of years: a table, sent in and read by the worker."""

import io

from awards.models import YearList
from awards.year_lists.actions.receive import receive_year_list
from tests.awards.lists.clients import work
from tests.awards.lists.workbooks import book
from tests.awards.nominations.make import Office

OF_PEOPLE = (
    "TT",
    "Họ và tên",
    "Ngày sinh",
    "Đơn vị công tác",
    "Xếp loại",
    "Tên sáng kiến",
    "Phạm vi ảnh hưởng",
    "Kỷ luật",
)
OF_COLLECTIVES = (
    "TT",
    "Tên tập thể",
    "Xếp loại",
    "Tổng số người",
    "Số người hoàn thành nhiệm vụ",
    "Tỷ lệ LĐTT (%)",
    "CSTĐCS",
)


def table(*rows, headings=OF_PEOPLE) -> bytes:
    return book({"Năm 2022": [headings, *((number, *row) for number, row in enumerate(rows, 1))]})


def sent_in(by: Office, content: bytes, *, year=2022, kind="individual", proof=None, name="nam-2022.xlsx") -> YearList:
    """The worker's turn is still to come."""
    return receive_year_list(
        by.organisation,
        year=year,
        subject_kind=kind,
        upload=io.BytesIO(content),
        file_name=name,
        proof=proof,
        actor=by.officer,
    )


def again(year_list: YearList) -> YearList:
    return YearList.objects.select_related("organisation", "job", "proof").get(pk=year_list.pk)


def checked(by: Office, content: bytes, **said) -> YearList:
    year_list = sent_in(by, content, **said)
    work()
    return again(year_list)
