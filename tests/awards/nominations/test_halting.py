"""A complaint halts a dossier at its desk: it goes nowhere and nothing is decided on it until the complaint is settled."""

import pytest
from django.test import Client
from django.urls import reverse

from awards.decisions.actions.decisions import issue_decision
from awards.nominations.actions.halting import halt_nomination, let_go_on
from awards.nominations.actions.steps import award_nomination, take_step
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, User
from tests.awards.decisions.make import agreed_dossier, drafted, said_by
from tests.awards.nominations.make import make_nomination, taken_up
from tests.awards.sittings.make import make_room
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


def test_a_halted_dossier_goes_nowhere_and_is_not_decided_on():
    room = make_room()
    unit, city = room.offices.unit, room.offices.city
    looked_into = taken_up(make_nomination(unit, name="Phòng A"), unit, city)
    with pytest.raises(Refusal, match="lãnh đạo cơ quan đang giữ hồ sơ"):
        halt_nomination(looked_into, why="Đơn", actor=city.officer)
    with pytest.raises(Refusal, match="lý do"):
        halt_nomination(looked_into, why=" ", actor=city.approver)
    halt_nomination(looked_into, why="Đơn về số liệu năm 2022.", actor=city.approver)
    with pytest.raises(Refusal, match="đã dừng vì đơn khiếu nại từ ngày 10/07/2023"):
        halt_nomination(looked_into, why="Đơn khác", actor=city.approver)
    with pytest.raises(Refusal, match="Hồ sơ đang dừng vì đơn khiếu nại: Đơn về số liệu năm 2022. Giải quyết xong"):
        take_step(looked_into, "put_to_council", actor=city.officer)

    agreed = [agreed_dossier(room, name) for name in ("Phòng B", "Phòng C")]
    decision = drafted(room, *agreed)
    halt_nomination(agreed[1], why="Đơn", actor=city.approver)
    with pytest.raises(Refusal, match=r"chưa quyết định được: Phòng C \(Đơn\)"):
        issue_decision(decision, said_by(room), actor=city.approver)
    agreed[1].refresh_from_db()
    with pytest.raises(Refusal, match="chưa quyết định được"):
        award_nomination(agreed[1], number="12", day=DAY, actor=city.approver)
    let_go_on(agreed[1], why="Đơn không có căn cứ", actor=city.approver)
    with pytest.raises(Refusal, match="không dừng vì đơn"):
        let_go_on(agreed[1], why="Lần nữa", actor=city.approver)
    assert issue_decision(decision, said_by(room), actor=city.approver).is_issued
    with pytest.raises(Refusal, match="đang ở trạng thái"):
        halt_nomination(agreed[1], why="Đơn", actor=city.approver)
    assert list(AuditEntry.objects.filter(verb="awards.let_nomination_go_on").values_list("why", flat=True)) == [
        "Đơn không có căn cứ"
    ]


def test_its_desk_reads_why_it_is_halted_and_its_nominator_does_not():
    room = make_room()
    unit, city = room.offices.unit, room.offices.city
    dossier = taken_up(make_nomination(unit, name="Phòng A"), unit, city)
    halt = reverse("awards:nomination-halt", args=[dossier.pk])
    pages = {}
    for who, actor in {"leader": city.approver, "desk": city.officer, "unit": unit.officer}.items():
        client = Client()
        client.force_login(User.objects.get(pk=actor.user_id))
        assert client.get(halt).status_code == (200 if who == "leader" else 404)
        if who == "leader":
            assert client.post(halt, {"why": "Đơn về thành tích"}).status_code == 302
        pages[who] = client.get(dossier.get_absolute_url()).content.decode()
    assert {who: "Đơn về thành tích" in page for who, page in pages.items()} == {
        "leader": True,
        "desk": True,
        "unit": False,
    }
    assert ("Cho hồ sơ đi tiếp" in pages["leader"], "Cho hồ sơ đi tiếp" in pages["desk"]) == (True, False)
