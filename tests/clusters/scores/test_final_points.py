"""Final points: computed ones accepted at once, others with a reason, knock-outs found; what a scoring asks the database."""

from decimal import Decimal
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clusters.models import KnockOut, KnockOutFinding, Scheme, Score
from clusters.regulation.rules.terms import KnockOutKind
from clusters.scores.actions.final_points import accept_computed, drop_finding, find_knock_out, set_final, to_discuss
from clusters.scores.models.board import board_of
from clusters.scores.models.knock_outs import knock_outs_held
from clusters.scores.rules.final_points import Source
from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core.actor import Role
from emulation.core.errors import Overtaken, Refusal
from emulation.core.models import AuditEntry
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for, make_administrator
from tests.clusters.regulation.make import adopt
from tests.clusters.scores.make import all_scored, enforce, give, make_scoring, move_to, report
from tests.periods import DAY

pytestmark = pytest.mark.usefixtures("today")
SELF, CROSS, APPRAISAL, FINAL = ScoreKind


def refused(deed, sentence):
    with pytest.raises(Refusal, match=sentence):
        deed()


def setting(world, city, line, text, *, reason="", seen="", actor=None):
    return set_final(
        world.scoring,
        criterion=line,
        scored=city.organisation,
        text=text,
        reason=reason,
        seen=seen,
        actor=actor or world.head.officer,
    )


@pytest.fixture
def world():
    """Five members, everybody scored 0 in each line by itself and two others, nothing appraised."""
    made = make_scoring()
    all_scored(made)
    move_to(made, RoundState.FINAL)
    return made


def test_points_as_computed_need_no_word_and_others_a_reason(world):
    city = world.cities[1]
    assert setting(world, city, world.judged, "0").points == 0
    refused(partial(setting, world, city, world.judged, "3", seen="0"), r"computed ones \(0\). Give the reason")
    refused(partial(setting, world, city, world.judged, "3", seen="0", reason="  "), "Give the reason")
    score = setting(world, city, world.judged, "3", seen="0", reason="Hội nghị thống nhất")
    assert (score.points, score.reason) == (Decimal(3), "Hội nghị thống nhất")
    entry = AuditEntry.objects.filter(verb="clusters.set_final").latest("pk")
    assert entry.why == "Hội nghị thống nhất"
    assert entry.organisation_id != city.organisation.pk


def test_points_are_taken_away_again_without_a_word(world):
    city = world.cities[1]
    setting(world, city, world.judged, "0")
    assert setting(world, city, world.judged, "", seen="0").points is None


def test_where_nothing_is_computed_points_want_a_reason():
    world = make_scoring(state=RoundState.FINAL)
    refused(partial(setting, world, world.head, world.judged, "0"), r"computed ones \(–\)")


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [("judged", "10,5", "above the maximum"), ("judged", "-1", "never below 0"), ("late", "3", "Write 5 points")],
)
def test_bad_final_points_are_refused_in_a_sentence(world, name, text, sentence):
    refused(partial(setting, world, world.head, getattr(world, name), text, reason="x"), sentence)
    refused(partial(setting, world, world.head, world.judged, "1", reason="x" * 1001), "at most 1000")
    assert not Score.objects.of_kind(FINAL).exists()


def test_a_mean_of_cases_is_taken_as_it_is(world):
    setting(world, world.head, world.cases, "1,33", reason="Trung bình")
    assert Score.objects.of_kind(FINAL).get().points == Decimal("1.33")


def test_the_later_of_two_is_told_what_stands_there(world):
    setting(world, world.head, world.judged, "0")
    with pytest.raises(Overtaken) as overtaken:
        setting(world, world.head, world.judged, "3", reason="x")
    assert overtaken.value.theirs == "0"


def test_final_points_are_the_heads_officers_while_they_are_set(world):
    others = [
        world.head.approver,
        world.cities[1].officer,
        actor_for(role=Role.CENTRAL_LEADER),
        make_administrator(),
    ]
    for actor in others:
        refused(partial(setting, world, world.head, world.judged, "0", actor=actor), "set by an officer of the head")
        refused(partial(accept_computed, world.scoring, actor=actor), "set by an officer of the head")
    for state in (RoundState.SELF, RoundState.CROSS, RoundState.APPRAISAL):
        move_to(world, state)
        refused(partial(setting, world, world.head, world.judged, "0"), "these points are given in the state")
        refused(partial(accept_computed, world.scoring, actor=world.head.officer), "these points are given in the")


def test_a_line_or_member_of_elsewhere_is_refused(world):
    stranger = type(world.head)(make_organisation(), world.head.officer, world.head.approver)
    refused(partial(setting, world, stranger, world.judged, "0"), "not part of the scoring")


def test_computed_points_are_accepted_at_once_but_for_what_is_to_be_discussed():
    world = make_scoring()
    city = world.cities[1]
    all_scored(world, but=[(SELF, city, city, world.judged, 9)])
    move_to(world, RoundState.FINAL)
    setting(world, world.head, world.late, "5", reason="Báo cáo chậm")
    assert to_discuss(board_of(world.scoring, scores=Score.objects.all(), on=DAY)) == [
        (world.judged.pk, city.organisation.pk)
    ]
    assert accept_computed(world.scoring, actor=world.head.officer) == 5 * 4 - 2
    kept = {(row.criterion_id, row.scored_id): row.points for row in Score.objects.of_kind(FINAL)}
    assert (world.judged.pk, city.organisation.pk) not in kept
    assert kept[world.late.pk, world.head.organisation.pk] == 5
    assert AuditEntry.objects.filter(verb="clusters.accept_computed").count() == 1
    refused(partial(accept_computed, world.scoring, actor=world.head.officer), "no line left to accept")


