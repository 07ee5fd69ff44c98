"""The pages about one honour: what is typed is kept, what is wrong is said at its field, who may not finds nothing."""

import re

import pytest
from django.urls import reverse

from awards.catalogue.rules.terms import SubjectKind
from awards.models import Honour, HonourCorrection
from clusters.models import OrganisationKind
from emulation.core.actor import Role
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.awards.register.honours.typing import logged_in, text, typed, url
from tests.awards.register.make import make_honour
from tests.clusters.campaigns.make import make_campaign
from tests.clusters.organisations.make import make_organisation

pytestmark = pytest.mark.django_db
ENTER = reverse("awards:honour-enter")


class TestEntering:
    def test_what_was_typed_stands_in_the_register(self, client, office, officer):
        answer = client.post(ENTER, typed(organisation=office.pk, birth="1975", identity="079 075 000 001"))
        honour = Honour.objects.get()
        assert answer.url == honour.get_absolute_url()
        assert (honour.organisation, honour.name, honour.birth_year, honour.identity_tail) == (
            office,
            "Nguyễn Thị Mẫu",
            1975,
            "0001",
        )
        assert honour.position == "Giáo viên"

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"decision_date": "31/02/2023"}, "decision_date"),
            ({"decision_date": "2023"}, "decision_date"),
            ({"decision_date": ""}, "decision_date"),
            ({"decision_date": "15/03/2093"}, "decision_date"),
            ({"birth": "31/02/1975"}, "birth"),
            ({"birth": "19755"}, "birth"),
            ({"identity": "123"}, "identity"),
            ({"family": "title"}, "award"),
            ({"award": ""}, "award"),
            ({"award": "KHONG_CO"}, "award"),
            ({"award": "TTLDTT", "family": "title"}, "award"),
            ({"subject_kind": "collective"}, "target_group"),
            ({"subject_kind": "nobody"}, "subject_kind"),
            ({"name": "  "}, "name"),
            ({"name": "a" * 301}, "name"),
            ({"way": ""}, "way"),
            ({"achievement_year": "22"}, "achievement_year"),
            ({"achievement_year": "2024"}, "achievement_year"),
            ({"campaign": "0"}, "campaign"),
        ],
    )
    def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(self, client, office, officer, wrong, field):
        sent = typed(organisation=office.pk, position="Tổ trưởng tổ 5") | wrong
        answer = client.post(ENTER, sent)
        assert answer.status_code == 422
        assert set(answer.context["form"].errors) == {field}
        assert "Tổ trưởng tổ 5" in text(answer)
        assert not Honour.objects.exists()

    def test_a_campaign_of_other_years_is_refused_and_one_of_then_is_taken(self, client, office, officer):
        campaign = make_campaign(during=Period.year(2023))
        sent = typed(organisation=office.pk, campaign=campaign.pk)
        for wrong in (
            {"decision_date": "30/12/2019", "achievement_year": "2019"},
            {"decision_date": "15/03/2023", "achievement_year": "2022"},
        ):
            answer = client.post(ENTER, sent | wrong)
            assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"campaign"})
        client.post(ENTER, sent | {"achievement_year": "2023"})
        assert Honour.objects.get().campaign == campaign

    def test_the_awards_offered_are_those_of_the_day_and_of_the_family(self, client, office, officer):
        def offered(**asked):
            page = text(client.get(reverse("awards:honour-awards"), asked))
            return set(re.findall(r'<option value="(\w+)"', page))

        assert {"LDTT", "HC_LD_1", "XA_TB"} <= offered(decision_date="10/07/2024")
        assert "XA_TB" not in offered(decision_date="10/07/2023")
        titles = offered(decision_date="10/07/2024", family="title")
        assert "LDTT" in titles
        assert "HC_LD_1" not in titles
        assert "HC_LD_1" in offered(decision_date="10/07/2024", family="title", award="HC_LD_1")

    def test_awards_are_named_by_the_law_of_the_day_in_that_kind_of_province(self, client):
        logged_in(client, make_organisation(kind=OrganisationKind.CITY))
        url = reverse("awards:honour-awards")
        new, old = (text(client.get(url, {"decision_date": day})) for day in ("10/07/2024", "10/07/2015"))
        assert new != old
        assert re.search(r"<optgroup label=\"[^\"]+\">", new)

    @pytest.mark.parametrize(
        "asked", [{"decision_date": "31/02/2023"}, {"family": "x", "award": "x'"}, {"organisation": "0"}]
    )
    def test_a_question_that_cannot_be_read_offers_the_awards_of_today(self, client, officer, asked):
        assert "LDTT" in text(client.get(reverse("awards:honour-awards"), asked))

    def test_one_that_may_be_the_same_is_shown_and_asked_about(self, client, office, officer):
        client.post(ENTER, typed(organisation=office.pk, birth="1975"))
        again = typed(organisation=office.pk, birth="1980")
        answer = client.post(ENTER, again)
        assert answer.status_code == 422
        assert 'name="same_seen" value="1"' in text(answer)
        assert Honour.objects.get().get_absolute_url() in text(answer)
        assert client.post(ENTER, again | {"same_seen": "1"}).status_code == 302
        assert Honour.objects.count() == 2

    def test_the_very_same_is_shown_and_cannot_be_insisted_on(self, client, office, officer):
        client.post(ENTER, typed(organisation=office.pk))
        answer = client.post(ENTER, typed(organisation=office.pk, same_seen="1"))
        assert answer.status_code == 422
        assert "same_seen" not in text(answer)
        assert Honour.objects.count() == 1

    def test_the_next_one_of_the_same_decision_begins_with_it(self, client, honour, officer):
        form = client.get(ENTER, {"theo": honour.pk}).context["form"]
        assert (form["decision_date"].value(), form["award"].value()) == ("15/03/2023", "BK_TINH")
        assert not form["name"].value()
        others = make_honour(make_organisation())
        for unknown in (others.pk, "x", "²", "9" * 30):
            assert not client.get(ENTER, {"theo": unknown}).context["form"]["decision_date"].value()

    def test_another_offices_register_is_not_written_in(self, client, officer):
        answer = client.post(ENTER, typed(organisation=make_organisation().pk))
        assert "organisation" in answer.context["form"].errors
        assert not Honour.objects.exists()


