"""The register: what is shown, to whom, how many, and at how many queries."""

from datetime import date

import pytest
from django.urls import reverse

from awards.catalogue.rules.terms import SubjectKind, TargetGroup, Way
from awards.models import Honour
from awards.register.rules.register import decision_key
from awards.register.rules.terms import HonourStatus
from clusters.models import OrganisationKind
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.awards.register.make import make_honour
from tests.clusters.membership.make import make_cluster, make_membership
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_organisation(name="Thành phố Thử", kind=OrganisationKind.CITY)


def person_of(client, organisation, role=Role.OFFICER):
    user = make_user()
    make_mandate(user=user, organisation=organisation, role=role)
    client.force_login(user)
    return user


def names(response):
    return [row["honour"].name for row in response.context["rows"]]


def test_for_somebody_without_a_mandate_there_is_no_register(client, office):
    honour = make_honour(organisation=office)
    client.force_login(make_user())
    assert client.get(reverse("awards:register")).status_code == 404
    assert client.get(honour.get_absolute_url()).status_code == 404


def test_everybody_with_a_mandate_reads_honours_in_force_of_all(client, office):
    make_honour(organisation=office, name="Nguyễn Thử An")
    make_honour(organisation=office, name="Trần Thử Bình", status=HonourStatus.REVOKED)
    person_of(client, make_organisation())
    assert names(client.get(reverse("awards:register"))) == ["Nguyễn Thử An"]


@pytest.mark.parametrize("written", ["nguyen thu", "NGUYỄN", "thử an", "An  Nguyễn"])
def test_search_is_blind_to_accents_case_and_order(client, office, written):
    make_honour(organisation=office, name="Nguyễn Thử An")
    make_honour(organisation=office, name="Trần Văn Khác")
    person_of(client, office)
    assert names(client.get(reverse("awards:register"), {"tim": written})) == ["Nguyễn Thử An"]


def test_names_that_are_only_like_what_was_typed_are_said_to_be(client, office):
    make_honour(organisation=office, name="Nguyễn Mây Vàng")
    person_of(client, office)
    page = client.get(reverse("awards:register"), {"tim": "Nguyễn Văn An"})
    assert names(page) == ["Nguyễn Mây Vàng"]
    assert "tên gần giống “Nguyễn Văn An”: không xét dấu, kể cả một phần của chữ" in page.content.decode()


def test_each_filter_narrows_and_the_total_follows(client, office):
    make_honour(organisation=office, name="Một", way=Way.UNSCHEDULED, target_group=TargetGroup.DIRECT_WORKER)
    make_honour(organisation=office, name="Hai", way=Way.REGULAR, target_group=TargetGroup.ENTREPRENEUR)
    make_honour(
        organisation=office, name="Tổ Ba", subject_kind=SubjectKind.COLLECTIVE, way=Way.REGULAR, target_group=""
    )
    person_of(client, office)

    def asked(**query):
        response = client.get(
            reverse("awards:register"), {key.replace("_", "-"): value for key, value in query.items()}
        )
        assert response.context["total"] == len(response.context["rows"])
        return set(names(response))

    assert asked() == {"Một", "Hai", "Tổ Ba"}
    assert asked(phuong_thuc="unscheduled") == {"Một"}
    assert asked(nhom="entrepreneur") == {"Hai"}
    assert asked(doi_tuong="collective") == {"Tổ Ba"}
    assert asked(don_vi=office.pk) == {"Một", "Hai", "Tổ Ba"}
    assert asked(doi_tuong="collective", phuong_thuc="unscheduled") == set()


def test_the_half_year_begins_on_its_first_day_and_ends_before_its_last(client, office):
    for day, name in ((date(2022, 12, 31), "trước"), (date(2023, 1, 1), "đầu"), (date(2023, 7, 1), "sau")):
        make_honour(organisation=office, name=name, decision_date=day, achievement_year=2022)
    make_honour(organisation=office, name="cuối", decision_date=date(2023, 6, 30), achievement_year=2022)
    person_of(client, office)
    page = client.get(reverse("awards:register"), {"tu": "01/01/2023", "den": "30/06/2023"})
    assert set(names(page)) == {"đầu", "cuối"}


