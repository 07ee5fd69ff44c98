"""Lists of years: a table, sent in and read by the worker."""

import io

from awards.models import YearList, YearListRow
from awards.year_lists.actions.receive import receive_year_list
from emulation.core import clock
from tests.awards.lists.clients import work
from tests.awards.lists.workbooks import book
from tests.awards.nominations.make import Office
from tests.clusters.people.make import make_user

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
    "Số CSTĐCS",
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


def make_year_list(organisation, *, state="checked", created_by=None) -> YearList:
    """With one row that can be taken."""
    year_list = YearList.objects.create(
        organisation=organisation,
        year=2022,
        subject_kind="individual",
        state=state,
        file="lists/thu.xlsx",
        file_name="thu.xlsx",
        file_size=1,
        checksum="0" * 64,
        created_by=created_by or make_user(),
        created_at=clock.now(),
    )
    YearListRow.objects.create(year_list=year_list, row=2, name="Nguyễn Mây Thử", state="new", said={"rating": "good"})
    return year_list
