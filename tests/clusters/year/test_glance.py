"""The cluster's page is its year at a glance, for those it concerns; each stage is somebody's duty on the home page."""

from datetime import date

import pytest
from django.utils import translation

from clusters.duties import duties
from clusters.figures.rules.terms import SheetState
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.models import SheetTerm
from clusters.people.models.scope import actor_of
from clusters.year.models.glance import facts_of
from clusters.year.rules.cycle import StageName, StageProgress, stages
from emulation.core.models import User
from tests.clusters.figures.make import in_state, make_city, make_figure, make_two_cities
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.pacts.make import agreed, in_force, in_signing, make_pact, signed_by
from tests.clusters.people.visitors import an_officer
from tests.clusters.regulation.make import adopt, make_scheme
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_two_cities()


def titles(person, on=DAY):
    with translation.override("vi"):
        return [duty.title for duty in duties(actor_of(User.objects.get(pk=person.user_id), on=on), on)]


def test_a_new_year_begins_with_the_regulation(cities):
    year, head, member = cities
    page = words(signed_in(member.officer, "vi").get(year.get_absolute_url()))
    assert "Năm thi đua đang ở đâu" in page
    assert "Cụm trưởng dự thảo quy định; các thành viên thông qua." in page
    assert any("Dự thảo quy định bình xét" in title for title in titles(head.officer))
    assert not any("quy định" in title for title in titles(member.officer))


def test_strangers_see_the_page_without_the_glance(cities):
    assert "Where the year is" not in words(an_officer().get(cities[0].get_absolute_url()))


def test_a_late_member_is_named_from_the_day_after_its_due_day_on(cities):
    year, _head, member = cities
    SheetTerm.objects.create(cluster_year=year, half=1, due_on=DAY, locks_on=DAY)
    assert facts_of(year, DAY).mid_year.late == ()
    late = facts_of(year, date(2023, 7, 11)).mid_year.late
    assert member.organisation.name in late
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    in_state(figure.sheet, SheetState.APPROVED)
    facts = facts_of(year, date(2023, 7, 11))
    assert member.organisation.name not in facts.mid_year.late
    assert (facts.mid_year.sent, facts.members) == (1, 2)


def test_duties_follow_the_pact_from_hand_to_hand(cities):
    year, head, member = cities
    adopt(make_scheme(cluster_year=year).scheme)
    assert any("Soạn giao ước" in title for title in titles(head.officer))
    pact = make_pact(year, head)
    pact = agreed(pact, head, [head])
    assert any("Cho ý kiến về dự thảo" in title for title in titles(member.officer))
    assert not any("Cho ý kiến" in title for title in titles(head.officer))


def test_signing_is_a_duty_of_the_head_first_then_of_the_member(cities):
    year, head, member = cities
    pact = in_signing(make_pact(year, head), head, [head, member])
    assert any(title.startswith("Ký: ") for title in titles(head.approver))
    assert not any(title.startswith("Ký: ") for title in titles(member.approver))
    signed_by(pact, head)
    assert any(title.startswith("Ký: ") for title in titles(member.approver))
    signed_by(pact, member)
    assert not any(title.startswith("Ký: ") for title in titles(member.approver))


def test_the_stage_of_the_pact_counts_its_signatures(cities):
    year, head, member = cities
    in_force(make_pact(year, head), head, [head, member])
    pact = next(stage for stage in stages(facts_of(year, DAY)) if stage.name is StageName.PACT)
    assert (pact.progress, pact.done, pact.of) == (StageProgress.DONE, 2, 2)


def test_figures_are_a_duty_with_the_day_the_head_set(cities):
    year, _head, member = cities
    SheetTerm.objects.create(cluster_year=year, half=WHOLE_YEAR, due_on=date(2024, 1, 15), locks_on=date(2024, 1, 31))
    actor = actor_of(User.objects.get(pk=member.officer.user_id), on=DAY)
    assert not any("cả năm" in title for title in titles(member.officer))
    with translation.override("vi"):
        found = [duty for duty in duties(actor, date(2023, 12, 20)) if "cả năm 2023" in duty.title]
    assert [duty.due for duty in found] == [date(2024, 1, 15)]


def test_more_members_ask_no_more(cities, django_assert_num_queries):
    year, head, _member = cities
    client = signed_in(head.officer)
    for _ in range(2):
        with django_assert_num_queries(13):
            client.get(year.get_absolute_url())
        for _ in range(2):
            make_city(cluster_year=year)
