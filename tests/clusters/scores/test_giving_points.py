"""Points given cell by cell: who may, what is refused and in which words, what the database itself refuses."""

from decimal import Decimal
from functools import partial

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from clusters.models import KnockOut, Paper, Score, ScoreEvidence, ScoringFinish, ScoringTask
from clusters.regulation.rules.terms import Appraiser
from clusters.scores.actions.evidence import attach_evidence, withdraw_evidence
from clusters.scores.actions.final_points import find_knock_out
from clusters.scores.actions.scores import finish_scores, take_computed, write_score
from clusters.scores.actions.scoring import open_scoring
from clusters.scores.rules.entry import ScorePart
from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.errors import Overtaken, Refusal
from emulation.core.models import AuditEntry
from tests.clusters.attachments.make import upload
from tests.clusters.people.make import actor_for, make_administrator
from tests.clusters.regulation.make import adopt, make_criterion
from tests.clusters.scores.make import enforce, finish, give, make_scored_year, make_scoring, move_to, report

pytestmark = pytest.mark.usefixtures("today")
SELF, CROSS, APPRAISAL, FINAL = ScoreKind


def write(world, kind, line, text, *, scored, scorer, actor, part=ScorePart.POINTS, seen=""):
    return write_score(
        world.scoring,
        kind,
        criterion=line,
        scored=scored.organisation,
        scorer=scorer and scorer.organisation,
        part=part,
        text=text,
        seen=seen,
        actor=actor,
    )


def own(world, city, line, text, **more):
    return write(world, SELF, line, text, scored=city, scorer=city, **{"actor": city.officer} | more)


def refused(deed, sentence):
    with pytest.raises(Refusal, match=sentence):
        deed()


def test_a_self_score_is_kept_and_audited_for_its_own_office():
    world = make_scoring()
    city = world.cities[1]
    assert own(world, city, world.judged, "4,50").text == "4,5"
    assert Score.objects.get().points == Decimal("4.50")
    entry = AuditEntry.objects.get(verb="clusters.write_score")
    assert (entry.after, entry.organisation_id) == ({"points": "4,5"}, city.organisation.pk)


def test_nought_is_a_score_and_an_empty_cell_is_none():
    world = make_scoring()
    city = world.cities[1]
    own(world, city, world.judged, "0")
    assert Score.objects.given().count() == 1
    own(world, city, world.judged, "", seen="0")
    assert Score.objects.get().points is None
    assert not Score.objects.given().exists()


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("judged", "10,5", "10,5 is above the maximum of this line. Write a number from 0 to 10"),
        ("judged", "-1", "never below 0"),
        ("judged", "bốn", "“bốn” is no number of points"),
        ("judged", "4,555", "at most two decimals"),
        ("late", "3", "Write 5 points for done, 0 for not done"),
        ("cases", "3", "Write a multiple of 2, at most 10"),
    ],
)
def test_bad_points_are_refused_in_a_sentence_and_not_kept(name, text, sentence):
    world = make_scoring()
    refused(partial(own, world, world.cities[1], getattr(world, name), text), sentence)
    assert not Score.objects.exists()


def test_a_reason_longer_than_its_cell_is_refused_not_cut():
    world = make_scoring()
    refused(partial(own, world, world.cities[1], world.judged, "x" * 1001, part=ScorePart.REASON), "at most 1000")


def test_the_later_of_two_officers_is_told_what_stands_there():
    world = make_scoring()
    city = world.cities[1]
    own(world, city, world.judged, "4")
    with pytest.raises(Overtaken) as overtaken:
        own(world, city, world.judged, "5")
    assert overtaken.value.theirs == "4"
    assert own(world, city, world.judged, "5", seen="4").text == "5"
    assert own(world, city, world.judged, "5", seen="2").text == "5"


def test_only_the_members_officer_scores_it():
    world = make_scoring()
    city = world.cities[1]
    others = [
        city.approver,
        world.head.officer,
        actor_for(role=Role.CENTRAL_LEADER),
        actor_for(role=Role.REPORT_READER),
        make_administrator(),
    ]
    for actor in others:
        refused(partial(own, world, city, world.judged, "4", actor=actor), "given by an officer of the office")
    assert not Score.objects.exists()


