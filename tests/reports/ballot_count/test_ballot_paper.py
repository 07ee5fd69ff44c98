"""The minutes of a counted ballot on paper, and their part in the minutes of the conference."""

import pytest

from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.models import Conference, ConferenceBallot
from reports.ballot_count import compose as ballot
from reports.ballot_count.material import ballot_material
from reports.document.rules.document import Heading, Paragraph, Table
from reports.minutes import compose as minutes
from reports.minutes.material import minutes_material
from tests.clusters.ballots.make import counted, make_meeting
from tests.clusters.figures.visiting import signed_in
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_meeting()


def paper_of(held):
    found = ConferenceBallot.objects.select_related("ballot", "conference__cluster_year__cluster__owner")
    return ballot.compose(ballot_material(found.get(pk=held.pk)))


def said_in(document) -> str:
    return " ".join(block.text for block in document.blocks if isinstance(block, Heading | Paragraph))


def test_it_says_eligible_present_issued_valid_invalid_and_for(meeting):
    document = paper_of(counted(meeting, (1, 0, 0, 0, None)))
    said = said_in(document)
    assert document.kind == "BIÊN BẢN KIỂM PHIẾU"
    assert document.subject == "Suy tôn đơn vị dẫn đầu phong trào thi đua năm 2023"
    assert (
        "Tổng số thành viên có quyền bỏ phiếu: 5; có mặt: 5; số phiếu phát ra: 5; thu về: 5; hợp lệ: 4; "
        "không hợp lệ: 1." in said
    )
    assert f"{meeting.units[0]} được suy tôn là đơn vị dẫn đầu với 3/5 phiếu." in said
    assert "phải đạt ít nhất 50% số phiếu" in said
    assert "không bỏ phiếu cho chính mình" in said
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [row.cells[-1] for row in table.rows] == [3, 1, 0, 0, 0]
    assert [box.lines[0] for box in document.signers] == ["KIỂM PHIẾU VIÊN THỨ NHẤT", "KIỂM PHIẾU VIÊN THỨ HAI"]


def test_every_outcome_has_its_sentence(meeting):
    for choices, said in (
        ((1, 0, 0, 1, None), "Chưa đơn vị nào được chọn: nhiều phiếu nhất là"),
        ((None,) * 5, "vì không có phiếu hợp lệ; cần bỏ phiếu lại"),
        ((1, 0, 1, 1, 1), "được bầu làm cụm trưởng với 4/5 phiếu."),
    ):
        document = paper_of(counted(meeting, choices, purpose=BallotPurpose.HEAD))
        assert said in said_in(document)
    assert "Đây là lần bỏ phiếu lại." in said_in(document)


def test_it_stands_in_the_minutes_of_the_conference(meeting):
    counted(meeting)
    conference = Conference.objects.select_related("cluster_year__cluster__owner", "host", "signs_year").get()
    said = said_in(minutes.compose(minutes_material(conference)))
    assert "IV. BỎ PHIẾU KÍN" in said
    assert "1. Suy tôn đơn vị dẫn đầu" in said
    assert "V. KẾT LUẬN CHUNG" in said


def test_it_is_downloaded_by_those_who_see_the_conference(meeting):
    held = counted(meeting)
    client = signed_in(meeting.cities[3].officer, "en")
    for form, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = client.get(f"/bo-phieu/{held.pk}/bien-ban/{form}/")
        assert answer.status_code == 200
        assert answer.content.startswith(begins)
        assert answer.content == client.get(f"/bo-phieu/{held.pk}/bien-ban/{form}/").content
    assert client.get(f"/bo-phieu/{held.pk}/bien-ban/xlsx/").status_code == 404