def test_points_taken_away_are_accepted_as_computed_again(world):
    setting(world, world.head, world.judged, "3", reason="x")
    setting(world, world.head, world.judged, "", seen="3")
    accept_computed(world.scoring, actor=world.head.officer)
    row = Score.objects.of_kind(FINAL).get(criterion=world.judged, scored=world.head.organisation)
    assert (row.points, row.reason) == (0, "")


def test_the_board_computes_from_the_accepted_figures_of_the_year_first():
    world = make_scoring()
    city, other = world.cities[1:3]
    report(world, city, "4%", target="8%")
    report(world, other, "trên 3,5%", target="8%")
    enforce(world)
    all_scored(world, points="0")
    board = board_of(world.scoring, scores=Score.objects.all(), on=DAY)
    told = board.computed(world.reached.pk, city.organisation.pk)
    assert (told.points, told.source) == (Decimal(10), Source.FUNCTION)
    assert board.computed(world.reached.pk, other.organisation.pk).source is Source.CROSS_MEAN


def test_totals_add_the_bonus_and_take_off_the_penalty_under_their_caps(world):
    city = world.cities[1]
    for line, points in ((world.reached, "18"), (world.judged, "7,5"), (world.cases, "10"), (world.late, "5")):
        setting(world, city, line, points, reason="Hội nghị")
    card = board_of(world.scoring, scores=Score.objects.all(), on=DAY).final_card(city.organisation.pk)
    assert card.total == Decimal("30.50")
    assert card.missing == ()


def test_a_condition_people_judge_is_found_with_its_paper_and_can_be_taken_back(world):
    condition = KnockOut.objects.get()
    city = world.cities[1]
    deed = partial(find_knock_out, world.scoring, knock_out=condition, organisation=city.organisation)
    refused(partial(deed, why=" ", actor=world.head.officer), "Say what was found")
    refused(partial(deed, why="x" * 501, actor=world.head.officer), "at most 500")
    refused(partial(deed, why="QĐ 1", actor=city.officer), "set by an officer of the head")
    finding = deed(why="Kết luận thanh tra số 12", actor=world.head.officer)
    refused(partial(deed, why="QĐ 1", actor=world.head.officer), "already found of this member")
    refused(partial(drop_finding, finding, why="", actor=world.head.officer), "Say why the finding")
    refused(partial(drop_finding, finding, why="nhầm", actor=city.officer), "set by an officer of the head")
    drop_finding(finding, why="nhầm đơn vị", actor=world.head.officer)
    assert not KnockOutFinding.objects.exists()
    refused(
        lambda: find_knock_out(
            world.scoring,
            knock_out=condition,
            organisation=make_organisation(),
            why="x",
            actor=world.head.officer,
        ),
        "not a member of the cluster",
    )


def test_a_condition_the_system_reckons_is_not_found_by_hand():
    world = make_scoring(state=RoundState.FINAL)
    condition = KnockOut.objects.get()
    condition.kind = KnockOutKind.NO_REPORT
    refused(
        lambda: find_knock_out(
            world.scoring,
            knock_out=condition,
            organisation=world.head.organisation,
            why="x",
            actor=world.head.officer,
        ),
        "not one that the cluster judges",
    )


def test_knock_outs_are_held_as_found_or_as_the_system_knows():
    world = make_scoring(adopted=False)
    scheme = Scheme.objects.get(cluster_year=world.year)
    for kind in (KnockOutKind.PACT_UNSIGNED, KnockOutKind.NO_REPORT):
        KnockOut.objects.create(scheme=scheme, kind=kind, title=kind)
    KnockOut.objects.create(
        scheme=scheme, kind=KnockOutKind.BELOW_SHARE, title="below", criterion=world.judged, share=50
    )
    adopt(scheme)
    first, second = world.cities[:2]
    report(world, first)
    enforce(world)
    all_scored(world, points=5)
    move_to(world, RoundState.FINAL)
    give(world, FINAL, scored=first, scorer=None, points=5, lines=[world.judged])
    give(world, FINAL, scored=second, scorer=None, points="4.99", lines=[world.judged])
    judged = KnockOut.objects.get(kind=KnockOutKind.JUDGED)
    find_knock_out(
        world.scoring, knock_out=judged, organisation=first.organisation, why="Kết luận", actor=world.head.officer
    )
    held = knock_outs_held(board_of(world.scoring, scores=Score.objects.all(), on=DAY))
    titles = {place: {one.title for one, _finding in held[world.cities[place].organisation.pk]} for place in (0, 1)}
    assert titles == {0: {judged.title, "pact_unsigned"}, 1: {"pact_unsigned", "no_report", "below"}}


def asked_by_the_board(members, more):
    world = make_scoring(members=members, more=more)
    all_scored(world)
    move_to(world, RoundState.FINAL)
    give(world, FINAL, scored=world.head, scorer=None, points=0)
    with CaptureQueriesContext(connection) as asked:
        board = board_of(world.scoring, scores=Score.objects.visible_to(world.head.officer, world.scoring), on=DAY)
        to_discuss(board)
        for member in board.members:
            board.final_card(member.pk)
    return len(asked)


def test_the_board_asks_the_same_however_many_members_and_lines():
    assert asked_by_the_board(3, 0) == asked_by_the_board(7, 3) <= 13
