"""Writing a dossier without scripts, for one of several own bodies; and what the gauge of people counts."""

import pytest
from django.urls import reverse

from awards.models import Nomination
from awards.nominations.rules.gauge import Gauge, gauge
from clusters.models import OrganisationKind
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.models import User
from tests.awards.nominations.make import again, make_leveled, make_nomination, make_nominators, make_rules_of, sent
from tests.awards.nominations.test_pages import at, signed_in, words
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate
from tests.periods import DAY


@pytest.fixture
def offices(db, settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_nominators()


def test_entrepreneurs_are_neither_leaders_nor_direct_workers():
    counted = gauge({"direct_worker": 3, "entrepreneur": 2, "senior_executive": 1, "other_executive": 1, "": 1})
    assert counted == Gauge(people=8, direct=3, executives=2, entrepreneurs=2, unsaid=1)


@pytest.mark.parametrize("button", ["-achievement", "-achievement-drop", "-from-pact"])
def test_a_button_beside_the_boxes_keeps_what_was_typed(offices, button):
    nomination = make_nomination(offices.unit)
    row = nomination.achievements.create(text="Số phong trào")
    other = nomination.achievements.create(text="Bỏ đi")
    typed = {
        "text-unit": "Phòng A",
        "seen-unit": "",
        f"text-result-{row.pk}": "12",
        f"seen-result-{row.pk}": "",
    }
    args = [other.pk] if button == "-achievement-drop" else []
    signed_in(offices.unit.officer).post(at(button, nomination, *args), typed)
    row.refresh_from_db()
    assert (again(nomination).unit, row.result) == ("Phòng A", "12")


def test_what_cannot_be_saved_beside_a_button_stays_on_the_page(offices):
    nomination = make_nomination(offices.unit)
    row = nomination.achievements.create(result="11")
    typed = {
        "text-first_day": "hôm qua",
        "seen-first_day": "01/01/2022",
        f"text-result-{row.pk}": "12",
        f"seen-result-{row.pk}": "10",
    }
    client = signed_in(offices.unit.officer)
    answer = client.post(at("-achievement", nomination), typed)
    assert answer.status_code == 409
    page = words(answer)
    assert "hôm qua" in page
    assert "Đồng chí đã nhập" in page or "<strong>12</strong>" in page
    assert nomination.achievements.count() == 1
    gone = client.post(at("-achievement", sent(nomination, offices.unit)), typed, follow=True)
    assert "Hồ sơ đang ở trạng thái" in words(gone)


def test_who_enters_for_several_bodies_chooses_for_which(offices):
    make_rules_of(make_leveled("KT_TINH"))
    officer = offices.unit.officer
    second = make_organisation(name="Sở Thứ hai", kind=OrganisationKind.UNIT, parent=offices.city.organisation)
    user = User.objects.get(pk=officer.user_id)
    make_mandate(user=user, organisation=second, role=Role.OFFICER)
    client, begin = signed_in(actor_of(user, on=DAY)), reverse("awards:nomination-begin")
    first = words(client.get(begin))
    assert f"?don-vi={second.pk}" in first
    chosen = words(client.get(begin, {"don-vi": second.pk}))
    assert f'name="organisation" value="{second.pk}"' in chosen
    client.post(begin, {"organisation": second.pk, "choice": "KT_TINH:collective"})
    assert Nomination.objects.get().organisation == second
    many = words(client.get(reverse("awards:submission-new"), {"don-vi": second.pk}))
    assert f'<option value="{second.pk}" selected>' in many