@pytest.mark.parametrize("state", [state for state in RoundState if state != RoundState.SELF])
def test_self_scores_are_given_while_members_score_themselves_only(state):
    world = make_scoring(state=state)
    refused(partial(own, world, world.cities[1], world.judged, "4"), "these points are given in the state")


@pytest.mark.parametrize("state", [state for state in RoundState if state != RoundState.CROSS])
def test_cross_scores_are_given_while_members_score_each_other_only(state):
    world = make_scoring(state=state)
    first, second = world.cities[:2]
    deed = partial(write, world, CROSS, world.judged, "4", scored=second, scorer=first, actor=first.officer)
    refused(deed, "these points are given in the state")


def test_a_line_of_another_regulation_is_refused():
    world = make_scoring()
    _year, _cities, elsewhere = make_scored_year()
    refused(partial(own, world, world.head, elsewhere["judged"], "4"), "not in the regulation of this year")


def test_a_line_the_regulation_keeps_from_other_members_or_the_panel_is_refused():
    year, cities, lines = make_scored_year(adopted=False)
    group = lines["judged"].group
    own_only = make_criterion(group=group, cross_scored=False, appraised=False)
    scheme = lines["scheme"]
    scheme.refresh_from_db()
    adopt(scheme)
    scoring = open_scoring(year, actor=cities[0].officer)
    task = scoring.tasks.first()
    scorer = next(city for city in cities if city.organisation == task.scorer)
    scoring.state = RoundState.CROSS
    scoring.save()
    place = {"part": ScorePart.POINTS, "text": "4", "seen": ""}
    refused(
        lambda: write_score(
            scoring,
            CROSS,
            criterion=own_only,
            scored=task.scored,
            scorer=task.scorer,
            actor=scorer.officer,
            **place,
        ),
        "not scored by other members",
    )
    scoring.state = RoundState.APPRAISAL
    scoring.save()
    refused(
        lambda: write_score(
            scoring,
            APPRAISAL,
            criterion=own_only,
            scored=task.scored,
            scorer=None,
            actor=cities[0].officer,
            **place,
        ),
        "not appraised",
    )


def crossing(world, scorer, scored, text="4", **more):
    return write(world, CROSS, world.judged, text, scored=scored, scorer=scorer, **{"actor": scorer.officer} | more)


def test_a_member_scores_those_assigned_to_it():
    world = make_scoring(state=RoundState.CROSS)
    scorer = world.cities[1]
    for scored in world.scored_by(scorer):
        crossing(world, scorer, scored)
    assert Score.objects.of_kind(CROSS).count() == 2


def test_a_forged_score_of_oneself_is_refused_in_a_sentence():
    world = make_scoring(state=RoundState.CROSS)
    refused(partial(crossing, world, world.cities[1], world.cities[1]), "No member scores itself")


def test_a_forged_score_of_ones_scorer_is_refused_in_the_words_for_any_other_member():
    world = make_scoring(state=RoundState.CROSS, members=7)
    first = world.cities[0]
    my_scorer, nobody = world.cities[-1], world.cities[3]
    said = []
    for scored in (my_scorer, nobody):
        with pytest.raises(Refusal) as refusal:
            crossing(world, first, scored)
        said.append(str(refusal.value))
    assert said[0] == said[1] == "This member was not assigned to you; score those on your list only."
    assert not Score.objects.exists()


def test_nobody_scores_in_the_name_of_another():
    world = make_scoring(state=RoundState.CROSS)
    first, second, third = world.cities[:3]
    refused(partial(crossing, world, second, third, actor=first.officer), "given by an officer of the office")


@pytest.mark.parametrize("by_centre", [False, True])
def test_the_schemes_appraiser_appraises_and_nobody_else(by_centre):
    world = make_scoring(state=RoundState.APPRAISAL, appraiser=Appraiser.CENTRAL if by_centre else Appraiser.HEAD_PANEL)
    centre = actor_for(role=Role.CENTRAL_REVIEWER)
    mine, other = (centre, world.head.officer) if by_centre else (world.head.officer, centre)
    deed = partial(write, world, APPRAISAL, world.judged, "4", scored=world.cities[2], scorer=None)
    for actor in (other, world.head.approver, world.cities[2].officer, make_administrator()):
        refused(partial(deed, actor=actor), "given by an officer of the office")
    deed(actor=mine)
    assert Score.objects.of_kind(APPRAISAL).count() == 1


