"""How many: running totals against the lines themselves, lower bounds, different recipients, a jump to a day."""

from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from awards.catalogue.rules.terms import SubjectKind, Way
from awards.models import Honour, HonourTally
from awards.register.models import tally
from awards.register.models.distinct import TooLong, distinct_recipients
from awards.register.models.tally import RegisterCount, count_honours, whole_halves
from awards.register.rules.register import RegisterFilter
from awards.register.rules.terms import HonourStatus
from emulation.core.actor import Role
from emulation.core.period import Period
from tests.awards.register.make import make_award, make_honour, make_honours
from tests.clusters.membership.make import make_cluster, make_membership
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_organisation(name="Tỉnh Thử")


@pytest.fixture
def officer(client, office):
    user = make_user()
    make_mandate(user=user, organisation=office, role=Role.OFFICER)
    client.force_login(user)
    return user


def totals():
    return {
        (row.organisation_id, row.award_id, row.subject_kind, row.half): row.count
        for row in HonourTally.objects.all()
        if row.count
    }


def counted():
    """By award, and of all awards under None."""
    found = {}
    for honour in Honour.objects.in_force():
        half = date(honour.decision_date.year, 1 if honour.decision_date.month < 7 else 7, 1)
        for award in (honour.award_id, None):
            case = (honour.organisation_id, award, honour.subject_kind, half)
            found[case] = found.get(case, 0) + 1
    return found


def test_totals_follow_lines_that_come_change_and_go(office):
    award = make_award()
    make_honours(office, 3, award=award, decision_date=date(2023, 6, 30))
    first = make_honour(office, award=award, decision_date=date(2023, 7, 1))
    make_honour(office, award=award, subject_kind=SubjectKind.COLLECTIVE, status=HonourStatus.REVOKED)
    assert totals() == counted() != {}
    Honour.objects.filter(pk=first.pk).update(decision_date=date(2023, 1, 1), organisation=make_organisation())
    assert totals() == counted()
    Honour.objects.filter(organisation=office).update(status=HonourStatus.UNDONE)
    assert totals() == counted()
    Honour.objects.filter(organisation=office).update(status=HonourStatus.IN_FORCE, position="Thử")
    assert sum(totals().values()) == 2 * 5
    first.delete()
    assert totals() == counted()
    assert sum(totals().values()) == 2 * 4


