"""A draft decision waits for its leader; a dossier that stands in it is not awarded by hand too, nor declined."""

import pytest

from awards.decisions.actions.decisions import attach_scan, drop_decision
from awards.decisions.duties import decision_duties
from awards.nominations.actions.steps import award_nomination, take_step
from clusters.people.models.scope import actor_of
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models import User
from tests.awards.conflicts.make import make_recusal
from tests.awards.decisions.make import agreed_dossier, drafted
from tests.awards.sittings.make import before_the_council, make_room
from tests.clusters.attachments.make import PDF, upload
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


def test_a_draft_waits_for_the_leader_who_may_issue_it_whole():
    room = make_room()
    city = room.offices.city

    def waiting(actor: Actor) -> list[str]:
        return [one.title for one in decision_duties(actor)]

    drafted(room)
    assert waiting(city.approver) == [], "nobody stands in it"
    dossier = agreed_dossier(room, "Nguyễn Văn Thân", kind="individual")
    draft = drafted(room, dossier)
    assert waiting(city.approver) == ["Ban hành quyết định: Về việc tặng Bằng khen"]
    assert waiting(city.officer) == waiting(room.secretary) == []
    elsewhere = drafted(room, before_the_council(room, "Phòng A"), made_by="Bộ trưởng Bộ Thử", subject="Bộ tặng")
    assert len(waiting(city.approver)) == 1, "its scan is not there"
    attach_scan(elsewhere, upload(PDF, "quyet-dinh.pdf"), actor=city.officer)
    assert len(waiting(city.approver)) == 2
    with pytest.raises(Refusal, match="đang trong dự thảo quyết định “Về việc tặng Bằng khen”"):
        award_nomination(dossier, number="12/QĐ-UBND", day=DAY, actor=city.approver)
    for step in ("decline", "look_again"):
        with pytest.raises(Refusal, match="đang trong dự thảo quyết định"):
            take_step(dossier, step, why="Thử", actor=city.approver if step == "decline" else city.officer)
    apart = make_recusal(dossier, User.objects.get(pk=city.approver.user_id), body=city.organisation)
    assert waiting(actor_of(apart.user, on=DAY)) == ["Ban hành quyết định: Bộ tặng"]
    apart.delete()
    drop_decision(draft, why="Thử", actor=city.officer)
    dossier.refresh_from_db()
    assert award_nomination(dossier, number="12/QĐ-UBND", day=DAY, actor=actor_of(apart.user, on=DAY)).honour
