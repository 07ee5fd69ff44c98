"""Certificates of a decision: made once, handed over once, refused where the honour is not in force; a stranger asks by
the code and learns five things and no more; guessing stops."""

from dataclasses import fields
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from awards.certificates.actions.certificates import (
    WRONG_CODES,
    hand_over,
    look_up,
    make_certificates,
    unsay_handing_over,
)
from awards.certificates.actions.layouts import set_layout
from awards.certificates.models.certificate import layout_of
from awards.certificates.models.seen import SeenByAnybody
from awards.certificates.rules.codes import SIGNS, new_code, printed, read
from awards.decisions.actions.later import record_later
from awards.decisions.rules.terms import LaterKind
from awards.models import Certificate
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, PublicTry, User
from tests.awards.decisions.make import agreed_dossier, drafted, issued
from tests.awards.sittings.make import make_room
from tests.periods import DAY

pytestmark = pytest.mark.django_db
CHECK = "/tra-bang-khen/"


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def room():
    return make_room()


@pytest.fixture
def decision(room):
    return issued(room, agreed_dossier(room, "Nguyễn Văn Mẫu", kind="individual"), agreed_dossier(room, "Phòng B"))


def made(decision, room, reason="Đã hoàn thành xuất sắc nhiệm vụ"):
    make_certificates(decision, reason=reason, actor=room.offices.city.officer)
    return {str(one): one for one in Certificate.objects.with_names()}


def suspend(decision, room, name):
    lines = [one for one in decision.lines.with_names() if str(one) == name]
    approver = room.offices.city.approver
    record_later(decision, LaterKind.SUSPEND, lines, number="20/QĐ-UBND", day=DAY, why="Khiếu nại", actor=approver)


def test_each_honour_has_one_certificate_with_a_code_of_its_own(decision, room):
    first = made(decision, room)
    assert set(first) == {"Nguyễn Văn Mẫu", "Phòng B"}
    again = made(decision, room, reason="Lời khác")
    assert {name: one.code for name, one in again.items()} == {name: one.code for name, one in first.items()}
    assert again["Phòng B"].list.reason == "Lời khác"
    assert len({one.code for one in first.values()}) == 2
    with pytest.raises(Refusal, match="đang ở trạng thái"):
        make_certificates(drafted(room), reason="Thử", actor=room.offices.city.officer)
    with pytest.raises(Refusal, match="Viết lời in dưới tên"):
        made(decision, room, reason=" ")
    with pytest.raises(Refusal, match="chuyên viên của cơ quan"):
        make_certificates(decision, reason="Thử", actor=room.offices.unit.officer)


def test_who_received_what_is_recorded_once_and_taken_back_with_a_reason(decision, room):
    officer, rows = room.offices.city.officer, made(decision, room)

    def hand(*names, received_by="", on=DAY):
        return hand_over(decision, [rows[name] for name in names], received_by=received_by, on=on, actor=officer)

    with pytest.raises(Refusal, match="Chưa chọn"):
        hand()
    with pytest.raises(Refusal, match="Phòng B: ghi ai nhận thay cho tập thể"):
        hand("Nguyễn Văn Mẫu", "Phòng B")
    with pytest.raises(Refusal, match="trước ngày quyết định hoặc sau hôm nay"):
        hand("Nguyễn Văn Mẫu", on=date(2023, 7, 6))
    hand("Nguyễn Văn Mẫu")
    hand("Phòng B", received_by="Trần Thị Thử")
    assert set(Certificate.objects.values_list("received_by", "received_on")) == {
        ("Nguyễn Văn Mẫu", DAY),
        ("Trần Thị Thử", DAY),
    }
    with pytest.raises(Refusal, match="đã trao cho Trần Thị Thử ngày 10/07/2023"):
        hand("Phòng B", received_by="Người khác")
    with pytest.raises(Refusal, match="lý do"):
        unsay_handing_over(rows["Phòng B"], why=" ", actor=officer)
    unsay_handing_over(rows["Phòng B"], why="Ghi nhầm", actor=officer)
    with pytest.raises(Refusal, match="chưa ghi việc trao"):
        unsay_handing_over(rows["Phòng B"], why="Ghi nhầm", actor=officer)
    entry = AuditEntry.objects.get(verb="awards.unsay_handing_over")
    assert (entry.why, entry.before["certificates"]) == ("Ghi nhầm", "Phòng B – Trần Thị Thử")


