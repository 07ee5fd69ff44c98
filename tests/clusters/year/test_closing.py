"""A year is closed by an administrator: refused while something moves, with a reason where something is undone."""

from datetime import date

import pytest
from django.utils import translation

from clusters.conferences.actions.conferences import take_step
from clusters.duties import duties as cluster_duties
from clusters.figures.rules.terms import SheetState
from clusters.models import ClusterYear, Conference, FigureSheet, Pact, ScoringRound, YearResult
from clusters.pacts.rules.terms import PactState
from clusters.people.models.scope import actor_of
from clusters.year.actions.closing import close_cluster_year
from clusters.year.models.closing import closing_facts, left_undone
from clusters.year.rules.closing import Loose
from clusters.year.words import listed
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, User
from emulation.desk.agenda import APPS
from tests.clusters.conferences.make import opened, planned
from tests.clusters.figures.make import in_state, make_city, make_figure, make_two_cities
from tests.clusters.membership.make import make_cluster_year, make_post
from tests.clusters.pacts.make import agreed, in_signing, make_pact
from tests.clusters.people.make import actor_for, make_administrator
from tests.clusters.results.make import frozen, make_frozen, make_year_result
from tests.clusters.year.whole_years import close_year, make_whole_year
from tests.periods import DAY

pytestmark = pytest.mark.django_db
OVER = date(2024, 4, 1)


@pytest.fixture(autouse=True)
def today(settings):
    settings.DEMONSTRATION_DAY = DAY
    with translation.override("en"):
        yield


def closing(year, actor, *, on=DAY, why="hết năm"):
    return close_cluster_year(year, on=on, why=why, actor=actor)


def refused(year, actor, **said) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        closing(year, actor, **said)
    assert ClusterYear.objects.get(pk=year.pk).closed_on is None
    return refusal.value


def sent(year, _head, member):
    in_state(make_figure(cluster_year=year, organisation=member.organisation, half=2).sheet, SheetState.SUBMITTED)


MOVING = {
    "conference": (lambda year, head, member: opened(year, head), "Opened and not closed"),
    "opinions": (lambda year, head, member: agreed(make_pact(year, head), head, [head]), "are being asked"),
    "signing": (lambda year, head, member: in_signing(make_pact(year, head), head, [head, member]), "is being signed"),
    "figures": (sent, "neither accepted nor returned"),
    "scoring": (
        lambda year, head, member: ScoringRound.objects.create(cluster_year=year, cross_scorers=0, seed="1"),
        "The scoring is under way",
    ),
    "result": (lambda year, head, member: YearResult.objects.create(cluster_year=year), "is drafted"),
}


@pytest.mark.parametrize("name", MOVING)
def test_what_moves_is_brought_to_an_end_first(administrator, name):
    year, head, member = make_two_cities()
    move, sentence = MOVING[name]
    move(year, head, member)
    assert sentence in str(refused(year, administrator))


def test_the_refusal_names_whose_figures_wait(administrator):
    year, head, member = make_two_cities()
    sent(year, head, member)
    assert member.organisation.name in str(refused(year, administrator))


def test_the_heads_own_sheet_for_the_cluster_counts_too(administrator):
    year, _head, _member = make_two_cities()
    FigureSheet.objects.create(cluster_year=year, half=1, state=SheetState.APPROVED)
    assert year.cluster.name in str(refused(year, administrator))


def test_a_later_act_that_is_drafted_hinders_too(administrator):
    year, head, member = make_two_cities()
    first = make_year_result(cluster_year=year, places=[(head.organisation, 90)])
    YearResult.objects.create(cluster_year=year, number=1, changes=first, why="Thử", document="Thử")
    assert "later act" in str(refused(year, administrator))


def test_what_is_left_undone_wants_a_reason_and_is_kept_by_name(administrator):
    year, _head, member = make_two_cities()
    refusal = refused(year, administrator, why=" ")
    assert refusal.field == "why"
    closing(year, administrator, why="Cụm không chấm điểm năm này")
    entry = AuditEntry.objects.latest("id")
    assert {one["loose"] for one in entry.after["left_undone"]} == {
        Loose.NO_REGULATION,
        Loose.NO_PACT,
        Loose.FIGURES_MISSING,
        Loose.NOT_SCORED,
        Loose.NO_RESULT,
        Loose.REPORT_UNSIGNED,
    }
    left, why = left_undone(ClusterYear.objects.get(pk=year.pk))
    assert why == "Cụm không chấm điểm năm này"
    assert member.organisation.name in listed(left, year)


def test_a_year_of_the_past_that_holds_only_posts_is_closed_with_a_reason(administrator):
    year = make_post(cluster_year=make_cluster_year(year=2019)).cluster_year
    assert closing(year, administrator, why="Hồ sơ giấy").closed_on == DAY


