"""The next year is a copy of this one: office, days, regulation, and the posts of those elected."""

from datetime import date

import pytest
from django.utils import translation

from clusters.membership.actions.years import open_cluster_year
from clusters.models import ClusterYear, Membership, Post, Scheme, SheetTerm
from clusters.people.models.scope import actor_of
from clusters.regulation.rules.terms import SchemeState
from clusters.year.actions.next_year import open_next_year
from clusters.year.rules.next_year import years_later
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, User
from emulation.core.period import Period
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.people.make import actor_for
from tests.clusters.regulation.make import make_scheme
from tests.clusters.results.make import frozen, make_frozen
from tests.clusters.year.whole_years import close_year
from tests.periods import BEFORE_MERGER, DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(settings):
    settings.DEMONSTRATION_DAY = DAY
    with translation.override("en"):
        yield


def refused(deed) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        deed()
    return refusal.value


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (date(2023, 7, 15), 1, date(2024, 7, 15)),
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2023, 2, 28), 1, date(2024, 2, 28)),
    ],
)
def test_a_day_is_the_same_day_of_another_year(day, years, later):
    assert years_later(day, years) == later


def test_the_next_year_opens_with_office_days_regulation_and_those_elected(administrator):
    world = make_frozen()
    ClusterYear.objects.filter(pk=world.year.pk).update(supervisor_office="Ủy ban thử")
    SheetTerm.objects.create(cluster_year=world.year, half=1, due_on=date(2023, 7, 15), locks_on=date(2023, 7, 31))
    SheetTerm.objects.create(cluster_year=world.year, half=0, due_on=date(2024, 2, 28), locks_on=date(2024, 2, 29))
    frozen(world)
    world.year.refresh_from_db()
    made = open_next_year(world.year, actor=administrator)
    coming = made.cluster_year
    assert (coming.year, coming.supervisor_office, coming.closed_on) == (2024, "Ủy ban thử", None)
    days = set(SheetTerm.objects.filter(cluster_year=coming).values_list("half", "due_on", "locks_on"))
    assert days == {(1, date(2024, 7, 15), date(2024, 7, 31)), (0, date(2025, 2, 28), date(2025, 2, 28))}
    scheme = Scheme.objects.get(cluster_year=coming)
    assert (scheme.state, scheme.copied_from.cluster_year) == (SchemeState.DRAFT, world.year)
    assert list(scheme.steps.values_list("name", "taken_by_name")) == [("begin", administrator.name)]
    assert scheme.criteria.count() == len(world.lines)
    posts = {post.kind: post.organisation for post in Post.objects.filter(cluster_year=coming)}
    assert posts == {"head": world.cities[1].organisation, "deputy": world.cities[2].organisation}
    assert made.unfit == ()
    assert AuditEntry.objects.filter(verb="clusters.open_next_year").get().after["from_year"] == "2023"


def test_the_new_heads_officer_finds_the_regulation_as_a_draft_of_its_own(administrator):
    world = make_frozen()
    frozen(world)
    coming = open_next_year(world.year, actor=administrator).cluster_year
    new_head = actor_of(User.objects.get(pk=world.cities[1].officer.user_id), on=date(2024, 1, 5))
    assert coming.pk in new_head.headed_entered
    assert Scheme.objects.visible_to(new_head).filter(cluster_year=coming).exists()


def test_a_year_that_is_closed_is_copied_too_and_stays_as_it_is(administrator):
    year = make_cluster_year()
    close_year(year)
    assert open_next_year(year, actor=administrator).cluster_year.year == 2024


def test_a_year_with_nothing_to_copy_opens_bare(administrator):
    year = make_post().cluster_year
    make_scheme(cluster_year=year)
    made = open_next_year(year, actor=administrator)
    assert (made.terms, made.scheme, made.posts, made.unfit) == (0, None, (), ())
    assert not Post.objects.filter(cluster_year=made.cluster_year).exists()


def test_who_leaves_before_the_next_year_is_over_is_named_and_the_year_opens_all_the_same(administrator):
    world = make_frozen()
    frozen(world)
    leaving = world.cities[1].organisation
    Membership.objects.filter(organisation=leaving).update(during=Period(None, date(2024, 7, 1)))
    made = open_next_year(world.year, actor=administrator)
    assert [post.organisation for post in made.posts] == [world.cities[2].organisation]
    assert len(made.unfit) == 1
    assert leaving.name in made.unfit[0]


def test_members_are_not_copied(administrator):
    year = make_cluster_year(cluster=make_membership().cluster)
    before = Membership.objects.count()
    open_next_year(year, actor=administrator)
    assert Membership.objects.count() == before


def test_a_year_is_opened_once(administrator):
    year = make_cluster_year()
    open_next_year(year, actor=administrator)
    assert "2024 of the cluster is already open" in str(refused(lambda: open_next_year(year, actor=administrator)))


def test_a_cluster_that_ends_has_no_next_year(administrator):
    year = make_cluster_year(cluster=make_cluster(during=BEFORE_MERGER), year=2025)
    assert "has no year 2026" in str(refused(lambda: open_next_year(year, actor=administrator)))


@pytest.mark.parametrize("role", [Role.OFFICER, Role.APPROVER, Role.CENTRAL_LEADER])
def test_only_an_administrator_opens_it(role):
    year = make_cluster_year()
    assert "system administrator" in str(refused(lambda: open_next_year(year, actor=actor_for(role=role))))


def test_a_following_year_has_one_way_and_a_year_after_a_gap_is_opened_bare(administrator):
    year = make_cluster_year()
    refusal = refused(lambda: open_cluster_year(year.cluster, year=2024, actor=administrator))
    assert (refusal.field, "as its copy" in str(refusal)) == ("year", True)
    assert not ClusterYear.objects.filter(cluster=year.cluster, year=2024).exists()
    assert open_cluster_year(year.cluster, year=2026, actor=administrator).year == 2026
