"""Lists of proposals: a table of people, sent in and read by the worker."""

import io

from awards.models import Submission, SubmissionRow
from awards.submissions.actions.receive import receive_submission
from emulation.core import clock
from tests.awards.lists.clients import work
from tests.awards.lists.workbooks import book
from tests.awards.nominations.make import Office, make_leveled
from tests.clusters.people.make import make_user

HEADINGS = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Tóm tắt thành tích")
ACHIEVED = "Hoàn thành vượt mức kế hoạch năm 2022"
GOOD = (
    ("Nguyễn Mây Xanh", "12/4/1985", "Chuyên viên", "Phòng A", ACHIEVED),
    ("Trần Gió Êm", "1979", "Giáo viên", "Phòng B", ACHIEVED),
)


def table(*rows, headings=HEADINGS) -> bytes:
    return book({"Danh sách": [headings, *((number, *row) for number, row in enumerate(rows, 1))]})


def sent_in(by: Office, content: bytes, *, award="KT_TINH", kind="individual", name="danh-sach.xlsx") -> Submission:
    """The worker's turn is still to come."""
    return receive_submission(
        by.organisation,
        award=make_leveled(award),
        subject_kind=kind,
        upload=io.BytesIO(content),
        file_name=name,
        actor=by.officer,
    )


def read_in(by: Office, content: bytes, **said) -> Submission:
    submission = sent_in(by, content, **said)
    work()
    return Submission.objects.select_related("organisation__parent", "award", "job").get(pk=submission.pk)


def make_submission(organisation, *, state="judged", created_by=None, nomination=None) -> Submission:
    """With one row: the dossier, or one that became none."""
    submission = Submission.objects.create(
        organisation=organisation,
        award=make_leveled("KT_TINH"),
        subject_kind="collective",
        state=state,
        file="lists/thu.xlsx",
        file_name="thu.xlsx",
        file_size=1,
        checksum="0" * 64,
        created_by=created_by or make_user(),
        created_at=clock.now(),
    )
    SubmissionRow.objects.create(
        submission=submission, row=2, name="Thử", nomination=nomination, code="" if nomination else "markup"
    )
    return submission
