"""Once the members have done their part, the next step waits for the head: for its approver the signing of the pact, for
its officer the next step of the scoring."""

from dataclasses import replace

import pytest
from django.utils import translation

from clusters.duties import head_duties
from clusters.models import Membership
from clusters.pacts.actions.pacts import answer_pact, ask_members, open_signing
from clusters.pacts.actions.signing import sign_pact
from clusters.people.models.scope import actor_of
from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core.models import User
from emulation.core.period import Period
from tests.clusters.figures.make import make_two_cities
from tests.clusters.membership.make import all_with_heads, make_cluster_year, make_post
from tests.clusters.pacts.make import OFFICE, agreed, make_pact
from tests.clusters.scores.make import finish, make_scoring, move_to
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(settings):
    settings.DEMONSTRATION_DAY = DAY
    translation.activate("en")


def told(actor, *, on=DAY) -> list[str]:
    years = all_with_heads(on)
    return [duty.title.split(":")[0].split(" of ")[0] for duty in head_duties(actor, years, on)(years)]


def test_the_signing_waits_for_the_heads_approver_once_everybody_agrees():
    year, head, member = make_two_cities()
    pact = ask_members(make_pact(year, head), actor=head.officer)
    answer_pact(pact, organisation=head.organisation, agreed=True, actor=head.officer)
    assert told(head.approver) == []
    answer_pact(pact, organisation=member.organisation, agreed=True, actor=member.officer)
    assert told(head.approver) == ["Open the signing"]
    assert [told(one) for one in (head.officer, member.officer, member.approver)] == [[], [], []]
    pact = open_signing(pact, actor=head.approver)
    assert told(head.approver) == []
    sign_pact(pact, organisation=head.organisation, office=OFFICE, actor=head.approver)
    assert told(head.approver) == []


def test_a_member_that_does_not_agree_keeps_the_signing_back():
    year, head, member = make_two_cities()
    pact = ask_members(make_pact(year, head), actor=head.officer)
    answer_pact(pact, organisation=head.organisation, agreed=True, actor=head.officer)
    answer_pact(pact, organisation=member.organisation, agreed=False, remark="Nêu rõ hơn", actor=member.officer)
    assert told(head.approver) == []


def test_who_has_left_by_the_day_of_signing_is_not_waited_for():
    year, head, member = make_two_cities()
    pact = ask_members(make_pact(year, head), actor=head.officer)
    answer_pact(pact, organisation=head.organisation, agreed=True, actor=head.officer)
    Membership.objects.filter(organisation=member.organisation).update(during=Period(None, DAY))
    assert told(head.approver) == ["Open the signing"]


@pytest.mark.parametrize("kind", [ScoreKind.SELF, ScoreKind.CROSS])
def test_the_next_step_of_the_scoring_waits_for_the_heads_officer_once_everybody_has_finished(kind):
    world = make_scoring(state=RoundState(kind.value), members=3)
    for city in world.cities[:-1]:
        finish(world, kind, city)
    assert told(world.head.officer) == []
    finish(world, kind, world.cities[-1])
    assert told(world.head.officer) == ["Take the scoring"]
    others = (world.head.approver, world.cities[1].officer)
    assert [told(one) for one in others] == [[], []]


def test_self_scores_finished_say_nothing_of_the_cross_scores():
    world = make_scoring(members=3)
    for city in world.cities:
        finish(world, ScoreKind.SELF, city)
    move_to(world, RoundState.CROSS)
    assert told(world.head.officer) == []
    move_to(world, RoundState.APPRAISAL)
    assert told(world.head.officer) == []


def test_more_years_headed_take_no_more_queries(django_assert_num_queries):
    year, head, member = make_two_cities()
    for number in (2023, 2024, 2025):
        if number > year.year:
            more = make_cluster_year(cluster=year.cluster, year=number)
            make_post(cluster_year=more, organisation=head.organisation)
        else:
            more = year
        people = [replace(city, officer=_of(city.officer), approver=_of(city.approver)) for city in (head, member)]
        agreed(make_pact(more, people[0]), people[0], people)
        years = {pk: one for pk, one in all_with_heads(DAY).items() if one.cluster == year.cluster}
        with django_assert_num_queries(3):
            assert len(head_duties(people[0].approver, years, DAY)(years)) == len(years)


def _of(actor):
    """The same person with what it heads by now."""
    return actor_of(User.objects.get(pk=actor.user_id), on=DAY)
