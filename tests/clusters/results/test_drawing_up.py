"""The result of the year: what is refused, what follows from the frozen points, what stands for ever."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from clusters.duties import year_duties
from clusters.models import Post, ProposalRule, ResultStep, YearElection, YearPlace, YearProposal, YearResult
from clusters.regulation.rules.proposed_awards import ProposedAward
from clusters.regulation.rules.terms import BallotBase, TieRule
from clusters.results.actions.freezing import freeze_result, install_elected, withdraw_result
from clusters.results.actions.parts import change_place, drop_proposal, propose
from clusters.results.actions.results import begin_later_act, draw_up_result, record_votes
from clusters.results.models.board import checksum_of, rules_of, share_of_leaders
from clusters.results.rules.terms import ResultState
from clusters.year.actions.closing import close_cluster_year
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership
from tests.clusters.organisations.make import make_organisation
from tests.clusters.results.make import MINUTES, OFFICE, drawn, frozen, make_frozen, make_year_result, voted, votes_of
from tests.clusters.scores.make import make_scoring

pytestmark = pytest.mark.usefixtures("today")
FLAG, CERTIFICATE = ProposedAward.GOVERNMENT_FLAG, ProposedAward.PRIME_MINISTER_CERTIFICATE
ACT = {"why": "Kết luận thanh tra sau khi chốt", "document": "Quyết định số 12/QĐ-HĐTĐKT ngày 02/5/2024"}


def refused(deed, *args, **kwargs) -> Refusal:
    with pytest.raises(Refusal) as caught, transaction.atomic():
        deed(*args, **kwargs)
    return caught.value


def rows(result):
    found = result.places.order_by("pk")
    return {place.organisation_id: place for place in found}


def place_of(result, city) -> YearPlace:
    return YearPlace.objects.get(result=result, organisation=city.organisation)


def flag_rule(**facts):
    facts = {"for_acclaimed_only": True, "legal_basis": "Luật thử", "during": Period.year(2023)} | facts
    return ProposalRule.objects.create(award=FLAG, level="central", **facts)


def test_nothing_is_drawn_up_before_the_points_are_frozen():
    world = make_scoring()
    assert "not frozen yet" in str(refused(drawn, world))
    assert not YearResult.objects.exists()


def test_only_the_heads_officer_draws_up():
    world = make_frozen()
    for stranger in (world.cities[1].officer, world.head.approver):
        assert "Only an officer of the head" in str(refused(draw_up_result, world.year, actor=stranger))


def test_places_and_knock_outs_follow_from_the_frozen_points():
    world = make_frozen(totals=(30, 50, 40, 50.5, 10), found_of=[3])
    result = drawn(world)
    found = [place_of(result, city) for city in world.cities]
    assert [place.rank for place in found] == [4, 2, 3, 1, 5]
    assert found[3].points == Decimal("50.5")
    assert found[3].knocked_out == "Điều kiện thử (Kết luận thanh tra thử)"
    assert [bool(place.knocked_out) for place in found] == [False, False, False, True, False]
    assert result.steps.get().name == "draw_up"


def test_a_result_is_drawn_up_once():
    world = make_frozen()
    drawn(world)
    assert "drawn up already" in str(refused(drawn, world)) or "on its way" in str(refused(drawn, world))


def test_with_votes_of_a_closed_ballot_they_are_filled_in_at_once():
    world = make_frozen()
    result = draw_up_result(world.year, votes=votes_of(world), actor=world.head.officer)
    first = place_of(result, world.cities[0])
    assert (first.votes_for, first.is_acclaimed) == (5, True)
    assert dict(result.elections.values_list("post", "organisation")) == {
        "head": world.cities[1].organisation.pk,
        "deputy": world.cities[2].organisation.pk,
    }


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"minutes": " "}, "minutes", "Name the minutes"),
        ({"minutes": "x" * 201}, "minutes", "at most 200"),
        ({"present": 6}, "present", "No more are present"),
        ({"present": None}, "present", "Enter both numbers"),
        ({"eligible": None}, "eligible", "Enter both numbers"),
        ({"present": 4}, "votes-", "more than the 4 voters present"),
        ({"deputy": 1}, "deputy", "two different members"),
        ({"acclaimed": 1}, "acclaimed", "fewer than the share of 50%"),
        ({"acclaimed": 4, "numbers": ()}, "acclaimed", "Knocked out: Điều kiện thử"),
    ],
)
def test_votes_that_cannot_be_are_refused_at_their_field(said, field, sentence):
    world = make_frozen(found_of=[4])
    refusal = refused(record_votes, drawn(world), votes_of(world, **said), actor=world.head.officer)
    assert sentence in str(refusal)
    assert refusal.field.startswith(field)
    assert not YearElection.objects.exists()


def test_a_member_that_will_be_gone_is_not_elected():
    world = make_frozen()
    gone = world.cities[1].organisation
    gone.during = Period(None, date(2024, 1, 1))
    gone.save()
    refusal = refused(record_votes, drawn(world), votes_of(world, head=1), actor=world.head.officer)
    assert (refusal.field, "still a member of the cluster in 2024" in str(refusal)) == ("head", True)


def test_a_member_that_leaves_the_cluster_is_not_elected():
    world = make_frozen()
    leaving = world.cities[1].organisation
    leaving.memberships.update(during=Period(None, date(2024, 1, 1)))
    refusal = refused(record_votes, drawn(world), votes_of(world, head=1), actor=world.head.officer)
    assert (refusal.field, "still a member of the cluster in 2024" in str(refusal)) == ("head", True)
    leaving.memberships.update(during=Period(None, date(2024, 7, 1)))
    assert record_votes(YearResult.objects.get(), votes_of(world, head=1), actor=world.head.officer).elections.exists()


def test_reaching_the_share_exactly_is_enough_and_the_base_is_the_regulations():
    world = make_frozen(ballot_threshold=Decimal(60))
    assert voted(world, numbers=(3, 2)).places.get(is_acclaimed=True).votes_for == 3
    other = make_frozen(ballot_threshold=Decimal(60), ballot_base=BallotBase.PRESENT)
    assert voted(other, numbers=(2, 1), present=3).places.filter(is_acclaimed=True).exists()
    third = make_frozen(ballot_threshold=Decimal(60))
    assert refused(voted, third, numbers=(2, 1), present=3).field == "acclaimed"


def test_votes_entered_again_replace_the_first_ones():
    world = make_frozen()
    result = voted(world)
    record_votes(result, votes_of(world, (1, 4), acclaimed=1, head=0, deputy=None), actor=world.head.officer)
    assert [place_of(result, city).votes_for for city in world.cities[:2]] == [1, 4]
    assert result.places.get(is_acclaimed=True).organisation == world.cities[1].organisation
    assert list(result.elections.values_list("post", flat=True)) == ["head"]


def test_a_ballot_parts_equals_where_the_regulation_says_so():
    world = make_frozen(totals=(40, 40, 30, 20, 10), tie_rule=TieRule.BALLOT)
    result = drawn(world)
    assert [place_of(result, city).rank for city in world.cities[:3]] == [1, 1, 3]
    kept = record_votes(result, votes_of(world, (), acclaimed=0), actor=world.head.officer)
    refusal = refused(freeze_result, kept, office=OFFICE, actor=world.head.approver)
    assert "2 members have equal points" in str(refusal)
    record_votes(result, votes_of(world, (1, 4), acclaimed=1), actor=world.head.officer)
    assert [place_of(result, city).rank for city in world.cities[:3]] == [2, 1, 3]
    assert freeze_result(result, office=OFFICE, actor=world.head.approver).is_frozen


def test_who_may_be_proposed_says_the_law_of_the_day():
    world = make_frozen(found_of=[2])
    result = voted(world)
    flag_rule()
    first, second, out = (city.organisation for city in world.cities[:3])
    propose(result, organisation=first, award=FLAG, actor=world.head.officer)
    propose(result, organisation=second, award=CERTIFICATE, actor=world.head.officer)
    for unit, award, sentence in (
        (second, FLAG, "Only the unit that the cluster acclaims"),
        (out, CERTIFICATE, "Knocked out: Điều kiện thử"),
        (out, FLAG, "Knocked out"),
        (first, FLAG, "already"),
        (first, ProposedAward.PROVINCE_FLAG, "does not propose"),
        (make_organisation(), CERTIFICATE, "Only a member"),
    ):
        assert sentence in str(refused(propose, result, organisation=unit, award=award, actor=world.head.officer)), (
            sentence
        )
    drop_proposal(YearProposal.objects.get(award=CERTIFICATE), actor=world.head.officer)
    assert YearProposal.objects.count() == 1


def test_a_law_of_another_day_does_not_bind():
    world = make_frozen()
    flag_rule(during=Period.year(2022))
    propose(voted(world), organisation=world.cities[1].organisation, award=FLAG, actor=world.head.officer)


def test_a_share_of_leaders_counts_the_clusters_of_one_owner():
    world = make_frozen()
    frozen(world)
    rule = flag_rule(share_percent=20)
    owner = world.year.cluster.owner
    for number in range(5):
        year = make_cluster_year(cluster=make_cluster(owner=owner), year=2023)
        unit = make_organisation()
        make_year_result(cluster_year=year, places=[(unit, 10)], acclaimed=unit if number else None)
    elsewhere = make_cluster_year(year=2023)
    unit = make_organisation()
    make_year_result(cluster_year=elsewhere, places=[(unit, 10)], acclaimed=unit)
    (share,) = share_of_leaders(world.year, rules_of(world.year.cluster, date(2023, 7, 10)))
    assert (share.rule, share.leaders, share.most) == (rule, 5, 1)


def test_a_proposal_that_votes_made_impossible_holds_the_freezing_up():
    world = make_frozen()
    result = voted(world)
    flag_rule()
    propose(result, organisation=world.cities[0].organisation, award=FLAG, actor=world.head.officer)
    record_votes(result, votes_of(world, (0, 5), acclaimed=1), actor=world.head.officer)
    assert "may not be: 1" in str(refused(freeze_result, result, office=OFFICE, actor=world.head.approver))


def test_freezing_is_the_approvers_and_wants_minutes_acclaim_and_head():
    world = make_frozen()
    result = drawn(world)
    freeze = {"office": OFFICE, "actor": world.head.approver}
    assert "approver of the head" in str(refused(freeze_result, result, office=OFFICE, actor=world.head.officer))
    assert "minutes of the vote are not named" in str(refused(freeze_result, result, **freeze))
    record_votes(result, votes_of(world, acclaimed=None, head=None), actor=world.head.officer)
    unnamed = freeze | {"office": " ", "why": "Hội đồng chỉ định"}
    assert refused(freeze_result, result, **unnamed).field == "office"
    assert "Nobody is acclaimed" in str(refused(freeze_result, result, **freeze))
    record_votes(result, votes_of(world, head=None, deputy=None), actor=world.head.officer)
    assert "head of the next year is not elected" in str(refused(freeze_result, result, **freeze))
    stood = freeze_result(result, why="Hội đồng chỉ định", **freeze)
    assert (stood.state, stood.left_open_why, stood.frozen_by_office) == ("frozen", "Hội đồng chỉ định", OFFICE)
    stood.refresh_from_db()
    assert stood.checksum == checksum_of(stood)
    assert AuditEntry.objects.filter(verb="clusters.freeze_result").count() == 1


def test_what_is_frozen_stands_whoever_writes():
    world = make_frozen()
    flag_rule()
    result = voted(world)
    proposal = propose(result, organisation=world.cities[0].organisation, award=FLAG, actor=world.head.officer)
    freeze_result(result, office=OFFICE, actor=world.head.approver)
    assert "changes only by a later act" in str(
        refused(record_votes, result, votes_of(world), actor=world.head.officer)
    )
    assert "changes only by a later act" in str(refused(drop_proposal, proposal, actor=world.head.officer))
    for change in (
        lambda: YearResult.objects.filter(pk=result.pk).update(minutes="x"),
        lambda: YearPlace.objects.filter(result=result).update(points=1),
        lambda: YearProposal.objects.create(
            result=result, organisation=world.cities[1].organisation, award=CERTIFICATE
        ),
        lambda: YearElection.objects.filter(result=result).delete(),
        lambda: YearResult.objects.filter(pk=result.pk).delete(),
        lambda: ResultStep.objects.filter(result=result).update(why="x"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_later_act_names_what_it_changes_and_then_it_is_what_counts():
    world = make_frozen()
    first = frozen(world)
    officer, approver = world.head.officer, world.head.approver
    assert refused(begin_later_act, first, actor=officer, **ACT | {"why": " "}).field == "why"
    assert refused(begin_later_act, first, actor=officer, **ACT | {"document": " "}).field == "document"
    act = begin_later_act(first, actor=officer, **ACT)
    assert (act.number, act.changes, act.places.count(), act.minutes) == (1, first, 5, MINUTES)
    assert YearResult.objects.standing().get() == first
    assert "not frozen" not in str(refused(begin_later_act, first, actor=officer, **ACT))
    leader = world.cities[0].organisation
    change_place(act, organisation=leader, points=Decimal("12.5"), knocked_out="Bị kỷ luật", actor=officer)
    changed = place_of(act, world.cities[0])
    assert (changed.rank, changed.is_acclaimed, changed.groups) == (4, False, [])
    record_votes(act, votes_of(world, (0, 5), acclaimed=1), actor=officer)
    freeze_result(act, office=OFFICE, actor=approver)
    assert YearResult.objects.standing().get() == act
    assert place_of(first, world.cities[0]).rank == 1
    assert "has changed this result already" in str(refused(begin_later_act, first, actor=officer, **ACT))
    assert begin_later_act(act, actor=officer, **ACT).number == 2


def test_the_first_result_has_its_points_from_the_scoring_alone():
    world = make_frozen()
    refusal = refused(
        change_place,
        drawn(world),
        organisation=world.cities[0].organisation,
        points=Decimal(1),
        knocked_out="",
        actor=world.head.officer,
    )
    assert "only a later act" in str(refusal)


@pytest.mark.parametrize("points", ["-1", "1.005", "100000"])
def test_points_of_a_later_act_are_points(points):
    world = make_frozen()
    act = begin_later_act(frozen(world), actor=world.head.officer, **ACT)
    facts = {"organisation": world.cities[0].organisation, "knocked_out": "", "actor": world.head.officer}
    assert refused(change_place, act, points=Decimal(points), **facts).field == "points"


def test_a_later_act_that_is_not_wanted_is_withdrawn_and_kept():
    world = make_frozen()
    first = frozen(world)
    act = begin_later_act(first, actor=world.head.officer, **ACT)
    assert refused(withdraw_result, act, why="", actor=world.head.officer).field == "why"
    assert withdraw_result(act, why="Nhầm năm", actor=world.head.officer).state == ResultState.WITHDRAWN
    assert YearResult.objects.standing().get() == first
    assert begin_later_act(first, actor=world.head.officer, **ACT).number == 2


def test_the_first_result_is_not_withdrawn():
    world = make_frozen()
    assert "only a later act" in str(refused(withdraw_result, drawn(world), why="Thử", actor=world.head.officer))


def test_nothing_changes_once_the_year_is_closed(administrator):
    world = make_frozen()
    first = frozen(world)
    close_cluster_year(world.year, on=date(2023, 7, 10), why="Xong", actor=administrator)
    assert "was closed" in str(refused(begin_later_act, first, actor=world.head.officer, **ACT))


def test_a_proposal_taken_out_by_another_is_not_taken_out_again():
    world = make_frozen()
    result = voted(world)
    proposal = propose(result, organisation=world.cities[0].organisation, award=CERTIFICATE, actor=world.head.officer)
    again = YearProposal.objects.get(pk=proposal.pk)
    drop_proposal(proposal, actor=world.head.officer)
    assert "taken out by somebody else" in str(refused(drop_proposal, again, actor=world.head.officer))
    assert AuditEntry.objects.filter(verb="clusters.drop_proposal").count() == 1


def test_those_elected_take_their_posts_when_the_next_year_is_open(administrator):
    world = make_frozen()
    result = frozen(world)
    assert "is not open yet" in str(refused(install_elected, result, actor=administrator))
    coming = make_cluster_year(cluster=world.year.cluster, year=2024)
    assert "system administrator" in str(refused(install_elected, result, actor=world.head.approver))
    install_elected(result, actor=administrator)
    posts = Post.objects.filter(cluster_year=coming)
    assert {post.kind: post.organisation for post in posts} == {
        "head": world.cities[1].organisation,
        "deputy": world.cities[2].organisation,
    }
    assert {post.during for post in posts} == {Period.year(2024)}
    assert MINUTES in posts[0].source
    assert "held already" in str(refused(install_elected, result, actor=administrator))


def test_an_elected_unit_that_left_the_cluster_is_refused_by_name(administrator):
    world = make_frozen()
    result = frozen(world)
    make_cluster_year(cluster=world.year.cluster, year=2024)
    gone = world.cities[1].organisation
    gone.memberships.update(during=Period(None, date(2024, 1, 1)))
    assert "is not a member" in str(refused(install_elected, result, actor=administrator))
    assert not Post.objects.filter(cluster_year__year=2024).exists()


def test_a_draft_is_for_the_head_and_those_who_oversee_a_frozen_one_for_members_too():
    world = make_frozen()
    result = drawn(world)
    seen = YearResult.objects.visible_to
    stranger = make_membership().organisation
    assert seen(world.head.officer).exists()
    assert not seen(world.cities[1].officer).exists()
    record_votes(result, votes_of(world), actor=world.head.officer)
    freeze_result(result, office=OFFICE, actor=world.head.approver)
    assert seen(world.cities[1].officer).get() == result
    assert stranger.pk not in {place.organisation_id for place in result.places.all()}


def test_what_is_due_is_said_to_whose_task_it_is():
    world = make_frozen()
    day = date(2023, 7, 10)

    def due(actor):
        return [duty.title for duty in year_duties(actor, day) if "result" in duty.title]

    officer, approver, member = world.head.officer, world.head.approver, world.cities[1].officer
    assert due(officer) == [f"Draw up the result of {world.year}"]
    assert due(approver) == due(member) == []
    result = drawn(world)
    assert due(approver) == due(member) == []
    votes = [duty for duty in year_duties(officer, day) if "votes" in duty.title]
    assert [duty.title for duty in votes] == [f"Enter votes and elections of {world.year}"]
    record_votes(result, votes_of(world), actor=officer)
    assert not [duty for duty in year_duties(officer, day) if "votes" in duty.title]
    assert due(officer) == due(member) == []
    assert due(approver) == [f"Have the result of {world.year} frozen"]
    freeze_result(result, office=OFFICE, actor=approver)
    assert due(officer) == due(approver) == []
