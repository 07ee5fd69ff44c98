from datetime import date

import pytest

from clusters.membership.actions.clusters import change_cluster, create_cluster
from clusters.membership.actions.posts import appoint_post, correct_post, end_post
from clusters.membership.actions.years import assign_supervisor, open_cluster_year
from clusters.models import Cluster, PostKind
from clusters.people.models.scope import actor_of
from clusters.year.actions.closing import close_cluster_year
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for, make_mandate
from tests.periods import BEFORE_MERGER, DAY, EVER, FIRST_HALF_2023, SINCE_MERGER, YEAR_2023

pytestmark = pytest.mark.django_db
SECOND_HALF_2023 = Period.half_year(2023, 2)


def appoint(year, unit, administrator, *, kind=PostKind.HEAD, during=YEAR_2023):
    return appoint_post(year, kind=kind, organisation=unit, during=during, actor=administrator)


def test_a_year_is_opened_once(administrator):
    cluster = make_cluster()
    open_cluster_year(cluster, year=2023, supervisor_office="Văn phòng thử", actor=administrator)
    assert AuditEntry.objects.latest("id").after == {"year": 2023, "supervisor_office": "Văn phòng thử"}
    with pytest.raises(Refusal):
        open_cluster_year(cluster, year=2023, actor=administrator)
    assert cluster.years.count() == 1


def test_a_year_outside_the_clusters_life_is_refused(administrator):
    cluster = make_cluster(name="Cụm Cũ", during=BEFORE_MERGER)
    with pytest.raises(Refusal, match=r"Cụm Cũ.*2026") as refusal:
        open_cluster_year(cluster, year=2026, actor=administrator)
    assert refusal.value.field == "year"


def test_only_an_administrator_touches_years_posts_and_clusters(membership, year):
    officer = actor_for()
    post = make_post(cluster_year=year, organisation=membership.organisation)
    cluster = membership.cluster
    deeds = [
        lambda: open_cluster_year(cluster, year=2024, actor=officer),
        lambda: assign_supervisor(year, office="x", actor=officer),
        lambda: close_cluster_year(year, on=DAY, why="x", actor=officer),
        lambda: appoint(year, membership.organisation, officer, kind=PostKind.DEPUTY),
        lambda: end_post(post, last_day=DAY, why="x", actor=officer),
        lambda: correct_post(
            post, organisation=membership.organisation, during=EVER, source="", why="x", actor=officer
        ),
        lambda: create_cluster(
            code="X", name="X", owner=cluster.owner, level="central", kind="cum", during=EVER, actor=officer
        ),
        lambda: change_cluster(cluster, name="X", during=EVER, source="", verified=True, why="x", actor=officer),
    ]
    for deed in deeds:
        with pytest.raises(Refusal, match="administrator|quản trị"):
            deed()
    assert not AuditEntry.objects.filter(actor_id=officer.user_id).exists()


def test_appointing_the_head_gives_its_officer_the_year(administrator, membership, year):
    officer = make_mandate(organisation=membership.organisation).user
    assert year.pk not in actor_of(officer, on=DAY).headed
    appoint(year, membership.organisation, administrator)
    assert year.pk in actor_of(officer, on=DAY).headed


def test_closing_the_year_takes_it_from_the_head_but_the_calendar_does_not(administrator, membership, year):
    officer = make_mandate(organisation=membership.organisation).user
    appoint(year, membership.organisation, administrator)
    assert year.pk in actor_of(officer, on=date(2024, 2, 1)).headed
    close_cluster_year(year, on=date(2024, 3, 14), why="Đã tổng kết", actor=administrator)
    assert year.pk not in actor_of(officer, on=date(2024, 3, 15)).headed


def test_a_post_for_who_is_no_member_is_refused(administrator, year):
    with pytest.raises(Refusal, match="Tỉnh Ngoài"):
        appoint(year, make_organisation(name="Tỉnh Ngoài"), administrator)


def test_a_post_longer_than_the_membership_is_refused(administrator):
    membership = make_membership(during=FIRST_HALF_2023)
    year = make_cluster_year(cluster=membership.cluster)
    with pytest.raises(Refusal, match="01/07/2023"):
        appoint(year, membership.organisation, administrator)


def test_a_unit_not_alive_in_the_term_is_refused(administrator, year):
    unit = make_organisation(during=SINCE_MERGER)
    with pytest.raises(Refusal, match="01/07/2025"):
        appoint(year, unit, administrator)


