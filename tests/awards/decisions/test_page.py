"""The page of a decision: one primary button, the first of all, by who looks; files together."""

import re

import pytest
from django.test import Client

from awards.decisions.actions.decisions import attach_scan
from awards.models import BaseSalary
from emulation.core.actor import Actor
from emulation.core.models import User
from tests.awards.decisions.make import agreed_dossier, drafted, issued
from tests.awards.sittings.make import make_room
from tests.clusters.attachments.make import PDF, upload
from tests.periods import DAY

pytestmark = pytest.mark.django_db
MOST_BUTTONS = 7


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


def seen_by(actor: Actor, address: str) -> str:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client.get(address).content.decode()


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