def test_a_planned_conference_that_was_not_held_is_named_and_a_cancelled_one_is_not(administrator):
    year, head, _member = make_two_cities()
    conference = planned(year, head)
    assert closing_facts(year).planned_conferences == (str(conference),)
    take_step(conference, "cancel", why="Không họp", actor=head.officer)
    assert closing_facts(year).planned_conferences == ()


def test_a_conference_that_signs_the_next_pact_hinders_that_year_too_while_it_is_open(administrator):
    year, head, _member = make_two_cities()
    coming = make_cluster_year(cluster=year.cluster, year=2024)
    conference = planned(year, head, signs_next=True)
    assert closing_facts(coming).planned_conferences == ()
    Conference.objects.filter(pk=conference.pk).update(state="open")
    assert closing_facts(coming).open_conferences == (str(conference),)


def test_a_year_with_its_result_frozen_is_closed_and_says_what_the_elected_still_want(administrator):
    world = make_frozen()
    make_cluster_year(cluster=world.year.cluster, year=2024)
    frozen(world)
    assert len(closing_facts(world.year).elected) == 2
    assert closing(world.year, administrator).closed_on == DAY


def test_a_day_still_to_come_is_refused(administrator):
    refusal = refused(make_two_cities()[0], administrator, on=date(2023, 7, 11))
    assert (refusal.field, "11/07/2023" in str(refusal)) == ("on", True)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.APPROVER, Role.CENTRAL_LEADER, Role.REPORT_READER])
def test_only_an_administrator_closes(role):
    assert "system administrator" in str(refused(make_two_cities()[0], actor_for(role=role)))


def test_more_members_ask_no_more(django_assert_max_num_queries):
    year, _head, _member = make_two_cities()
    for _ in range(2):
        with django_assert_max_num_queries(13):
            closing_facts(year)
        for _ in range(3):
            make_city(cluster_year=year)


def titles(actor, on) -> list[str]:
    return [duty.title for duty in cluster_duties(actor, on) if "Close" in duty.title]


def only(year) -> None:
    for other in ClusterYear.objects.open().exclude(pk=year.pk):
        close_year(other)


def test_an_administrator_is_told_of_a_year_whose_result_is_frozen(administrator):
    world = make_frozen()
    only(world.year)
    assert titles(administrator, DAY) == []
    frozen(world)
    assert titles(administrator, DAY) == [f"Close the year: {world.year}"]
    (duty,) = [duty for duty in cluster_duties(administrator, DAY) if "Close" in duty.title]
    assert duty.url == f"/cum/{world.year.cluster.code}/2023/dong/"
    assert duty.due is None


def test_and_of_one_that_is_over_by_more_than_three_months_with_its_day(administrator):
    year = make_cluster_year()
    only(year)
    assert titles(administrator, date(2024, 3, 31)) == []
    (duty,) = [duty for duty in cluster_duties(administrator, OVER) if "Close" in duty.title]
    assert duty.due == date(2024, 3, 31)
    before = make_cluster_year(cluster=year.cluster, year=2022)
    make_cluster_year(year=2023)
    found = [(duty.title, duty.url, duty.due) for duty in cluster_duties(administrator, OVER) if "Close" in duty.title]
    assert found == [
        (f"Close the year: {before}", f"/cum/{before.cluster.code}/2022/dong/", date(2023, 3, 31)),
        ("Close the year 2023 of 2 clusters", "/cum/?nam=2023", date(2024, 3, 31)),
    ], "the list shows one year"


def people_of(whole) -> list:
    central = [make_administrator(), *(actor_for(role=role) for role in (Role.CENTRAL_REVIEWER, Role.CENTRAL_LEADER))]
    own = [User.objects.get(pk=one.user_id) for city in whole.world.cities for one in (city.officer, city.approver)]
    return [*own, *(User.objects.get(pk=one.user_id) for one in central)]


def duties_of_the_year(whole, on) -> set[str]:
    """Over all providers and people; those that speak of this year or its cluster."""
    found = set()
    for user in people_of(whole):
        actor = actor_of(user, on=on)
        for app in APPS:
            for duty in app.duties(actor, on):
                spoken = f"{duty.title} {duty.url}"
                if whole.year.cluster.name in spoken or f"/{whole.year.pk}/" in spoken:
                    found.add(duty.title)
    return found


def test_after_the_closing_no_duty_of_that_year_is_left_for_anybody():
    whole = make_whole_year()
    Pact.objects.filter(cluster_year=whole.year).update(state=PactState.CONSULTED)
    days = (DAY, date(2023, 12, 20), date(2024, 2, 1), OVER)
    before = [duties_of_the_year(whole, on) for on in days]
    assert all(before)
    assert len(set().union(*before)) >= 6
    close_year(whole.year)
    for on in days:
        assert duties_of_the_year(whole, on) <= {"Open the year 2024 of 1 cluster"}