def test_a_cluster_counts_only_the_days_of_membership(client, office):
    cluster = make_cluster()
    make_membership(cluster=cluster, organisation=office, during=Period(date(2023, 3, 1), date(2023, 5, 1)))
    for day, name in ((date(2023, 2, 28), "trước"), (date(2023, 3, 1), "trong"), (date(2023, 5, 1), "sau")):
        make_honour(organisation=office, name=name, decision_date=day, achievement_year=2022)
    person_of(client, office)
    assert names(client.get(reverse("awards:register"), {"cum": cluster.code})) == ["trong"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"tu": "31/02/2023"}, "tu"),
        ({"tu": "2023"}, "tu"),
        ({"den": "31/12/9999"}, "den"),
        ({"tu": "02/01/2023", "den": "01/01/2023"}, "den"),
        ({"don-vi": "x"}, "don_vi"),
        ({"cap": "x", "tim": "An"}, "cap"),
    ],
)
def test_a_filter_that_cannot_be_read_is_named_and_nothing_shown(client, office, query, field):
    make_honour(organisation=office, name="Nguyễn Thử An")
    person_of(client, office)
    response = client.get(reverse("awards:register"), query)
    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert (names(response), response.context["total"]) == ([], 0)
    assert "không đọc được nên không hiện dòng nào" in response.content.decode()
    assert client.get(reverse("awards:register-distinct"), query).context["found"].honours == 0


def test_paging_walks_every_row_once_both_ways(client, office):
    for number in range(120):
        make_honour(
            organisation=office,
            name=f"Người {number:03}",
            decision_date=date(2023, 1, 1 + number % 5),
            achievement_year=2022,
        )
    person_of(client, office)
    url = reverse("awards:register")
    first = client.get(url)
    second = client.get(url, {"trang": first.context["page"].following})
    third = client.get(url, {"trang": second.context["page"].following})
    walked = names(first) + names(second) + names(third)
    assert len(walked) == len(set(walked)) == 120
    assert third.context["page"].following is None
    assert names(client.get(url, {"trang": third.context["page"].preceding})) == names(second)


def test_a_cursor_is_good_for_its_own_question_only(client, office):
    for number in range(60):
        make_honour(organisation=office, name=f"Người {number}")
    person_of(client, office)
    url = reverse("awards:register")
    cursor = client.get(url).context["page"].following
    other = client.get(url, {"trang": cursor, "doi-tuong": "individual"})
    assert other.context["page"].preceding is None
    assert client.get(url, {"trang": "bịa"}).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_a_constant_number_of_queries(client, office, rows, django_assert_num_queries):
    for _ in range(rows):
        make_honour(organisation=office)
    person_of(client, office)
    client.get(reverse("awards:register"))
    with django_assert_num_queries(11):
        client.get(reverse("awards:register"))


def test_birth_and_identity_are_for_the_own_office(client, office):
    honour = make_honour(organisation=office, birth_date=date(1975, 3, 5), identity_tail="6789")
    person_of(client, office)
    assert "05/03/1975" in client.get(honour.get_absolute_url()).content.decode()
    person_of(client, make_organisation())
    page = client.post(honour.get_absolute_url(), {"rieng": "1"}).content.decode()
    assert "05/03/1975" not in page
    assert "6789" not in page


def test_the_central_board_looks_only_when_it_asks_and_that_is_logged(client, office):
    honour = make_honour(organisation=office, birth_date=date(1975, 3, 5))
    person_of(client, make_organisation(), Role.CENTRAL_REVIEWER)
    assert "05/03/1975" not in client.get(honour.get_absolute_url()).content.decode()
    assert not AuditEntry.objects.filter(verb="awards.read_personal").exists()
    assert "05/03/1975" in client.post(honour.get_absolute_url(), {"rieng": "1"}).content.decode()
    assert AuditEntry.objects.get(verb="awards.read_personal").subject_id == str(honour.pk)


def test_a_revoked_honour_is_open_to_its_own_office_only(client, office):
    honour = make_honour(organisation=office, status=HonourStatus.REVOKED)
    person_of(client, make_organisation())
    assert client.get(honour.get_absolute_url()).status_code == 404
    person_of(client, office)
    assert client.get(honour.get_absolute_url()).status_code == 200