def test_of_a_suspended_honour_no_certificate_is_printed_or_handed_over(decision, room):
    rows = made(decision, room)
    suspend(decision, room, "Phòng B")
    with pytest.raises(Refusal, match="Phòng B: khen thưởng đang tạm đình chỉ"):
        hand_over(decision, [rows["Phòng B"]], received_by="Ai đó", on=DAY, actor=room.offices.city.officer)
    client = Client()
    client.force_login(User.objects.get(pk=room.offices.city.officer.user_id))
    page = client.get(
        reverse("reports:certificates", args=[decision.pk, "tron-trang"]), {"ma": rows["Phòng B"].code}, follow=True
    )
    assert page.redirect_chain == [(reverse("awards:decision-certificates", args=[decision.pk]), 302)]
    assert "Phòng B: khen thưởng đang tạm đình chỉ" in page.content.decode()
    assert "1 bằng không được in" in page.content.decode()


def test_a_stranger_learns_of_a_code_what_is_meant_for_everybody_and_nothing_else(decision, room, client):
    assert [one.name for one in fields(SeenByAnybody)] == [
        "name",
        "award",
        "decision",
        "decided_on",
        "issuer",
        "status",
        "revoked_on",
    ]
    rows = made(decision, room)
    code = rows["Phòng B"].printed_code.lower()
    page = client.get(CHECK, {"ma": f" {code} "}).content.decode()
    assert "Bằng này là thật và đang có hiệu lực." in page
    for said in ("Phòng B", "Khen thưởng thử", "12/QĐ-UBND, 10/07/2023", "Ủy ban nhân dân Thành phố Thử"):
        assert said in page
    suspend(decision, room, "Phòng B")
    page = client.get(CHECK, {"ma": code}).content.decode()
    assert "không có hiệu lực" in page
    assert "là thật và đang có hiệu lực" not in page
    wrong = client.get(CHECK, {"ma": "<script>alert(1)</script>"}).content.decode()
    assert "Không có bằng nào mang mã này" in wrong
    assert "<script>alert" not in wrong


def test_guessing_codes_stops_even_at_a_right_one_and_keeps_no_address(decision, room, client):
    code = made(decision, room)["Phòng B"].code
    for guess in ("22222222222", "222222222222"):
        for _ in range(WRONG_CODES.most):
            assert look_up(guess, address="203.0.113.9") is None
        assert PublicTry.objects.exists() == (guess != "22222222222")  # one sign too few guesses nothing
    with pytest.raises(Refusal, match="15 phút"):
        look_up(code, address="203.0.113.9")
    assert look_up(code, address="203.0.113.10") is not None
    assert not PublicTry.objects.filter(source__contains="203").exists()
    PublicTry.objects.update(at=PublicTry.objects.first().at - timedelta(minutes=16))
    assert look_up(code, address="203.0.113.9") is not None
    for _ in range(WRONG_CODES.most):
        client.get(CHECK, {"ma": "KKKK-KKKK-KKKK"})
    page = client.get(CHECK, {"ma": code})
    assert (page.status_code, "Quá nhiều mã sai" in page.content.decode()) == (429, True)


def test_a_look_up_asks_as_little_for_many_certificates_as_for_one(
    decision, room, client, django_assert_max_num_queries
):
    code = made(decision, room)["Phòng B"].code
    with django_assert_max_num_queries(4):
        client.get(CHECK, {"ma": code})


def test_codes_are_read_as_people_copy_them():
    code = new_code(lambda signs: signs[-1])
    assert (printed(code), read(" zzzz–zzzz zzzz")) == ("ZZZZ-ZZZZ-ZZZZ", code)
    assert [read(text) for text in ("", "ZZZZ-ZZZZ", "OOOO-0000-IIII", "Đ" * 12)] == [""] * 4
    assert not set("01ILO") & set(SIGNS)


def test_what_would_print_beside_the_blank_is_refused(decision, room):
    officer = room.offices.city.officer
    sound = {name: getattr(layout_of(decision.body), name) for name in ("width", "height", "right", "down")}

    def refused(match, **said):
        with pytest.raises(Refusal, match=match):
            set_layout(decision, said=sound | said, actor=officer)

    refused("rộng từ 200 đến 450 mm", width=199)
    refused("nhiều nhất 30 mm", right=31)
    refused("vượt ra ngoài phôi cao 210 mm", foot_at=165)
    refused("lấn xuống", reason_at=100)
    set_layout(decision, said=sound | {"right": 5, "down": -3, "prints_qr": True}, actor=officer)
    kept = layout_of(decision.body)
    assert (kept.right, kept.down, kept.prints_qr) == (5, -3, True)
    with pytest.raises(Refusal, match="chuyên viên của cơ quan"):
        set_layout(decision, said=sound, actor=room.offices.unit.officer)
