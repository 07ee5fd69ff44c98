"""The page of a decision: one primary button, the first of all, by who looks; files together."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from awards.decisions.actions.decisions import attach_scan, issue_decision
from awards.decisions.views import places
from awards.models import BaseSalary
from emulation.core.actor import Actor, Role
from emulation.core.models import AuditEntry, User
from emulation.core.period import Period
from tests.awards.decisions.make import agreed_dossier, drafted, fresh, issued, said_by
from tests.awards.nominations.make import LATE
from tests.awards.sittings.make import make_room
from tests.clusters.attachments.make import PDF, upload
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import DAY

pytestmark = pytest.mark.django_db
MOST_BUTTONS = 7


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def seen_by(actor: Actor, address: str) -> str:
    return client_of(actor).get(address).content.decode()


def buttons(decision, actor: Actor) -> list[tuple[str, str]]:
    """(kind, words) in their order."""
    page = seen_by(actor, decision.get_absolute_url())
    actions = page.split('<div class="actions">')[1].split('<div class="sheet">')[0]
    found = re.findall(r'class="btn btn-(\w+)[^>]*>(.*?)</(?:a|button|summary)>', actions, re.DOTALL)
    return [(kind, re.sub(r"<.*?>", "", words, flags=re.DOTALL).strip()) for kind, words in found]


def test_the_first_button_is_the_one_primary_one_by_role_and_files_stand_together():
    room = make_room()
    city = room.offices.city
    draft = drafted(room, agreed_dossier(room, "Phòng A"))
    decided = issued(room, agreed_dossier(room, "Phòng B"))
    seen = {
        "officer, draft": buttons(draft, city.officer),
        "leader, draft": buttons(draft, city.approver),
        "secretary, draft": buttons(draft, room.secretary),
        "officer, issued": buttons(decided, city.officer),
    }
    attach_scan(decided, upload(PDF, "quyet-dinh.pdf"), actor=city.officer)
    seen["leader, signed"] = buttons(decided, city.approver)
    assert {who: shown[0] for who, shown in seen.items()} == {
        "officer, draft": ("primary", "Đưa hồ sơ vào quyết định"),
        "leader, draft": ("primary", "Ban hành quyết định…"),
        "secretary, draft": ("primary", "Quyết định (PDF)"),
        "officer, issued": ("primary", "Đính kèm bản đã ký"),
        "leader, signed": ("primary", "Bản đã ký"),
    }
    for who, shown in seen.items():
        assert [kind for kind, _words in shown].count("primary") == 1, who
        assert len(shown) <= MOST_BUTTONS, who
        assert shown[-1] == ("secondary", "Tải về"), who


def test_a_base_salary_that_nobody_has_read_in_its_decree_is_shown_as_a_suggestion():
    room = make_room()
    decision = issued(room, agreed_dossier(room, "Phòng A"))
    address, said = f"{decision.get_absolute_url()}tien-thuong/", "mức gợi ý, chưa đối chiếu với nghị định"
    assert said not in seen_by(room.offices.city.officer, address)
    BaseSalary.objects.update(verified=False)
    assert said in seen_by(room.offices.city.officer, address)


def test_who_led_there_on_a_day_that_the_decision_can_bear_is_offered_to_sign():
    room = make_room()
    city, draft = room.offices.city, drafted(room, agreed_dossier(room, sat_on=date(2023, 7, 5)))
    former, gone = (make_user(full_name=f"Người Ký {name}", is_active=False) for name in ("Vừa thôi", "Thôi trước"))
    for user, end in ((former, date(2023, 7, 9)), (gone, date(2023, 7, 5))):
        make_mandate(user=user, organisation=city.organisation, role=Role.APPROVER, during=Period(None, end))
    page = seen_by(city.approver, reverse("awards:decision-issue", args=[draft.pk]))
    assert ("Người Ký Vừa thôi" in page, "Người Ký Thôi trước" in page) == (True, False)
    said = said_by(room, day=date(2023, 7, 7), signer=former, why=LATE)
    assert issue_decision(draft, said, actor=city.approver).signer == former


def test_every_honour_is_reached_where_they_stand_on_several_pages(monkeypatch):
    monkeypatch.setattr(places, "LINES_SHOWN", 1)
    room = make_room()
    approver, names = room.offices.city.approver, ("Phòng A", "Phòng B")
    decision = issued(room, *(agreed_dossier(room, name) for name in names))
    for name in ("decision-later", "decision-bonuses"):
        address = reverse(f"awards:{name}", args=[decision.pk])
        first = seen_by(approver, address)
        address += "?" + re.search(r'href="\?(trang=[^"]+)" rel="next"', first)[1]
        second = seen_by(approver, address)
        assert [[name in page for name in names] for page in (first, second)] == [[True, False], [False, True]]
        if name == "decision-later":
            assert "ở nhiều trang" in first
            said = {"kind": "revoke", "number": "20/QĐ-UBND", "day": "10/07/2023", "why": "Sai đối tượng"}
            line = decision.lines.get(nomination__name="Phòng B")
            assert client_of(approver).post(address, said | {"lines": [line.pk]}).status_code == 302
    assert [one.honour.status for one in decision.lines.with_names()] == ["in_force", "revoked"]


def test_of_dossiers_ticked_none_is_dropped_in_silence():
    room = make_room()
    officer, names = room.offices.city.officer, ("Phòng A", "Phòng B")
    dossiers = [agreed_dossier(room, name) for name in names]
    drafted(room, dossiers[1])
    draft = drafted(room)
    address = reverse("awards:decision-take", args=[draft.pk])
    page = client_of(officer).post(address, {"chon": [one.pk for one in dossiers]}, follow=True).content.decode()
    assert ("đã ở quyết định khác: Phòng B" in page, draft.lines.count()) == (True, 0)


def test_who_took_the_signed_decision_stands_in_the_journal():
    room = make_room()
    officer, decision = room.offices.city.officer, issued(room, agreed_dossier(room))
    attach_scan(decision, upload(PDF, "quyet-dinh.pdf"), actor=officer)
    scan = fresh(decision).scans.get()
    file = client_of(officer).get(reverse("awards:decision-scan-file", args=[decision.pk, scan.pk]))
    assert file.getvalue() == PDF
    noted = AuditEntry.objects.get(verb="awards.take_scan")
    assert (noted.actor_id, noted.after) == (officer.user_id, {"file": "quyet-dinh.pdf"})