def finishing(world, kind, city, **more):
    return finish_scores(world.scoring, kind, organisation=city.organisation, **{"actor": city.officer} | more)


def test_finishing_names_the_lines_without_points_and_takes_nought_for_points():
    world = make_scoring()
    city = world.cities[1]
    give(world, SELF, scored=city, scorer=city, points=0, lines=world.lines[:3])
    give(world, SELF, scored=city, scorer=city, points=0, lines=world.lines[3:])
    Score.objects.filter(criterion=world.late).update(points=None)
    refused(partial(finishing, world, SELF, city), r"1 lines have no points yet .*: Chậm báo cáo thử\.")
    Score.objects.filter(criterion=world.late).update(points=0)
    finishing(world, SELF, city)
    assert ScoringFinish.objects.get().finished_by_name == city.officer.name


def test_a_self_score_other_than_the_computed_points_wants_a_reason():
    world = make_scoring()
    city = world.cities[1]
    report(world, city, "4%", target="8%")
    enforce(world)
    give(world, SELF, scored=city, scorer=city, points=0, lines=world.lines[1:])
    own(world, city, world.reached, "15")
    refused(partial(finishing, world, SELF, city), r"no reason is given: Đạt chỉ tiêu thử \(computed 10\)")
    own(world, city, world.reached, "Số liệu chưa tính quý IV", part=ScorePart.REASON)
    finishing(world, SELF, city)


def test_empty_lines_take_the_computed_points_at_once_and_given_ones_stay():
    world = make_scoring()
    city, other = world.cities[1:3]
    report(world, city, "4%", target="8%")
    report(world, other, "8%", target="8%")
    enforce(world)
    take = partial(take_computed, world.scoring, organisation=city.organisation)
    assert take(actor=city.officer) == 1
    assert Score.objects.get().points == 10
    assert AuditEntry.objects.get(verb="clusters.take_computed").organisation_id == city.organisation.pk
    refused(partial(take, actor=city.officer), "No empty line can be computed")
    own(world, city, world.reached, "", seen="10")
    assert take(actor=city.officer) == 1
    own(world, other, world.reached, "5")
    refused(
        partial(take_computed, world.scoring, organisation=other.organisation, actor=other.officer), "No empty line"
    )
    refused(partial(take, actor=city.approver), "given by an officer of the office")
    finish(world, SELF, city)
    refused(partial(take, actor=city.officer), "they no longer change")
    move_to(world, RoundState.CROSS)
    refused(partial(take, actor=city.officer), "these points are given in the state")


def test_finished_points_and_their_evidence_stand():
    world = make_scoring()
    city = world.cities[1]
    give(world, SELF, scored=city, scorer=city, points=0)
    evidence = attach_evidence(
        world.scoring, criterion=world.judged, organisation=city.organisation, upload=upload(), actor=city.officer
    )
    finishing(world, SELF, city)
    refused(partial(own, world, city, world.judged, "1", seen="0"), "they no longer change")
    refused(partial(finishing, world, SELF, city), "they no longer change")
    refused(partial(withdraw_evidence, evidence, actor=city.officer), "now it stands")


def test_finishing_is_the_officers_and_for_who_has_somebody_to_score():
    world = make_scoring(state=RoundState.CROSS, members=2)
    city = world.cities[1]
    refused(partial(finishing, world, CROSS, city), "nobody to score")
    refused(partial(finishing, world, CROSS, city, actor=city.approver), "Only an officer of this organisation")
    refused(partial(finishing, world, SELF, city), "these points are given in the state")


def test_cross_scores_are_finished_when_every_assigned_member_has_its_points():
    world = make_scoring(state=RoundState.CROSS)
    city = world.cities[1]
    first, second = world.scored_by(city)
    give(world, CROSS, scored=first, scorer=city, points=0)
    give(world, CROSS, scored=second, scorer=city, points=0, lines=world.lines[1:])
    refused(partial(finishing, world, CROSS, city), rf"Đạt chỉ tiêu thử \({second.organisation}\)")
    give(world, CROSS, scored=second, scorer=city, points=0, lines=world.lines[:1])
    finishing(world, CROSS, city)


