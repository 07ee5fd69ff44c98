"""A member that ends in mid-year: its pact, figures and points stay its own, and the successor's people go on with them."""

from datetime import date

import pytest

from clusters.figures.actions.figures import write_cell
from clusters.figures.actions.sheets import accept_sheet, approve_sheet, submit_sheet
from clusters.figures.models.table import figure_table
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import FigurePart
from clusters.membership.models.heads import head_on
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.models import FigureSheet, Indicator, Mandate, Membership, PactSignature, PactTarget, ScoringTask, sat_in
from clusters.pacts.actions.pacts import is_as_signed
from clusters.people.models.scope import actor_of
from clusters.scores.actions.scores import write_score
from clusters.scores.actions.scoring import open_scoring
from clusters.scores.rules.entry import ScorePart as ScorePart
from clusters.scores.rules.terms import ScoreKind
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import User
from tests.clusters.figures.make import City, make_city, make_indicator
from tests.clusters.membership.make import make_cluster_year
from tests.clusters.mergers.make import Merging
from tests.clusters.organisations.make import make_organisation
from tests.clusters.pacts.make import in_force, make_pact, set_target
from tests.clusters.scores.make import make_lines
from tests.periods import MERGER, SINCE_MERGER

pytestmark = pytest.mark.django_db
BEFORE, AFTER = date(2025, 3, 1), date(2025, 7, 10)


@pytest.fixture
def cities(settings):
    """(the year 2025, its head, a member that will end, another member)"""
    settings.DEMONSTRATION_DAY = BEFORE
    Indicator.objects.all().delete()
    year = make_cluster_year(year=2025)
    return year, *(make_city(cluster_year=year, is_head=place == 0) for place in range(3))


def merged(city: City, administrator, settings) -> City:
    """The people of the city on a day after it ended."""
    merging = Merging()
    merging.apply(administrator, predecessors=(city.organisation.pk, merging.one.pk))
    settings.DEMONSTRATION_DAY = AFTER
    people = {
        actor.user_id: actor_of(User.objects.get(pk=actor.user_id), on=AFTER) for actor in (city.officer, city.approver)
    }
    return City(merging.successor, *people.values())


def test_the_pact_stands_unchanged_to_the_last_signature(cities, administrator, settings):
    year, head, ending, other = cities
    pact = make_pact(year, head)
    set_target(pact, head, make_indicator(), dict.fromkeys((head, ending, other), "10"))
    pact = in_force(pact, head, [head, ending, other])
    before = [list(model.objects.order_by("pk").values()) for model in (PactTarget, PactSignature)]
    merged(ending, administrator, settings)
    assert [list(model.objects.order_by("pk").values()) for model in (PactTarget, PactSignature)] == before
    checksum = pact.checksum
    pact.refresh_from_db()
    assert pact.checksum == checksum
    assert is_as_signed(pact)
    assert PactSignature.objects.filter(pact=pact, organisation=ending.organisation).exists()
    assert PactTarget.objects.filter(pact=pact, organisation=ending.organisation).exists()


def test_it_is_a_member_to_its_last_day(cities, administrator, settings):
    year, head, ending, other = cities
    new = merged(ending, administrator, settings)
    seats = Membership.objects.in_cluster(year.cluster)
    assert seats.on(date(2025, 6, 30)).filter(organisation=ending.organisation).exists()
    assert set(seats.on(MERGER).values_list("organisation", flat=True)) == {
        head.organisation.pk,
        other.organisation.pk,
    }
    assert not seats.filter(organisation=new.organisation).exists()
    ending.organisation.refresh_from_db()
    assert Membership.objects.of_year(ending.organisation, 2025).get().cluster == year.cluster
    assert not Membership.objects.of_year(ending.organisation, 2026).exists()


@pytest.mark.parametrize("half", [1, WHOLE_YEAR])
def test_its_figures_are_entered_and_sent_by_the_successor_s_people(cities, administrator, settings, half):
    """Of the half that ended before the day, and of the whole year: it was a member in it, so the year asks for it."""
    year, head, ending, _other = cities
    indicator = make_indicator()
    new = merged(ending, administrator, settings)
    write_cell(
        year, half, ending.organisation, indicator=indicator, part=FigurePart.VALUE, text="73", seen="", actor=new.officer
    )  # fmt: skip
    sheet = FigureSheet.objects.get()
    for step, actor in ((submit_sheet, new.officer), (approve_sheet, new.approver), (accept_sheet, head.officer)):
        step(sheet, actor=actor)
    sheet.refresh_from_db()
    assert sheet.state == SheetState.ACCEPTED
    assert sheet.organisation == ending.organisation
    assert ending.organisation in figure_table(year, half, sheets=FigureSheet.objects.accepted()).members


def test_the_half_after_it_asks_neither_the_old_nor_the_new(cities, administrator, settings):
    year, _head, ending, _other = cities
    indicator = make_indicator()
    new = merged(ending, administrator, settings)
    assert not sat_in(year, 2).filter(pk__in=[ending.organisation.pk, new.organisation.pk]).exists()
    with pytest.raises(Refusal, match="không phải thành viên"):
        write_cell(
            year, 2, ending.organisation, indicator=indicator, part=FigurePart.VALUE, text="1", seen="", actor=new.officer
        )  # fmt: skip


def test_it_is_scored_and_scores_through_the_successor_s_people(cities, administrator, settings):
    year, head, ending, _other = cities
    line = make_lines(year)["judged"]
    new = merged(ending, administrator, settings)
    scoring = open_scoring(year, actor=head.officer)
    assert {one.organisation.pk for one in cities[1:]} == set(sat_in(year, WHOLE_YEAR).values_list("pk", flat=True))
    pairs = ScoringTask.objects.filter(scoring=scoring)
    assert pairs.filter(scorer=ending.organisation).count() == pairs.filter(scored=ending.organisation).count() == 1
    given = write_score(
        scoring,
        ScoreKind.SELF,
        criterion=line,
        scored=ending.organisation,
        scorer=ending.organisation,
        part=ScorePart.POINTS,
        text="8",
        seen="",
        actor=new.officer,
    )
    assert given.score.scored == ending.organisation
    with pytest.raises(Refusal):
        write_score(
            scoring,
            ScoreKind.SELF,
            criterion=line,
            scored=ending.organisation,
            scorer=ending.organisation,
            part=ScorePart.POINTS,
            text="9",
            seen="8",
            actor=head.officer,
        )


def test_the_successor_of_the_head_heads_the_year_until_another_is_appointed(cities, administrator, settings):
    year, head, _ending, _other = cities
    new = merged(head, administrator, settings)
    assert head_on(year, AFTER) == head.organisation, "docs/adr/0007: who held the post last"
    assert year.pk in new.officer.headed_entered
    assert year.pk in new.approver.headed_approved
    stranger = make_organisation(during=SINCE_MERGER)
    user = Mandate.objects.filter(organisation=new.organisation, role=Role.OFFICER).get().user
    Mandate.objects.filter(user=user, organisation=new.organisation).update(organisation=stranger)
    assert year.pk not in actor_of(user, on=AFTER).headed