def test_text_of_users_is_escaped(client, office):
    make_honour(organisation=office, name="<script>alert(1)</script>")
    person_of(client, office)
    page = client.get(reverse("awards:register")).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1240/QĐ-UBND", "1240/QD-UBND"),
        ("số 1240 / qd - ubnd", "1240/QD-UBND"),
        ("1240", "1240"),
        ("2 tháng 9", ""),
        ("Nguyễn Văn An", ""),
        ("số", ""),
        ("", ""),
    ],
)
def test_a_decision_is_told_from_a_name(text, key):
    assert decision_key(text) == key


@pytest.mark.parametrize("written", ["1240", "1240/QĐ-UBND", "số 1240/qd - ubnd", "1240/qđ"])
def test_one_search_finds_names_and_numbers_of_decisions(client, office, written):
    make_honour(organisation=office, name="Nguyễn Thử An", decision_number="1240/QĐ-UBND")
    make_honour(organisation=office, name="Trạm Y tế 1240", decision_number="12/QĐ-UBND")
    make_honour(organisation=office, name="Trần Thử Bình", decision_number="91240/QĐ-UBND")
    person_of(client, office)
    page = client.get(reverse("awards:register"), {"tim": written})
    assert names(page) == ["Nguyễn Thử An"]
    assert "bắt đầu bằng" in page.content.decode()
    assert names(client.get(reverse("awards:register"), {"tim": "tram 1240"})) == ["Trạm Y tế 1240"]
    assert names(client.get(reverse("awards:register"), {"tim": "1_4%"})) == []


def test_lines_of_one_decision_stand_together_and_by_name_they_do_not(client, office):
    for name, number in (("Một", "1/QĐ"), ("Hai", "2/QĐ"), ("Ba", "1/QĐ")):
        make_honour(organisation=office, name=name, decision_number=number, decision_date=date(2023, 6, 30))
    person_of(client, office)

    def groups(**query):
        found = client.get(reverse("awards:register"), query).context["groups"]
        return [[line["honour"].name for line in group.lines] for group in found]

    assert groups() == [["Ba", "Một"], ["Hai"]]
    assert groups(xep="ten") == [["Ba", "Hai", "Một"]]


def test_counts_are_filters_and_the_other_kinds_stay_told(client, office):
    make_honour(organisation=office, name="Một")
    make_honour(organisation=office, name="Tổ Hai", subject_kind=SubjectKind.COLLECTIVE, target_group="")
    make_honour(organisation=office, name="Tổ Ba", subject_kind=SubjectKind.COLLECTIVE, target_group="")
    person_of(client, office)

    def kinds(**query):
        found = client.get(reverse("awards:register"), {"don-vi": office.pk} | query).context["kinds"]
        return [(one.count, one.query, one.is_asked) for one in found]

    mine = f"don-vi={office.pk}"
    assert kinds()[:2] == [(1, f"{mine}&doi-tuong=individual", False), (2, f"{mine}&doi-tuong=collective", False)]
    assert kinds(**{"doi-tuong": "collective"})[:2] == [(1, f"{mine}&doi-tuong=individual", False), (2, mine, True)]
    assert [count for count, _query, _asked in kinds(**{"doi-tuong": "collective", "tim": "to"})] == [None, 2, None]


def test_beside_the_list_stands_what_everybody_reads_and_nothing_personal(
    client, office, django_assert_max_num_queries
):
    honour = make_honour(organisation=office, name="<b>An", birth_date=date(1975, 3, 5), identity_tail="6789")
    person_of(client, office)
    with django_assert_max_num_queries(12):
        part = client.get(honour.get_absolute_url(), headers={"HX-Request": "true"}).content.decode()
    assert "&lt;b&gt;An" in part
    assert "<h1" not in part
    assert "1975" not in part
    assert "6789" not in part


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CENTRAL_REVIEWER, None])
def test_lines_in_force_are_the_same_however_they_are_asked_for(office, role):
    make_honour(organisation=office)
    make_honour(organisation=office, status=HonourStatus.REVOKED)
    user = make_user()
    if role is not None:
        make_mandate(user=user, organisation=office, role=role)
    actor = actor_of(user, on=clock.today())
    found = set(Honour.objects.in_force_visible_to(actor))
    assert found == set(Honour.objects.visible_to(actor).in_force())
    assert len(found) == (0 if role is None else 1)
