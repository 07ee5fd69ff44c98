"""The pages of a year's result and of the ranking: what is shown, to whom, what is refused with the work kept."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clusters.models import ProposalRule, YearProposal, YearResult
from clusters.regulation.rules.proposed_awards import ProposedAward
from clusters.regulation.rules.terms import TieRule
from clusters.results.actions.freezing import freeze_result
from clusters.results.actions.parts import change_place, propose
from clusters.results.actions.results import begin_later_act
from clusters.results.models.ranking import MOST_YEARS
from clusters.results.rules.terms import ResultState
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.period import Period
from tests.clusters.conferences.make import opened
from tests.clusters.figures.make import make_city, make_two_cities
from tests.clusters.figures.visiting import signed_in, signed_in_as, words
from tests.clusters.membership.make import make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import make_administrator
from tests.clusters.regulation.make import make_scheme
from tests.clusters.results.make import MINUTES, OFFICE, drawn, frozen, make_frozen, make_year_result, voted, votes_of
from tests.clusters.scores.make import make_scoring

pytestmark = pytest.mark.usefixtures("today")


def at(world, name="year-results", *more):
    return reverse(f"clusters:{name}", args=[world.year.pk, *more])


def test_before_the_points_are_frozen_the_page_says_what_it_waits_for():
    world = make_scoring()
    page = words(signed_in(world.head.officer).get(at(world)))
    assert "once they are frozen" in page
    assert "Draw up the result</button>" not in page


def test_the_head_draws_up_and_is_led_to_the_votes():
    world = make_frozen()
    officer = signed_in(world.head.officer)
    assert "Draw up the result</button>" in words(officer.get(at(world)))
    assert "Draw up the result</button>" not in words(signed_in(world.cities[1].officer).get(at(world)))
    page = words(officer.post(at(world, "year-result-draw-up"), follow=True))
    assert "Enter the votes next" in page
    assert at(world, "year-result-votes", 0) in page
    assert "minutes of the vote are not named" in page


def test_members_read_nothing_of_a_draft():
    world = make_frozen()
    result = voted(world)
    member = signed_in(world.cities[1].officer)
    assert "There is no frozen result" in words(member.get(at(world)))
    assert member.get(result.get_absolute_url()).status_code == 404
    assert member.get(reverse("reports:year-result-paper", args=[result.pk, "pdf"])).status_code == 404


def test_strangers_find_no_page():
    world = make_frozen()
    frozen(world)
    stranger = signed_in(make_city(cluster_year=make_cluster_year()).officer)
    for url in (
        at(world),
        at(world, "year-result", 0),
        reverse("clusters:cluster-ranking", args=[world.year.cluster.code]),
    ):
        assert stranger.get(url).status_code == 404


def entered(world, **said):
    """What the form of votes sends."""
    ids = [city.organisation.pk for city in world.cities]
    form = {"minutes": MINUTES, "eligible": "5", "present": "5", "acclaimed": ids[0], "head": ids[1], "deputy": ids[2]}
    form |= {f"votes-{pk}": number for pk, number in zip(ids, ("4", "1", "0", "0", "0"), strict=True)}
    return form | said


def test_votes_from_paper_are_entered_and_shown():
    world = make_frozen()
    drawn(world)
    officer = signed_in(world.head.officer)
    page = words(officer.post(at(world, "year-result-votes", 0), entered(world), follow=True))
    assert "Votes and elections are entered." in page
    assert f"<strong>{world.cities[0].organisation}</strong> (4 of 5 votes)" in page
    assert MINUTES in page
    assert "The approver of the head of the cluster freezes the result." in page


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"minutes": ""}, "required"),
        ({"present": "6"}, "No more are present"),
        ({"present": "3"}, "more than the 3 voters present"),
        ({"present": "năm"}, "whole number"),
        ({"acclaimed": "x"}, "valid choice"),
    ],
)
def test_what_is_wrong_with_votes_is_said_and_the_rest_stays_typed(said, sentence):
    world = make_frozen()
    result = drawn(world)
    answer = signed_in(world.head.officer).post(at(world, "year-result-votes", 0), entered(world, **said))
    assert answer.status_code == 422
    page = words(answer)
    assert sentence in page
    assert 'value="4"' in page
    assert not result.places.filter(is_acclaimed=True).exists()


def test_only_the_approver_freezes_and_the_page_says_what_is_missing():
    world = make_frozen()
    result = voted(world, acclaimed=None)
    url = at(world, "year-result-freeze", 0)
    assert signed_in(world.head.officer).get(url).status_code == 404
    approver = signed_in(world.head.approver)
    assert "Nobody is acclaimed" in words(approver.get(result.get_absolute_url()))
    answer = approver.post(url, {"office": OFFICE})
    assert answer.status_code == 422
    assert "say why nobody is" in words(answer)
    assert f'value="{OFFICE}"' in words(answer)
    page = words(approver.post(url, {"office": OFFICE, "why": "Không đủ phiếu"}, follow=True))
    assert "The result is frozen." in page
    assert "Không đủ phiếu" in page
    assert approver.get(url).status_code == 302


def test_a_hindrance_that_no_reason_mends_shuts_the_button():
    world = make_frozen(totals=(40, 40, 30, 20, 10), tie_rule=TieRule.BALLOT)
    drawn(world)
    page = words(signed_in(world.head.approver).get(at(world)))
    assert "a ballot decides" in page
    assert "2 members have equal points" in page
    assert at(world, "year-result-freeze", 0) not in page


def test_who_may_be_proposed_and_why_the_others_may_not():
    world = make_frozen(found_of=[4])
    result = voted(world)
    ProposalRule.objects.create(
        award=ProposedAward.GOVERNMENT_FLAG,
        level="central",
        for_acclaimed_only=True,
        share_percent=20,
        legal_basis="Luật thử, điều thử",
        during=Period.year(2023),
    )
    officer = signed_in(world.head.officer)
    page = words(officer.get(result.get_absolute_url()))
    first, second, out = (world.cities[at].organisation for at in (0, 1, 4))
    assert f"Government Emulation Flag: {first}" in page
    assert f"{second}: Only the unit that the cluster acclaims" in page
    assert f"{out}: Knocked out: Điều kiện thử (Kết luận thanh tra thử)." in page
    assert "Luật thử, điều thử (suggestion, not checked against the text)" in page
    assert "at most 20% of the units acclaimed" in page
    url = at(world, "year-result-propose", 0)
    answer = officer.post(url, {"organisation": second.pk, "award": ProposedAward.GOVERNMENT_FLAG})
    assert answer.status_code == 422
    assert "cannot be proposed. Only the unit" in words(answer)
    page = words(officer.post(url, {"organisation": first.pk, "award": ProposedAward.GOVERNMENT_FLAG}, follow=True))
    assert "The proposal is entered." in page
    officer.post(at(world, "year-result-proposal-drop", 0, YearProposal.objects.get().pk))
    assert not YearProposal.objects.exists()


def test_a_later_act_is_begun_changed_and_shown_beside_the_first():
    world = make_frozen()
    first = frozen(world)
    officer = signed_in(world.head.officer)
    url = at(world, "year-result-later-act", 0)
    answer = officer.post(url, {"why": "Thử", "document": ""})
    assert answer.status_code == 422
    page = words(officer.post(url, {"why": "Kỷ luật sau chốt", "document": "Quyết định 12"}, follow=True))
    assert "The later act is begun" in page
    assert "Kỷ luật sau chốt" in page
    leader = world.cities[0].organisation
    place = at(world, "year-result-place", 1, leader.pk)
    assert place in page
    answer = officer.post(place, {"points": "chín", "knocked_out": ""})
    assert answer.status_code == 422
    page = words(officer.post(place, {"points": "12,5", "knocked_out": "Bị kỷ luật"}, follow=True))
    assert "12,5" in page
    assert "Bị kỷ luật" in page
    officer.post(
        at(world, "year-result-votes", 1),
        entered(
            world,
            acclaimed=world.cities[1].organisation.pk,
            **{f"votes-{leader.pk}": "0", f"votes-{world.cities[1].organisation.pk}": "5"},
        ),
    )
    act = YearResult.objects.get(number=1)
    freeze_result(act, office=OFFICE, actor=world.head.approver)
    member = signed_in(world.cities[2].officer)
    assert "A later act has changed this result" in words(member.get(first.get_absolute_url()))
    assert "Bị kỷ luật" in words(member.get(at(world)))


def test_pages_of_a_draft_lead_back_once_it_is_frozen():
    world = make_frozen()
    frozen(world)
    officer = signed_in(world.head.officer)
    for name in ("votes", "propose", "withdraw"):
        assert officer.get(at(world, f"year-result-{name}", 0)).status_code == 302
    place = at(world, "year-result-place", 0, world.cities[0].organisation.pk)
    assert officer.get(place).status_code == 302


def test_an_administrator_records_the_posts_of_those_elected():
    world = make_frozen()
    result = frozen(world)
    administrator = signed_in_as(Role.SYSTEM_ADMINISTRATOR)
    assert "is not open yet" in words(administrator.get(result.get_absolute_url()))
    coming = make_cluster_year(cluster=world.year.cluster, year=2024)
    assert "Record their posts</button>" in words(administrator.get(result.get_absolute_url()))
    url = at(world, "year-result-install", 0)
    assert signed_in(world.head.approver).post(url).status_code == 404
    assert "Those elected hold their posts" in words(administrator.post(url, follow=True))
    assert coming.posts.count() == 2
    assert "Record their posts" not in words(administrator.get(result.get_absolute_url()))


@pytest.mark.parametrize("role", [Role.CENTRAL_REVIEWER, Role.REPORT_READER])
def test_a_frozen_result_is_read_by_the_central_board_and_readers_of_reports(role):
    world = make_frozen()
    result = frozen(world)
    assert signed_in_as(role).get(result.get_absolute_url()).status_code == 200


def ranked_cluster(years, members):
    """A cluster with frozen results of `years`; another member leads each year, the first one heads it always."""
    year = make_cluster_year(year=2018)
    cities = [make_city(cluster_year=year, name=f"Đơn vị {number:02}") for number in range(members)]
    units = [city.organisation for city in cities]
    for number in range(years):
        one = year if number == 0 else make_cluster_year(cluster=year.cluster, year=2018 + number)
        make_post(cluster_year=one, organisation=units[0])
        first = units[number % 2]
        places = [(unit, 90 if unit == first else 80 - at) for at, unit in enumerate(units)]
        make_year_result(cluster_year=one, places=places, acclaimed=first)
    return year.cluster, cities


def test_the_ranking_shows_years_side_by_side_with_what_they_have_in_common():
    cluster, cities = ranked_cluster(4, 3)
    page = words(signed_in(cities[2].officer).get(reverse("clusters:cluster-ranking", args=[cluster.code])))
    assert [str(year) in page for year in range(2018, 2022)] == [True] * 4
    assert "Place 1" in page
    assert "90 points" in page
    assert "2018, 2020: Đơn vị 00, the head of the cluster, is also first." in page
    assert "2018–2021: the unit acclaimed is in turn Đơn vị 00, Đơn vị 01." in page
    assert "not enough years" not in page


def test_with_few_years_the_ranking_says_so():
    cluster, cities = ranked_cluster(1, 2)
    page = words(signed_in(cities[0].officer).get(reverse("clusters:cluster-ranking", args=[cluster.code])))
    assert "There is the result of 1 year: not enough years" in page


def test_without_results_the_ranking_is_empty_and_says_why():
    year = make_cluster_year()
    city = make_city(cluster_year=year, is_head=True)
    page = words(signed_in(city.officer).get(reverse("clusters:cluster-ranking", args=[year.cluster.code])))
    assert "No year of this cluster has a frozen result yet" in page


def test_merged_members_stand_in_one_row_under_the_names_of_then():
    cluster, cities = ranked_cluster(2, 2)
    merged = make_organisation(name="Đơn vị sáp nhập")
    make_membership(cluster=cluster, organisation=merged)
    for city in cities:
        make_succession(predecessor=city.organisation, successor=merged, day=date(2022, 1, 1))
    page = words(signed_in_as(Role.CENTRAL_REVIEWER).get(reverse("clusters:cluster-ranking", args=[cluster.code])))
    assert page.count('<th scope="row">') == 1
    assert '<span class="note is-inline">Đơn vị 00</span>' in page
    assert '<span class="note is-inline">Đơn vị 01</span>' in page


def test_of_a_year_changed_later_the_ranking_shows_the_newest():
    world = make_frozen()
    first = frozen(world)
    act = begin_later_act(first, why="Thử", document="QĐ 1", actor=world.head.officer)
    facts = {"points": 11, "knocked_out": "", "actor": world.head.officer}
    change_place(act, organisation=world.cities[0].organisation, **facts)
    freeze_result(act, office=OFFICE, actor=world.head.approver)
    page = words(signed_in(world.head.officer).get(reverse("clusters:cluster-ranking", args=[world.year.cluster.code])))
    assert "11 points" in page
    assert "50 points" not in page


def count_of(client, url) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


@pytest.mark.parametrize(("years", "members"), [(1, 1), (5, 12)])
def test_the_ranking_asks_as_often_for_many_years_as_for_one(years, members):
    cluster, cities = ranked_cluster(years, members)
    client, url = signed_in(cities[0].officer), reverse("clusters:cluster-ranking", args=[cluster.code])
    client.get(url)
    assert count_of(client, url) == 13


@pytest.mark.parametrize("members", [1, 3])
def test_the_page_of_a_result_asks_as_often_for_many_members_as_for_one(members):
    world = make_frozen(totals=(50,) + (40,) * 2)
    result = voted(world, numbers=(3, 0, 0))
    for city in world.cities[:members]:
        award = ProposedAward.PRIME_MINISTER_CERTIFICATE
        propose(result, organisation=city.organisation, award=award, actor=world.head.officer)
    client = signed_in(world.head.officer)
    client.get(result.get_absolute_url())
    assert count_of(client, result.get_absolute_url()) == 20


def test_only_the_last_years_are_shown():
    cluster, cities = ranked_cluster(MOST_YEARS + 1, 2)
    page = words(signed_in(cities[0].officer).get(reverse("clusters:cluster-ranking", args=[cluster.code])))
    assert ">2018</a>" not in page
    assert ">2019</a>" in page


def test_the_glance_of_the_year_leads_to_the_result():
    world = make_frozen()
    page = words(signed_in(world.head.officer).get(world.year.get_absolute_url()))
    assert at(world) in page


def test_hostile_words_are_only_words():
    world = make_frozen()
    result = voted(world, minutes="<script>alert(1)</script>")
    page = signed_in(world.head.officer).get(result.get_absolute_url()).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page


def test_a_page_of_votes_shows_what_was_entered_before():
    world = make_frozen()
    voted(world)
    page = words(signed_in(world.head.officer).get(at(world, "year-result-votes", 0)))
    assert MINUTES in page
    assert f'<option value="{world.cities[1].organisation.pk}" selected>' in page
    assert votes_of(world).minutes == MINUTES


def test_the_conference_is_a_link_only_for_who_opens_it():
    year, head, member = make_two_cities()
    make_scheme(cluster_year=year)
    met = opened(year, head, held_on=date(2023, 7, 1))
    result = make_year_result(
        cluster_year=year, places=[(head.organisation, 2), (member.organisation, 1)], state=ResultState.DRAFT
    )
    signed = {"checksum": "0" * 64, "frozen_at": clock.now(), "frozen_by_name": "Lãnh Đạo Thử"}
    YearResult.objects.filter(pk=result.pk).update(conference=met, state=ResultState.FROZEN, **signed)
    seen = {
        who: signed_in(actor).get(result.get_absolute_url()).content.decode()
        for who, actor in (("member", member.officer), ("administrator", make_administrator()))
    }
    assert {who: met.get_absolute_url() in page for who, page in seen.items()} == {
        "member": True,
        "administrator": False,
    }
    assert str(met) in seen["administrator"]