def test_two_heads_at_once_are_refused_and_a_change_in_mid_year_is_not(administrator, membership, year):
    other = make_membership(cluster=membership.cluster).organisation
    appoint(year, membership.organisation, administrator, during=FIRST_HALF_2023)
    with pytest.raises(Refusal, match=membership.organisation.name):
        appoint(year, other, administrator)
    appoint(year, other, administrator, during=SECOND_HALF_2023)
    assert year.posts.count() == 2


def test_a_term_in_another_year_is_refused(administrator, membership, year):
    with pytest.raises(Refusal, match="2023"):
        appoint(year, membership.organisation, administrator, during=Period.year(2025))


def test_a_post_is_ended_with_its_last_day(administrator, membership, year):
    post = appoint(year, membership.organisation, administrator)
    end_post(post, last_day=date(2023, 6, 30), why="Chuyển giao", actor=administrator)
    post.refresh_from_db()
    assert post.during == FIRST_HALF_2023
    assert AuditEntry.objects.latest("id").why == "Chuyển giao"
    for day in (date(2023, 7, 31), date(2022, 7, 31)):
        with pytest.raises(Refusal) as refusal:
            end_post(post, last_day=day, why="thử", actor=administrator)
        assert refusal.value.field == "last_day"


def test_a_wrong_entry_is_corrected_and_what_it_said_is_kept(administrator, membership, year):
    other = make_membership(cluster=membership.cluster).organisation
    post = appoint(year, membership.organisation, administrator)
    correct_post(post, organisation=other, during=YEAR_2023, source="Biên bản", why="Nhập nhầm", actor=administrator)
    entry = AuditEntry.objects.latest("id")
    assert entry.before["organisation"] == membership.organisation.name
    assert entry.after["organisation"] == other.name


def test_nothing_of_a_closed_year_changes(administrator, membership, year):
    post = appoint(year, membership.organisation, administrator)
    close_cluster_year(year, on=date(2024, 3, 14), why="Đã tổng kết", actor=administrator)
    deeds = [
        lambda: close_cluster_year(year, on=date(2024, 4, 1), why="x", actor=administrator),
        lambda: assign_supervisor(year, office="x", actor=administrator),
        lambda: appoint(year, membership.organisation, administrator, kind=PostKind.DEPUTY),
        lambda: end_post(post, last_day=DAY, why="x", actor=administrator),
        lambda: correct_post(
            post,
            organisation=membership.organisation,
            during=FIRST_HALF_2023,
            source="",
            why="x",
            actor=administrator,
        ),
    ]
    for deed in deeds:
        with pytest.raises(Refusal, match="14/03/2024"):
            deed()


def test_a_year_is_not_closed_before_it_begins(administrator, year):
    with pytest.raises(Refusal) as refusal:
        close_cluster_year(year, on=date(2022, 12, 31), why="x", actor=administrator)
    assert refusal.value.field == "on"


def test_the_supervisors_office_is_kept_with_what_stood_before(administrator, year):
    assign_supervisor(year, office="Ủy ban thử", actor=administrator)
    assign_supervisor(year, office="Ban thử", actor=administrator)
    entry = AuditEntry.objects.latest("id")
    assert (entry.before, entry.after) == (
        {"supervisor_office": "Ủy ban thử"},
        {"supervisor_office": "Ban thử"},
    )


def test_a_code_belongs_to_one_cluster(administrator):
    taken = make_cluster(code="CUM_X")
    with pytest.raises(Refusal, match="CUM_X") as refusal:
        create_cluster(
            code="CUM_X",
            name="Cụm khác",
            owner=taken.owner,
            level="central",
            kind="cum",
            during=EVER,
            actor=administrator,
        )
    assert refusal.value.field == "code"


def test_a_body_keeps_no_cluster_outside_its_life(administrator):
    owner = make_organisation(name="Tỉnh Cũ", during=BEFORE_MERGER)
    with pytest.raises(Refusal, match="Tỉnh Cũ"):
        create_cluster(
            code="CUM_Y",
            name="Cụm",
            owner=owner,
            level="province",
            kind="khoi",
            during=SINCE_MERGER,
            actor=administrator,
        )
    assert not Cluster.objects.filter(code="CUM_Y").exists()


def test_a_cluster_is_not_shortened_under_its_members(administrator, membership):
    def shorten(during):
        return change_cluster(
            membership.cluster,
            name="Tên mới",
            during=during,
            source="",
            verified=True,
            why="thử",
            actor=administrator,
        )

    with pytest.raises(Refusal, match=membership.organisation.name):
        shorten(FIRST_HALF_2023)
    assert shorten(EVER).name == "Tên mới"
    assert AuditEntry.objects.latest("id").after == {"name": "Tên mới"}