class TestWhoReadsCorrections:
    @pytest.fixture
    def corrected(self, honour):
        HonourCorrection.objects.create(
            honour=honour,
            name="correct",
            source="in_force",
            target="in_force",
            taken_at="2023-07-01T01:02:03Z",
            taken_by_name="Người Sửa",
            why="ghi nhầm năm sinh",
            before={"birth": "1974"},
            after={"birth": "1975-03-05"},
        )
        return honour

    def test_the_own_office_at_once(self, client, office, corrected):
        logged_in(client, office, Role.APPROVER)
        page = text(client.get(corrected.get_absolute_url()))
        assert "<del>1974</del>" in page
        assert "<ins>05/03/1975</ins>" in page

    def test_the_central_board_after_asking_and_logged(self, client, corrected):
        logged_in(client, make_organisation(), Role.CENTRAL_REVIEWER)
        assert "Người Sửa" not in text(client.get(corrected.get_absolute_url()))
        assert "Người Sửa" in text(client.post(corrected.get_absolute_url(), {"rieng": "1"}))
        assert AuditEntry.objects.filter(verb="awards.read_personal").count() == 1

    def test_nobody_else(self, client, corrected):
        logged_in(client, make_organisation())
        assert "Người Sửa" not in text(client.post(corrected.get_absolute_url(), {"rieng": "1"}))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_an_honour_asks_a_constant_number_of_queries(
    client, honour, officer, rows, django_assert_num_queries
):
    for number in range(rows):
        HonourCorrection.objects.create(
            honour=honour,
            name="correct",
            source="in_force",
            target="in_force",
            taken_at="2023-07-01T01:02:03Z",
            taken_by_name="A",
            why=f"{number}",
            before={"unit": "A"},
            after={"unit": "B"},
        )
    client.get(honour.get_absolute_url())
    with django_assert_num_queries(10):
        client.get(honour.get_absolute_url())


def test_text_of_users_is_escaped(client, office, officer):
    hostile = "<script>alert(1)</script>"
    honour = make_honour(office, name=hostile, unit=hostile, subject_kind=SubjectKind.COLLECTIVE)
    for page in (honour.get_absolute_url(), url(honour, "correct"), url(honour, "recipient")):
        assert "<script>alert" not in text(client.get(page))