def attaching(world, city, line, **more):
    given = {"criterion": line, "organisation": city.organisation, "upload": upload(), "actor": city.officer}
    return attach_evidence(world.scoring, **given | more)


def test_evidence_is_filed_for_lines_without_figures_and_withdrawn():
    world = make_scoring()
    city = world.cities[1]
    evidence = attaching(world, city, world.judged)
    assert evidence.score.points is None
    refused(partial(attaching, world, city, world.judged), "among the evidence of this line already")
    withdraw_evidence(evidence, actor=city.officer)
    assert ScoreEvidence.objects.get().withdrawn_at is not None
    attaching(world, city, world.judged)
    assert Paper.objects.count() == 1


def test_evidence_is_refused_to_others_for_lines_with_figures_and_for_what_is_no_paper():
    world = make_scoring()
    city = world.cities[1]
    refused(partial(attaching, world, city, world.reached), "File its evidence beside the figures")
    refused(partial(attaching, world, city, world.judged, actor=city.approver), "Only an officer of this organisation")
    with pytest.raises(Refusal):
        attaching(world, city, world.judged, upload=upload(b"MZ\x90\x00", "minh-chung.pdf"))
    assert not Paper.objects.exists()
    evidence = attaching(world, city, world.judged)
    refused(partial(withdraw_evidence, evidence, actor=world.head.officer), "Only an officer of this organisation")
    move_to(world, RoundState.CROSS)
    refused(partial(attaching, world, city, world.late), "now it stands")


def row(world, kind, scored, scorer, points=1):
    return Score(
        scoring=world.scoring,
        kind=kind,
        criterion=world.judged,
        scored=scored.organisation,
        scorer=scorer and scorer.organisation,
        points=points,
    )


def test_the_database_refuses_whoever_writes():
    world = make_scoring(state=RoundState.CROSS, members=7)
    first, second, third, fourth = world.cities[:4]
    wrong = {
        "kind of another state": row(world, SELF, first, first),
        "itself": row(world, CROSS, first, first),
        "not assigned": row(world, CROSS, fourth, first),
        "its scorer": row(world, CROSS, first, second),
        "above the maximum": row(world, CROSS, second, first, points=11),
        "below zero": row(world, CROSS, second, first, points=-1),
    }
    for name, score in wrong.items():
        with pytest.raises(DatabaseError), transaction.atomic():
            score.save()
        assert not Score.objects.exists(), name
    row(world, CROSS, second, first).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        row(world, CROSS, second, first).save()
    with pytest.raises(DatabaseError), transaction.atomic():
        Score.objects.all().delete()
    finish(world, CROSS, first)
    with pytest.raises(DatabaseError), transaction.atomic():
        Score.objects.update(points=2)
    assert Score.objects.get().points == 1
    assert third


def test_assignments_finishes_and_evidence_are_never_taken_back_whoever_writes():
    world = make_scoring()
    city = world.cities[1]
    attaching(world, city, world.judged)
    finish(world, SELF, city)
    for change in (
        lambda: ScoringTask.objects.all().delete(),
        lambda: ScoringTask.objects.update(scored=world.head.organisation),
        lambda: ScoringFinish.objects.all().delete(),
        lambda: ScoreEvidence.objects.all().delete(),
        lambda: ScoreEvidence.objects.update(withdrawn_at=clock.now()),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert ScoreEvidence.objects.get().withdrawn_at is None


def test_a_frozen_round_does_not_change_whoever_writes():
    world = make_scoring(state=RoundState.FINAL)
    found = find_knock_out(
        world.scoring,
        knock_out=KnockOut.objects.get(),
        organisation=world.head.organisation,
        why="Kết luận thử",
        actor=world.head.officer,
    )
    give(world, FINAL, scored=world.head, scorer=None, points=0, lines=[world.judged])
    move_to(world, RoundState.FROZEN)
    with pytest.raises(DatabaseError), transaction.atomic():
        type(world.scoring).objects.update(state=RoundState.FINAL)
    with pytest.raises(DatabaseError), transaction.atomic():
        Score.objects.update(points=2)
    with pytest.raises(DatabaseError), transaction.atomic():
        found.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        world.scoring.delete()
