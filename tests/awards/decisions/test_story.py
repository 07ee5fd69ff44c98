"""From the Council's room to the register, the printed certificate and a stranger who asks by its code, through the
pages: five members at once, one of them kept from a dossier."""

import io
import re

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from awards.models import Decision, Honour, Sitting
from emulation.core.actor import Actor
from emulation.core.models import User
from tests.awards.conflicts.make import make_kin
from tests.awards.sittings.make import FIRST, NAMES, SECOND, before_the_council, make_room
from tests.clusters.attachments.make import PDF, upload
from tests.clusters.people.make import PASSWORD
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def posted(client: Client, name: str, *given, status=302, **said):
    response = client.post(reverse(f"awards:{name}", args=given), said)
    assert response.status_code == status, (name, response.content.decode()[:3000])
    return response


def test_from_the_council_s_room_to_the_certificate_that_a_stranger_checks():
    room = make_room()
    dossiers = [before_the_council(room, "Người Nhà Thử", kind="individual")]
    dossiers += [before_the_council(room, name) for name in ("Phòng B", "Phòng C")]
    make_kin(room.account(4))
    keeper, city = client_of(room.secretary), room.offices.city
    members = [client_of(one) for one in room.members]

    posted(keeper, "sitting-convene", room.council.pk, held_on="10/7/2023", place="Phòng họp số 1")
    sitting = Sitting.objects.get()
    assert "Người Nhà Thử" in keeper.get(reverse("awards:sitting-agenda", args=[sitting.pk])).content.decode()
    posted(keeper, "sitting-agenda", sitting.pk, chon=[one.pk for one in dossiers])
    seats = {one.name: one.pk for one in sitting.seats.all()}
    there = {f"there-{pk}": "present" if name in NAMES else "absent" for name, pk in seats.items()}
    chair, secretary = seats[NAMES[0]], seats[NAMES[2]]
    posted(keeper, "sitting-attendance", sitting.pk, status=422, **there, presides=chair, secretary=chair)
    posted(keeper, "sitting-attendance", sitting.pk, **there, presides=chair, secretary=secretary)
    posted(keeper, "sitting-open", sitting.pk)
    posted(keeper, "sitting-prepare", sitting.pk, first_teller=room.account(0).pk, second_teller=room.account(1).pk)
    posted(members[0], "sitting-passphrase", sitting.pk, status=422, passphrase=FIRST, again=SECOND)
    for at, phrase in enumerate((FIRST, SECOND)):
        posted(members[at], "sitting-passphrase", sitting.pk, passphrase=phrase, again=phrase)
    posted(keeper, "sitting-open-votes", sitting.pk)

    items = {str(one): one.pk for one in sitting.items.with_names()}
    vote = reverse("awards:sitting-vote", args=[sitting.pk])
    assert [f"item-{items['Người Nhà Thử']}" in one.get(vote).content.decode() for one in members] == [True] * 4 + [
        False
    ]
    for at, one in enumerate(members):
        said = {f"item-{pk}": "khong" if name == "Phòng C" else "dong-y" for name, pk in items.items()}
        if at == 4:
            said.pop(f"item-{items['Người Nhà Thử']}")
        posted(one, "sitting-vote", sitting.pk, status=422, **dict(list(said.items())[:1]))
        assert one.post(vote, said).content.decode().count("<code>") == (1 if at == 4 else 2)
    posted(members[0], "sitting-count", sitting.pk, status=422, passphrase_1=FIRST, passphrase_2=FIRST)
    posted(members[0], "sitting-count", sitting.pk, passphrase_1=FIRST, passphrase_2=SECOND)
    assert "Dự kiến" in members[3].get(sitting.get_absolute_url()).content.decode()

    conclude = reverse("awards:sitting-conclude", args=[sitting.pk])
    page = keeper.get(conclude)
    assert "5/6 phiếu đồng ý, cần" in page.content.decode()
    posted(keeper, "sitting-conclude", sitting.pk, status=422, conclusion="Thống nhất")
    posted(keeper, "sitting-conclude", sitting.pk, conclusion="Thống nhất", **{"da-xem": page.context["seen"]})
    assert "Đã chốt" in members[3].get(sitting.get_absolute_url()).content.decode()

    officer, leader = client_of(city.officer), client_of(city.approver)
    posted(officer, "decision-begin", body=city.organisation.pk, subject="Về việc tặng Bằng khen", made_by="", bases="")
    decision = Decision.objects.get()
    offered = officer.get(reverse("awards:decision-take", args=[decision.pk])).content.decode()
    assert ("Phòng B" in offered, "Phòng C" in offered) == (True, False)
    posted(officer, "decision-take", decision.pk, **{"tat-ca": "1"})
    said = {"number": "45", "symbol": "QĐ-UBND", "day": "10/07/2023", "signed_as": "deputy"}
    posted(leader, "decision-issue", decision.pk, status=422, **said, password=PASSWORD)
    said["signer"] = city.approver.user_id
    refused = posted(leader, "decision-issue", decision.pk, status=422, **said, password="không đúng")
    assert "Chưa ban hành" in refused.content.decode()
    assert not Honour.objects.exists()
    reading = leader.get(reverse("reports:decision-reading", args=[decision.pk]), said, headers={"HX-Request": "true"})
    shown = reading.content.decode()
    assert all(one in shown for one in ("QUYẾT ĐỊNH", "Người Nhà Thử", "DỰ THẢO", "45/QĐ-UBND", city.approver.name))
    decision.refresh_from_db()
    assert (decision.number, decision.signer) == ("", None), "what is only typed is not kept"
    posted(leader, "decision-issue", decision.pk, **said, password=PASSWORD)
    assert sorted(Honour.objects.values_list("name", "decision_number")) == [
        ("Người Nhà Thử", "45/QĐ-UBND"),
        ("Phòng B", "45/QĐ-UBND"),
    ]
    posted(officer, "decision-scan", decision.pk, file=upload(PDF, "quyet-dinh.pdf"))
    posted(officer, "decision-certificates-make", decision.pk, reason="Đã hoàn thành xuất sắc nhiệm vụ")
    printed = officer.get(reverse("reports:certificates", args=[decision.pk, "tron-trang"])).content
    papers = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(printed)).pages]
    line = decision.lines.first()
    paper = next(one for one in papers if str(line) in one)
    code = re.search(r"(?:\w{4}-){2}\w{4}", paper)[0]
    stranger, check = Client(), reverse("awards:certificate-check")
    assert "là thật và đang có hiệu lực" in stranger.get(check, {"ma": code}).content.decode()
    later = {"kind": "suspend", "number": "46/QĐ-UBND", "day": "10/07/2023", "why": "Có khiếu nại", "lines": [line.pk]}
    posted(leader, "decision-later", decision.pk, **later)
    assert "hiện không có hiệu lực: Tạm đình chỉ" in stranger.get(check, {"ma": code}).content.decode()
    assert "Tạm đình chỉ" in leader.get(decision.get_absolute_url()).content.decode()
    assert keeper.get(reverse("reports:sitting-minutes", args=[sitting.pk, "pdf"])).content.startswith(b"%PDF")
    assert leader.get(reverse("reports:decision-paper", args=[decision.pk, "docx"])).status_code == 200