QUESTIONS = {
    "everything": {},
    "a half-year": {"period": Period.half_year(2023, 1)},
    "since a half-year": {"period": Period(date(2023, 7, 1), None)},
    "days inside": {"period": Period(date(2023, 2, 1), date(2023, 7, 1))},
    "a subject": {"subject_kind": SubjectKind.COLLECTIVE},
    "a level": {"level": "province"},
    "no such level": {"level": "commune"},
    "a way": {"way": Way.UNSCHEDULED},
    "a name": {"name_key": "mau"},
    "a short name": {"name_key": "ma"},
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_count_is_that_of_the_lines(office, question):
    award = make_award()
    for month in (1, 3, 6, 7, 12):
        make_honour(office, award=award, decision_date=date(2023, month, 15))
        make_honour(office, award=award, decision_date=date(2023, month, 15), way=Way.UNSCHEDULED)
        make_honour(office, award=award, decision_date=date(2023, month, 1), subject_kind=SubjectKind.COLLECTIVE)
    asked = RegisterFilter(**QUESTIONS[question])
    rows = Honour.objects.in_force().matching(asked)
    assert count_honours(rows, asked) == RegisterCount(rows.count(), rows.counted_by_subject())


@pytest.mark.parametrize("until", [date(2023, 7, 1), date(2023, 5, 10), None])
def test_the_count_of_a_cluster_keeps_to_the_days_of_membership(office, until):
    cluster = make_cluster()
    make_membership(cluster=cluster, organisation=office, during=Period(date(2023, 1, 1), until))
    for day in (date(2022, 12, 31), date(2023, 1, 1), date(2023, 5, 9), date(2023, 5, 10), date(2023, 7, 1)):
        make_honour(office, decision_date=day, achievement_year=2022)
    asked = RegisterFilter(cluster=cluster.pk)
    rows = Honour.objects.in_force().matching(asked)
    assert count_honours(rows, asked).total == rows.count() == {7: 3, 5: 2, None: 4}[until and until.month]


def test_halves():
    assert whole_halves(Period(date(2023, 1, 1), date(2023, 7, 1)))
    assert whole_halves(Period())
    assert not whole_halves(Period(date(2023, 1, 2), None))
    assert not whole_halves(Period(None, date(2023, 4, 1)))


def test_beyond_the_bound_the_register_says_more_than(client, office, officer, monkeypatch):
    monkeypatch.setattr(tally, "COUNTED_EXACTLY", 4)
    make_honours(office, 5, award=make_award())
    page = client.get(reverse("awards:register"), {"tim": "mau"})
    assert (page.context["total"], page.context["more"]) == (4, True)
    assert len(page.context["rows"]) == 5
    assert not client.get(reverse("awards:register")).context["more"]
    between = client.get(reverse("awards:register"), {"tim": "mau", "tu": "01/01/2023", "den": "31/12/2023"})
    assert (between.context["total"], between.context["more"]) == (5, False)


def test_only_the_key_makes_two_lines_one_person(office):
    award = make_award()
    same = {"award": award, "name": "Nguyễn Thử An"}
    make_honour(office, recipient_key="cccd:1", **same)
    make_honour(office, recipient_key="cccd:1", **same)
    make_honour(office, recipient_key="cccd:2", **same)
    make_honour(office, **same)
    make_honour(office, **same)
    found = distinct_recipients(Honour.objects.in_force())
    assert (found.honours, found.people, found.known_people, found.unknown_people) == (5, 2, 3, 2)


def test_accents_the_unit_and_the_organisation_tell_collectives_apart_and_capitals_do_not(office):
    collective = {"subject_kind": SubjectKind.COLLECTIVE}
    make_honour(office, name="Tổ Hòa Bình", **collective)
    make_honour(office, name="tổ hoà bình", **collective)
    assert distinct_recipients(Honour.objects.all()).collectives == 1
    make_honour(office, name="Tổ Hóa Bình", **collective)
    make_honour(office, name="Tổ Hòa Bình", unit="Xã Khác", **collective)
    make_honour(make_organisation(), name="Tổ Hòa Bình", **collective)
    make_honour(office, name="Hộ Thử", subject_kind=SubjectKind.HOUSEHOLD)
    found = distinct_recipients(Honour.objects.all())
    assert (found.collectives, found.collective_honours, found.households) == (4, 5, 1)


def test_people_are_counted_by_a_link_or_into_the_page(client, office, officer):
    make_honour(office, recipient_key="cccd:1")
    make_honour(office, name="Nguyễn Không Khóa")
    url = reverse("awards:register-distinct")
    assert f'href="{url}?' in client.get(reverse("awards:register")).content.decode()
    whole = client.get(url, {"tim": "khong khoa"}).content.decode()
    part = client.get(url, {"tim": "khong khoa"}, HTTP_HX_REQUEST="true").content.decode()
    assert "<h1>" in whole
    assert part in whole
    assert "<h1>" not in part
    found = client.get(url).context["found"]
    assert (found.people, found.unknown_people) == (1, 1)


def test_what_takes_too_long_is_given_up_and_the_connection_stays_usable(office):
    make_honour(office)
    with pytest.raises(TooLong):
        distinct_recipients(Honour.objects.all(), budget=0)
    slow = Honour.objects.extra(where=["pg_sleep(5) IS NOT NULL"])
    with pytest.raises(TooLong):
        distinct_recipients(slow, budget=0.1)
    assert distinct_recipients(Honour.objects.all()).honours == 1
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)


def days(response):
    return [row["honour"].decision_date for row in response.context["rows"]]


def test_the_register_opens_at_a_day_and_pages_on_both_ways(client, office, officer):
    award = make_award()
    for day in range(1, 29):
        make_honours(office, 4, award=award, decision_date=date(2023, 3, day))
    make_honours(office, 60, award=award, decision_date=date(2023, 3, 15), way=Way.UNSCHEDULED)
    url = reverse("awards:register")
    page = client.get(url, {"toi-ngay": "14/03/2023", "phuong-thuc": "regular", "xep": "ten"})
    assert days(page) == [date(2023, 3, 14 - number // 4) for number in range(50)]
    before = client.get(f"{url}?{page.context['query']}&trang={page.context['page'].preceding}")
    assert days(before)[-1] == date(2023, 3, 15)
    assert {row["honour"].way for row in before.context["rows"]} == {"regular"}
    after = client.get(f"{url}?{page.context['query']}&trang={page.context['page'].following}")
    assert days(after) == [date(2023, 3, 2)] * 2 + [date(2023, 3, 1)] * 4


def test_a_day_after_all_is_the_first_page_and_one_before_all_says_so(client, office, officer):
    make_honour(office, decision_date=date(2023, 3, 15))
    url = reverse("awards:register")
    late = client.get(url, {"toi-ngay": "01/01/2030"})
    assert len(days(late)) == 1
    assert late.context["page"].preceding is None
    early = client.get(url, {"toi-ngay": "01/01/2020"})
    assert days(early) == []
    assert early.context["nothing_earlier"] in early.content.decode()


def test_a_day_that_is_none_is_told_beside_the_control(client, office, officer):
    make_honour(office)
    page = client.get(reverse("awards:register"), {"toi-ngay": "31/02/2023"})
    assert "toi_ngay" in page.context["go_to"].errors
    assert len(days(page)) == 1
    assert page.context["go_to"].errors["toi_ngay"][0] in page.content.decode()
